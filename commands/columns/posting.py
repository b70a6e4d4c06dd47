"""What of an article is owed to groups and to staff, rendered when it is sent."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from commands.columns import cards, rules, views
from commands.columns.handlers import signature
from commands.columns.writing import desk
from commands.kit import File, Post, Studio, clip
from locales import Words
from storage import articles, columns, publications
from storage.articles import Article
from storage.attachments import DOCUMENT
from storage.database import Store
from storage.hitches import Hindrance

TITLE = 60


async def card(store: Store, studio: Studio, article_id: int) -> Post | None:
    """As staff have it before them."""
    one = await articles.one(store, article_id)
    return cards.card(studio.words, one, await desk(store)) if one else None


async def post(store: Store, words: Words, article_id: int) -> Post | None:
    """In a group; it goes when it is withdrawn."""
    one = await articles.one(store, article_id)
    if one is None:
        return None
    if not one.is_public:
        return _withdrawn(words)
    every = await columns.every(store)
    own = rules.the(every, one.column_id)
    if own is None:
        return None
    where, office = views.path(words, own, every), await signature(store, words)
    return views.posted(words, one, own, views.signed(words, one, where, office))


def enclosed(*, papers: bool) -> Callable[[Store, Words, int], Awaitable[Post | None]]:
    """What goes along, above the words: photos and videos, or files."""

    async def render(store: Store, words: Words, article_id: int) -> Post | None:
        one = await articles.one(store, article_id)
        files = _of(one, papers=papers) if one else ()
        if one is None or not files:
            return None
        caption = words.t("📎 {title}", title=clip(one.title, TITLE))
        return Post(caption, files=files, is_withdrawn=not one.is_public)

    return render


async def hitch(store: Store, words: Words, article_id: int) -> Post | None:
    """To staff, what Telegram did not let the bot do."""
    one = await articles.one(store, article_id)
    return cards.hitch(words, one) if one else None


async def hindered(store: Store, article_id: int, what: Hindrance, now: datetime) -> None:
    """The topic or the group is not open to the bot: staff are told once."""
    await publications.hinder(store, article_id, what, now)


def _of(one: Article, *, papers: bool) -> tuple[File, ...]:
    return tuple(File(f.kind, f.file_id) for f in one.files if (f.kind == DOCUMENT) == papers)


def _withdrawn(words: Words) -> Post:
    return Post(words.t("🗑 This article was withdrawn."), is_withdrawn=True)
