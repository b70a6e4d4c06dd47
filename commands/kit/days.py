"""Days as office people write them: `明天`, `下周五`, `8月24日`, `月底`, `24 August`."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from commands.kit.numbers import NUMERALS, value_of

WEEK = 7
DAYS = {"今": 0, "明": 1, "后": 2, "大后": 3}
WEEKDAYS = {character: place for place, character in enumerate("一二三四五六日")} | {"天": 6}
WEEKS = {"本": 0, "这": 0, "下": 1, "下下": 2}
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
A_NUMBER = rf"(\d+|[{NUMERALS}]+)"


class NoMomentError(ValueError):
    """The words name a day or a time that does not exist: `2月30日`, `25点`."""


def read_days(words: str, today: date) -> Iterator[date]:
    """The days, the likelier first; none when the words name no day.

    A date with its month goes before a weekday that stands beside it: `8月28日 周五`.
    """
    for read in (_dated, _named, _weekday, _month_end, _short, _of_month, _english):
        found = list(read(words, today))
        if found:
            yield from found
            return


def _named(words: str, today: date) -> Iterator[date]:
    if found := re.search("(大后|今|明|后)(?:天|日|早|晚|午|上午|下午)", words):
        yield today + timedelta(DAYS[found[1]])
    elif re.search(r"\b(today|tonight)\b", words):
        yield today
    elif re.search(r"\bday after tomorrow\b", words):
        yield today + timedelta(2)
    elif re.search(r"\btomorrow\b", words):
        yield today + timedelta(1)


def _weekday(words: str, today: date) -> Iterator[date]:
    """Chinese weeks begin on Monday: `下周五` is next week's, also on a Sunday."""
    english = "|".join(ENGLISH_DAYS)
    if found := re.search(r"(下下|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])", words):
        yield from _in_week(today, WEEKDAYS[found[2]], WEEKS.get(found[1] or ""))
    elif found := re.search(rf"\b(next |this )?({english})(?!th)[a-z]*\b", words):
        weeks = {"next ": 1, "this ": 0}.get(found[1] or "")
        yield from _in_week(today, ENGLISH_DAYS.index(found[2]), weeks)


def _in_week(today: date, weekday: int, weeks: int | None) -> Iterator[date]:
    monday = today - timedelta(today.weekday())
    if weeks is not None:
        yield monday + timedelta(weeks * WEEK + weekday)
        return
    nearest = today + timedelta((weekday - today.weekday()) % WEEK)
    yield nearest
    if nearest == today:
        yield nearest + timedelta(WEEK)


def _month_end(words: str, today: date) -> Iterator[date]:
    if found := re.search("(下个?)?月(?:底|末)", words):
        yield _last_of(_in_months(today, 1 if found[1] else 0))
    elif re.search(r"\bend of (?:the |this )?month\b", words):
        yield _last_of(today)
    elif "年底" in words:
        yield date(today.year, 12, 31)


def _dated(words: str, today: date) -> Iterator[date]:
    """With a month: without a year it is the next such day."""
    year = rf"(?:({A_NUMBER[1:-1]})年)?"
    for pattern in (
        r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})",
        rf"{year}{A_NUMBER}月{A_NUMBER}[日号]?",
    ):
        if found := re.search(pattern, words):
            yield _next(today, found[1], number_of(found[2]), number_of(found[3]))
            return
    months = "|".join(MONTHS)
    if found := re.search(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({months})[a-z]*(?: (\d{{4}}))?", words):
        yield _next(today, found[3], MONTHS.index(found[2]) + 1, int(found[1]))
    elif found := re.search(rf"\b({months})[a-z]* (\d{{1,2}})(?:st|nd|rd|th)?\b", words):
        yield _next(today, None, MONTHS.index(found[1]) + 1, int(found[2]))


def _short(words: str, today: date) -> Iterator[date]:
    """`8.28`, `8/28`: what may as well be something else where a day is named."""
    if found := re.search(r"(?<![\d.:/])(\d{1,2})[./](\d{1,2})(?![\d.:/万亿个])", words):
        yield _next(today, None, number_of(found[1]), number_of(found[2]))


def _of_month(words: str, today: date) -> Iterator[date]:
    """A day of this month, or of the next if it has passed and the month was not named."""
    if found := re.search(rf"(下个?月|本月|这个?月)?{A_NUMBER}[日号](?!楼|线|院|文)", words):
        day = number_of(found[2])
        months = 1 if (found[1] or "").startswith("下") else 0
        if not found[1] and day < today.day:
            months = 1
        yield _date(_in_months(today, months).year, _in_months(today, months).month, day)


def _english(words: str, today: date) -> Iterator[date]:
    if re.search(r"\bnext week\b", words) or "下周" in words:
        yield today - timedelta(today.weekday()) + timedelta(WEEK + 4)


def _next(today: date, year: str | None, month: int, day: int) -> date:
    if year:
        return _date(int(year), month, day)
    this = _date(today.year, month, day, may_leap=True)
    return this if this >= today else _date(today.year + 1, month, day)


def _in_months(today: date, months: int) -> date:
    """The first of the month so many months ahead."""
    years, month = divmod(today.month - 1 + months, 12)
    return date(today.year + years, month + 1, 1)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _date(year: int, month: int, day: int, *, may_leap: bool = False) -> date:
    """Raises NoMomentError; 29 February may be the next leap year's."""
    try:
        return date(year, month, day)
    except ValueError as error:
        if may_leap and (month, day) == (2, 29):
            return date(next(y for y in range(year, year + 9) if monthrange(y, 2)[1] == day), 2, 29)
        raise NoMomentError(f"{year}-{month}-{day}") from error


def number_of(number: str) -> int:
    """The number that is written; raises NoMomentError when it may be read in two ways."""
    value = value_of(number)
    if value is None:
        raise NoMomentError(number)
    return value
