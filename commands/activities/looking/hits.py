"""Activities as `/find` shows them."""

from collections.abc import Sequence
from datetime import date

from commands.activities.looking.lists import line_of
from commands.kit import Hit
from locales import Words
from storage import activity_lists
from storage.database import Store


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """Those that `/activities` lists."""
    return {
        one.id: Hit(line_of(words, one, today), words.t("📷 {number}", number=one.id), one.id)
        for one in await activity_lists.some(store, ids)
    }
