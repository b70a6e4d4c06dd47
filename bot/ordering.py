"""Order for each person in each chat; different people go on side by side."""

import asyncio
from collections.abc import Awaitable, Hashable

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 64
IN_HAND = 256
"""More wait outside: so the backlog of one person seldom stops the others."""


class Ordered(BaseUpdateProcessor):
    """At most 64 updates at once; two of one person in one chat, one after the other."""

    def __init__(self) -> None:
        super().__init__(IN_HAND)
        self._room = asyncio.Semaphore(AT_ONCE)
        self._last: dict[Hashable, asyncio.Event] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        key = _key(update)
        before, done = self._last.get(key), asyncio.Event()
        self._last[key] = done
        try:
            if before is not None:
                await before.wait()
            async with self._room:
                await coroutine
        finally:
            done.set()
            if self._last.get(key) is done:
                del self._last[key]

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""


def _key(update: object) -> Hashable:
    if not isinstance(update, Update):
        return None
    person, chat = update.effective_user, update.effective_chat
    return (person and person.id, chat and chat.id)
