"""What repeats, in words: `每月15日`, `每月最后一个周六`, `每两周周三`, `every other Friday`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from commands.kit.days import (
    A_NUMBER,
    ENGLISH_DAYS,
    MONTHS,
    WEEKDAYS,
    NoMomentError,
    number_of,
    read_days,
)
from commands.kit.numbers import NUMERALS, WIDE
from commands.kit.recurrences import (
    ending,
    every_time,
    first_day,
    on_date,
    on_day,
    on_weekday,
    weekly,
)

LONGEST_MONTH, YEAR, QUARTER = 31, 12, 3
MOST_TIMES = 100
LAST = -1
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": LAST}
_NUMBER = f"(?:{A_NUMBER[1:-1]})"
_WEEKDAY = "[一二三四五六日天]"
_A_DAY = "|".join(ENGLISH_DAYS)
_EN_DAY = rf"(?:{_A_DAY})[a-z]*"
_EN_ORDINAL = "|".join(ORDINALS)
_EN_MONTH = "|".join(MONTHS)
_WEEKS = (
    rf"每(?:隔?(?P<every>[0-9]+|[{NUMERALS}]+)个?|(?P<other>隔一?|双))?(?:周|星期|礼拜)(?:的|在)?"
    rf"(?:周|星期|礼拜)?(?P<days>{_WEEKDAY}(?:[、,和及]?(?:周|星期|礼拜)?{_WEEKDAY})*)"
)
_MONTH = rf"每(?:(?P<every>[0-9]+|[{NUMERALS}]+)个|个)?(?P<unit>月|季度|季)的?"
_OF_MONTH = (
    rf"{_MONTH}(?:(?P<last>最后一天|月?底|月?末)"
    rf"|第?(?P<nth>最后一?|倒数第一|[1-5一二三四五])个?(?:周|星期|礼拜)(?P<weekday>{_WEEKDAY})"
    rf"|(?P<days>{_NUMBER}[日号](?:[、,和及]\s*{_NUMBER}[日号])*))"
)
_OF_YEAR = rf"每年的?{A_NUMBER}月{A_NUMBER}[日号]?"
_EN_WEEKS = (
    rf"\bevery (?:(?P<every>\d+) weeks? on |(?P<other>other |second ))?"
    rf"(?P<days>{_EN_DAY}(?:(?:, | and )(?:{_EN_DAY}))*)"
)
_EN_OF_MONTH = (
    r"\b(?:every month|monthly|each month) on the (?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|\b(?:the )?(?P<last>last day) of (?:every|each|the) month"
    rf"|\b(?:the )?(?P<nth>{_EN_ORDINAL}) (?P<weekday>{_EN_DAY}) of (?:every|each|the) month"
)
_EN_OF_YEAR = (
    rf"\bevery year on (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_EN_MONTH})[a-z]*"
)
_TIMES = re.compile(rf"[,，、]?\s*(?:共|一共|办)\s*{A_NUMBER}次|[,，]?\s*\b(\d{{1,3}}) times\b")
_UNTIL = re.compile(r"[,，、]?\s*(?:直?到|至)(?P<zh>[^,，。；;\s]{1,11}?(?:日|号|底))(?:为止|止)?"
                    r"|[,，]?\s*\buntil (?P<en>(?:the )?[a-z0-9 ]{3,20})")  # fmt: skip


@dataclass(frozen=True)
class Repeat:
    """A rule (RFC 5545, RECUR), its first day from today on, and the words without it."""

    rule: str
    first: date
    rest: str


Make = Callable[[re.Match[str]], str | None]


def read_repeat(text: str, today: date) -> Repeat | None:
    """What the words say; None when they say nothing that repeats, or what there is not."""
    plain = text.translate(WIDE).casefold()
    if len(plain) != len(text):
        return None
    for pattern, make in _PATTERNS:
        found = pattern.search(plain)
        try:
            rule = make(found) if found else None
        except NoMomentError:
            return None
        if found is None or rule is None:
            continue
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        rule, rest = _ended(rule, rest, today)
        first = first_day(every_time(rule), today)
        return Repeat(rule, first, " ".join(rest.split(" "))) if first else None
    return None


def _ended(rule: str, rest: str, today: date) -> tuple[str, str]:
    """`共6次`, `到年底`."""
    plain = rest.translate(WIDE).casefold()
    if found := _TIMES.search(plain):
        count = number_of(found[1] or found[2])
        if 1 <= count <= MOST_TIMES:
            return ending(rule, count=count), rest[: found.start()] + rest[found.end() :]
    for found in _UNTIL.finditer(plain):
        try:
            until = next(read_days(found["zh"] or found["en"], today), None)
        except NoMomentError:
            until = None
        if until is not None and until >= today:
            return ending(rule, until=until), rest[: found.start()] + rest[found.end() :]
    return rule, rest


def _weeks(found: re.Match[str]) -> str | None:
    every = 2 if found["other"] else number_of(found["every"]) if found["every"] else 1
    days = [WEEKDAYS[one] for one in found["days"] if one in WEEKDAYS]
    return weekly(*days, every=every) if 1 <= every <= YEAR else None


def _english_weeks(found: re.Match[str]) -> str | None:
    every = 2 if found["other"] else int(found["every"] or 1)
    days = [ENGLISH_DAYS.index(one[:3]) for one in re.findall(_EN_DAY, found["days"])]
    return weekly(*days, every=every) if 1 <= every <= YEAR else None


def _of_month(found: re.Match[str]) -> str | None:
    every = number_of(found["every"]) if found["every"] else 1
    every *= QUARTER if found["unit"].startswith("季") else 1
    if not 1 <= every <= YEAR:
        return None
    if found["last"]:
        return on_day(LAST, every=every)
    if found["nth"]:
        is_last = found["nth"].startswith(("最后", "倒数"))
        which = LAST if is_last else number_of(found["nth"])
        return on_weekday(which, WEEKDAYS[found["weekday"]], every)
    days = [number_of(one) for one in re.findall(A_NUMBER, found["days"])]
    return on_day(*days, every=every) if all(1 <= one <= LONGEST_MONTH for one in days) else None


def _english_of_month(found: re.Match[str]) -> str | None:
    if found["last"]:
        return on_day(LAST)
    if found["nth"]:
        return on_weekday(ORDINALS[found["nth"]], ENGLISH_DAYS.index(found["weekday"][:3]))
    day = int(found["day"])
    return on_day(day) if 1 <= day <= LONGEST_MONTH else None


def _of_year(found: re.Match[str]) -> str | None:
    return _on_date(number_of(found[1]), number_of(found[2]))


def _english_of_year(found: re.Match[str]) -> str | None:
    return _on_date(MONTHS.index(found["month"]) + 1, int(found["day"]))


def _on_date(month: int, day: int) -> str | None:
    try:
        date(2024, month, day)  # a leap year
    except ValueError:
        return None
    return on_date(month, day)


_PATTERNS: tuple[tuple[re.Pattern[str], Make], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (_OF_YEAR, _of_year),
        (_OF_MONTH, _of_month),
        (_WEEKS, _weeks),
        (_EN_OF_YEAR, _english_of_year),
        (_EN_OF_MONTH, _english_of_month),
        (_EN_WEEKS, _english_weeks),
    )
)
