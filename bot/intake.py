"""Updates are on disk before Telegram is told that they arrived."""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence

from telegram import Bot, Update
from telegram.error import NetworkError

from bot.clock import Clock, moment
from bot.ordering import IN_HAND
from storage import inbox
from storage.database import Database

log = logging.getLogger(__name__)

WAITING = 1000
"""So many updates wait in memory; beyond that polling slows down instead."""


class Intake(asyncio.Queue[object]):
    """The queue between Telegram and the application: what comes out of it is on disk.

    python-telegram-bot awaits `put` before it confirms the updates, by polling and webhook alike,
    and bears no error from it but its own NetworkError.
    """

    def __init__(self, db: Database, clock: Clock, wanted: Callable[[Update], bool]) -> None:
        super().__init__(WAITING)
        self._db = db
        self._clock = clock
        self._wanted = wanted
        self._is_new: dict[int, bool] = {}
        self._slots = asyncio.Semaphore(IN_HAND)

    async def take_in(self, updates: Sequence[Update]) -> None:
        """Keeps the wanted ones in one commit. Raises NetworkError: Telegram sends them again."""
        wanted = {one.update_id: one.to_json() for one in updates if self._wanted(one)}
        try:
            new = await inbox.take_in(self._db, wanted, moment(self._clock)) if wanted else set()
        except Exception as error:
            log.exception("Updates could not be kept; Telegram will send them again")
            raise NetworkError("not kept") from error
        self._is_new |= {one.update_id: one.update_id in new for one in updates}

    async def put(self, item: object) -> None:
        """Queues an update that is wanted and new; one that no poll brought is kept first."""
        if not isinstance(item, Update):
            await super().put(item)
            return
        if item.update_id not in self._is_new:
            await self.take_in([item])
        if self._is_new.pop(item.update_id, False):
            await super().put(item)

    async def get(self) -> object:
        """Waits for an update, and for room to handle it; `task_done` makes room."""
        await self._slots.acquire()
        try:
            return await super().get()
        except BaseException:
            self._slots.release()
            raise

    def task_done(self) -> None:
        super().task_done()
        self._slots.release()

    async def take_up(self, bot: Bot) -> int:
        """Queues what an earlier run took in and did not finish; returns how many."""
        left = await inbox.left_over(self._db)
        for raw in left:
            await super().put(Update.de_json(json.loads(raw), bot))
        return len(left)
