"""Stretches of a day as people write them: `9:00-12:00`, `早8点-晚6点`, `8am-6pm`. Pure."""

import re

from commands.kit.days import NoMomentError, number_of
from commands.kit.moments import LATE_PARTS, PARTS

HOUR, HALF_DAY, DAY = 60, 12, 24 * 60
EVENING = 13 * HOUR
"""Hours from here on are those of a clock of 24 hours."""
NUMBER = "(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})"
_PART = "|".join(sorted((*PARTS, "次日", "第二天", "next day", "夜里"), key=len, reverse=True))


def _clock(name: str) -> str:
    return (
        rf"(?P<{name}part>{_PART})?\s*(?P<{name}hour>{NUMBER})"
        rf"(?:\s*[:点时]\s*(?P<{name}minute>[0-9]{{1,2}}|半|一刻|三刻)?分?)?"
        rf"\s*(?P<{name}noon>[ap]\.?m\b\.?)?"
    )


RANGE = rf"(?:from )?{_clock('from_')}\s*(?:-|to|until|till)\s*{_clock('to_')}(?![0-9])"


def span_of(found: re.Match[str]) -> tuple[int, int]:
    """Minutes from and to; raises NoMomentError for hours that no day has."""
    part = found["from_part"] or ""
    begin = _minutes(found, "from_", part)
    said = found["to_part"] or ""
    end = _minutes(found, "to_", said or (part if part in LATE_PARTS else ""))
    is_next_day = said in {"次日", "第二天", "next day", "凌晨"}
    if end <= begin and not is_next_day and not said and begin < EVENING:
        end += HALF_DAY * HOUR
    if end <= begin or (is_next_day and end < DAY):
        end += DAY
    if begin >= DAY or not begin < end <= begin + DAY:
        raise NoMomentError(found[0])
    return begin, end


def _minutes(found: re.Match[str], name: str, part: str) -> int:
    hour = number_of(found[f"{name}hour"])
    said = found[f"{name}minute"] or "0"
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said) or number_of(said)
    noon = (found[f"{name}noon"] or "")[:1]
    is_late = noon == "p" or (not noon and part in {*LATE_PARTS, "夜里"})
    if noon == "a" and hour == HALF_DAY:
        hour = 0
    if is_late and hour < HALF_DAY and not (part == "中午" and hour > HALF_DAY // 2):
        hour += HALF_DAY
    if hour * HOUR + minute > DAY or minute >= HOUR:
        raise NoMomentError(found[0])
    return hour * HOUR + minute
