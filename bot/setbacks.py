"""A message that was not delivered: tried again, given up, in doubt, or told in another way."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock, moment
from bot.handling import Handling, Meeting
from bot.sending import (
    fault_of,
    group_is_lost,
    lacks_right,
    seconds_of,
    surely_not_sent,
    topic_is_lost,
    why_unreached,
)
from commands.kit import Delivery
from storage import chats, deliveries, outcomes, people, supergroups, topics
from storage.availability import UnavailableError
from storage.database import Database, Store
from storage.hitches import NO_GROUP, NO_PIN, NO_TOPIC, Hindrance

log = logging.getLogger(__name__)

_Then = Callable[[Store, datetime], Awaitable[None]]
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=5)


def pause_after(tries: int) -> timedelta:
    """2 seconds, then twice as long each time, up to 5 minutes."""
    return min(FIRST_PAUSE * (1 << min(tries, 20)), LONGEST_PAUSE)


class Setbacks:
    """Writes down what becomes of a delivery that met an error; nothing is silently dropped."""

    def __init__(self, db: Database, clock: Clock, owners: Mapping[str, Delivery]) -> None:
        self._db = db
        self._clock = clock
        self._owners = owners

    async def not_sent(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """A send met this: only what surely did not leave is tried again by itself."""
        log.warning("Delivery %d (%s): %s", row.id, row.kind, fault_of(error))
        why = why_unreached(error)
        if isinstance(error, ChatMigrated):
            await self._migrate(row, error)
        elif why is not None and row.chat_id > 0:
            await self._unreached(row, error, why)
        elif row.topic_id is not None and topic_is_lost(error):
            await self._to_general(row, error)
        elif row.chat_id < 0 and group_is_lost(error):
            await self._out_of_group(row, error)
        elif isinstance(error, (BadRequest, Forbidden)):
            await outcomes.not_sent(self._db, row.id, "failed", fault_of(error))
        elif surely_not_sent(error):
            await self.come_again(row, fault_of(error), _wait(error))
        else:
            await outcomes.not_sent(self._db, row.id, "unknown", fault_of(error))

    async def not_edited(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """An edit met this: it may always be tried again, unless Telegram refused it."""
        again = moment(self._clock) + (_wait(error) or pause_after(row.tries))
        if row.chat_id < 0 and group_is_lost(error):
            log.warning("Delivery %d (%s) not edited: %s", row.id, row.kind, fault_of(error))
            await self._out_of_group(row, error)
        elif isinstance(error, (BadRequest, Forbidden, ChatMigrated)):
            log.warning("Delivery %d (%s) not edited: %s", row.id, row.kind, fault_of(error))
            await outcomes.edit_failed(self._db, row.id, fault_of(error), None)
        else:
            log.info("Delivery %d (%s) is edited later: %s", row.id, row.kind, fault_of(error))
            await outcomes.edit_failed(self._db, row.id, fault_of(error), again)

    async def come_again(
        self, row: deliveries.Delivery, fault: str, wait: timedelta | None = None
    ) -> None:
        """Nothing was sent or edited: it is due again after a while."""
        again = moment(self._clock) + (wait or pause_after(row.tries))
        if row.state == "sent":
            await outcomes.edit_failed(self._db, row.id, fault, again)
        else:
            await outcomes.not_sent(self._db, row.id, "pending", fault, again_at=again)

    async def give_up(self, row: deliveries.Delivery, fault: str) -> None:
        """A render that fails would fail again: the row says so, and the others go on."""
        if row.state == "sent":
            await outcomes.edit_failed(self._db, row.id, fault, None)
        else:
            await outcomes.not_sent(self._db, row.id, "failed", fault)

    async def _migrate(self, row: deliveries.Delivery, error: ChatMigrated) -> None:
        old, new, now = row.chat_id, error.new_chat_id, moment(self._clock)
        await self._db.write(lambda connection: supergroups.migrate(connection, old, new, now))
        await outcomes.not_sent(self._db, row.id, "pending", fault_of(error), again_at=now)

    async def not_pinned(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """Telegram refused the pin for good."""
        log.warning("Delivery %d (%s) not pinned: %s", row.id, row.kind, fault_of(error))
        settle = partial(outcomes.let_pin_go, delivery_id=row.id)
        then = self._hindered(row, NO_PIN) if lacks_right(error) else None
        await self._follow(row, then, settle, settle)

    async def _unreached(self, row: deliveries.Delivery, error: TelegramError, why: str) -> None:
        """The person is marked; what something else stands in for is dropped."""
        mark = partial(people.unreached, person_id=row.chat_id, why=why, now=moment(self._clock))
        follow = self._owners[row.kind].unreached

        async def then(store: Store, now: datetime) -> None:
            if follow is not None:
                await follow(store, row.subject_id, row.chat_id, now)

        await self._follow(row, then if follow else None, *self._given_up(row, error), mark)

    async def _to_general(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """The topic was closed or deleted: it goes to the general part of the group."""
        topic_id = row.topic_id or 0
        settle = partial(outcomes.to_general, delivery_id=row.id, fault=fault_of(error))
        mark = partial(topics.stand, chat_id=row.chat_id, topic_id=topic_id, is_open=False)
        await self._follow(row, self._hindered(row, NO_TOPIC), settle, settle, mark)

    async def _out_of_group(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """The bot is in the group no more."""
        mark = partial(chats.leave, chat_id=row.chat_id)
        await self._follow(row, self._hindered(row, NO_GROUP), *self._given_up(row, error), mark)

    def _hindered(self, row: deliveries.Delivery, why: str) -> _Then | None:
        follow = self._owners[row.kind].hindered
        what = Hindrance(chat_id=row.chat_id, topic_id=row.topic_id, why=why)

        async def then(store: Store, now: datetime) -> None:
            if follow is not None:
                await follow(store, row.subject_id, what, now)

        return then if follow else None

    def _given_up(self, row: deliveries.Delivery, error: TelegramError) -> tuple[Meeting, Meeting]:
        """How it is settled: dropped when something follows, else in doubt for staff to decide."""
        fault = fault_of(error)
        if row.state == "sent":
            let_go = partial(outcomes.let_edit_go, delivery_id=row.id, fault=fault)
            return let_go, let_go
        settle = partial(outcomes.settle, delivery_id=row.id, fault=fault)
        return partial(settle, state="dropped"), partial(settle, state="failed")

    async def _follow(
        self,
        row: deliveries.Delivery,
        then: _Then | None,
        settle: Meeting,
        otherwise: Meeting,
        *marks: Meeting,
    ) -> None:
        """What was learned, what becomes of the row and what follows: in one transaction."""
        try:
            if then is not None:
                store = Handling(self._db, settle, marks)
                await then(store, moment(self._clock))
                await store.finish()
                return
        except UnavailableError:
            raise
        except Exception:
            log.exception("Delivery %d (%s): nothing follows that it failed", row.id, row.kind)
        await Handling(self._db, otherwise, marks).finish()


def _wait(error: TelegramError) -> timedelta | None:
    """How long Telegram says to wait."""
    return timedelta(seconds=seconds_of(error)) if isinstance(error, RetryAfter) else None
