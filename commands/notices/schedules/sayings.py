"""When a notice is to go out, in words: `明天8点`, `每周五9点`, `每月5号`, `every Friday 9 am`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, time, tzinfo

from commands.kit.days import A_NUMBER, ENGLISH_DAYS, NoMomentError, number_of
from commands.kit.moments import read_moments
from commands.notices.schedules import recurrences
from storage.patterns import MONTH_END, MONTHLY, ONCE

MORNING = time(9)
"""A day without a time of day means the beginning of the working day."""
LONGEST_MONTH = 31
_LAST = re.compile(r"(?:每个?月|every month(?:'s)?)?的?(?:最后一?个?工作日|last working day)")
_OF_MONTH = re.compile(
    rf"每个?月的?{A_NUMBER}[号日]|(?:every month|monthly) on the (\d{{1,2}})(?:st|nd|rd|th)?"
)
_WEEKLY = re.compile(rf"每个?(?=周|星期|礼拜)|\bevery (?=(?:{'|'.join(ENGLISH_DAYS)}))")
_OFTEN = re.compile(r"每|\b(?:every|daily|weekly|monthly)\b")


@dataclass(frozen=True)
class Said:
    """A rule, and the moments that may be meant: one that is sure, or up to three of `once`."""

    rule: str
    moments: tuple[datetime, ...]


def read(text: str, now: datetime, zone: tzinfo) -> Said | None:
    """What the words say; None when they cannot be read, or say a rule that there is not."""
    words = unicodedata.normalize("NFKC", text).casefold()
    try:
        if _LAST.search(words):
            return Said(MONTH_END, _at(_LAST.sub(" ", words), now, zone))
        if found := _OF_MONTH.search(words):
            return _monthly(found, words, now, zone)
        if _WEEKLY.search(words):
            moments = read_moments(_WEEKLY.sub("", words), now, zone, MORNING)[:1]
            day = moments[0].astimezone(zone).date() if moments else None
            return Said(recurrences.weekly(day), moments) if day else None
        if _OFTEN.search(words):
            return None
        moments = read_moments(words, now, zone, MORNING)
    except NoMomentError:
        return None
    return Said(ONCE, moments) if moments else None


def _monthly(found: re.Match[str], words: str, now: datetime, zone: tzinfo) -> Said | None:
    day = number_of(found[1] or found[2])
    if not 1 <= day <= LONGEST_MONTH:
        return None
    return Said(f"{MONTHLY}:{day}", _at(words.replace(found[0], " "), now, zone))


def _at(words: str, now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """Some moment at the time of day that the words name."""
    found = read_moments(words, now, zone, MORNING)[:1]
    today = now.astimezone(zone).date()
    return found or (datetime.combine(today, MORNING, zone),)
