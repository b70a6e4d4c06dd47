"""Until when a draft is to be answered, to be chosen or said in words."""

from datetime import datetime, tzinfo
from typing import Any

from commands.kit import Row
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from commands.notices.drafts.panels import DEADLINE, MAIN, Panel, offered, offering, press
from locales import Words, message
from storage.drafts import Proposal
from storage.notices import Notice


def read_deadline(_notice: Notice, text: str, now: datetime, zone: tzinfo) -> dict[str, Any] | None:
    """A moment in words; one that may be two is offered as buttons."""
    try:
        found = read_moments(text, now, zone)
    except NoMomentError:
        return None
    if len(found) == 1:
        return {"deadline": found[0], "panel": MAIN}
    return {"panel": offering(DEADLINE, found)} if found else None


def _deadlines(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The moments that were offered when the panel was opened."""
    none = press(words, proposal.notice, "deadline", message("No deadline"), 0)
    return (*offered(words, proposal.notice, "deadline"), none)


DEADLINES = (
    Panel(
        DEADLINE,
        _deadlines,
        question=message(
            "⏰ Until when? Press one of the times above, or reply to this message, for example:"
            " tomorrow 3 pm, next Friday, 28 August 18:00."
        ),
        hint=message("For example: next Friday 18:00"),
    ),
)
