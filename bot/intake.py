"""Updates are on disk before Telegram is told that they arrived."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from telegram import Bot, Update

from bot.clock import Alarm, Clock, moment
from bot.faults import new_fault
from bot.forms import is_whole
from bot.veiling import Veiling
from storage import inbox
from storage.cloaks import SealError
from storage.database import Database
from storage.inbox import Left

log = logging.getLogger(__name__)

WAITING = 1000
"""So many updates wait in memory; beyond that polling slows down instead."""
TRIES = 3
"""An update that fails so often is set aside."""
RUNS = 10
"""One that was in hand when so many runs ended is set aside: more than chance would have it."""
UNREADABLE = "It is not what the Bot API describes"
KILLER = "The program ended each time that it was handled"
Raw = dict[str, Any]


class Intake:
    """The queue between Telegram and those who answer: what comes out of it is on disk."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        bot: Bot,
        wanted: Callable[[Update], bool],
        alarm: Alarm,
        veiling: Veiling,
    ) -> None:
        self._db = db
        self._clock = clock
        self._bot = bot
        self._wanted = wanted
        self._alarm = alarm
        self._veiling = veiling
        self._queue: asyncio.Queue[Update] = asyncio.Queue(WAITING)
        self._here: set[int] = set()
        self._freed = asyncio.Event()

    async def take_in(self, raws: Sequence[Raw]) -> None:
        """Keeps the wanted ones in one commit, then queues the new ones, as soon as there is room.

        Raises storage's UnavailableError when nothing can be kept: Telegram has to send them again.
        """
        raws = [_sound(raw) for raw in raws]
        read = {raw["update_id"]: self._read(raw) for raw in raws}
        wanted = {
            number for number, update in read.items() if update is None or self._wanted(update)
        }
        texts = {
            raw["update_id"]: await self._text(raw, read[raw["update_id"]])
            for raw in raws
            if raw["update_id"] in wanted
        }
        if not texts:
            return
        new = await inbox.take_in(self._db, texts, moment(self._clock))
        for number in sorted(new):
            update = read[number]
            if update is None:
                await self._set_aside(number, UNREADABLE, 1)
            else:
                await self._put(update)

    async def get(self) -> Update:
        """The next update, as soon as there is one."""
        return await self._queue.get()

    def done(self, update: Update) -> None:
        """The update needs nobody any more in this run."""
        self._here.discard(update.update_id)
        self._freed.set()

    async def run(self) -> None:
        """Takes up what staff want tried again; never ends."""
        while True:
            await self._alarm.wait(None)
            await self.take_up()

    async def take_up(self) -> None:
        """Queues what was taken in and is neither done, nor set aside, nor in hand."""
        left = [one for one in await inbox.left_over(self._db) if one.update_id not in self._here]
        if not left:
            return
        log.info("%d updates of the last run are taken up", len(left))
        if any(one.tries for one in left):
            await self._one_by_one(left)
            return
        await inbox.take_up(self._db, [one.update_id for one in left])
        for update in self._updates(left):
            await self._put(update)

    async def _one_by_one(self, left: Iterable[Left]) -> None:
        """The last run ended while it took these up: one of them may be why, and is found."""
        for one in left:
            if one.tries >= RUNS:
                await self._set_aside(one.update_id, KILLER, one.tries)
                continue
            await inbox.take_up(self._db, [one.update_id])
            for update in self._updates([one]):
                await self._put(update)
                await self._until_done(update)

    async def _set_aside(self, update_id: int, error: str, tries: int) -> None:
        fault = new_fault()
        log.error("Fault %s: update %d is set aside: %s", fault, update_id, error)
        await inbox.set_aside(self._db, update_id, fault, error, tries)

    def _updates(self, left: Iterable[Left]) -> Iterable[Update]:
        read = (self._read(raw) for one in left if (raw := self._opened(one)) is not None)
        return (update for update in read if update is not None)

    async def _text(self, raw: Raw, update: Update | None) -> str:
        """As it is kept: sealed, where it may come from somebody without a name."""
        text = json.dumps(raw)
        if update is not None and await self._veiling.covers(update):
            return self._veiling.cloak.seal(text)
        return text

    def _opened(self, one: Left) -> Raw | None:
        """None: it was sealed with a key that is here no more."""
        try:
            raw: Raw = json.loads(self._veiling.cloak.open(one.raw))
        except SealError:
            log.warning("Update %d was sealed with another key", one.update_id)
            return None
        return raw

    async def _put(self, update: Update) -> None:
        if update.update_id not in self._here:
            self._here.add(update.update_id)
            await self._queue.put(update)

    async def _until_done(self, update: Update) -> None:
        while update.update_id in self._here:
            self._freed.clear()
            await self._freed.wait()

    def _read(self, raw: Raw) -> Update | None:
        """The library's value; None for what it cannot read."""
        try:
            update = Update.de_json(raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever came, the others of the poll go on
            log.warning("Update %d cannot be read: %s", raw["update_id"], type(error).__name__)
            return None
        return update if is_whole(update) else None


def _sound(raw: Raw) -> Raw:
    """Half a pair of surrogates is no character, and neither SQLite nor Telegram takes it."""
    text = json.dumps(raw, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        sound: Raw = json.loads(text.encode("utf-8", "replace"))
        return sound
    return raw
