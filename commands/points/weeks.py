"""Days as hours name them: `周一至周五`, `周一、三、五`, `Mon-Fri`, `10月1日至10月7日`. Pure."""

import re
from datetime import date

from commands.kit.days import ENGLISH_DAYS, WEEKDAYS, NoMomentError

EVERY, WEEKEND = frozenset(range(7)), frozenset({5, 6})
_NAME, _LETTER = "(?:周|星期|礼拜)", "[一二三四五六日天]"
_NOT_NUMBER = "(?![0-9点时十])"
WEEK = (
    rf"{_NAME}(?P<first>{_LETTER})"
    rf"(?:\s*-\s*{_NAME}?(?P<last>{_LETTER}){_NOT_NUMBER}"
    rf"|(?P<more>(?:\s*[、,和及]?\s*{_NAME}?{_LETTER}{_NOT_NUMBER})*))"
)
"""A day, a row of days, or some of them; a dash stands for every "to"."""
_DAYS = "|".join(ENGLISH_DAYS)
ENGLISH = rf"\b(?P<one>{_DAYS})[a-z]*\.?(?:\s*(?:-|to|through)\s*(?P<until>{_DAYS})[a-z]*\.?)?"
_DATE = (
    "(?:(?P<{0}year>[0-9]{{4}})[-/.年])?(?P<{0}month>[0-9]{{1,2}})[-/.月]"
    "(?P<{0}day>[0-9]{{1,2}})[日号]"
)
_ISO = "(?P<{0}y>[0-9]{{4}})[-/.](?P<{0}m>[0-9]{{1,2}})[-/.](?P<{0}d>[0-9]{{1,2}})(?![0-9])"
_LAST_DAY = "(?P<only>[0-9]{1,2})[日号]"
DATES = (
    rf"(?:{_DATE.format('f')}|{_ISO.format('f')})"
    rf"(?:\s*(?:-|to|through)\s*(?:{_DATE.format('t')}|{_ISO.format('t')}|{_LAST_DAY}))?"
)


def days_of(found: re.Match[str]) -> frozenset[int]:
    """Of `WEEK`: from Monday, which is 0."""
    first = WEEKDAYS[found["first"]]
    if found["last"]:
        return _row(first, WEEKDAYS[found["last"]])
    return frozenset({first, *(WEEKDAYS[one] for one in re.findall(_LETTER, found["more"] or ""))})


def english(found: re.Match[str]) -> frozenset[int]:
    """Of `ENGLISH`."""
    first = ENGLISH_DAYS.index(found["one"])
    return _row(first, ENGLISH_DAYS.index(found["until"]) if found["until"] else first)


def dates_of(found: re.Match[str], today: date) -> tuple[date, date]:
    """Of `DATES`: the first day and the last; raises NoMomentError or ValueError."""
    first = _date(found, "f", today)
    if found["only"]:
        last = first.replace(day=int(found["only"]))
    elif found["tmonth"] or found["tm"]:
        last = _date(found, "t", first)
    else:
        last = first
    if last < first:
        raise NoMomentError(found[0])
    return first, last


def _date(found: re.Match[str], which: str, after: date) -> date:
    """Without a year the next such day that is not before another."""
    if found[f"{which}y"]:
        return date(*(int(found[f"{which}{part}"]) for part in "ymd"))
    month, day = int(found[f"{which}month"]), int(found[f"{which}day"])
    if found[f"{which}year"]:
        return date(int(found[f"{which}year"]), month, day)
    this_year = date(after.year, month, day)
    return this_year if this_year >= after else date(after.year + 1, month, day)


def _row(first: int, last: int) -> frozenset[int]:
    """`周六至周一` goes over Sunday."""
    return frozenset((first + ahead) % 7 for ahead in range((last - first) % 7 + 1))
