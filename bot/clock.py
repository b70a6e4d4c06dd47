"""Time as something handed over, so that a test can move it."""

import asyncio
import time
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Protocol

LOOK_AGAIN = 60.0
"""Seconds: a clock that was set, or a machine that slept, is noticed after so long."""


class Clock(Protocol):
    """What the program knows of time."""

    def now(self) -> float:
        """Unix seconds, UTC. The machine's owner may set it forward or back at any time."""

    def elapsed(self) -> float:
        """Seconds since some moment, never set: what paces and time-outs are measured on."""

    async def sleep(self, seconds: float) -> None:
        """Returns when so many seconds have passed on this clock."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        return time.time()

    def elapsed(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


def moment(clock: Clock) -> datetime:
    """The present as a datetime in UTC."""
    return datetime.fromtimestamp(clock.now(), UTC)


async def late(
    clock: Clock, tasks: Collection[asyncio.Task[Any]], seconds: float
) -> set[asyncio.Task[Any]]:
    """Waits for the tasks, so many seconds at most; gives those that have not ended."""
    if not tasks:
        return set()
    alarm = asyncio.create_task(clock.sleep(seconds))
    ended = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.wait((ended, alarm), return_when=asyncio.FIRST_COMPLETED)
    for wait in (alarm, ended):
        wait.cancel()
    return {task for task in tasks if not task.done()}


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
        while not self._woken.is_set() and (until is None or self._left(until) > 0):
            await self._wait_once(until)
        self._woken.clear()

    def _left(self, until: datetime) -> float:
        return until.timestamp() - self._clock.now()

    async def _wait_once(self, until: datetime | None) -> None:
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self._woken.wait())]
        if until is not None:
            seconds = min(self._left(until), LOOK_AGAIN)
            waits.append(asyncio.create_task(self._clock.sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)
