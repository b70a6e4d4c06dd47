"""Says that nothing can be written down just now: once to each message or press that waits."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.outlet import TelegramOutlet
from bot.reading import Incoming, read
from bot.refusals import not_now
from bot.sending import fault_of
from commands.kit import Post
from locales import Catalogues

log = logging.getLogger(__name__)

REMEMBERED = 1000
"""So many are told in one outage; the others find their answer when it is over."""


class Regrets:
    """The kind word to whoever waits; what they sent waits at Telegram, and comes again."""

    def __init__(
        self,
        bot: Bot,
        outlet: TelegramOutlet,
        catalogues: Catalogues,
        is_for_us: Callable[[Update], bool],
    ) -> None:
        self._bot = bot
        self._outlet = outlet
        self._catalogues = catalogues
        self._is_for_us = is_for_us
        self._told: set[int] = set()

    async def tell(self, raws: Sequence[dict[str, Any]]) -> None:
        """Each of them once, whatever happens to it."""
        for raw in raws:
            number = raw["update_id"]
            if number in self._told or len(self._told) >= REMEMBERED:
                continue
            self._told.add(number)
            try:
                update = Update.de_json(raw, self._bot)
                incoming = read(update, self._catalogues)
                if incoming is not None and self._is_for_us(update):
                    await self._tell(incoming)
            except TelegramError as error:
                log.warning("Update %d: nobody was told: %s", number, fault_of(error))

    def forget(self) -> None:
        """It is over: the next time they are told again."""
        self._told.clear()

    async def _tell(self, incoming: Incoming) -> None:
        person = incoming.person
        text = not_now(self._catalogues.words(person.language if person else None))
        if incoming.query_id:
            await self._outlet.answer(incoming.query_id, text, alert=False)
        else:
            place = incoming.place
            reply_to = None if place.is_private else incoming.message.id
            await self._outlet.send(place.id, Post(text), reply_to, place.topic_id)
