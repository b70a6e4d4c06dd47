"""Asks Telegram for updates: the next ones only once the last ones are on disk."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.outages import Outage
from bot.regrets import Regrets
from bot.sending import Pace, fault_of, seconds_of
from storage.availability import UnavailableError

log = logging.getLogger(__name__)

WANTED = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
    Update.INLINE_QUERY,
    Update.POLL_ANSWER,
)
POLL_SECONDS = 25
DEAD_SECONDS = 45
"""A poll without an answer for so long is dead, whatever the connection says, and is made anew."""
YOUNG_SECONDS = 120
"""Of two instances with one token, the one that began less than this ago is the later one."""
GIVE_WAY_SECONDS = 10
REFUSALS = 2
"""So many refusals of the token in a row are no slip of some machine between us and Telegram."""

Raw = dict[str, Any]
Take = Callable[[Sequence[Raw]], Awaitable[None]]


class SupersededError(Exception):
    """Another instance polls with the same token, and began before this one."""


class PollingBot(ExtBot[Pace]):
    """python-telegram-bot's, which also gives a poll as it came."""

    async def raw_updates(self, offset: int) -> list[Raw]:
        """One long poll; one update that the library cannot read spoils no other."""
        asked = {"offset": offset, "timeout": POLL_SECONDS, "allowed_updates": list(WANTED)}
        found: list[Raw] = await self._post("getUpdates", asked, read_timeout=POLL_SECONDS + 5)
        return found


class Polling:
    """The worker that polls; `run` ends only by being cancelled or by an error that stays."""

    def __init__(
        self,
        bot: PollingBot,
        clock: Clock,
        take: Take,
        regrets: Regrets,
        heard: Callable[[], Awaitable[None]],
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._take = take
        self._regrets = regrets
        self._heard = heard
        self._began = clock.elapsed()
        self._offset = 0
        self._refusals = 0
        self._is_contested = False
        self._telegram = Outage(clock, "Telegram is not heard")
        self._disk = Outage(clock, "Updates cannot be kept")

    async def run(self) -> None:
        """Raises InvalidToken when Telegram forgets the token, or SupersededError."""
        while True:
            try:
                raws = await self._ask()
            except InvalidToken as error:
                await self._refused(error)
            except Conflict as error:
                await self._contested(error)
            except RetryAfter as flood:
                await self._clock.sleep(seconds_of(flood))
            except TelegramError as error:
                await self._telegram.goes_on(fault_of(error))
            else:
                self._refusals = 0
                self._telegram.ends()
                await self._keep(raws)

    async def _ask(self) -> list[Raw]:
        try:
            async with asyncio.timeout(DEAD_SECONDS):
                return await self._bot.raw_updates(self._offset)
        except TimeoutError:
            raise TelegramError(f"no answer in {DEAD_SECONDS} s") from None

    async def _keep(self, raws: list[Raw]) -> None:
        try:
            if raws:
                await self._take(raws)
            await self._heard()
        except UnavailableError as error:
            await self._regrets.tell(raws)
            await self._disk.goes_on(str(error))
        except Exception as error:
            log.exception("A poll could not be kept; it is made again")
            await self._disk.goes_on(repr(error))
        else:
            if self._disk.ends():
                self._regrets.forget()
            if raws:
                self._offset = raws[-1]["update_id"] + 1

    async def _refused(self, error: InvalidToken) -> None:
        self._refusals += 1
        if self._refusals >= REFUSALS:
            log.critical("Telegram does not know the token any more: the bot ends here")
            raise error
        await self._telegram.goes_on(fault_of(error))

    async def _contested(self, error: Conflict) -> None:
        if self._clock.elapsed() - self._began < YOUNG_SECONDS:
            log.critical("Another program polls with this token: the later one, this one, ends")
            raise SupersededError from error
        if not self._is_contested:
            log.error("Another program polls with this token too. This one goes on; end the other")
            self._is_contested = True
        await self._clock.sleep(GIVE_WAY_SECONDS)
