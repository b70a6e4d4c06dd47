"""Waiting for what the bot does: by events; time moves on its own only when all is quiet."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from simulator.world import World
from tests.vocabulary.clock import ManualClock

T = TypeVar("T")

QUIET_SECONDS = 0.05
PATIENCE_SECONDS = 60.0
"""Of real time: a machine that does much else at once may take so long."""
STUCK = 6
"""Quiet so many times while updates wait: the bot does not take them now, it waits for time."""


class Patience:
    """Waits within one world and on one clock."""

    def __init__(self, world: World, clock: ManualClock) -> None:
        self._world = world
        self._clock = clock

    async def until(self, found: Callable[[], T | None], within: float) -> T | None:
        """What `found` gives first that is not None; None when it never does.

        When nothing has happened for 50 ms of real time, the clock goes to the next sleeper, but
        not further than `within` seconds from now.
        """
        latest = self._clock.now() + within
        happened = asyncio.Event()
        unsubscribe = self._world.subscribe(lambda _event: happened.set())
        try:
            return await self._look(found, happened, latest)
        finally:
            unsubscribe()

    async def _look(
        self, found: Callable[[], T | None], happened: asyncio.Event, latest: float
    ) -> T | None:
        loop = asyncio.get_running_loop()
        give_up = loop.time() + PATIENCE_SECONDS
        quiet = 0
        while loop.time() < give_up:
            happened.clear()
            thing = found()
            if thing is not None:
                return thing
            try:
                await asyncio.wait_for(happened.wait(), QUIET_SECONDS)
                quiet = 0
            except TimeoutError:
                quiet += 1
                self._move(latest, is_stuck=quiet >= STUCK)
        return None

    async def quiet(self, within: float) -> None:
        """Returns when nothing happens any more, with time moved on by up to `within` seconds."""
        latest = self._clock.now() + within
        asked = -1
        while asked != len(self._world.requests) or self._is_due(latest):
            asked = len(self._world.requests)
            self._move(latest)
            await asyncio.sleep(QUIET_SECONDS)

    async def pass_time(self, within: float) -> None:
        """Moves time on by up to `within` seconds, a sleeper after the other, until cancelled."""
        latest = self._clock.now() + within
        while True:
            await asyncio.sleep(QUIET_SECONDS)
            self._move(latest, is_stuck=True)

    def _is_due(self, latest: float) -> bool:
        due = self._clock.next_due()
        return due is not None and due <= latest

    def _move(self, latest: float, *, is_stuck: bool = False) -> None:
        due = self._clock.next_due()
        if (is_stuck or not self._world.updates.waiting) and due is not None and due <= latest:
            self._clock.advance(max(0.0, due - self._clock.now()))
