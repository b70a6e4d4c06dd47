"""Days as people write them, in Chinese and English; a report is about the past or today."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from commands.activities.faults import Fault
from commands.kit.numbers import NUMERALS, WIDE, value_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = (
    r"(?P<month>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|May|MAY)\b\.?"
)
"""`may` is a verb unless it is written as a name."""
SHORT_NUMBER = rf"[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}"
YEAR = r"(?:(?P<year>[0-9]{4})\s*年|(?P<year_word>今年|去年|前年))"
YEAR_WORDS = {"今年": 0, "去年": -1, "前年": -2}
OLDEST_YEAR = 1949
LEAP_DAYS_APART = 8
"""29 February is missing for so long around a year such as 2100."""

_NOT_COUNTED = rf"(?![0-9{NUMERALS}]|\s*[余多名位人个户次场家点时元])"
CHINESE = (
    rf"(?<![0-9])(?:{YEAR}\s*)?(?P<month>{SHORT_NUMBER})\s*月\s*(?P<day>{SHORT_NUMBER})"
    rf"\s*(?:[日号]|{_NOT_COUNTED})"
)
ISO = (
    r"(?<![0-9])(?P<year>[0-9]{4})\s*(?P<sign>[-./])\s*(?P<month>[0-9]{1,2})\s*(?P=sign)\s*"
    r"(?P<day>[0-9]{1,2})(?![0-9])"
)
_ENGLISH_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ENGLISH_YEAR = r"(?:,?\s+(?P<year>[0-9]{4})(?![0-9]))?"
DAY_FIRST = rf"(?<![0-9]){_ENGLISH_DAY}\s+(?:of\s+)?{ENGLISH_MONTH}{_ENGLISH_YEAR}"
MONTH_FIRST = rf"\b{ENGLISH_MONTH}\s+{_ENGLISH_DAY}(?![0-9]){_ENGLISH_YEAR}"
EXPLICIT = tuple(map(re.compile, (CHINESE, ISO, DAY_FIRST, MONTH_FIRST)))

_NOT_MEASURED = r"(?!\s*(?:[万千亿元块米个倍岁折度的亩平吨斤分%％0-9]|公里|小时|公斤|[kK][mMgG]|h))"
SHORTHAND = re.compile(
    rf"(?<![0-9./])(?P<month>[0-9]{{1,2}})[./](?P<day>[0-9]{{1,2}})(?![0-9]|[./][0-9])"
    rf"{_NOT_MEASURED}[日号]?"
)
"""8.13 and 8/13, but not 3.5公里."""

NEAR = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "今天": 0, "今日": 0,
    "今早": 0, "今晚": 0, "明天": 1, "明日": 1, "后天": 2,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
WEEKDAYS = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
RELATIVE = re.compile(
    rf"(?<![以之从目今])(?P<near>{'|'.join(NEAR)})"
    r"|(?<![一每两二三几逢隔单双])(?:(?P<week>上上|上|本|这|下)个?)?(?:周|星期|礼拜)"
    r"(?P<weekday>[一二三四五六日天])",
    re.IGNORECASE,
)

AFTERWARDS = re.compile(
    r"(?:\s*[-—~至到]+\s*(?:[0-9]{1,2}\s*[月./])?[0-9]{1,2}\s*(?:[日号]|(?=[\s，,。]|$)))?"
    r"(?:\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?"
    r"(?:\s*(?:上午|下午|中午|晚上|早上|凌晨|傍晚|全天))?"
    r"(?:\s*[0-9]{1,2}\s*(?:[:：][0-9]{2}|[点时](?:半|[0-9]{1,2}分?)?))?"
)
"""What may stand behind a day and belongs to it: its end, its weekday, its hour."""


@dataclass(frozen=True)
class Spotted:
    """Where a day stands in a text, and which it is, or why it is none."""

    day: date | Fault
    start: int
    end: int


def spot(text: str, today: date) -> Spotted | None:
    """The day that a text speaks of: written out, else in short (8.13), else by its distance.

    Without a year it is the latest such day that is not in the future. A day that cannot be is
    never replaced by another.
    """
    text = text.translate(WIDE)
    explicit = [found for one in EXPLICIT if (found := one.search(text))]
    if explicit:
        return _spotted(min(explicit, key=re.Match.start), today)
    shorthand = (_spotted(found, today) for found in SHORTHAND.finditer(text))
    relative = [_distant(found, today) for found in RELATIVE.finditer(text)]
    return (
        next(_good(shorthand), None)
        or next(_good(iter(relative)), None)
        or next(iter(relative), None)
    )


def read_day(text: str, today: date) -> date | Fault:
    """The day that somebody wrote to correct a report."""
    found = spot(text, today)
    if found is not None:
        return found.day
    return Fault.IMPOSSIBLE_DAY if SHORTHAND.search(text.translate(WIDE)) else Fault.NO_DAY


def _good(candidates: Iterator[Spotted]) -> Iterator[Spotted]:
    return (one for one in candidates if isinstance(one.day, date))


def _spotted(found: re.Match[str], today: date) -> Spotted:
    parts = found.groupdict()
    month, day = month_number(parts["month"]), value_of(parts["day"])
    year = written_year(parts, today)
    day_or_fault = _on(year, month, day or 0, today) if year else _latest(month, day or 0, today)
    return Spotted(day_or_fault, found.start(), _end(found))


def month_number(text: str) -> int:
    """1 to 12 for 8, 八 or August; anything else is no month."""
    name = text[:3].lower()
    return MONTHS.index(name) + 1 if name in MONTHS else value_of(text) or 0


def written_year(parts: dict[str, str | None], today: date) -> int | None:
    """The year that stands with a month, by number or as 去年."""
    if word := parts.get("year_word"):
        return today.year + YEAR_WORDS[word]
    return int(year) if (year := parts.get("year")) else None


def _on(year: int, month: int, day: int, today: date) -> date | Fault:
    try:
        found = date(year, month, day)
    except ValueError:
        return Fault.IMPOSSIBLE_DAY
    if year < OLDEST_YEAR:
        return Fault.IMPOSSIBLE_DAY
    return Fault.FUTURE_DAY if found > today else found


def _latest(month: int, day: int, today: date) -> date | Fault:
    for year in range(today.year, today.year - LEAP_DAYS_APART - 1, -1):
        found = _on(year, month, day, today)
        if isinstance(found, date):
            return found
    return Fault.IMPOSSIBLE_DAY


def _distant(found: re.Match[str], today: date) -> Spotted:
    if near := found["near"]:
        day = today + timedelta(NEAR[near.lower()])
    else:
        monday = today - timedelta(today.weekday())
        day = monday + timedelta(WEEKDAYS[found["weekday"]])
        latest = -1 if day > today else 0
        day += timedelta(weeks=WEEKS[found["week"]] if found["week"] else latest)
    return Spotted(Fault.FUTURE_DAY if day > today else day, found.start(), _end(found))


def _end(found: re.Match[str]) -> int:
    tail = AFTERWARDS.match(found.string, found.end())
    return tail.end() if tail else found.end()
