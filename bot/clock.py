"""Time as something handed over, so that a test can move it."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any, Protocol


class Clock(Protocol):
    """What the program knows of time."""

    def now(self) -> float:
        """Unix seconds, UTC."""

    async def sleep(self, seconds: float) -> None:
        """Returns when so many seconds have passed on this clock."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        return time.time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def moment(clock: Clock) -> datetime:
    """The present as a datetime in UTC."""
    return datetime.fromtimestamp(clock.now(), UTC)


class Alarm:
    """Waits until it is woken, or until a moment has come."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Ends the present wait, or the next one."""
        self._woken.set()

    async def wait(self, until: datetime | None) -> None:
        """Returns at the moment (None: never) or when woken, whichever comes first."""
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self._woken.wait())]
        if until is not None:
            seconds = max(0.0, until.timestamp() - self._clock.now())
            waits.append(asyncio.create_task(self._clock.sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
        self._woken.clear()
