"""Stretches of days as people say them: `本周`, `下周三`, `8月`, `今年`, `this week`, `August`."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from commands.kit.days import MONTHS, NoMomentError, number_of, read_days
from commands.kit.numbers import NUMERALS, WIDE

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
SEVEN = 7
HALF_A_YEAR = 6
YEARS = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1, "this": 0, "last": -1, "next": 1}
SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
SHIFTS |= {"last": -1, "this": 0, "next": 1}
AGO = {"昨": 1, "前": 2, "大前": 3}
_NUMBER = rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})"
_NAMES = "|".join(MONTHS)
_A_WEEK = (
    r"(?P<week>上上|上|本|这|下下|下)(?:一)?个?(?:周|星期|礼拜)(?P<end>末)?"
    r"|\b(?P<en_week>last|this|next) week(?P<en_end>end)?\b"
)
_A_MONTH = r"(?P<month>上上|上|本|这|下)(?:一)?个?月|\b(?P<en_month>last|this|next) month\b"
_NAMED_MONTH = (
    rf"(?:(?P<year>[0-9]{{4}})年|(?P<year_word>今|去|前|明)年)?(?P<number>{_NUMBER})月(?!{_NUMBER}[日号])份?"
    rf"|\b(?!may\b(?! [0-9]))(?P<name>{_NAMES})(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b"
    r"(?: (?P<en_year>[0-9]{4}))?"
)
"""May alone is a verb."""
_A_YEAR = (
    r"(?P<year>[0-9]{4})年(?![0-9]+月)|(?P<word>今|本|去|前|明)年|\b(?P<en>this|last|next) year\b"
)
_DAYS = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day"


@dataclass(frozen=True)
class Span:
    """The days, and where they stand in the text."""

    first: date
    last: date
    kind: str
    start: int
    end: int


Read = Callable[[re.Match[str], date], tuple[date, date] | None]


def read_span(text: str, today: date) -> Span | None:
    """The first stretch of days that a text names; None when it names none that there is."""
    plain = text.translate(WIDE).casefold()
    if len(plain) != len(text):
        return None
    for pattern, kind, read in _PATTERNS:
        for found in pattern.finditer(plain):
            try:
                days = read(found, today)
            except (NoMomentError, ValueError, OverflowError):
                days = None
            if days is not None:
                return Span(*days, kind, found.start(), found.end())
    return None


def _day(found: re.Match[str], today: date) -> tuple[date, date] | None:
    day = next(read_days(found[0], today), None)
    return None if day is None else (day, day)


def _ago(found: re.Match[str], today: date) -> tuple[date, date]:
    day = today - timedelta(AGO.get(found[1] or "", 1))
    return day, day


def _last_weekday(found: re.Match[str], today: date) -> tuple[date, date]:
    weekday = "一二三四五六日天".index(found[2]) % SEVEN if found[2] != "天" else SEVEN - 1
    day = _monday(today, SHIFTS[found[1]]) + timedelta(weekday)
    return day, day


def _week(found: re.Match[str], today: date) -> tuple[date, date]:
    monday = _monday(today, SHIFTS[(found["week"] or found["en_week"]).strip()])
    if found["end"] or found["en_end"]:
        return monday + timedelta(SEVEN - 2), monday + timedelta(SEVEN - 1)
    return monday, monday + timedelta(SEVEN - 1)


def _near(_found: re.Match[str], today: date) -> tuple[date, date]:
    return today, today + timedelta(3)


def _month(found: re.Match[str], today: date) -> tuple[date, date]:
    shift = SHIFTS[found["month"] or found["en_month"]]
    years, month = divmod(today.month - 1 + shift, 12)
    return _whole(today.year + years, month + 1)


def _named_month(found: re.Match[str], today: date) -> tuple[date, date] | None:
    """Of this year, or of the last one where that is nearer."""
    said = found["number"]
    month = number_of(said) if said else MONTHS.index(found["name"]) + 1
    if not 1 <= month <= len(MONTHS):
        return None
    year = int(found["year"] or found["en_year"] or 0)
    if not year and found["year_word"]:
        year = today.year + YEARS[found["year_word"]]
    if not year:
        year = today.year - 1 if month > today.month + HALF_A_YEAR else today.year
    return _whole(year, month)


def _iso_month(found: re.Match[str], _today: date) -> tuple[date, date]:
    return _whole(int(found[1]), int(found[2]))


def _year(found: re.Match[str], today: date) -> tuple[date, date]:
    word = found["word"] or found["en"]
    year = int(found["year"]) if found["year"] else today.year + YEARS[word]
    return date(year, 1, 1), date(year, 12, 31)


def _whole(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _monday(today: date, weeks: int) -> date:
    return today + timedelta(weeks * SEVEN - today.weekday())


_PATTERNS: tuple[tuple[re.Pattern[str], str, Read], ...] = tuple(
    (re.compile(pattern), kind, read)
    for pattern, kind, read in (
        (r"[0-9]{4}[-./年][0-9]{1,2}[-./月][0-9]{1,2}[日号]?", DAY, _day),
        (rf"{_NUMBER}月{_NUMBER}[日号]?", DAY, _day),
        (rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{_NAMES})[a-z]*", DAY, _day),
        (rf"\b(?:{_NAMES})[a-z]* [0-9]{{1,2}}(?:st|nd|rd|th)?\b", DAY, _day),
        (r"(上上|上)个?(?:周|星期|礼拜)([一二三四五六日天])", DAY, _last_weekday),
        (r"(?:下下|下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天]", DAY, _day),
        (rf"\b(?:next |this )?{_DAYS}\b", DAY, _day),
        (_A_WEEK, WEEK, _week),
        (r"这几天|近几天|未来几天|these days|next few days", WEEK, _near),
        (r"(?:大后|今|明|后)(?:天|日|早|晚)", DAY, _day),
        (r"\b(?:today|tonight|tomorrow|day after tomorrow)\b", DAY, _day),
        (r"(昨|大前|前)(?:天|日|晚)|\byesterday\b", DAY, _ago),
        (_A_MONTH, MONTH, _month),
        (r"(?<![0-9])([0-9]{4})[-./]([0-9]{1,2})(?![0-9])", MONTH, _iso_month),
        (_NAMED_MONTH, MONTH, _named_month),
        (_A_YEAR, YEAR, _year),
    )
)
"""The more exact ones first."""
