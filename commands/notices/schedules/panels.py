"""When a draft is to go out by itself: what its preview opens to choose it."""

from datetime import date, time

from markupsafe import Markup

from commands.kit import Button, Row, button, in_rows, pack
from commands.notices.drafts.panels import (
    FIRST,
    SCHEDULE,
    WITHIN,
    Panel,
    marked,
    offered,
    opens,
    press,
)
from commands.notices.schedules import recurrences, terms
from locales import Words, message
from storage.drafts import Proposal
from storage.patterns import MONTH_END, ONCE, Schedule

HOURS = (time(8), time(9), time(10), time(14), time(16), time(18))
SPANS = (2 * 60, 4 * 60, 24 * 60, 2 * 24 * 60, 3 * 24 * 60, 7 * 24 * 60)
"""Minutes in which an occurrence may be answered."""


def rules_of(day: date) -> tuple[str, ...]:
    """The rules that begin on a day; buttons name one by its place."""
    return (ONCE, recurrences.weekly(day), recurrences.monthly(day), MONTH_END)


def entry(words: Words, proposal: Proposal) -> Button | None:
    """The button that opens it."""
    panel = FIRST if proposal.schedule is None else SCHEDULE
    return opens(words, proposal.notice, panel, message("🗓 Schedule"))


def _firsts(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """The moments that were offered when it was opened."""
    rows = offered(words, proposal.notice, "schedule")
    return rows if proposal.schedule is None else (*rows, _drop(words, proposal))


def _settings(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    schedule, notice = proposal.schedule, proposal.notice
    if schedule is None or schedule.next_at is None:
        return ((opens(words, notice, FIRST, message("🕘 When first?")),),)
    day = schedule.next_at.astimezone(words.zone).date()
    rules = [_rule(words, schedule, rule, place) for place, rule in enumerate(rules_of(day))]
    hours = [_hour(schedule, hour) for hour in HOURS]
    return (
        *in_rows(rules),
        *in_rows(hours, 3),
        (
            opens(words, notice, WITHIN, message("⏰ Answers within")),
            opens(words, notice, FIRST, message("🕘 Another day")),
        ),
        _drop(words, proposal),
    )


def _rule(words: Words, schedule: Schedule, rule: str, place: int) -> Button:
    label = terms.kind(words, rule)
    shown = marked(label, is_chosen=rule == schedule.rule)
    return button(shown, pack("notices.repeat", schedule.notice_id, place))


def _hour(schedule: Schedule, hour: time) -> Button:
    label = Markup("{}").format(f"{hour.hour}:{hour.minute:02}")
    shown = marked(label, is_chosen=hour == schedule.hour)
    return button(shown, pack("notices.hour", schedule.notice_id, hour.hour * 60 + hour.minute))


def _drop(words: Words, proposal: Proposal) -> Row:
    return press(words, proposal.notice, "unschedule", message("Not by itself"))


def _spans(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    chosen = proposal.schedule.answer_within if proposal.schedule else None
    keys = [
        button(
            marked(terms.within(words, one), is_chosen=one == chosen),
            pack("notices.within", proposal.notice.id, one),
        )
        for one in SPANS
    ]
    none = press(
        words, proposal.notice, "within", message("No deadline"), 0, is_chosen=chosen is None
    )
    return (*in_rows(keys, 3), none)


SCHEDULING = (
    Panel(SCHEDULE, _settings),
    Panel(
        FIRST,
        _firsts,
        question=message(
            "🗓 When should it go out? Press one of the times above, or reply to this message, for"
            " example: tomorrow 8 am, every Friday 9 am, every month on the 5th, last working day"
            " 4 pm."
        ),
        hint=message("For example: every Friday 9 am"),
    ),
    Panel(WITHIN, _spans),
)
