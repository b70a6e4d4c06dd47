"""What a voice needs decided: moments, days, and which ones are alike."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from commands.kit import Calendar, Hours
from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments
from storage.voice_lists import Body

QUARTER = 15
MORNING = time(9)
WEEK = timedelta(weeks=1)
FAR = timedelta(days=366)
SILENCE = timedelta(days=7)
"""Who says nothing for so long has no more to say."""
WORKING_DAYS = (1, 3, 7)
"""To choose from, as the day to answer by."""
ALIKE, AT_LEAST = 0.4, 3
"""So much of the shorter one has to be in the other, and so many pairs of characters."""
TWINS = 2


def soon(now: datetime) -> datetime:
    """The next full quarter of an hour, when what has no name is brought; in UTC."""
    begun = now.astimezone(UTC).replace(second=0, microsecond=0)
    return begun + timedelta(minutes=QUARTER - begun.minute % QUARTER)


def without_command(text: str) -> str:
    """What stands behind the command: `/我想说 灯坏了`."""
    _, *words = text.split(maxsplit=1)
    return words[0].strip() if words else ""


def after(calendar: Calendar, today: date, days: int) -> date:
    """So many working days from today on."""
    day = today
    for _ in range(days):
        day = calendar.working_from(day + timedelta(1))
    return day


def read_day(words: str, now: datetime, zone: tzinfo) -> date | None:
    """By which day; None when the words name none from today to a year ahead."""
    today = now.astimezone(zone).date()
    try:
        moments = read_moments(words, now, zone)
    except NoMomentError:
        return None
    day = moments[0].astimezone(zone).date() if moments else None
    return day if day is not None and today <= day <= today + FAR else None


def next_reminder(hours: Hours, day: date, now: datetime) -> datetime:
    """The next of: the day itself, the day after it, and then each week."""
    at = datetime.combine(day, MORNING, hours.zone)
    first = hours.last_open(at)
    if first > now:
        return first
    moment = hours.on_working_day(at + timedelta(1))
    weeks = 0
    while moment <= now:
        weeks += 1
        moment = hours.on_working_day(at + timedelta(1) + weeks * WEEK)
    return moment


def settles(hours: Hours, now: datetime) -> datetime:
    """When it is closed if the one who said it says nothing."""
    return hours.on_working_day(now + SILENCE)


def twins(text: str, own_id: int, others: Iterable[Body]) -> list[Body]:
    """The open ones that say much the same, the likeliest first."""
    mine = _pairs(text)
    weighed = sorted(
        ((_alike(mine, _pairs(one.text)), one) for one in others if one.id != own_id),
        key=lambda pair: (-pair[0], pair[1].number),
    )
    return [one for weight, one in weighed if weight >= ALIKE][:TWINS]


def _alike(mine: set[str], theirs: set[str]) -> float:
    shared = len(mine & theirs)
    return shared / min(len(mine), len(theirs)) if shared >= AT_LEAST else 0.0


def _pairs(text: str) -> set[str]:
    """Two Chinese characters beside each other, or a Latin word."""
    return set(_each(unicodedata.normalize("NFKC", text).casefold()))


def _each(text: str) -> Iterator[str]:
    for word in "".join(one if one.isalnum() else " " for one in text).split():
        if word.isascii():
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))
