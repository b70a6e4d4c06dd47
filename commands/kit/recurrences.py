"""The days of a rule (RFC 5545, RECUR), and what days off make of them. Pure.

A rule by the day of the month means the month's last day where it has no such day: 31 is 30 in
April, and 29 February is 28 in a common year (`on_day`, `on_date`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain, islice, pairwise

from dateutil.rrule import rrulestr

from commands.kit.calendars import SATURDAY, Calendar

STAY, MOVE, SKIP = "stay", "move", "skip"
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SURE_DAY = 28
"""Every month has it."""
A_YEAR = timedelta(366)
MOST = 600
"""So many days of a rule are looked through: weekly ones of eleven years."""


@dataclass(frozen=True)
class Turn:
    """A day by the rule, and the day on which it is held; None: it is left out."""

    original_on: date
    held_on: date | None


def weekly(*weekdays: int, every: int = 1) -> str:
    """Every week, or every so many weeks, on these weekdays; 0 is Monday."""
    days = ",".join(CODES[one] for one in sorted(set(weekdays)))
    return f"FREQ=WEEKLY{_interval(every)};BYDAY={days}"


def on_day(*days: int, every: int = 1) -> str:
    """Every month on a day, or the last of a month that is shorter; -1 is the last."""
    if len(days) == 1 and days[0] > SURE_DAY:
        return f"FREQ=MONTHLY{_interval(every)};BYMONTHDAY={_until(days[0])};BYSETPOS=-1"
    listed = ",".join(str(day) for day in sorted(set(days)))
    return f"FREQ=MONTHLY{_interval(every)};BYMONTHDAY={listed}"


def on_weekday(which: int, weekday: int, every: int = 1) -> str:
    """Every month on its first, second ... such weekday; -1 is the last."""
    return f"FREQ=MONTHLY{_interval(every)};BYDAY={which}{CODES[weekday]}"


def on_date(month: int, day: int) -> str:
    """Every year; 29 February is 28 in a common year."""
    if (month, day) == (2, SURE_DAY + 1):
        return f"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY={_until(day)};BYSETPOS=-1"
    return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"


def ending(rule: str, *, until: date | None = None, count: int | None = None) -> str:
    """The same with its last day, or with so many times."""
    kept = [part for part in rule.split(";") if not part.startswith(("UNTIL=", "COUNT="))]
    if until is not None:
        kept.append(f"UNTIL={until:%Y%m%d}")
    elif count is not None:
        kept.append(f"COUNT={count}")
    return ";".join(kept)


def every_time(rule: str) -> str:
    """The same in every week, month or year: where one begins that is held every second."""
    return ";".join(part for part in rule.split(";") if not part.startswith("INTERVAL="))


def parts_of(rule: str) -> dict[str, str]:
    """`{"FREQ": "WEEKLY", ...}`."""
    return dict(part.split("=", 1) for part in rule.split(";") if "=" in part)


def days(rule: str, first: date, until: date) -> Iterator[date]:
    """The days of a rule that begins on a day, until another, both included."""
    begin = datetime.combine(first, time())
    for moment in islice(rrulestr(rule, dtstart=begin), MOST):
        if moment.date() > until:
            return
        yield moment.date()


def first_day(rule: str, from_day: date) -> date | None:
    """The first day of a rule from a day on; None: it has none."""
    return next(days(rule, from_day, from_day + timedelta(366 * 5)), None)


def turns(
    rule: str, first: date, until: date, holidays: str, calendar: Calendar
) -> tuple[Turn, ...]:
    """The same, each with the day on which it is held.

    One that would be moved to the day of the next, or behind it, is left out.
    """
    by_weekday = "BYDAY" in parts_of(rule)
    listed = days(rule, first, until + A_YEAR)
    found = []
    for day, following in pairwise(chain(listed, (None,))):
        if day is None or day > until:
            break
        held = _held(day, holidays, calendar, by_weekday=by_weekday)
        if held is not None and following is not None and held >= following and held != day:
            held = None
        found.append(Turn(day, held))
    return tuple(found)


def is_off(day: date, calendar: Calendar, *, by_weekday: bool) -> bool:
    """True for a day off; who chose a Saturday or a Sunday does not mean the weekend by it."""
    if by_weekday and day.weekday() >= SATURDAY:
        return calendar.holiday(day) is not None or calendar.own.get(day) is False
    return not calendar.is_working(day)


def _held(day: date, holidays: str, calendar: Calendar, *, by_weekday: bool) -> date | None:
    if holidays == STAY or not is_off(day, calendar, by_weekday=by_weekday):
        return day
    return calendar.working_from(day) if holidays == MOVE else None


def _until(day: int) -> str:
    return ",".join(str(one) for one in range(SURE_DAY, day + 1))


def _interval(every: int) -> str:
    return f";INTERVAL={every}" if every > 1 else ""
