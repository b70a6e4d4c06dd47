"""Watches a running simulator: all that passes between it and the bot, against the Bot API."""

from collections.abc import Container
from typing import Any

from simulator.http import Running
from simulator.methods import METHODS
from tests.spec.forms import API, problems, request_problems

UPDATES = "updates"
KNOWN = {name.lower(): name for name in METHODS}


class Checked:
    """Collects what is wrong; `expected` names what is wrong on purpose: methods, updates."""

    def __init__(self, running: Running, expected: Container[str] = ()) -> None:
        self.problems: list[str] = []
        self._expected = expected
        self._updates = running.world.updates
        self._updates.subscribe(self._came)
        running.api.watchers.append(self._passed)

    def _passed(self, asked: str, params: dict[str, Any], files: set[str], answer: object) -> None:
        if asked in self._expected:
            return
        method = KNOWN.get(asked.lower())
        if method is None:
            self.problems.append(f"{asked}: the simulator does not know it")
            return
        self.problems += request_problems(method, params, files)
        if answer is not None:
            self.problems += problems(answer, API["methods"][method]["returns"], method)

    def _came(self) -> None:
        """However it is brought to the bot: not only polls bring updates."""
        if UPDATES in self._expected:
            return
        self.problems += problems(self._updates.waiting[-1], ["Update"], "update")
