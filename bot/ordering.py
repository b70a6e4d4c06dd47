"""Order for each person in each chat; different people go on side by side."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Protocol

from telegram import Update

from bot.clock import Clock, late
from bot.workers import end

AT_ONCE = 64
IN_HAND = 256
"""More wait outside: so the backlog of one person seldom stops the others."""


class Source(Protocol):
    """Where updates come from."""

    async def get(self) -> Update:
        """The next update, as soon as there is one."""

    def done(self, update: Update) -> None:
        """The update needs nobody any more in this run."""


_room: ContextVar[asyncio.Semaphore | None] = ContextVar("room", default=None)


@asynccontextmanager
async def resting() -> AsyncIterator[None]:
    """Whoever waits for time to pass within the block leaves the room to others meanwhile."""
    room = _room.get()
    if room is None:
        yield
        return
    room.release()
    try:
        yield
    finally:
        await room.acquire()


class Ordered:
    """Handles at most 64 updates at once; two of one person in one chat, one after the other."""

    def __init__(self, source: Source, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._source = source
        self._handle = handle
        self._hands = asyncio.Semaphore(IN_HAND)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._last: dict[Hashable, asyncio.Event] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    async def run(self) -> None:
        """Takes updates in hand as they come, until it is cancelled; those in hand go on."""
        while True:
            await self._hands.acquire()
            try:
                update = await self._source.get()
            except BaseException:
                self._hands.release()
                raise
            task = asyncio.create_task(self._in_turn(update))
            self._tasks.add(task)
            task.add_done_callback(self._finished)

    async def finish(self, clock: Clock, seconds: float) -> int:
        """Lets what is in hand end; after so many seconds the rest is cut. Returns how many."""
        left = await late(clock, set(self._tasks), seconds)
        await end(*left)
        return len(left)

    async def _in_turn(self, update: Update) -> None:
        key = _key(update)
        before, done = self._last.get(key), asyncio.Event()
        self._last[key] = done
        try:
            if before is not None:
                await before.wait()
            async with self._room:
                _room.set(self._room)
                await self._handle(update)
            self._source.done(update)
        finally:
            done.set()
            if self._last.get(key) is done:
                del self._last[key]

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._hands.release()


def _key(update: Update) -> Hashable:
    """An answer to a poll names no chat: those that we send stand in private ones."""
    person, chat = update.effective_user, update.effective_chat
    if update.poll_answer is not None:
        return (person and person.id, person and person.id)
    return (person and person.id, chat and chat.id)
