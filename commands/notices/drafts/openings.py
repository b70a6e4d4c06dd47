"""What a panel remembers from the moment that it opens: a page, the moments that it offers."""

from datetime import datetime, tzinfo

from commands.notices.drafts import moments, own_words
from commands.notices.drafts.panels import DEADLINE, FIRST, MAIN, offering
from storage.notices import Notice


def opening(panel: str, notice: Notice, now: datetime, zone: tzinfo, page: int = 1) -> str:
    """The text of the column `panel` that opens this one for a draft."""
    if panel == DEADLINE:
        own = own_words.of(notice, zone)
        return offering(DEADLINE, (*own, *moments.suggested(now, zone)))
    if panel == FIRST:
        return offering(FIRST, moments.mornings(now, zone))
    return f"{panel}:{max(page, 1)}" if panel else MAIN
