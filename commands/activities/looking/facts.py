"""An activity's facts as every message shows them, with hostile values made short."""

from datetime import date

from markupsafe import Markup

from commands.kit import clip
from locales import Words, message
from storage.activities import Activity

LINE = Markup("\n")
NAME = 40
MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)


def people(words: Words, activity: Activity) -> Markup:
    """How many were served and took part, as far as it is known; empty when nothing is."""
    said = []
    if activity.served is not None:
        said.append(words.t("served {number}", number=words.number(activity.served)))
    if activity.joined is not None:
        said.append(words.t("took part {number}", number=words.number(activity.joined)))
    return words.list(said)


def short_day(words: Words, day: date, today: date) -> Markup:
    """A day as lists show it: no weekday, and the year only when it is not today's."""
    month = words.t(MONTHS[day.month - 1])
    if day.year == today.year:
        return words.t("{month} {day}", month=month, day=day.day)
    return words.t("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def month_of(words: Words, year: int, month: int) -> Markup:
    """A month of a year, or the whole year when the month is 0."""
    if month == 0:
        return words.t("the year {year}", year=year)
    return words.t("{month} {year}", month=words.t(MONTHS[month - 1]), year=year)


def name(text: str) -> str:
    """A title or a name of any length."""
    return clip(text, NAME)
