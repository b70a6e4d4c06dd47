"""One update: answered, tried again, or kept with an apology."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from itertools import count

from markupsafe import Markup
from telegram import InlineQuery, Update
from telegram.error import BadRequest, TelegramError

from bot import inline, membership, topics
from bot.clock import Clock, moment
from bot.dispatch import Dispatch
from bot.faults import new_fault
from bot.handling import Handling
from bot.intake import TRIES
from bot.logs import about, redact
from bot.manners import Manners
from bot.ordering import resting
from bot.reading import Incoming, read
from bot.refusals import apology, not_now, out_of_reach, too_much
from bot.sending import fault_of
from bot.talks import Talks
from bot.workers import end
from commands.kit import Talk
from storage import inbox
from storage.availability import UnavailableError
from storage.database import Database
from storage.sealing import PERSON, Doing

log = logging.getLogger(__name__)

PAUSES = (0.5, 2.0)
"""Seconds before what failed is tried again."""
LONGEST_PAUSE = 15.0
ERROR_CHARACTERS = 300
SPINNER_SECONDS = 8.0
"""Telegram soon takes no answer to a press any more: "query is too old"."""


@dataclass
class _Try:
    """One try to answer an update, and how far it came."""

    update: Update
    number: int
    talk: Talk | None = None
    store: Handling | None = None

    @property
    def is_done(self) -> bool:
        return self.store is not None and self.store.is_done

    @property
    def has_answered(self) -> bool:
        return self.talk is not None and self.talk.has_answered


@dataclass
class Router:
    """What is called for every update."""

    db: Database
    clock: Clock
    talks: Talks
    dispatch: Dispatch
    manners: Manners

    async def handle(self, update: Update) -> None:
        """Answers an update; a fault of ours has an id that the log bears too."""
        with about(update=update.update_id):
            await self._handle(update)

    async def _handle(self, update: Update) -> None:
        is_told = False
        for number in count(1):
            one = _Try(update, number)
            try:
                await self._try(one)
            except UnavailableError as error:
                if one.is_done or one.has_answered:
                    break
                log.log(_level(number), "Update %d has to wait: %s", update.update_id, error)
                if one.talk is not None and not is_told:
                    is_told = True
                    await self._say(one.talk, not_now(one.talk.words))
                await self._rest(min(2.0**number, LONGEST_PAUSE))
            except Exception as error:  # noqa: BLE001 - whatever it was, the next update goes on
                if await self._is_given_up(one, error):
                    return
                await self._rest(PAUSES[min(number, len(PAUSES)) - 1])
            else:
                break
        await self._surely(partial(self._finish, update, one.store))

    async def _try(self, one: _Try) -> None:
        now = moment(self.clock)
        if one.update.inline_query is not None:
            one.store = self._handling(one.update)
            await self._inline(one.update.inline_query, one.store)
            return
        incoming = read(one.update, self.talks.catalogues)
        if topics.concerns(one.update):
            one.store = self._handling(one.update)
            await topics.handle(one.store, one.update)
            return
        if incoming is None or membership.concerns(one.update):
            one.store = self._handling(one.update)
            await membership.handle(one.store, one.update, now)
            return
        one.talk, one.store = await self.talks.begin(incoming, now)
        try:
            await self._dispatch(one.talk, incoming, one.update)
        except TelegramError as error:
            log.warning("Update %d was not answered: %s", one.update.update_id, fault_of(error))

    async def _inline(self, query: InlineQuery, store: Handling) -> None:
        try:
            await inline.answer(self.talks, store, query, self.clock, self.dispatch.bot)
        except TelegramError as error:
            log.warning("An inline query was not answered: %s", fault_of(error))

    async def _dispatch(self, talk: Talk, incoming: Incoming, update: Update) -> None:
        if self.manners.is_the_warning(update):
            await talk.say(too_much(talk.words))
        elif incoming.query_id:
            await self._press(talk, incoming)
        elif incoming.is_edit:
            await self.dispatch.edit(talk, incoming)
        elif incoming.reactions is not None:
            await self.dispatch.reaction(talk)
        elif incoming.poll_id:
            await self.dispatch.quiz(talk, incoming)
        else:
            await self.dispatch.message(talk, incoming)

    async def _press(self, talk: Talk, incoming: Incoming) -> None:
        """The button comes to rest in time, also when its message is gone or not ours to change."""
        in_time = asyncio.create_task(self._stop_in_time(talk))
        try:
            await self.dispatch.press(talk, incoming)
        except BadRequest as error:
            log.warning("Update %d: %s", incoming.update_id, fault_of(error))
            await talk.toast(out_of_reach(talk.words))
        finally:
            await end(in_time)
        await talk.stop_spinner()

    async def _stop_in_time(self, talk: Talk) -> None:
        """A message that waits for a full group's pace must not let the button wait as well."""
        await self.clock.sleep(SPINNER_SECONDS)
        await talk.stop_spinner()

    async def _is_given_up(self, one: _Try, error: Exception) -> bool:
        """Tried again, unless it was often enough or somebody would see or feel it twice."""
        if one.talk is not None:
            self.talks.forget(one.talk.place)
        if one.number < TRIES and not one.is_done and not one.has_answered:
            log.warning("Update %d failed and is tried again", one.update.update_id, exc_info=error)
            return False
        fault = new_fault()
        log.error("Fault %s in update %d", fault, one.update.update_id, exc_info=error)
        if not one.is_done:
            await self._surely(partial(self._set_aside, one, fault, error))
        if one.talk is not None:
            await self._say(one.talk, apology(one.talk.words, fault))
        return True

    async def _set_aside(self, one: _Try, fault: str, error: Exception) -> None:
        first = f"{type(error).__name__}: {error}".partition("\n")[0]
        said = redact(first)[:ERROR_CHARACTERS]
        await inbox.set_aside(self.db, one.update.update_id, fault, said, one.number)

    async def _say(self, talk: Talk, text: Markup) -> None:
        if talk.reactions is not None:
            return  # who reacts waits for no word, and a group shall read none
        try:
            await talk.say(text)
        except TelegramError as error:
            log.warning("A fault could not be told: %s", fault_of(error))

    async def _finish(self, update: Update, store: Handling | None) -> None:
        await (store or self._handling(update)).finish()

    async def _surely(self, write: Callable[[], Awaitable[None]]) -> None:
        """Again until it is on disk: what was answered is not answered twice."""
        while True:
            try:
                await write()
            except UnavailableError:
                await self._rest(PAUSES[-1])
            else:
                return

    async def _rest(self, seconds: float) -> None:
        async with resting():
            await self.clock.sleep(seconds)

    def _handling(self, update: Update) -> Handling:
        now, who = moment(self.clock), update.effective_user
        doing = Doing(PERSON, who.id, now) if who else Doing(at=now)
        complete = partial(inbox.complete, update_id=update.update_id, now=now)
        return Handling(self.db, complete, doing=doing)


def _level(number: int) -> int:
    """The first try says it aloud; those that follow would fill the log."""
    return logging.WARNING if number == 1 else logging.DEBUG
