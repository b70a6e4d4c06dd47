"""Articles as `/find` shows them."""

from collections.abc import Sequence
from datetime import date

from commands.columns import rules, views
from commands.kit import Hit, clip
from locales import Words
from storage import articles, columns
from storage.database import Store

LABEL = 18


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """Those that everybody may read."""
    every = await columns.every(store)
    hits = {}
    for one in await articles.some(store, ids):
        own = rules.the(every, one.column_id)
        line = words.t(
            "{title} · {column} · {day}",
            title=clip(one.title, views.TITLE),
            column=views.path(words, own, every) if own else "—",
            day=words.day(views.published_on(words, one), today),
        )
        hits[one.id] = Hit(line, words.list([clip(one.title, LABEL)]), one.id)
    return hits
