"""Watches a running simulator: all that passes between it and the bot, against the Bot API."""

from typing import Any

from simulator.http import Running
from simulator.methods import METHODS
from tests.spec.forms import API, problems, request_problems


class Checked:
    """Collects what is wrong; `expected` names methods that a test asks for in vain on purpose."""

    def __init__(self, running: Running) -> None:
        self.problems: list[str] = []
        self.expected: set[str] = set()
        running.api.watchers.append(self._passed)

    def _passed(self, method: str, params: dict[str, Any], files: set[str], answer: object) -> None:
        if method in self.expected:
            return
        if method not in METHODS:
            self.problems.append(f"{method}: the simulator does not know it")
            return
        self.problems += request_problems(method, params, files)
        if answer is not None:
            self.problems += problems(answer, API["methods"][method]["returns"], method)
