"""When a scheduled notice goes out: by its rule, and moved where it would disturb. Pure."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from commands.kit import Calendar, Hours
from storage.notices import URGENT
from storage.patterns import MONTH_END, MONTHLY, ONCE, WEEKLY, Schedule

WEEK, MONTHS = 7, 12
MOST = 5000
"""Occurrences that are looked through: weekly ones of a century."""


@dataclass(frozen=True)
class Occurrence:
    """A moment by the rule, and the one at which it may disturb."""

    nominal: datetime
    moment: datetime


@dataclass(frozen=True)
class Turn:
    """What a schedule's job finds when its moment has come."""

    wait_until: datetime | None = None
    """It would disturb now; None: it goes out, or is over."""
    promised: datetime | None = None
    """The moment of the occurrence that goes out, the latest of those that were missed."""
    deadline: datetime | None = None
    next_at: datetime | None = None
    """By the rule, after it; None: it was the last."""
    is_over: bool = False
    """True: its deadline has passed, so it is not sent."""


def weekly(day: date) -> str:
    """The rule: every week on the same weekday."""
    return f"{WEEKLY}:{day.weekday()}"


def monthly(day: date) -> str:
    """The rule: every month on the same day."""
    return f"{MONTHLY}:{day.day}"


def first(rule: str, hour: time, from_day: date, hours: Hours, now: datetime) -> datetime | None:
    """The first moment by a rule from a day on, if it is still to come; in UTC."""
    days = [from_day] if rule == ONCE else _days(rule, from_day, hours.calendar)
    moments = (datetime.combine(day, hour, hours.zone).astimezone(UTC) for day in days)
    return next((one for one in islice(moments, MOST) if one > now), None)


def coming(
    schedule: Schedule, weight: str, hours: Hours, now: datetime, count: int = 3
) -> tuple[Occurrence, ...]:
    """The next so many occurrences, each at a moment of its own."""
    found: list[Occurrence] = []
    for one in _occurrences(schedule, weight, hours):
        if len(found) == count:
            break
        if one.moment > now and (not found or one.moment > found[-1].moment):
            found.append(one)
    return tuple(found)


def after(schedule: Schedule, hours: Hours, weight: str, moment: datetime) -> datetime | None:
    """The next moment by the rule that is not moved to this one, or before it."""
    later = (one for one in _occurrences(schedule, weight, hours) if one.moment > moment)
    return next((one.nominal for one in later), None)


def turn(schedule: Schedule, weight: str, hours: Hours, now: datetime) -> Turn:
    """What to do now: missed occurrences are one, and none goes out after its deadline."""
    missed: Occurrence | None = None
    for one in _occurrences(schedule, weight, hours):
        if one.moment > now:
            if missed is None:
                return Turn(wait_until=one.moment)
            break
        missed = one
    if missed is None:
        return Turn(is_over=True)
    if weight != URGENT and not hours.is_open(now):
        return Turn(wait_until=hours.next_open(now))
    within = schedule.answer_within
    deadline = missed.moment + timedelta(minutes=within) if within else None
    return Turn(
        promised=missed.moment,
        deadline=deadline,
        next_at=after(schedule, hours, weight, now),
        is_over=deadline is not None and deadline <= now,
    )


def _occurrences(schedule: Schedule, weight: str, hours: Hours) -> Iterator[Occurrence]:
    for nominal in islice(_nominals(schedule, hours), MOST):
        moment = nominal if weight == URGENT else hours.on_working_day(nominal)
        yield Occurrence(nominal, moment)


def _nominals(schedule: Schedule, hours: Hours) -> Iterator[datetime]:
    """By the rule, from the next one on."""
    if schedule.next_at is None:
        return
    yield schedule.next_at
    if schedule.rule == ONCE:
        return
    next_day = schedule.next_at.astimezone(hours.zone).date() + timedelta(1)
    for day in _days(schedule.rule, next_day, hours.calendar):
        yield datetime.combine(day, schedule.hour, hours.zone).astimezone(UTC)


def _days(rule: str, from_day: date, calendar: Calendar) -> Iterator[date]:
    """The days of a rule, without an end, from a day on."""
    kind, _, which = rule.partition(":")
    if kind == WEEKLY:
        day = from_day + timedelta((int(which) - from_day.weekday()) % WEEK)
        while True:
            yield day
            day += timedelta(WEEK)
    month = from_day.replace(day=1)
    while True:
        last = month.replace(day=monthrange(month.year, month.month)[1])
        day = calendar.working_until(last) if kind == MONTH_END else _of_month(last, int(which))
        if day >= from_day:
            yield day
        month = last + timedelta(1)


def _of_month(last: date, which: int) -> date:
    """The day of a month, or its last where it has no such day."""
    return last.replace(day=min(which, last.day))
