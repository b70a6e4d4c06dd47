"""Days in a visit's words: when somebody was there, and until when something is promised."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta, tzinfo

from commands.kit.days import ENGLISH_DAYS, MONTHS, WEEKDAYS, NoMomentError, number_of, read_days
from commands.kit.moments import read_moments

_N = "(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})"
_WEEK = "(?:周|星期|礼拜)"
_MONTHS = f"(?:{'|'.join(MONTHS)})[a-z]*"
_WEEKDAYS = f"(?:{'|'.join(ENGLISH_DAYS)})(?!th)[a-z]*"
_SHORT = "(?<![0-9.])[0-9]{1,2}[./][0-9]{1,2}(?![0-9.])"
"""`8.20`: a day only where nothing else can stand."""
_DATED = (
    rf"(?:[0-9]{{4}}年)?{_N}月{_N}[日号]?|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}"
    rf"|{_N}[日号](?!楼|线|院)"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}(?:\s[0-9]{{4}})?"
    rf"|\b{_MONTHS}\s[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
)
_PART = "(?:上午|下午|中午|晚上|早上)?"
PAST = re.compile(
    rf"(?:{_DATED}|{_SHORT}(?![万亿个吨米元])|大?前天|昨天|昨晚|昨日|今[天日早晚]|刚才|刚刚|{_N}天前|上个?{_WEEK}[一二三四五六日天]"
    rf"|(?:本|这)?个?{_WEEK}[一二三四五六日天]|\byesterday\b|\btoday\b|\b(?:last\s)?{_WEEKDAYS}\b)"
    rf"\s*{_PART}",
    re.IGNORECASE,
)
"""How people say on which day they were somewhere."""
_AHEAD = (
    rf"{_DATED}|{_SHORT}(?=\s*(?:之前|以前|前))|(?:今|明|后|大后)[天日]|(?:下下|下|本|这)?个?{_WEEK}[一二三四五六日天]"
    rf"|(?:本|这|下)个?{_WEEK}(?=内)|(?:下个?|本|这个?)?月[底末]|本?月(?=内)|年底|年(?=内)"
    rf"|(?:{_N}|半)个?(?:天|日|{_WEEK}|月)(?=之?内|以内|之?后|以后)"
    rf"|\btomorrow\b|\bend of (?:the |this )?month\b|\bin [0-9]+ (?:days?|weeks?)\b|\bnext week\b"
    rf"|\b(?:next\s|this\s)?{_WEEKDAYS}\b"
)
DUE = re.compile(
    rf"(?:最晚|争取)?[于在到]?\s*(?:\b(?:by|before|until)\s+)?(?P<when>{_AHEAD})\s*"
    r"(?:之前|以前|前|之内|以内|内|之后|以后|后)?\s*",
    re.IGNORECASE,
)
"""How people say until when."""
_MONTHS_ON = re.compile(rf"({_N})个?月(?:之?内|以内|之?后|以后)")
_SOON = {"年内": "年底", "本月内": "月底", "月内": "月底", "以内": "后", "之内": "后"}


def visited_on(words: str, today: date) -> date | None:
    """The day on which somebody was there; None when no day is named.

    It may lie ahead when the words say so. Raises NoMomentError for a day that does not exist.
    """
    said = unicodedata.normalize("NFKC", words).casefold()
    for name, days in {"大前天": 3, "前天": 2, "昨": 1, "yesterday": 1, "刚": 0}.items():
        if name in said:
            return today - timedelta(days)
    if found := re.search(rf"({_N})天前", said):
        return today - timedelta(number_of(found[1]))
    if found := re.search(rf"上个?{_WEEK}([一二三四五六日天])", said):
        return today - timedelta(today.weekday() + 7 - WEEKDAYS[found[1]])
    day = next(iter(read_days(said, today)), None)
    if day is None or day <= today:
        return day
    return _before(said, day, today)


def due_on(words: str, now: datetime, zone: tzinfo) -> date | None:
    """The day until which something is to be done; None when no day is named.

    Raises NoMomentError for a day that does not exist.
    """
    said = unicodedata.normalize("NFKC", words).casefold()
    today = now.astimezone(zone).date()
    if found := _MONTHS_ON.search(said):
        return _months_on(today, number_of(found[1]))
    if re.search(rf"(?:本|这)个?{_WEEK}内", said):
        return max(today, today - timedelta(today.weekday()) + timedelta(4))
    for name, meant in _SOON.items():
        said = said.replace(name, meant)
    said = re.sub(rf"({_N}|半)(个?(?:天|日|{_WEEK}))内", r"\1\2后", said)
    moments = read_moments(said, now, zone)
    return moments[0].astimezone(zone).date() if moments else None


def _before(said: str, day: date, today: date) -> date:
    """What was read as the next such day, as the one before; a year that was written stays."""
    if re.search(r"[0-9]{4}", said) or re.search("明天|后天|下", said):
        return day
    if re.search(rf"{_WEEK}|{_WEEKDAYS}", said) and not re.search("月", said):
        return day - timedelta(7 * -(-(day - today).days // 7))
    if not re.search(rf"月|[./]|{_MONTHS}", said):
        last = today.replace(day=1) - timedelta(1)
        return today.replace(day=day.day) if day.day <= today.day else _in(last, day.day)
    try:
        return day.replace(year=day.year - 1)
    except ValueError as error:
        raise NoMomentError(said) from error


def _in(month: date, day: int) -> date:
    """A day of a month that ends with the day given, or that end."""
    return month.replace(day=min(day, month.day))


def _months_on(today: date, months: int) -> date:
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
