"""What BotFather has to allow, noted at start and told by `gongjian doctor`."""

import logging
from collections.abc import Iterator

from markupsafe import Markup
from telegram import Bot

from locales import Words
from storage import abilities
from storage.database import Database
from storage.health import Health

log = logging.getLogger(__name__)


async def note(db: Database, bot: Bot) -> None:
    """Notes it; the log says what is missing."""
    is_on = bool(bot.supports_inline_queries)
    if not is_on:
        log.warning("@%s cannot be asked from other chats: /setinline at BotFather", bot.username)
    if await abilities.has(db, abilities.INLINE) is not is_on:
        await abilities.note(db, abilities.INLINE, is_on=is_on)


def missing(words: Words, health: Health) -> Iterator[Markup]:
    """A sentence for what BotFather does not allow yet."""
    if health.is_asked_inline is False:
        yield words.t(
            "Nobody can search from other chats by @name: give the bot /setinline at BotFather, and"
            " start it again."
        )
