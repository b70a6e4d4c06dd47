"""Until when a draft is to be answered, to be chosen or said in words."""

from datetime import datetime, tzinfo
from typing import Any

from markupsafe import Markup

from commands.kit import Row, button, in_rows, pack
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from commands.notices.drafts import moments
from commands.notices.drafts.panels import DEADLINE, MAIN, Panel, kept_in, press
from locales import Words, message
from storage.drafts import Proposal
from storage.notices import Notice


def offering(offered: tuple[datetime, ...]) -> str:
    """The panel that offers just these moments, also when it is looked at later."""
    minutes = dict.fromkeys(str(moments.minutes_of(one)) for one in offered)
    return f"{DEADLINE}:{','.join(minutes)}"


def read_deadline(_notice: Notice, text: str, now: datetime, zone: tzinfo) -> dict[str, Any] | None:
    """A moment in words; one that may be two is offered as buttons."""
    try:
        found = read_moments(text, now, zone)
    except NoMomentError:
        return None
    if len(found) == 1:
        return {"deadline": found[0], "panel": MAIN}
    return {"panel": offering(found)} if found else None


def _deadlines(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The moments that were offered when the panel was opened."""
    notice = proposal.notice
    minutes = filter(None, kept_in(notice).split(","))
    offered = [moments.of_minutes(int(one)) for one in minutes]
    keys = [
        button(
            Markup("{}").format(words.moment(one, words.zone)),
            pack("notices.deadline", notice.id, moments.minutes_of(one)),
        )
        for one in offered
        if one is not None
    ]
    none = press(words, notice, "deadline", message("No deadline"), 0)
    return (*in_rows(keys, 1), none)


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
