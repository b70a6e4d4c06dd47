"""What was announced as `/find` shows it."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.calendar.terms import NAME, often, when
from commands.kit import Hit, clip
from locales import Words
from storage import announcement_lists
from storage.announcements import PATTERN
from storage.database import Store

TITLE, LABEL = 24, 14


async def show(store: Store, words: Words, ids: Sequence[int], today: date) -> dict[int, Hit]:
    """What is not called off; of what repeats how often."""
    hits = {}
    for one in await announcement_lists.some(store, ids):
        if one.called_off_at is not None or one.is_meeting:
            continue
        on = often(words, one.rule) if one.state == PATTERN else when(words, one, today)
        line = words.t(
            "{when} · {title} ({organisation})",
            when=on,
            title=clip(one.title, TITLE),
            organisation=clip(one.organisation, NAME),
        )
        hits[one.id] = Hit(line, Markup("{}").format(clip(one.title, LABEL)), one.id)
    return hits
