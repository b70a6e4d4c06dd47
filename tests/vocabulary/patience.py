"""Waiting for what the bot does: one looks when all is at rest, and only then time goes on."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from tests.vocabulary.clock import ManualClock
from tests.vocabulary.resting import resting_loop

T = TypeVar("T")

LOOK_SECONDS = 0.05
"""Of real time: another process, or a network that is slow on purpose, is looked at so often."""
PATIENCE_SECONDS = 60.0
"""Of real time: a machine that does much else at once may take so long."""


class Patience:
    """Waits on one clock."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self._loop = resting_loop()

    async def until(self, found: Callable[[], T | None], within: float) -> T | None:
        """What `found` gives first that is not None; None when it never does.

        Whenever all is at rest, the clock goes to the next sleeper, but not further than `within`
        seconds from now.
        """
        latest = self._clock.now() + within
        give_up = self._loop.time() + PATIENCE_SECONDS
        while self._loop.time() < give_up:
            await self._loop.rests()
            thing = found()
            if thing is not None:
                return thing
            if not self._move(latest):
                await asyncio.sleep(LOOK_SECONDS)
        return None

    async def quiet(self, within: float) -> None:
        """Returns when nothing happens any more, with time moved on by up to `within` seconds."""
        latest = self._clock.now() + within
        await self._loop.rests()
        while self._move(latest):
            await self._loop.rests()

    async def pass_time(self, within: float) -> None:
        """Moves time on by up to `within` seconds, a sleeper after the other, until cancelled."""
        latest = self._clock.now() + within
        while True:
            await self._loop.rests()
            if not self._move(latest):
                await asyncio.sleep(LOOK_SECONDS)

    def _move(self, latest: float) -> bool:
        """To the next sleeper; False when none is due by then."""
        due = self._clock.next_due()
        if due is None or due > latest:
            return False
        self._clock.advance(max(0.0, due - self._clock.now()))
        return True
