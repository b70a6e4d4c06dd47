"""`getUpdates`: sleeps until an update comes; one poller at a time."""

import asyncio
from collections.abc import Awaitable, Callable

from simulator.http.faults import POLLING, Faults
from simulator.methods import Params
from simulator.world import Refusal, World
from simulator.world.updates import LIMIT
from simulator.world.values import Json

LONGEST = 50
"""Bot API server: `timeout` is clamped to 0-50 seconds."""
BY_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
BY_WEBHOOK = "Conflict: terminated by setWebhook request"
HUNG_UP = "the client is gone: nobody reads this"
NOTHING_WRONG = ""
HungUp = Callable[[], Awaitable[None]]


class Polling:
    """The bot's long poll."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self._open: asyncio.Future[str] | None = None
        world.updates.subscribe(self.end)

    @property
    def stands(self) -> bool:
        """Whether a poll waits for its answer."""
        return self._open is not None and not self._open.done()

    async def updates(self, params: Json, hung_up: HungUp) -> list[Json]:
        """What waits, as soon as something does, or nothing after the poll's `timeout`.

        Raises Refusal when another poll or a webhook takes its place, or the client hangs up.
        """
        self.end(BY_POLL)
        found: list[Json] = self._world.call(POLLING, params)
        if not found:
            # The record of the call holds this very list: it gets what came late, too.
            found += await self._later(Params(params, {}), hung_up)
        return self._disturbed(found)

    def end(self, conflict: str = NOTHING_WRONG) -> None:
        """Lets an open poll answer at once: with what has come, or with a conflict."""
        if self._open is not None:
            _settle(self._open, conflict)

    async def _later(self, asked: Params, hung_up: HungUp) -> list[Json]:
        poll = self._open = asyncio.get_running_loop().create_future()
        hanging_up = asyncio.ensure_future(hung_up())
        hanging_up.add_done_callback(lambda _: _settle(poll, HUNG_UP))
        try:
            async with asyncio.timeout(min(max(asked.integer("timeout") or 0, 0), LONGEST)):
                conflict = await poll
        except TimeoutError:
            conflict = NOTHING_WRONG
        finally:
            hanging_up.cancel()
        if conflict:
            raise Refusal(409, conflict)
        limit = asked.integer("limit")
        return self._world.updates.take(LIMIT if limit is None else limit)

    def _disturbed(self, updates: list[Json]) -> list[Json]:
        fault = self._faults.due_on_updates() if updates else None
        if fault is None:
            return updates
        return [updates[0], *updates] if fault.kind == "duplicate" else updates[::-1]


def _settle(poll: asyncio.Future[str], conflict: str) -> None:
    if not poll.done():
        poll.set_result(conflict)
