"""How long answers took: half of the organisations, nine tenths of them. Plain decisions.

What counts is working time, nine to six on working days, so that nobody is slow who sleeps; of an
urgent notice, which does not wait for offices, all time counts. Whoever has not answered counts
among those asked. Before offices open no time passes: an answer then took 0 minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from commands.kit import Calendar

OPENS, CLOSES = time(9), time(18)
HALF, NINE_TENTHS = 50, 90
"""Shares in hundredths."""
FEWEST = 3
"""Of fewer organisations there are no shares to speak of."""
ZERO = timedelta(0)


@dataclass(frozen=True)
class Clock:
    """How time is counted."""

    zone: tzinfo
    calendar: Calendar

    def between(self, begin: datetime, end: datetime, *, is_urgent: bool) -> timedelta:
        """The time that counts from one moment to another."""
        if is_urgent:
            return max(end - begin, ZERO)
        begin, end = begin.astimezone(self.zone), end.astimezone(self.zone)
        total, day = ZERO, begin.date()
        while day <= end.date():
            if self.calendar.is_working(day):
                opens = max(begin, datetime.combine(day, OPENS, self.zone))
                closes = min(end, datetime.combine(day, CLOSES, self.zone))
                total += max(closes - opens, ZERO)
            day += timedelta(1)
        return total


@dataclass(frozen=True)
class Pace:
    """Of one notice; None: not so many have answered yet."""

    half: timedelta | None
    nine_tenths: timedelta | None
    is_urgent: bool


def pace_of(
    clock: Clock, sent_at: datetime, answered: Sequence[datetime], asked: int, *, is_urgent: bool
) -> Pace | None:
    """By the moments of the first answers; None for too few organisations."""
    if asked < FEWEST:
        return None
    first = sorted(answered)
    waits = []
    for share in (HALF, NINE_TENTHS):
        needed = -(-asked * share // 100)
        is_there = len(first) >= needed
        at = first[needed - 1] if is_there else None
        waits.append(clock.between(sent_at, at, is_urgent=is_urgent) if at else None)
    return Pace(waits[0], waits[1], is_urgent)


def middle(waits: Sequence[timedelta]) -> timedelta | None:
    """Half of them were as short, or shorter."""
    return sorted(waits)[(len(waits) - 1) // 2] if waits else None
