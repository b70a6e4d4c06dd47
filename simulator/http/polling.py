"""`getUpdates`: waits for updates without asking again and again; one poller at a time."""

import asyncio
from typing import Any

from simulator.http.faults import Faults
from simulator.world import Refusal, World

LONGEST = 50
"""Bot API server: `timeout` is clamped to 0-50 seconds."""
TERMINATED = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class Polling:
    """The bot's long poll."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self._news = asyncio.Event()
        self._other: asyncio.Event | None = None
        self._ends = False
        world.updates.subscribe(self._news.set)

    async def updates(self, params: dict[str, Any]) -> list[Any]:
        """What waits, as soon as something does, or nothing after the poll's `timeout`."""
        ended = self._replace_other()
        deadline = asyncio.get_running_loop().time() + _timeout(params)
        while True:
            self._news.clear()
            waiting = self._world.call("getUpdates", params, {})
            left = deadline - asyncio.get_running_loop().time()
            if waiting or left <= 0 or self._ends:
                return self._disturbed(waiting)
            await self._wait(ended, left)
            if ended.is_set() and not self._ends:
                raise Refusal(409, TERMINATED)

    def end(self) -> None:
        """Lets an open poll answer at once: the server goes."""
        self._ends = True
        self._news.set()
        if self._other is not None:
            self._other.set()

    def _replace_other(self) -> asyncio.Event:
        if self._other is not None:
            self._other.set()
        self._other = asyncio.Event()
        return self._other

    async def _wait(self, ended: asyncio.Event, seconds: float) -> None:
        waits = [asyncio.create_task(event.wait()) for event in (self._news, ended)]
        try:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    def _disturbed(self, updates: list[Any]) -> list[Any]:
        fault = self._faults.due_on_updates() if updates else None
        if fault is None:
            return updates
        return [updates[0], *updates] if fault.kind == "duplicate" else updates[::-1]


def _timeout(params: dict[str, Any]) -> float:
    text = str(params.get("timeout", 0))
    return min(max(int(text) if text.lstrip("-").isdecimal() else 0, 0), LONGEST)
