"""Moments as office people write them: `明天下午3点`, `下周五前`, `8月24日 15:00`, `Friday 6 pm`.

Nothing is guessed silently: what may be read in two ways gives both, the likelier first.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from commands.kit.days import A_NUMBER, WEEK, NoMomentError, number_of, read_days

EVENING = time(18)
"""A day without a time of day means the end of the working day."""
FIRST_HOUR, LAST_UNCLEAR = 7, 11
"""`3点` is the afternoon, as offices go; from 7 to 11 it may be the morning or the evening."""
NOON, HALF_DAY = 12, 12
MOST = 3
LONGEST = 10_000
"""Days or hours ahead; what is farther is a slip."""

EARLY_PARTS = ("凌晨", "早上", "早", "上午")
LATE_PARTS = ("中午", "下午", "傍晚", "晚上", "晚")
PARTS = dict.fromkeys(EARLY_PARTS, 0) | dict.fromkeys(LATE_PARTS, 1)

_OFFSET = re.compile(
    rf"(?:{A_NUMBER}个?(半)?|(半)个?)(分钟|小时|钟头|天|日|周|星期|礼拜)(?:之?后|以后)"
)
_IN = re.compile(r"in (\d+|an?|half an) (minute|hour|day|week)s?")
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})[:：](\d{2})(?!\d)\s*([ap])?\.?m?")
_POINT = re.compile(rf"{A_NUMBER}[点时](?!建议)(?:钟|整|(半)|([一三])刻|{A_NUMBER}分?)?")
_PM = re.compile(r"(?<![\d:.])(\d{1,2})(?::(\d{2}))?\s*([ap])\.?m\b")
_PART = re.compile("|".join(sorted(PARTS, key=len, reverse=True)))


def read_moments(
    text: str, now: datetime, zone: tzinfo, usual: time = EVENING
) -> tuple[datetime, ...]:
    """The moments, in UTC, that the words may mean: none, one that is sure, or up to three.

    A day without a time of day means the `usual` one. They may have passed: `8月1日` is this
    year's. Raises NoMomentError for impossible ones.
    """
    words = unicodedata.normalize("NFKC", text).casefold()
    here = now.astimezone(zone)
    ahead = _ahead(words, here, usual)
    if ahead is not None:
        return (ahead.astimezone(UTC),)
    hours = list(read_times(words))
    days = list(read_days(words, here.date()))
    if not days and not hours:
        return ()
    if not days:
        days = _nearest_day(here, hours)
    moments = [
        datetime.combine(day, hour, zone).astimezone(UTC)
        for day in days
        for hour in hours or [usual]
    ]
    to_come = [one for one in dict.fromkeys(moments) if one > now]
    return tuple(to_come[:MOST] or moments[:1])


def _ahead(words: str, here: datetime, usual: time) -> datetime | None:
    """`三天后` (at the usual time of that day), `两小时后`, `in 2 hours`."""
    unit, count = "", 0.0
    found = _OFFSET.search(words)
    english = _IN.search(words)
    if found:
        count = (number_of(found[1]) if found[1] else 0) + (0.5 if found[2] or found[3] else 0)
        unit = {"分": "minute", "小": "hour", "钟": "hour", "天": "day", "日": "day"}.get(
            found[4][0], "week"
        )
    elif english:
        said = english[1]
        count = 0.5 if said.startswith("half") else 1 if said in {"a", "an"} else int(said)
        unit = english[2]
    if not unit:
        return None
    if not 0 < count <= LONGEST:
        raise NoMomentError(words)
    if unit in {"minute", "hour"}:
        moment = here + timedelta(**{f"{unit}s": count})
        return moment.replace(second=0, microsecond=0)
    day = here.date() + timedelta(days=round(count * (WEEK if unit == "week" else 1)))
    hours = [*read_times(words), usual]
    return datetime.combine(day, hours[0], here.tzinfo)


def read_times(words: str) -> Iterator[time]:
    """The times of day, the likelier first."""
    part = _PART.search(words)
    is_late = PARTS[part[0]] if part else None
    if found := _PM.search(words):
        yield _time(int(found[1]) % HALF_DAY + HALF_DAY * (found[3] == "p"), int(found[2] or 0))
    elif found := _CLOCK.search(words):
        hour = int(found[1])
        is_noon = part is not None and part[0] == "中午" and hour >= FIRST_HOUR
        yield _time(hour + HALF_DAY * (is_late == 1 and hour < NOON and not is_noon), int(found[2]))
    elif found := _POINT.search(words):
        hour = number_of(found[1])
        quarter = 15 * (3 if found[3] == "三" else 1) if found[3] else 0
        minute = 30 if found[2] else quarter or (number_of(found[4]) if found[4] else 0)
        yield from _by_point(hour, minute, is_late, part[0] if part else "")
    elif ("noon" in words and "afternoon" not in words) or "中午" in words:
        yield time(NOON)
    elif "tonight" in words or (part and part[0].startswith("晚")):
        yield time(20)
    elif part and part[0] in {"早", "早上", "上午"}:
        yield time(9)
    elif part and part[0] == "下午":
        yield time(15)


def _by_point(hour: int, minute: int, is_late: int | None, part: str) -> Iterator[time]:
    """`3点`, with or without a part of the day."""
    if part == "中午" and hour >= FIRST_HOUR:
        yield _time(hour, minute)
    elif is_late is not None:
        yield _time(hour + HALF_DAY * (is_late == 1 and hour < NOON), minute)
    elif 0 < hour < FIRST_HOUR:
        yield _time(hour + HALF_DAY, minute)
    else:
        yield _time(hour, minute)
        if FIRST_HOUR <= hour <= LAST_UNCLEAR:
            yield _time(hour + HALF_DAY, minute)


def _nearest_day(here: datetime, hours: list[time]) -> list[date]:
    """A time of day alone is today's, or tomorrow's when all of it has passed."""
    is_to_come = any(hour > here.time() for hour in hours)
    return [here.date() if is_to_come else here.date() + timedelta(1)]


def _time(hour: int, minute: int) -> time:
    try:
        return time(hour, minute)
    except ValueError as error:
        raise NoMomentError(f"{hour}:{minute}") from error
