"""Sends and edits what is owed: each chat in its own order, one slow chat delays no other."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.clock import Alarm, Clock, moment
from bot.outages import Outage
from bot.outlet import TelegramOutlet
from bot.pacing import Pacer
from bot.rendering import Rendering
from bot.sending import fault_of
from bot.setbacks import Setbacks, pause_after
from commands.kit import Post, Urgency
from storage import deliveries, outcomes
from storage.availability import UnavailableError
from storage.cloaks import NOBODY, Cloak
from storage.database import Database

log = logging.getLogger(__name__)

IN_HAND = 32
"""So many chats of each urgency wait for their turn in memory; the others wait as rows."""
REST = 1.0
"""Seconds until it is tried again to write down what became of a message."""


class Outbox:
    """The worker that turns rows into messages."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        outlet: TelegramOutlet,
        pacer: Pacer,
        rendering: Rendering,
        alarm: Alarm,
        cloak: Cloak,
    ) -> None:
        self._db = db
        self._clock = clock
        self._outlet = outlet
        self._pacer = pacer
        self._rendering = rendering
        self._setbacks = Setbacks(db, clock, rendering.owners)
        self._alarm = alarm
        self._cloak = cloak
        self._ends = False
        self._in_hand: dict[int, Urgency] = {}
        """By chat: one message of each chat at a time."""
        self._patient: set[asyncio.Task[None]] = set()
        """Those who wait for a turn, and have nothing under way."""
        self._work = asyncio.TaskGroup()

    async def run(self) -> None:
        """Delivers what is due, then waits for the next moment or commit, until told to stop."""
        doubtful = await outcomes.doubt_interrupted(self._db)
        if doubtful:
            log.warning("%d messages were being sent when the bot ended; perhaps sent", doubtful)
        self._in_hand.clear()
        async with asyncio.TaskGroup() as self._work:
            for row in await deliveries.unpinned(self._db):
                self._work.create_task(self._pin(row))
            while not self._ends:
                await self._alarm.wait(await self._take_in_hand())

    def stop(self) -> None:
        """Lets `run` end once what is being sent has its answer; what waits stays a row."""
        self._ends = True
        for task in self._patient:
            task.cancel()
        self._alarm.wake()

    async def _take_in_hand(self) -> datetime | None:
        """Begins with what is due; returns when to look again if nothing happens before."""
        now, held = moment(self._clock), self._pacer.held()
        busy = self._in_hand.keys() | held.keys()
        look = await deliveries.look(self._db, now, self._lanes(), busy)
        for urgency, due in zip(Urgency, look.due, strict=True):
            for row in due:
                if row.chat_id not in self._in_hand:
                    self._in_hand[row.chat_id] = urgency
                    self._work.create_task(self._deliver(row, urgency))
        looks = [look.next_at]
        looks += [now + timedelta(seconds=seconds) for seconds in held.values()]
        return min((look for look in looks if look is not None), default=None)

    def _lanes(self) -> list[deliveries.Lane]:
        """What is urgent first."""
        crowd = Counter(self._in_hand.values())
        owners = self._rendering.owners.values()
        return [
            deliveries.Lane(
                [one.kind for one in owners if one.urgency == urgency], IN_HAND - crowd[urgency]
            )
            for urgency in Urgency
        ]

    async def _deliver(self, row: deliveries.Delivery, urgency: Urgency) -> None:
        """Only when its turn has come is it claimed: little is ever under way."""
        structlog.contextvars.bind_contextvars(delivery=row.id)  # this task is its own
        try:
            chat_id = await self._chat_of(row)
            await self._patiently(self._pacer.turn(chat_id, urgency))
            claimed = await outcomes.claim(self._db, row.id, moment(self._clock))
            if claimed is not None:
                await self._show(claimed, chat_id)
        except UnavailableError as error:
            log.warning("Delivery %d (%s) has to wait: %s", row.id, row.kind, error)
            await self._patiently(self._clock.sleep(REST))
        finally:
            del self._in_hand[row.chat_id]
            self._alarm.wake()

    async def _patiently(self, wait: Awaitable[None]) -> None:
        """Waits in a way that `stop` may cut."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - we are in one
        self._patient.add(task)
        try:
            await wait
        finally:
            self._patient.discard(task)

    async def _chat_of(self, row: deliveries.Delivery) -> int:
        """Somebody without a name is found now, and is written down nowhere."""
        find = self._rendering.owners[row.kind].addressee
        if row.chat_id != NOBODY or find is None:
            return row.chat_id
        return await find(self._db, self._cloak, row.subject_id) or NOBODY

    async def _show(self, row: deliveries.Delivery, chat_id: int) -> None:
        """The row stays as it is: a chat that it does not name is none of the file's."""
        try:
            post = await self._rendering.render(row.model_copy(update={"chat_id": chat_id}))
        except UnavailableError as error:
            said = str(error)
            await self._note(lambda: self._setbacks.come_again(row, said))
        except Exception as error:
            log.exception("Delivery %d (%s) cannot be rendered", row.id, row.kind)
            fault = repr(error)
            await self._note(lambda: self._setbacks.give_up(row, fault))
        else:
            if row.state == "sent":
                await self._edit(row, post)
            else:
                await self._send(row, post, chat_id)

    async def _send(self, row: deliveries.Delivery, post: Post | None, chat_id: int) -> None:
        if post is None or post.is_withdrawn or chat_id == NOBODY:
            await self._note(lambda: outcomes.not_sent(self._db, row.id, "dropped", ""))
            return
        try:
            where = chat_id, post, row.reply_to, row.topic_id
            sent = await self._outlet.deliver(*where)
        except TelegramError as error:
            fault = error
            await self._note(lambda: self._setbacks.not_sent(row, fault))
            return
        now = moment(self._clock)
        message_ids = sent.message_ids if row.chat_id == chat_id else ()
        arrived = row.id, message_ids, now, sent.poll_id
        await self._note(lambda: outcomes.sent(self._db, *arrived))
        reached = self._rendering.owners[row.kind].reached
        if reached is not None:
            await self._note(lambda: reached(self._db, row.subject_id, row.chat_id, now))
        if row.wants_pin:
            pinned = row.model_copy(update={"message_id": sent.message_ids[0]})
            self._work.create_task(self._pin(pinned))

    async def _edit(self, row: deliveries.Delivery, post: Post | None) -> None:
        try:
            if post is not None and post.is_withdrawn and await self._withdraw(row):
                await self._note(lambda: outcomes.not_sent(self._db, row.id, "dropped", ""))
                return
            if post is not None and post.is_editable and row.message_id is not None:
                await self._outlet.edit(row.chat_id, row.message_id, post)
        except TelegramError as error:
            fault = error
            await self._note(lambda: self._setbacks.not_edited(row, fault))
        else:
            await self._note(lambda: outcomes.edited(self._db, row.id, row.revision))
            if row.wants_pin:
                self._work.create_task(self._pin(row))

    async def _withdraw(self, row: deliveries.Delivery) -> bool:
        """Deletes it, an album whole; False when it is too old for that."""
        messages = await deliveries.messages_of(self._db, row.id)
        try:
            await self._outlet.delete(row.chat_id, messages)
        except BadRequest as error:
            log.info("Delivery %d (%s) is not deleted: %s", row.id, row.kind, fault_of(error))
            return False
        return True

    async def _note(self, write: Callable[[], Awaitable[None]]) -> None:
        """What became of a message is written down, however long the disk is full."""
        outage = Outage(self._clock, "What became of a message cannot be written down")
        while True:
            try:
                await write()
            except UnavailableError as error:
                await outage.goes_on(str(error))
            else:
                return

    async def _pin(self, row: deliveries.Delivery) -> None:
        """Outside the chat's turn, again until it is pinned or refused: twice is no harm."""
        tries = 0
        while row.message_id is not None and not self._ends:
            try:
                await self._outlet.pin(row.chat_id, row.message_id)
            except (BadRequest, Forbidden) as error:
                await self._note(partial(self._setbacks.not_pinned, row, error))
                return
            except TelegramError:
                await self._patiently(self._clock.sleep(pause_after(tries).total_seconds()))
                tries += 1
                continue
            await self._note(lambda: outcomes.pinned(self._db, row.id))
            return
