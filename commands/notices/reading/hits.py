"""Notices as `/find` shows them."""

from collections.abc import Sequence
from datetime import date

from commands.kit import Hit, clip
from commands.notices.reading.lists import LINE
from locales import Words
from storage import listings
from storage.database import Store
from storage.listings import Title


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """Those that `/notices` lists."""
    return {one.id: _hit(words, one, today) for one in await listings.titles(store, ids)}


def _hit(words: Words, one: Title, today: date) -> Hit:
    sent_at = one.decided_at or one.created_at
    line = words.t(
        "<b>{number}</b> {text} · {day}",
        number=one.number,
        text=clip(one.text.strip().partition("\n")[0], LINE),
        day=words.day(sent_at.astimezone(words.zone).date(), today),
    )
    return Hit(line, words.t("📢 {number}", number=one.number), one.number)
