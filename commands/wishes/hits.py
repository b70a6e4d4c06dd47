"""Wishes as `/find` shows them to everybody: never what is private about them."""

from collections.abc import Sequence
from datetime import date

from commands.kit import Hit, clip
from commands.wishes.views import thing
from locales import Words
from storage import wishes
from storage.database import Store

NAME, LABEL = 24, 12


async def show(store: Store, words: Words, ids: Sequence[int], _today: date) -> dict[int, Hit]:
    """Those that are open or came true."""
    hits = {}
    for one in await wishes.some(store, ids):
        name, what = clip(one.organisation, NAME), thing(words, one)
        if one.is_open:
            left = words.t("{left} left", left=one.left)
            line = words.t("{name} · {what} · {state}", name=name, what=what, state=left)
        else:
            done = words.t("come true")
            line = words.t("{name} · {what} · {state}", name=name, what=what, state=done)
        hits[one.id] = Hit(line, words.list([clip(one.what, LABEL)]), one.id)
    return hits
