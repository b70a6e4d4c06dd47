"""Sends and edits what is owed: each chat in its own order, one slow chat delays no other."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.clock import Alarm, Clock, moment
from bot.outlet import TelegramOutlet
from bot.sending import fault_of, surely_not_sent
from commands.kit import Delivery, Post
from locales import Catalogues, Words
from storage import chats, deliveries, people
from storage.database import Database

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=5)


class Outbox:
    """The worker that turns rows into messages."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        outlet: TelegramOutlet,
        catalogues: Catalogues,
        owners: Iterable[Delivery],
        alarm: Alarm,
    ) -> None:
        self._db = db
        self._clock = clock
        self._outlet = outlet
        self._catalogues = catalogues
        self._owners = {owner.kind: owner for owner in owners}
        self._alarm = alarm
        self._ends = False
        self._in_hand: set[int] = set()
        self._work = asyncio.TaskGroup()
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def run(self) -> None:
        """Delivers what is due, then waits for the next moment or commit, until told to stop."""
        doubtful = await deliveries.doubt_interrupted(self._db)
        if doubtful:
            log.warning("%d messages were being sent when the bot ended; perhaps sent", doubtful)
        async with asyncio.TaskGroup() as self._work:
            for row in await deliveries.unpinned(self._db):
                self._work.create_task(self._pin(row))
            while not self._ends:
                now, due = moment(self._clock), await deliveries.next_due(self._db)
                if due is None or due > now:
                    await self._alarm.wait(due)
                    continue
                for row in await deliveries.claim(self._db, now):
                    if row.state != "sent" or row.id not in self._in_hand:
                        self._work.create_task(self._deliver(row))

    def stop(self) -> None:
        """Lets `run` end once what is being sent has its answer."""
        self._ends = True
        self._alarm.wake()

    async def _deliver(self, row: deliveries.Delivery) -> None:
        """In the chat's turn. What fails beyond the render leaves the row in doubt, not lost."""
        self._in_hand.add(row.id)
        try:
            async with self._turns[row.chat_id]:
                await self._show(row)
        finally:
            self._in_hand.discard(row.id)

    async def _show(self, row: deliveries.Delivery) -> None:
        try:
            post = await self._render(row)
        except Exception as error:
            log.exception("Delivery %d (%s) cannot be rendered", row.id, row.kind)
            await self._give_up(row, error)
            return
        await (self._edit(row, post) if row.state == "sent" else self._send(row, post))

    async def _send(self, row: deliveries.Delivery, post: Post | None) -> None:
        if post is None:
            await deliveries.not_sent(self._db, row.id, "dropped", "")
            return
        try:
            message_id = await self._outlet.send(row.chat_id, post, row.reply_to)
        except TelegramError as error:
            await self._not_sent(row, error)
            return
        await deliveries.sent(self._db, row.id, message_id, moment(self._clock))
        if row.wants_pin:
            pinned = row.model_copy(update={"message_id": message_id})
            self._work.create_task(self._pin(pinned))

    async def _not_sent(self, row: deliveries.Delivery, error: TelegramError) -> None:
        now = moment(self._clock)
        log.warning("Delivery %d (%s): %s", row.id, row.kind, fault_of(error))
        if isinstance(error, ChatMigrated):
            old, new = row.chat_id, error.new_chat_id
            await self._db.write(lambda connection: chats.migrate(connection, old, new))
            await deliveries.not_sent(self._db, row.id, "pending", fault_of(error), again_at=now)
        elif isinstance(error, (BadRequest, Forbidden)):
            await deliveries.not_sent(self._db, row.id, "failed", fault_of(error))
        elif surely_not_sent(error):
            again = now + _pause(row.tries)
            await deliveries.not_sent(self._db, row.id, "pending", fault_of(error), again_at=again)
        else:
            await deliveries.not_sent(self._db, row.id, "unknown", fault_of(error))

    async def _edit(self, row: deliveries.Delivery, post: Post | None) -> None:
        try:
            if post is not None and row.message_id is not None:
                await self._outlet.edit(row.chat_id, row.message_id, post)
        except (BadRequest, Forbidden) as error:
            log.warning("Delivery %d (%s) not edited: %s", row.id, row.kind, fault_of(error))
            await deliveries.edit_failed(self._db, row.id, fault_of(error), None)
        except TelegramError as error:
            again = moment(self._clock) + _pause(row.tries)
            await deliveries.edit_failed(self._db, row.id, fault_of(error), again)
        else:
            await deliveries.edited(self._db, row.id, row.revision)

    async def _pin(self, row: deliveries.Delivery) -> None:
        """Outside the chat's turn, again until it is pinned or refused: twice is no harm."""
        tries = 0
        while row.message_id is not None and not self._ends:
            try:
                await self._outlet.pin(row.chat_id, row.message_id)
            except (BadRequest, Forbidden) as error:
                log.warning("Delivery %d (%s) not pinned: %s", row.id, row.kind, fault_of(error))
            except TelegramError:
                await self._clock.sleep(_pause(tries).total_seconds())
                tries += 1
                continue
            await deliveries.pinned(self._db, row.id)
            return

    async def _give_up(self, row: deliveries.Delivery, error: Exception) -> None:
        """A render that fails would fail again: the row says so, and the others go on."""
        if row.state == "sent":
            await deliveries.edit_failed(self._db, row.id, repr(error), None)
        else:
            await deliveries.not_sent(self._db, row.id, "failed", repr(error))

    async def _render(self, row: deliveries.Delivery) -> Post | None:
        owner = self._owners[row.kind]
        return await owner.render(self._db, await self._words(row), row.subject_id)

    async def _words(self, row: deliveries.Delivery) -> Words:
        if row.language is not None:
            return self._catalogues.words(row.language)
        if row.chat_id > 0:
            person, _ = await people.known(self._db, row.chat_id)
            return self._catalogues.words(person.language if person else None)
        chat = await chats.one(self._db, row.chat_id)
        return self._catalogues.words(chat.language if chat else None)


def _pause(tries: int) -> timedelta:
    return min(FIRST_PAUSE * (1 << min(tries, 20)), LONGEST_PAUSE)
