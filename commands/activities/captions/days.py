"""Days as people write them, in Chinese and English: where they stand, and what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from commands.activities.captions.records import OLDEST, fault_of
from commands.activities.faults import Fault
from commands.kit.numbers import NUMERALS, value_of

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_MONTH = (
    r"(?P<month>(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|May|MAY)\b\.?"
)
"""`may` is a verb unless it is written as a name."""
SHORT_NUMBER = rf"[0-9]{{1,2}}|[{NUMERALS}]{{1,3}}"
YEAR = r"(?:(?P<year>[0-9]{4})\s*年|(?P<year_word>今年|去年|前年))"
YEAR_WORDS = {"今年": 0, "去年": -1, "前年": -2}
OLDEST_YEAR = OLDEST.year
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
COMPACT = r"(?<![0-9])(?P<year>20[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])(?![0-9])"
EXPLICIT = tuple(map(re.compile, (CHINESE, ISO, COMPACT, DAY_FIRST, MONTH_FIRST)))
LUNAR = re.compile(r"(?:农历|阴历|旧历)\s*$")

_NOT_MEASURED = (
    r"(?!\s*(?:[人名位户次万千亿元块米个倍岁折度的亩平吨斤分%％0-9]|公里|小时|公斤|[kK][mMgG]|h))"
)
SHORTHAND = re.compile(
    rf"(?<![0-9./-])(?P<month>[0-9]{{1,2}})(?P<sign>[./-])(?P<day>[0-9]{{1,2}})(?![0-9]|[./-][0-9])"
    rf"{_NOT_MEASURED}[日号]?"
)
"""8.13 and 8/13, but not 3.5公里; 8-13 may be a range as well."""
OF_MONTH = re.compile(
    r"(?P<which>上个?|本|这个?|当)月\s*(?P<day>[0-9]{1,2})\s*[日号]"
    r"|(?<![0-9月.第])(?P<bare>[0-9]{1,2})\s*[日号](?![线楼院馆店库门机位码人])"
)

AFTERWARDS = re.compile(
    r"(?:\s*[-—~至到]+\s*(?:[0-9]{4}\s*[年./-]\s*)?(?:[0-9]{1,2}\s*[-月./]\s*)?[0-9]{1,2}\s*(?:[日号]|(?![0-9人名位个户余多]))"
    r")?"
    r"(?:\s*[(（]?(?P<weekday>(?:周|星期|礼拜)[一二三四五六日天])[)）]?)?"
    r"(?:\s*(?:上午|下午|中午|晚上|早上|凌晨|傍晚|全天))?"
    rf"(?:\s*(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})\s*(?:[:：][0-9]{{2}}|[点时](?:半|[0-9]{{1,2}}分?)?)"
    rf"(?:\s*[-—~至到]+\s*(?:上午|下午|中午|晚上?)?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})\s*(?:[:：][0-9]{{2}}|[点时]半?))?)?"
)
"""What may stand behind a day and belongs to it: its end, its weekday, its hour."""
WEEKDAYS = {day: number for number, day in enumerate("一二三四五六日")} | {"天": 6}
AROUND = 16
LONG_AGO = timedelta(days=120)
"""A day without a year that would be longer ago than this may be a slip, or one to come."""
DEADLINE = re.compile(
    r"^\s*(?:之前|以前|前(?![天往来])|止|起|开始|以来|至今|前后|左右|[^，,。；;]{0,6}(?:每[天日周月]|天天))"
)
PLANNED = re.compile(r"(?:截至|截止|将于|将在|拟于|定于|计划|预计|\bby|\buntil)\s*$", re.IGNORECASE)
MEMORIAL = re.compile(r"^\s*(?:[^，,。；;\s]{0,8}(?:日|节|周年)(?!常)|事件|宣传)")
"""5.12防灾减灾日 names a day of remembrance, on which it may have been or not."""
BEGINS = re.compile(r"(?:^|[\s，,。；;：:、（(!！年于在自])$")
ENDS = re.compile("^(?:$|[\\s，,。；;：:、）)!！]|[\u4e00-\u9fff《“])")


@dataclass(frozen=True)
class Spotted:
    """Where a day stands in a text, which it may be, the likeliest first, or why it is none."""

    days: tuple[date, ...]
    start: int
    end: int
    """Behind its weekday and its hour."""
    word_end: int
    """Behind the day itself."""
    is_sure: bool = True
    fault: Fault | None = None


def explicit(text: str, today: date) -> Iterator[Spotted]:
    """Written out: 8月13日, 2016-08-13, 13 August."""
    for pattern in EXPLICIT:
        for found in pattern.finditer(text):
            yield _spotted(found, today)


def shorthand(text: str, today: date) -> Iterator[Spotted]:
    """8.13 and 8/13, where nothing but a day can stand; elsewhere it may be another number."""
    is_english = not re.search("[\u4e00-\u9fff]", text)
    for found in SHORTHAND.finditer(text):
        one = _spotted(found, today)
        before, after = _around(text, found.start(), found.end())
        is_alone = found[0][-1] in "日号" or bool(BEGINS.search(before) and ENDS.search(after))
        is_range = found["sign"] == "-"
        if is_range and not is_alone:
            continue
        is_sure = one.is_sure and is_alone and not (is_range or MEMORIAL.search(after))
        days = dict.fromkeys(one.days)
        if is_english and found["month"] != found["day"]:
            days |= dict.fromkeys(_latest(int(found["day"]), int(found["month"]), today))
            is_sure &= len(days) == 1
        fault = one.fault if is_alone and not days else None
        yield replace(one, days=tuple(days), is_sure=is_sure, fault=fault)


def of_month(text: str, today: date) -> Iterator[Spotted]:
    """上月13号; a 13号 alone may be another month's."""
    for found in OF_MONTH.finditer(text):
        first = today.replace(day=1)
        last_month = (first - timedelta(1)).replace(day=1)
        months = (first, last_month) if found["bare"] else (first,)
        if (found["which"] or "").startswith("上"):
            months = (last_month,)
        day = int(found["bare"] or found["day"])
        on = (_on(month.year, month.month, day) for month in months)
        days = tuple(one for one in on if one is not None and one <= today)
        span = (found.start(), tail(found).end(), found.end())
        yield Spotted(days[:1] if found["bare"] else days, *span, is_sure=not found["bare"])


def _spotted(found: re.Match[str], today: date) -> Spotted:
    parts = found.groupdict()
    month, day = month_number(parts["month"]), value_of(parts["day"]) or 0
    year = written_year(parts, today)
    whole = _on(year, month, day) if year else None
    days = ((whole,) if whole else ()) if year else _latest(month, day, today)
    fault = Fault.IMPOSSIBLE_DAY if not days else fault_of("held_on", days[0], today)
    if LUNAR.search(found.string[max(0, found.start() - AROUND) : found.start()]):
        fault = Fault.LUNAR_DAY
    behind = tail(found)
    span = (found.start(), behind.end(), found.end())
    one = Spotted(() if fault else days, *span, fault=fault)
    return _doubted(one, found, behind, today, is_dated=bool(year))


def _doubted(
    one: Spotted, found: re.Match[str], behind: re.Match[str], today: date, *, is_dated: bool
) -> Spotted:
    """A deadline, a beginning, a plan, a day long ago, another day's weekday are asked about."""
    before, after = _around(found.string, found.start(), behind.end())
    is_open = bool(DEADLINE.search(after) or PLANNED.search(before))
    days = list(one.days)
    if days and not is_dated and today - days[0] > LONG_AGO:
        is_open = True
    if days and behind["weekday"] and days[0].weekday() != WEEKDAYS[behind["weekday"][-1]]:
        is_open = True
        near = (days[0] + timedelta(shift) for shift in (-1, 1, -2, 2, -3, 3))
        fits = (day for day in near if day.weekday() == WEEKDAYS[behind["weekday"][-1]])
        days += [day for day in fits if day <= today]
    return replace(one, days=tuple(days), is_sure=not is_open and not one.fault)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """A few words before a day and behind it."""
    return text[max(0, start - AROUND) : start], text[end : end + AROUND]


def month_number(text: str) -> int:
    """1 to 12 for 8, 八 or August; anything else is no month."""
    name = text[:3].lower()
    return MONTHS.index(name) + 1 if name in MONTHS else value_of(text) or 0


def written_year(parts: dict[str, str | None], today: date) -> int | None:
    """The year that stands with a month, by number or as 去年."""
    if word := parts.get("year_word"):
        return today.year + YEAR_WORDS[word]
    return int(year) if (year := parts.get("year")) else None


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(month: int, day: int, today: date) -> tuple[date, ...]:
    """The latest such day that is not to come; none when no calendar has it."""
    for year in range(today.year, today.year - LEAP_DAYS_APART - 1, -1):
        found = _on(year, month, day)
        if found is not None and found <= today:
            return (found,)
    return ()


def tail(found: re.Match[str]) -> re.Match[str]:
    """What stands behind a day and belongs to it."""
    behind = AFTERWARDS.match(found.string, found.end())
    assert behind is not None  # noqa: S101 - every part of it may be missing
    return behind
