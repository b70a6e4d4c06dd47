"""Visits as `/find` shows them to staff, in private."""

from collections.abc import Sequence
from datetime import date

from commands.kit import Hit, clip
from locales import Words
from storage import visits
from storage.database import Store

NAME, HEARD = 24, 30


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """Those that were not deleted."""
    hits = {}
    for one in await visits.some(store, ids):
        name, day = clip(one.organisation, NAME), words.day(one.held_on, today)
        said = clip(one.heard.partition("\n")[0], HEARD) or "—"
        line = words.t("{name} · {day} · {heard}", name=name, day=day, heard=said)
        label = words.t("{day} {name}", day=words.day(one.held_on, today), name=clip(name, 12))
        hits[one.id] = Hit(line, label, one.id)
    return hits
