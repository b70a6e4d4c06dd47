"""Service points as `/find` shows them, to everybody."""

from collections.abc import Sequence
from datetime import date

from commands.kit import Hit, clip
from commands.points.kinds import kind_name
from locales import Words
from storage import point_lists
from storage.database import Store

NAME, LABEL = 30, 16


async def show(store: Store, words: Words, ids: Sequence[int], _today: date) -> dict[int, Hit]:
    """Those that were not retired."""
    hits = {}
    for one in (await point_lists.some(store, ids)).values():
        kind = kind_name(words, one.kind)
        line = words.t("{name} · {kind}", name=clip(one.name, NAME), kind=kind)
        hits[one.id] = Hit(line, words.list([clip(one.name, LABEL)]), one.id)
    return hits
