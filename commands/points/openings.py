"""When a service point is open: a week's rule, holidays, days that are otherwise. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from commands.kit import Calendar

DAY = 24 * 60
"""Minutes."""
SATURDAY = 5
AHEAD = 30
"""Days: a point that opens later is closed for now."""
Spans = tuple[tuple[int, int], ...]
"""Minutes after midnight, from and to; one over midnight ends after the day does."""
ALWAYS: Spans = ((0, DAY),)
NEVER: Spans = ()


class Exceptional(BaseModel):
    """Days that are otherwise than the rule says."""

    model_config = ConfigDict(frozen=True)

    first: date
    last: date
    spans: Spans


class Opening(BaseModel):
    """The rule; kept as JSON."""

    model_config = ConfigDict(frozen=True)

    days: tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]
    """From Monday on."""
    by_calendar: bool = False
    """True: a weekend that makes up for a holiday is a working day, and open as Monday is."""
    on_holidays: bool = False
    """True: public holidays change nothing."""
    exceptions: tuple[Exceptional, ...] = ()

    @property
    def is_always(self) -> bool:
        """True for one that never closes."""
        return self.on_holidays and not self.exceptions and set(self.days) == {ALWAYS}

    def spans_on(self, day: date, calendar: Calendar) -> Spans:
        """When it is open on a day."""
        for one in self.exceptions:
            if one.first <= day <= one.last:
                return one.spans
        is_working, is_weekend = calendar.is_working(day), day.weekday() >= SATURDAY
        is_holiday = not is_working and (not is_weekend or calendar.holiday(day) is not None)
        if is_holiday and not self.on_holidays:
            return NEVER
        if self.by_calendar and is_working and is_weekend:
            return self.days[0]
        return self.days[day.weekday()]


class Now(Enum):
    """How it is at a moment."""

    UNKNOWN = "unknown"
    ALWAYS = "always"
    OPEN = "open"
    """Until a moment."""
    TODAY = "today"
    """It opens again today."""
    LATER = "later"
    """It opens on another day."""
    CLOSED = "closed"
    """It opens on none of the next days."""


@dataclass(frozen=True)
class Standing:
    """Whether it is open, and until or from when; `at` is in the alliance's zone."""

    now: Now
    at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.now in {Now.ALWAYS, Now.OPEN}


@lru_cache(maxsize=4096)
def read(text: str) -> Opening | None:
    """The rule as it is kept; None where there is none."""
    return Opening.model_validate_json(text) if text else None


def standing(rule: Opening | None, here: datetime, calendar: Calendar) -> Standing:
    """How it is at a moment of the alliance's zone; open from its first minute, not at its last."""
    if rule is None:
        return Standing(Now.UNKNOWN)
    if rule.is_always:
        return Standing(Now.ALWAYS)
    opens: datetime | None = None
    until: datetime | None = None
    for begin, end in _stretches(rule, here, calendar):
        if begin <= here < end or (until is not None and begin <= until):
            until = max(end, until or end)
        elif begin > here and opens is None:
            opens = begin
    if until is not None:
        return Standing(Now.OPEN, until)
    if opens is None:
        return Standing(Now.CLOSED)
    return Standing(Now.TODAY if opens.date() == here.date() else Now.LATER, opens)


def _stretches(
    rule: Opening, here: datetime, calendar: Calendar
) -> Iterator[tuple[datetime, datetime]]:
    """From yesterday on, whose evening may go over midnight."""
    for ahead in range(-1, AHEAD):
        day = here.date() + timedelta(ahead)
        midnight = datetime.combine(day, time(), here.tzinfo)
        for begin, end in rule.spans_on(day, calendar):
            yield midnight + timedelta(minutes=begin), midnight + timedelta(minutes=end)
