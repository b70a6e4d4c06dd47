"""Updates are on disk before Telegram is told that they arrived."""

import asyncio
import json
import logging
from collections.abc import Callable

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
    """The queue between Telegram and the application: `put` commits to the inbox first.

    python-telegram-bot awaits `put` before it confirms the updates, by polling and webhook alike,
    and bears no error from it but its own NetworkError.
    """

    def __init__(self, db: Database, clock: Clock, wanted: Callable[[Update], bool]) -> None:
        super().__init__(WAITING)
        self._db = db
        self._clock = clock
        self._wanted = wanted
        self._slots = asyncio.Semaphore(IN_HAND)

    async def put(self, item: object) -> None:
        if not isinstance(item, Update) or (self._wanted(item) and await self._is_new(item)):
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

    async def _is_new(self, update: Update) -> bool:
        try:
            return await inbox.take_in(
                self._db, update.update_id, update.to_json(), moment(self._clock)
            )
        except Exception as error:
            log.exception("An update could not be kept; Telegram will send it again")
            raise NetworkError("not kept") from error
