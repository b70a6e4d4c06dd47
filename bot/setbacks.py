"""A message that was not delivered: tried again, given up, in doubt, or told in another way."""

import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.clock import Clock, moment
from bot.handling import Handling
from bot.sending import fault_of, seconds_of, surely_not_sent, why_unreached
from commands.kit import Delivery
from storage import deliveries, outcomes, people, supergroups
from storage.database import Database, UnavailableError

log = logging.getLogger(__name__)

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
        elif isinstance(error, (BadRequest, Forbidden)):
            await outcomes.not_sent(self._db, row.id, "failed", fault_of(error))
        elif surely_not_sent(error):
            await self.come_again(row, fault_of(error), _wait(error))
        else:
            await outcomes.not_sent(self._db, row.id, "unknown", fault_of(error))

    async def not_edited(self, row: deliveries.Delivery, error: TelegramError) -> None:
        """An edit met this: it may always be tried again, unless Telegram refused it."""
        again = moment(self._clock) + (_wait(error) or pause_after(row.tries))
        if isinstance(error, (BadRequest, Forbidden, ChatMigrated)):
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

    async def _unreached(self, row: deliveries.Delivery, error: TelegramError, why: str) -> None:
        """The person is marked, the row settled, and what follows is owed: in one transaction.

        What something else stands in for is dropped, so staff have nothing to decide about it.
        """
        now = moment(self._clock)
        settle = partial(outcomes.settle, delivery_id=row.id, fault=fault_of(error))
        mark = partial(people.unreached, person_id=row.chat_id, why=why, now=now)
        follow = self._owners[row.kind].unreached
        try:
            if follow is not None:
                store = Handling(self._db, partial(settle, state="dropped"), (mark,))
                await follow(store, row.subject_id, row.chat_id, now)
                await store.finish()
                return
        except UnavailableError:
            raise
        except Exception:
            log.exception("Delivery %d (%s): nothing follows that it failed", row.id, row.kind)
        await Handling(self._db, partial(settle, state="failed"), (mark,)).finish()


def _wait(error: TelegramError) -> timedelta | None:
    """How long Telegram says to wait."""
    return timedelta(seconds=seconds_of(error)) if isinstance(error, RetryAfter) else None
