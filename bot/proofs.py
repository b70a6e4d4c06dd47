"""Messages that perhaps arrived come alive again when somebody uses them."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.reading import Used
from bot.sending import fault_of
from commands.kit import Delivery, unpack
from storage import deliveries, doubts, outcomes, proofs
from storage.database import Database
from storage.proofs import Shown

log = logging.getLogger(__name__)

Pin = Callable[[int, int], Awaitable[None]]
"""(chat id, message id); raises python-telegram-bot's errors."""


class Proofs:
    """Knows what is unproven; while that is nothing, or unchanged, the database is not asked."""

    def __init__(self, db: Database, pin: Pin, owners: Iterable[Delivery]) -> None:
        self._db = db
        self._pin_it = pin
        kinds = tuple(owners)
        self._kinds = {press: owner.kind for owner in kinds for press in owner.proof}
        self._quizzes = [owner.kind for owner in kinds if owner.on_quiz is not None]
        self._unproven: frozenset[Shown] = frozenset()
        self._changes = 1
        self._known = 0
        """Up to which change the unproven are known."""
        db.listen(doubts.TOPIC, self._change)

    async def weigh(self, chat_id: int, used: Used, now: datetime) -> None:
        """Takes the message for what its buttons say it is, if just that was in doubt here."""
        await self._look()
        for name, numbers in map(unpack, used.data if self._unproven else ()):
            subject_id = numbers[0] if numbers else 0
            shown = Shown(self._kinds.get(name, ""), subject_id, chat_id)
            if shown in self._unproven:
                row = await proofs.prove(self._db, shown, used.message_id, now)
                if row is not None:
                    log.info("A message in doubt (%s) has arrived: it is in use", shown.kind)
                    await self._pin(row)
                return

    async def quizzed(
        self, poll_id: str, chat_id: int, now: datetime
    ) -> deliveries.Delivery | None:
        """The quiz that was sent to this person; None: it was sent to somebody else, or by others.

        Bot API: a bot hears of votes in its own polls alone. So one that nobody knows is one whose
        sending got no answer yet, and its use shows that it arrived.
        """
        known = await proofs.polled(self._db, poll_id)
        if known is not None:
            return known if known.chat_id == chat_id else None
        return await proofs.prove_poll(self._db, poll_id, chat_id, self._quizzes, now)

    async def _pin(self, row: deliveries.Delivery) -> None:
        """Once; what only failed for now is tried by the outbox at the next start."""
        if not row.wants_pin or row.message_id is None:
            return
        try:
            await self._pin_it(row.chat_id, row.message_id)
        except TelegramError as error:
            log.warning("Delivery %d (%s) not pinned: %s", row.id, row.kind, fault_of(error))
            if not isinstance(error, (BadRequest, Forbidden)):
                return
        await outcomes.pinned(self._db, row.id)

    async def _look(self) -> None:
        while self._known != self._changes:
            changes = self._changes
            self._unproven = await proofs.unproven(self._db)
            self._known = changes

    def _change(self) -> None:
        self._changes += 1
