"""One update: answered, or kept with an apology."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from telegram import Update
from telegram.error import BadRequest, TelegramError

from bot import membership
from bot.clock import Clock, moment
from bot.dispatch import Dispatch
from bot.handling import Handling
from bot.reading import Incoming, read
from bot.refusals import apology, out_of_reach
from bot.sending import fault_of
from bot.talks import Talks
from commands.kit import Talk
from storage import inbox
from storage.database import Database

log = logging.getLogger(__name__)


@dataclass
class Router:
    """What the application calls for every update."""

    db: Database
    clock: Clock
    talks: Talks
    dispatch: Dispatch

    async def handle(self, update: Update, _context: object) -> None:
        """Answers an update; a fault of ours has an id that the log bears too."""
        now = moment(self.clock)
        try:
            incoming = read(update, self.talks.catalogues)
            if incoming is None or membership.concerns(update):
                await self._note(update, now)
            else:
                await self._answer(incoming, update, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, the next update goes on
            await self._set_aside(update, error)

    async def _note(self, update: Update, now: datetime) -> None:
        complete = partial(inbox.complete, update_id=update.update_id, now=now)
        store = Handling(self.db, complete)
        await membership.handle(store, update, now)
        await store.finish()

    async def _answer(self, incoming: Incoming, update: Update, now: datetime) -> None:
        talk, store = await self.talks.begin(incoming, now)
        try:
            await self._dispatch(talk, incoming, update)
        except TelegramError as error:
            log.warning("Update %d was not answered: %s", update.update_id, fault_of(error))
        except Exception as error:  # noqa: BLE001 - whatever it was, the person is told
            self.talks.forget(incoming.place)
            fault = await self._set_aside(update, error)
            await talk.say(apology(talk.words, fault))
            return
        await store.finish()

    async def _dispatch(self, talk: Talk, incoming: Incoming, update: Update) -> None:
        if incoming.query_id:
            await self._press(talk, incoming)
        else:
            await self.dispatch.message(talk, incoming, update.to_json())

    async def _press(self, talk: Talk, incoming: Incoming) -> None:
        """The button comes to rest, also when its message is gone or not ours to change."""
        try:
            await self.dispatch.press(talk, incoming)
        except BadRequest as error:
            log.warning("Update %d: %s", incoming.update_id, fault_of(error))
            await talk.toast(out_of_reach(talk.words))
        await talk.stop_spinner()

    async def _set_aside(self, update: Update, error: Exception) -> str:
        """Keeps the update with the fault's id, out of the way of the others."""
        fault = secrets.token_hex(3)
        log.error("Fault %s in update %d", fault, update.update_id, exc_info=error)
        await inbox.set_aside(self.db, update.update_id, fault)
        return fault
