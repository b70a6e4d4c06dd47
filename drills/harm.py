"""Harm by the roll of a dice, between a bot and its Telegram."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from simulator.http.faults import Fault, Faults

Params = Mapping[str, object]


@dataclass
class Roulette:
    """Meets some calls with a fault, and remembers which."""

    dice: random.Random
    kind: str
    share: float
    """Of the calls that it is about, as a part of 1."""
    is_about: Callable[[str, Params], bool]
    seconds: Callable[[], float] = lambda: 1.0
    hits: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    """The calls that were met: the method and its parameters."""

    def install(self, faults: Faults) -> None:
        """From now on; what was there to meet calls is asked no more."""
        numbers = count(1)

        def due(method: str, params: Params) -> Fault | None:
            if not self.is_about(method, params) or self.dice.random() >= self.share:
                return None
            self.hits.append((method, dict(params)))
            return Fault(next(numbers), self.kind, seconds=self.seconds())

        faults.due = due  # type: ignore[method-assign] # the drill's own dice
