"""On which days something takes place, when it is spoken of, and a look at it each day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from commands.kit import Hours, Office, hours_of
from commands.kit.recurrences import turns
from storage import series
from storage.announcements import Announcement
from storage.database import Store
from storage.occasions import Occasion

AHEAD = timedelta(days=400)
"""So far ahead what repeats has its days: a year, and a month to look into."""
EVENING, MORNING = time(19), time(10)
"""When who signed up is reminded, the day before; when it is asked about, the day after."""
DAY = timedelta(1)


def occasion(held_on: date, hours: Hours, original_on: date | None = None) -> Occasion:
    """A day with its moments: the evening before comes before quiet hours, on days off too."""
    any_day = replace(hours, working_days=False)
    eve = datetime.combine(held_on - DAY, EVENING, hours.zone)
    morning = datetime.combine(held_on + DAY, MORNING, hours.zone)
    return Occasion(
        original_on or held_on, held_on, any_day.last_open(eve), hours.on_working_day(morning)
    )


def occasions(one: Announcement, hours: Hours, now: datetime) -> tuple[Occasion, ...]:
    """All days from today on, without one that has begun; of what takes place once the one."""
    if not one.rule:
        return (occasion(one.held_on, hours),)
    today = now.astimezone(hours.zone).date()
    found = turns(one.rule, one.held_on, today + AHEAD, one.holidays, hours.calendar)
    return tuple(
        occasion(turn.held_on, hours, turn.original_on)
        for turn in found
        if turn.original_on >= today and turn.held_on and _begins(turn.held_on, one, hours) > now
    )


async def look_ahead(store: Store, office: Office, now: datetime) -> None:
    """Once a day each pattern gets the days that come into sight, and holidays that are new."""
    today = now.astimezone(office.zone).date()
    hours = await hours_of(store, office)
    for one in await series.unplanned(store, today):
        await series.go_on(store, one.id, occasions(one, hours, now), today, now)


def begins_at(one: Announcement, hours: Hours) -> datetime:
    """When people cannot sign up any more, in UTC; without a time of day the end of its day."""
    return _begins(one.held_on, one, hours)


def _begins(day: date, one: Announcement, hours: Hours) -> datetime:
    if not one.starts:
        return datetime.combine(day + DAY, time(), hours.zone).astimezone(UTC)
    return datetime.combine(day, time.fromisoformat(one.starts), hours.zone).astimezone(UTC)
