"""What helps an organisation to answer: decided from the last months, to help and not to shame."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from commands.notices.figures.paces import Clock, middle
from storage.organisations import Organisation
from storage.paces import Case, Member, Record

ENOUGH = 4
"""From so many notices something can be said."""
RUNG = 2
"""So many answers after a call say that calling helps."""


class Advice(Enum):
    """What staff may try, the first that fits."""

    NOBODY = "nobody"
    """The bot can write to no liaison."""
    CALL = "call"
    """It answered after calls."""
    EARLIER = "earlier"
    """It mostly answers after a reminder."""
    NONE = "none"


@dataclass(frozen=True)
class Habit:
    """How one organisation answered."""

    organisation: Organisation
    asked: int
    answered: int
    usual: timedelta | None
    """Half of its answers came so fast, or faster."""
    reminded: int
    """Answers that came after a reminder, and no call."""
    called: int
    """Answers that came after a call."""
    advice: Advice


def habits(record: Record, clock: Clock) -> list[Habit]:
    """In the register's order, of those that were asked."""
    by_organisation: dict[int, list[Case]] = defaultdict(list)
    for case in record.cases:
        by_organisation[case.organisation_id].append(case)
    members = (one for one in record.members if by_organisation[one.organisation.id])
    return [_habit(one, by_organisation[one.organisation.id], record, clock) for one in members]


def _habit(member: Member, cases: list[Case], record: Record, clock: Clock) -> Habit:
    answered = [one for one in cases if one.answered_at is not None]
    called = sum(one.called_at is not None for one in answered)
    reminded = sum(one.reminded_at is not None and one.called_at is None for one in answered)
    return Habit(
        organisation=member.organisation,
        asked=len(cases),
        answered=len(answered),
        usual=middle(list(_waits(answered, record, clock))),
        reminded=reminded,
        called=called,
        advice=_advice(member, len(cases), len(answered), reminded, called),
    )


def _waits(answered: list[Case], record: Record, clock: Clock) -> Iterable[timedelta]:
    sent = {one.id: one for one in record.notices}
    for case in answered:
        notice = sent[case.notice_id]
        if case.answered_at is not None:
            yield clock.between(notice.sent_at, case.answered_at, is_urgent=notice.is_urgent)


def _advice(member: Member, asked: int, answered: int, reminded: int, called: int) -> Advice:
    if not member.is_reached:
        return Advice.NOBODY
    if called >= RUNG:
        return Advice.CALL
    if asked >= ENOUGH and reminded * 2 > answered:
        return Advice.EARLIER
    return Advice.NONE
