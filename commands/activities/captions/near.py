"""Days by their distance: 昨天, 上周六, 三天前, yesterday, last Saturday, 2 days ago."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from commands.activities.captions.days import WEEKDAYS, Spotted, tail
from commands.activities.faults import Fault
from commands.kit.numbers import NUMERALS, value_of

NEAR = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1, "昨夜": -1, "今天": 0, "今日": 0,
    "今早": 0, "今晨": 0, "今晚": 0, "今儿": 0, "昨儿": -1, "明天": 1, "明日": 1, "后天": 2,
    "yesterday": -1, "today": 0, "this morning": 0, "last night": -1, "tomorrow": 1,
}  # fmt: skip
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_ENGLISH = ("mon", "tues?", "wed(?:nes)?", "thu(?:rs)?", "fri", "sat(?:ur)?", "sun")
ENGLISH_WEEKDAY = "|".join(f"{name}(?:day)?" for name in _ENGLISH)
RELATIVE = re.compile(
    rf"(?<![以之从目今])(?P<near>{'|'.join(NEAR)})"
    r"|(?<![一每两二三几逢隔单双])(?:(?P<week>上上|上|本|这|下)个?)?(?:周|星期|礼拜)"
    r"(?P<weekday>[一二三四五六日天])(?![年期岁])"
    rf"|(?P<ago>[0-9]{{1,2}}|[{NUMERALS}]{{1,2}})\s*(?:天|日)前"
    r"|\b(?P<days_ago>[0-9]{1,2})\s+days?\s+ago\b"
    rf"|(?<!every\s)\b(?P<last>last\s+)?(?P<english>{ENGLISH_WEEKDAY})\b(?!s)",
    re.IGNORECASE,
)
SOME_TIME_AGO = 40
"""In days: so far back people count."""


def relative(text: str, today: date) -> Iterator[Spotted]:
    """A weekday alone is the one of this week that has been; else the last one is asked about."""
    for found in RELATIVE.finditer(text):
        day, is_sure = _day(found, today)
        if abs((today - day).days) > SOME_TIME_AGO:
            continue
        span = (found.start(), tail(found).end(), found.end())
        if day > today:
            yield Spotted((), *span, is_sure=False, fault=Fault.FUTURE_DAY)
        else:
            yield Spotted((day,), *span, is_sure)


def _day(found: re.Match[str], today: date) -> tuple[date, bool]:
    if near := found["near"]:
        return today + timedelta(NEAR[near.lower()]), True
    if ago := found["ago"] or found["days_ago"]:
        return today - timedelta(value_of(ago) or SOME_TIME_AGO + 1), True
    if english := found["english"]:
        weekday = next(at for at, name in enumerate(_ENGLISH) if re.match(name, english.lower()))
        back = (today.weekday() - weekday) % 7
        return today - timedelta(back or 7 * bool(found["last"])), True
    monday = today - timedelta(today.weekday())
    day = monday + timedelta(WEEKDAYS[found["weekday"]])
    if found["week"]:
        return day + timedelta(weeks=WEEKS[found["week"]]), True
    return (day, True) if day <= today else (day - timedelta(7), False)
