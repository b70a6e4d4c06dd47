"""Which backups are kept: the last days, one a week before that, one a month before that."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

DAILY, WEEKLY, MONTHLY = 7, 4, 12
NIGHT = time(3, 30)
DAY = timedelta(days=1)


def to_forget(stamps: Iterable[datetime], now: datetime) -> set[datetime]:
    """Those that none of the three reasons keeps; days, weeks and months are those of `now`'s zone.

    Counted are days that have a backup: after a month asleep nothing is forgotten for that. The
    first of a week (Monday's, if there is one) and of a month stand for it. What is dated after
    `now` was made by another clock, and is left alone.
    """
    known = sorted(stamp for stamp in stamps if stamp <= now)
    days = {stamp.astimezone(now.tzinfo).date(): stamp for stamp in known}
    weeks = {_monday(day): days[day] for day in sorted(days, reverse=True)}
    months = {day.replace(day=1): days[day] for day in sorted(days, reverse=True)}
    kept = {*_newest(days, DAILY), *_newest(weeks, WEEKLY), *_newest(months, MONTHLY)}
    return set(known) - kept


def due(stamps: Iterable[datetime], now: datetime, zone: tzinfo) -> datetime | None:
    """When the next one is due; None: there is none to count from.

    The first half past three after the newest one, however long ago that was: so a start, a long
    sleep and a jump of the clock bring one, not many. One dated later than tomorrow was made by a
    clock that was wrong, and does not count.
    """
    newest = max((stamp for stamp in stamps if stamp <= now + DAY), default=None)
    if newest is None:
        return None
    day = newest.astimezone(zone).date()
    tonight = datetime.combine(day, NIGHT, zone)
    return tonight if tonight > newest else datetime.combine(day + DAY, NIGHT, zone)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _newest(found: dict[date, datetime], count: int) -> list[datetime]:
    return [found[day] for day in sorted(found, reverse=True)[:count]]
