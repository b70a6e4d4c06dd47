"""When an activity was: one day that the words leave no doubt about, or what to ask."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from commands.activities.captions.days import Spotted, explicit, of_month, shorthand
from commands.activities.captions.findings import Finding
from commands.activities.captions.near import relative
from commands.activities.faults import Fault
from commands.kit.numbers import WIDE

SMALL_HOURS = 5
"""Until five in the morning 今天 may be the day that has just ended."""


@dataclass(frozen=True)
class Held:
    """The day, and where the words stand that name it."""

    day: Finding[date]
    said: tuple[tuple[int, int], ...] = ()
    """With their weekdays and hours."""
    words: tuple[tuple[int, int], ...] = ()
    """Without."""


def read_held(text: str, now: datetime) -> Held:
    """Of what is said in several ways, all must agree; `now` is the sender's own time."""
    text = text.translate(WIDE)
    today = now.date()
    spotted: list[Spotted] = []
    for read in (explicit, shorthand, of_month):
        for one in read(text, today):
            if not _overlaps(one, spotted):
                spotted.append(one)
    near = [one for one in relative(text, today) if not _overlaps(one, spotted)]
    spotted += [_at_night(one) for one in near] if now.hour < SMALL_HOURS else near
    spotted.sort(key=lambda one: one.start)
    said = tuple((one.start, one.end) for one in spotted)
    return Held(_found(spotted), said, tuple((one.start, one.word_end) for one in spotted))


def read_day(text: str, today: date) -> date | Fault:
    """The day that somebody wrote to correct a report."""
    noon = datetime(today.year, today.month, today.day, 12)  # noqa: DTZ001 - the alliance's own time
    found = read_held(text, noon).day
    if found.value is not None:
        return found.value
    if len(found.candidates) == 1:
        return found.candidates[0]
    return Fault.SEVERAL_DAYS if found.candidates else found.fault or Fault.NO_DAY


def _found(spotted: list[Spotted]) -> Finding[date]:
    sure = dict.fromkeys(one.days[0] for one in spotted if one.is_sure)
    doubtful = dict.fromkeys(day for one in spotted if not one.is_sure for day in one.days)
    if len(sure) == 1 and not doubtful.keys() - sure.keys():
        return Finding(next(iter(sure)))
    fault = next((one.fault for one in spotted if one.fault), None)
    candidates = tuple(sure | doubtful)
    return Finding(candidates=candidates, fault=None if candidates else fault)


def _at_night(one: Spotted) -> Spotted:
    """At one in the morning, yesterday may be meant by 今天."""
    days = tuple(day - timedelta(shift) for day in one.days for shift in (1, 0))
    return replace(one, days=days, is_sure=False)


def _overlaps(one: Spotted, others: list[Spotted]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
