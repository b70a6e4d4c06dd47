"""When people may be disturbed: quiet hours, and days off."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo

from commands.kit.calendars import Calendar
from storage import preferences
from storage.database import Store
from storage.preferences import OFF, ON, QUIET, WORKING_DAYS

SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})")
MIDNIGHT, OPENING = time(0), time(9)
"""After a day off without quiet hours at its end, offices are disturbed from nine o'clock."""
BEFORE = timedelta(hours=1)
"""What is moved to before quiet hours comes so long before they begin."""


@dataclass(frozen=True)
class Span:
    """A part of every day, over midnight when it ends earlier than it begins."""

    begin: time
    end: time

    @classmethod
    def read(cls, text: str) -> "Span | None":
        """`21:30-7:30`; None for `off`. Raises ValueError for other words."""
        if text.strip().lower() == OFF:
            return None
        found = SPAN.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        begin = time(int(found[1]), int(found[2]))
        end = time(int(found[3]), int(found[4]))
        if begin == end:
            raise ValueError(text)
        return cls(begin, end)

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"

    @property
    def shown(self) -> str:
        """As people write it: 21:30–7:30."""
        hours = (f"{one.hour}:{one.minute:02}" for one in (self.begin, self.end))
        return "–".join(hours)

    def covers(self, hour: time) -> bool:
        """True from its first minute, and no more at its end."""
        if self.begin < self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end


@dataclass(frozen=True)
class Hours:
    """When people may be disturbed, in the alliance's zone."""

    zone: tzinfo
    calendar: Calendar
    quiet: Span | None = None
    working_days: bool = False
    """True: on days off nobody is disturbed."""

    def is_night(self, moment: datetime) -> bool:
        """True in quiet hours, whatever day it is."""
        return self.quiet is not None and self.quiet.covers(self._here(moment).time())

    def is_day_off(self, moment: datetime) -> bool:
        """True on a day on which nobody is to be disturbed."""
        return self.working_days and not self.calendar.is_working(self._here(moment).date())

    def is_open(self, moment: datetime) -> bool:
        """True when people may be disturbed."""
        return not self.is_night(moment) and not self.is_day_off(moment)

    def next_open(self, moment: datetime) -> datetime:
        """This moment, or the next at which people may be disturbed; in UTC."""
        here = self._here(moment)
        while not self.is_open(here):
            here = self._after_day_off(here) if self.is_day_off(here) else self._after_night(here)
        return here.astimezone(UTC)

    def last_open(self, moment: datetime) -> datetime:
        """This moment, or one before it at which people may be disturbed; in UTC.

        A day off is left to the working day before it, at the same time of day.
        """
        here = self._here(moment)
        while not self.is_open(here):
            here = self._before_night(here) if self.is_night(here) else self._before_day_off(here)
        return here.astimezone(UTC)

    def on_working_day(self, moment: datetime) -> datetime:
        """This moment; from a day off the same time of the next working day, once it is open."""
        here = self._here(moment)
        if self.is_day_off(here):
            day = self.calendar.working_from(here.date())
            here = datetime.combine(day, here.time(), self.zone)
        return self.next_open(here)

    def _after_night(self, here: datetime) -> datetime:
        assert self.quiet is not None  # noqa: S101 - it is night
        ends = datetime.combine(here.date(), self.quiet.end, self.zone)
        return ends if ends > here else _next_day(ends)

    def _after_day_off(self, here: datetime) -> datetime:
        day = self.calendar.working_from(here.date())
        is_quiet_at_first = self.quiet is not None and self.quiet.covers(MIDNIGHT)
        return datetime.combine(day, MIDNIGHT if is_quiet_at_first else OPENING, self.zone)

    def _before_night(self, here: datetime) -> datetime:
        assert self.quiet is not None  # noqa: S101 - it is night
        begins = datetime.combine(here.date(), self.quiet.begin, self.zone)
        begins = begins if begins <= here else _next_day(begins, -1)
        earlier = begins - BEFORE
        return begins - timedelta(minutes=1) if self.is_night(earlier) else earlier

    def _before_day_off(self, here: datetime) -> datetime:
        return datetime.combine(self.calendar.working_until(here.date()), here.time(), self.zone)

    def _here(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)


@dataclass(frozen=True)
class Office:
    """What was decided where the bot was installed: zone, calendar, and how it is quiet there."""

    zone: tzinfo
    calendar: Calendar = field(default_factory=Calendar)
    quiet: Span | None = None
    working_days: bool = False

    def hours(self, preferred: Mapping[str, str]) -> Hours:
        """The hours as staff prefer them; what they left open is as it was installed."""
        quiet, working_days = preferred.get(QUIET), preferred.get(WORKING_DAYS)
        return Hours(
            self.zone,
            self.calendar,
            self.quiet if quiet is None else Span.read(quiet),
            self.working_days if working_days is None else working_days == ON,
        )


async def hours_of(store: Store, office: Office) -> Hours:
    """The hours that hold now."""
    return office.hours(await preferences.kept(store))


def _next_day(here: datetime, days: int = 1) -> datetime:
    """The same time of another day, also where clocks are changed in between."""
    return datetime.combine(here.date() + timedelta(days), here.time(), here.tzinfo)
