"""Organisations as `/find` shows them."""

from collections.abc import Sequence
from datetime import date

from commands.kit import CATEGORY_NAMES, Hit, clip
from locales import Words
from storage import organisations
from storage.database import Store
from storage.organisations import Organisation

NAME = 30
LABEL = 16


async def show(store: Store, words: Words, ids: Sequence[int], _today: date) -> dict[int, Hit]:
    """Everybody may see all of them."""
    return {one.id: _hit(words, one) for one in await organisations.some(store, ids)}


def _hit(words: Words, one: Organisation) -> Hit:
    category = words.t(CATEGORY_NAMES[one.category])
    line = words.t(
        "{short_name} · {category}", short_name=clip(one.short_name, NAME), category=category
    )
    return Hit(line, words.list([clip(one.short_name, LABEL)]), one.id)
