"""Working days: China's public holidays as they are announced, and days of the office's own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from locales import message

REST, WORK = frozenset({"休", "rest"}), frozenset({"班", "work"})
LINE = re.compile(r"(\d{4}-\d{2}-\d{2})\s+(\S+)")
DAY = timedelta(1)
SATURDAY = 5
FIRST_YEAR = 2004
"""Of the library's."""
HOLIDAYS = {
    "New Year's Day": message("New Year’s Day"),
    "Spring Festival": message("Spring Festival"),
    "Tomb-sweeping Day": message("Tomb-sweeping Day"),
    "Labour Day": message("Labour Day"),
    "Dragon Boat Festival": message("Dragon Boat Festival"),
    "Mid-autumn Festival": message("Mid-autumn Festival"),
    "National Day": message("National Day"),
}
"""By the names that the library gives them."""


class BadLineError(ValueError):
    """A line of the office's own days cannot be read; `number` counts from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True)
class Calendar:
    """Which days are worked. Beyond what is known of holidays, weekends are the only days off."""

    own: Mapping[date, bool] = field(default_factory=dict)
    """The office's own days: True is worked."""

    def is_working(self, day: date) -> bool:
        """True for a day on which offices work, a weekend that makes up for a holiday included."""
        if day in self.own:
            return self.own[day]
        is_off, _ = _announced(day) or (day.weekday() >= SATURDAY, "")
        return not is_off

    def holiday(self, day: date) -> str | None:
        """The sentence that names the public holiday; None for a day that belongs to none."""
        announced = None if self.is_working(day) else _announced(day)
        return HOLIDAYS.get(announced[1]) if announced else None

    def working_from(self, day: date) -> date:
        """This day, or the first after it that is worked."""
        while not self.is_working(day):
            day += DAY
        return day

    def working_until(self, day: date) -> date:
        """This day, or the last before it that is worked."""
        while not self.is_working(day):
            day -= DAY
        return day

    @property
    def known_until(self) -> date:
        """The last day of which it is known whether it is a public holiday."""
        return max([_announced_until(), *self.own])


def read_days_off(text: str) -> dict[date, bool]:
    """The office's own days, one in each line: `2027-01-01 休`, `2027-02-07 班`, `# …`.

    Raises BadLineError for the first line that says something else.
    """
    own: dict[date, bool] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0].strip()
        if said:
            own |= _read(said, number)
    return own


def _read(said: str, number: int) -> dict[date, bool]:
    found = LINE.fullmatch(said)
    if found is None or found[2].lower() not in REST | WORK:
        raise BadLineError(number)
    try:
        return {date.fromisoformat(found[1]): found[2].lower() in WORK}
    except ValueError as error:
        raise BadLineError(number) from error


def _announced(day: date) -> tuple[bool, str] | None:
    """Whether a day is off, and the holiday that makes it so; None beyond what is announced.

    Asked for a year that it does not know, the library refuses; others answer as if they knew.
    """
    from chinese_calendar import holidays, workdays  # noqa: PLC0415 - only who plans needs it

    if not FIRST_YEAR <= day.year <= _announced_until().year:
        return None
    if day in workdays:
        return False, ""
    name: str = holidays.get(day, "")
    return bool(name) or day.weekday() >= SATURDAY, name


@cache
def _announced_until() -> date:
    """A year is announced as a whole, in the autumn before it."""
    from chinese_calendar import holidays  # noqa: PLC0415 - only who plans needs it

    return date(max(holidays).year, 12, 31)
