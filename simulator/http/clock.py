"""The world's time when nobody hands one over: the machine's, moved forward on demand."""

import time

from simulator.world.refusal import bad


class MovableClock:
    """Unix seconds; `move` adds to them."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def move(self, seconds: float) -> None:
        """Raises Refusal: time does not go back."""
        if seconds < 0:
            raise bad("time only moves forward")
        self._ahead += seconds
