"""Courses as `/find` shows them: by their titles, and what their lessons are about."""

from collections.abc import Sequence
from datetime import date

from commands.kit import Hit, clip
from locales import Words
from storage import courses
from storage.database import Store

TITLE, LABEL = 40, 24


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """Those that are open."""
    del today
    titles = await courses.titles(store, ids)
    return {
        number: Hit(
            words.t("{title}", title=clip(title, TITLE)),
            words.list([clip(title, LABEL)]),
            number,
        )
        for number, title in titles.items()
    }
