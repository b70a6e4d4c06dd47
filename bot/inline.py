"""Inline mode: `@bot words` in any chat, also of people whom the bot never met."""

from telegram import (
    Bot,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.clock import Clock, moment
from bot.keyboards import keyboard
from bot.outlet import TOO_LATE
from bot.reading import person_of
from bot.talks import Talks
from commands.kit import Role
from commands.kit.inlines import InlineAsked, InlinePage, InlineResult
from locales import plain
from locales.text import timeless
from storage import people
from storage.database import Store

QUERY_CHARACTERS = 256
"""Bot API, InlineQuery: text of the query, up to 256 characters."""
CACHED_SECONDS = 10
START = "menu"
"""The command that a hint above the results leads to."""


async def answer(talks: Talks, store: Store, query: InlineQuery, clock: Clock, bot: Bot) -> None:
    """Shows what everybody may see, in the asker's language; nobody is remembered for asking."""
    handler = talks.routes.inline
    if handler is None:
        return
    known, _ = await people.known(store, query.from_user.id)
    person = known or person_of(query.from_user, talks.catalogues)
    words = talks.catalogues.words(person.language)
    every = (one for feature in talks.routes.features for one in feature.findables)
    public = tuple(one for one in every if one.is_for(Role.MEMBER, is_private=False))
    said = query.query[:QUERY_CHARACTERS]
    asked = InlineAsked(said, query.offset, moment(clock), public)
    await _show(bot, query.id, await handler(store, words, asked))


async def _show(bot: Bot, query_id: str, page: InlinePage) -> None:
    """Kept for moments and for this person alone, as the words are of the own language.

    Too late is no error: the person has typed on.
    """
    hint = InlineQueryResultsButton(plain(page.hint), start_parameter=START) if page.hint else None
    try:
        await bot.answer_inline_query(
            query_id,
            [_article(one, bot.username) for one in page.results],
            cache_time=CACHED_SECONDS,
            is_personal=True,
            next_offset=page.next_offset,
            button=hint,
        )
    except BadRequest as error:
        if not any(reason in error.message.lower() for reason in TOO_LATE):
            raise


def _article(one: InlineResult, username: str) -> InlineQueryResultArticle:
    """Moments that only newer servers know are left out: choosing it cannot be tried again."""
    said = InputTextMessageContent(
        timeless(one.post.text),
        ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    keys = keyboard(one.post.buttons, username)
    return InlineQueryResultArticle(one.id, one.title, said, keys, description=one.description)
