"""From when to when on a day, and for how many: `上午9点到11点`, `14:30-16:00`, `限30人`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import time

from commands.kit.days import A_NUMBER, NoMomentError, number_of
from commands.kit.moments import PARTS, read_times

HALF_DAY = 12
MOST_PLACES = 9999
_NUMBER = f"(?:{A_NUMBER[1:-1]})"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_A_TIME = (
    rf"(?:(?:{_PART})\s*)?(?:\d{{1,2}}[:：]\d{{2}}(?:\s*[ap]\.?m\b)?"
    rf"|{_NUMBER}[点时](?:钟|整|半|[一三]刻|(?:{_NUMBER})分?)?|\d{{1,2}}\s*[ap]\.?m\b)"
)
_RANGE = re.compile(rf"(?P<from>{_A_TIME})\s*(?:到|至|[-–—~～]|to|until)\s*(?P<to>{_A_TIME})")
_ONE = re.compile(_A_TIME)
_PLACES = re.compile(
    rf"[,，、;；]?\s*(?:(?:限额?|名额|限报|最多)\s*(?:为|是)?\s*{A_NUMBER}\s*[人名位个]?(?:名额|参加|以内)?"
    rf"|{A_NUMBER}\s*个?名额|\b(\d{{1,4}}) places\b)"
)
_OPEN = re.compile(r"[,，、;；]?\s*(?:不用报名|无需报名|免报名|不必报名|no sign-?up(?: needed)?)")


@dataclass(frozen=True)
class Hours:
    """Times of day as `09:00`, empty where nothing is said, and the words without them."""

    starts: str = ""
    ends: str = ""
    rest: str = ""


@dataclass(frozen=True)
class Places:
    """How many can come, None for as many as like; and the words without it."""

    places: int | None
    signs_up: bool
    rest: str


def read_hours(text: str) -> Hours:
    """The first time of day, or stretch of one; what is over midnight has no end."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if len(plain) != len(text):
        text = plain
    try:
        if found := _RANGE.search(plain):
            starts = next(read_times(found["from"]), None)
            ends = _end(found, starts) if starts else None
            if starts is not None:
                is_after = ends is not None and ends > starts
                shown = _shown(ends) if is_after and ends else ""
                return Hours(_shown(starts), shown, _without(text, found))
        if found := _ONE.search(plain):
            starts = next(read_times(found[0]), None)
            if starts is not None:
                return Hours(_shown(starts), "", _without(text, found))
    except NoMomentError:
        return Hours(rest=text)
    return Hours(rest=text)


def read_places(text: str) -> Places:
    """For how many it is, and whether people sign up for it."""
    if found := _OPEN.search(text.casefold()):
        return Places(None, signs_up=False, rest=_without(text, found))
    found = _PLACES.search(text.casefold())
    said = next((one for one in found.groups() if one), None) if found else None
    try:
        count = number_of(said) if said else 0
    except NoMomentError:
        count = 0
    if found is None or not 1 <= count <= MOST_PLACES:
        return Places(None, signs_up=True, rest=text)
    return Places(count, signs_up=True, rest=_without(text, found))


def _end(found: re.Match[str], starts: time) -> time | None:
    """`下午2点到4点`: the part of the day holds for both."""
    said = found["to"]
    ends = next(read_times(said), None)
    has_part = any(part in said for part in PARTS)
    if ends is not None and not has_part and ends <= starts and ends.hour < HALF_DAY:
        ends = ends.replace(hour=ends.hour + HALF_DAY)
    if ends is not None and not has_part and starts.hour < HALF_DAY <= ends.hour:
        earlier = ends.replace(hour=ends.hour - HALF_DAY)
        ends = earlier if earlier > starts else ends
    return ends


def _shown(hour: time) -> str:
    return f"{hour:%H:%M}"


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
