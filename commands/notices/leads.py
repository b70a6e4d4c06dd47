"""When who is missing is reminded of a deadline: the moments, and how people choose them."""

from datetime import datetime, timedelta

from markupsafe import Markup

from commands.kit import Hours, Row, button, in_rows, pack
from locales import Words, message
from storage.deadlines import EARLIEST, Reminds, as_set
from storage.notices import URGENT, Notice

LEAD_NAMES = {
    3 * 24 * 60: message("3 days before"),
    24 * 60: message("1 day before"),
    2 * 60: message("2 hours before"),
    30: message("30 minutes before"),
    0: message("at the deadline"),
}
"""By the minutes that `notices.remind_before` keeps."""
NONE = -1
"""What the button for no reminder bears."""
LEAST = timedelta(minutes=15)
"""A reminder that comes later than so before the deadline is of no use."""


def reminds(hours: Hours) -> Reminds:
    """When the missing are reminded of a notice that goes out at a moment, by these hours."""

    def moments(notice: Notice, sent_at: datetime) -> tuple[datetime, ...]:
        wanted = as_set(notice, sent_at)
        if notice.weight == URGENT or notice.deadline is None:
            return wanted
        found = {_moment(hours, one, sent_at, notice.deadline) for one in wanted}
        return tuple(sorted(one for one in found if one is not None))

    return moments


def waits_until(hours: Hours, notice: Notice | None, moment: datetime) -> datetime:
    """When something about the notice may disturb people: urgent things at once."""
    is_urgent = notice is not None and notice.weight == URGENT
    return moment if is_urgent else hours.next_open(moment)


def toggled(remind_before: str, minutes: int) -> str:
    """With this lead, or without it if it was among them; of what is no lead, none is left."""
    if minutes not in LEAD_NAMES:
        return ""
    chosen = set(filter(None, remind_before.split(","))) ^ {str(minutes)}
    return ",".join(sorted(chosen, key=int, reverse=True))


def rows(words: Words, notice: Notice, name: str) -> tuple[Row, ...]:
    """A button for each lead, with a tick if it counts; a press of this name turns it."""
    chosen = notice.remind_before.split(",")
    keys = [
        button(
            Markup("✅ ") + words.t(label) if str(minutes) in chosen else words.t(label),
            pack(name, notice.id, minutes),
        )
        for minutes, label in LEAD_NAMES.items()
    ]
    none = button(words.t("No reminders"), pack(name, notice.id, NONE))
    return (*in_rows(keys), (none,))


def said(words: Words, notice: Notice) -> Markup:
    """The reminders of a notice in a line."""
    chosen = notice.remind_before.split(",")
    names = [words.t(label) for minutes, label in LEAD_NAMES.items() if str(minutes) in chosen]
    if not names:
        return words.t("🔔 No reminders before the deadline")
    return words.t("🔔 Who is missing is reminded {leads}", leads=words.list(names))


def _moment(
    hours: Hours, wanted: datetime, sent_at: datetime, deadline: datetime
) -> datetime | None:
    """What would disturb comes earlier; where there was no notice then, later if it still helps."""
    earlier, later = hours.last_open(wanted), hours.next_open(wanted)
    if earlier >= sent_at + EARLIEST:
        return earlier
    return later if later <= deadline - LEAST else None
