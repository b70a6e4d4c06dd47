"""Time that a test moves."""

import asyncio
import heapq
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 8, 20, 9, 0, tzinfo=ZONE).timestamp()
"""A Thursday, nine in the morning, in the alliance's zone."""


class ManualClock:
    """A clock for the bot and its world alike; nothing on it passes by itself."""

    def __init__(self, now: float = START) -> None:
        self._elapsed = now
        self._set_by = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._ids = count()

    def now(self) -> float:
        """Unix seconds, UTC."""
        return self._elapsed + self._set_by

    def elapsed(self) -> float:
        """Seconds; this clock is never set."""
        return self._elapsed

    async def sleep(self, seconds: float) -> None:
        """Returns once the test has moved time so far."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        wake = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._elapsed + seconds, next(self._ids), wake))
        await wake

    def advance(self, seconds: float) -> None:
        """Moves time forward and wakes whoever was due."""
        self._elapsed += seconds
        while self._sleepers and self._sleepers[0][0] <= self._elapsed:
            _, _, wake = heapq.heappop(self._sleepers)
            if not wake.done():
                wake.set_result(None)

    def jump(self, seconds: float) -> None:
        """Somebody sets the clock; who sleeps sleeps on as long as before."""
        self._set_by += seconds

    def next_due(self) -> float | None:
        """When the next sleeper wakes, in Unix seconds; None when nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] + self._set_by if self._sleepers else None
