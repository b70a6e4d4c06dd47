"""What staff see when they move a sent notice's deadline or change its reminders."""

from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup

from commands.kit import Calendar, Post, Row, button, pack
from commands.notices import days_off, leads
from commands.notices.drafts import moments
from commands.notices.views import unchangeable
from locales import Words, message, plain
from storage.deadlines import Change
from storage.notices import Notice

HINT = message("For example: next Friday 18:00")


def offered(
    words: Words, notice: Notice, moments_offered: Iterable[datetime], calendar: Calendar
) -> Post:
    """Moments to choose the new deadline from."""
    number = notice.number or 0
    asked = words.t("⏰ <b>Notice {number}: until when?</b>", number=number)
    keys = [
        button(
            days_off.marked(words, calendar, one),
            pack("notices.move", notice.id, moments.minutes_of(one)),
        )
        for one in moments_offered
    ]
    none = button(words.t("No deadline"), pack("notices.move", notice.id, 0))
    said = button(words.t("✏️ Another time"), pack("notices.move_in_words", notice.id))
    rows = [*((key,) for key in keys), (none, said), _back(words, notice)]
    return Post(Markup("\n").join([asked, *_until(words, notice)]), tuple(rows))


def leads_of(words: Words, notice: Notice) -> Post:
    """The reminders before the deadline, each turned by a press."""
    number = notice.number or 0
    lines = [
        words.t("🔔 <b>Notice {number}: reminders</b>", number=number),
        *_until(words, notice),
        leads.said(words, notice),
    ]
    rows = leads.rows(words, notice, "notices.turn_lead")
    return Post(Markup("\n").join(lines), (*rows, _back(words, notice)))


def asked(words: Words, change: Change) -> Markup:
    """What asking for another deadline in words came to."""
    if not change.is_made:
        return unchangeable(words, change.notice)
    return words.t("Please reply to my question in our private chat with the new deadline.")


def question(words: Words, notice: Notice) -> Post:
    """Asks for a deadline in words."""
    sentence = words.t(
        "⏰ Notice {number}: until when? Please reply to this message, for example: tomorrow 3 pm,"
        " next Friday, 28 August 18:00.",
        number=notice.number or 0,
    )
    return Post(sentence, placeholder=plain(words.t(HINT)))


def moved(words: Words, change: Change, calendar: Calendar) -> Markup:
    """What moving the deadline came to."""
    notice = change.notice
    if notice is None or not change.is_made:
        return unchangeable(words, notice)
    number = notice.number or 0
    if notice.deadline is None:
        return has_none(words, notice)
    said = words.t(
        "Notice {number} is to be answered by {moment}. Its card shows it.",
        number=number,
        moment=words.moment(notice.deadline, words.zone),
    )
    warned = days_off.warning(words, calendar, notice.deadline)
    return said + Markup("\n") + warned if warned else said


def has_none(words: Words, notice: Notice) -> Markup:
    """For reminders that are wanted where nothing is to be answered by any time."""
    return words.t("Notice {number} has no deadline any more.", number=notice.number or 0)


def _until(words: Words, notice: Notice) -> tuple[Markup, ...]:
    if notice.deadline is None:
        return (words.t("Now: no deadline"),)
    return (words.t("Now: {moment}", moment=words.moment(notice.deadline, words.zone)),)


def _back(words: Words, notice: Notice) -> Row:
    return (button(words.t("◀ Back"), pack("notices.show", notice.number or 0, 1)),)
