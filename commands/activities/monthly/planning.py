"""When a month is shown: staff see it on the first working day, and the group some hours later."""

from datetime import UTC, date, datetime, time, timedelta

from commands.activities.monthly.places import usual
from commands.kit import Due, Office, hours_of
from storage import month_posts, months, preferences
from storage.database import Store
from storage.preferences import MONTH, OFF

SHOWN, SENT = time(9), time(14)
"""On the first working day: to staff, and to the group."""
AHEAD = timedelta(hours=2)
"""It is looked at once an hour, so it is planned in time."""
LATE = timedelta(days=5)
"""After an outage it still comes; later it would be no news."""


async def look_ahead(store: Store, office: Office, now: datetime) -> None:
    """Plans the month that has ended, when its moment is near."""
    today = now.astimezone(office.zone).date()
    due = due_at(office, today)
    if due - AHEAD <= now < due + LATE and await _is_wanted(store):
        await month_posts.plan(store, before(today), max(due, now))


async def prepare(store: Store, due: Due) -> None:
    """A month in which nothing was done is not shown."""
    found = await months.month(store, due.subject_id)
    if found is None or not await _is_wanted(store):
        return
    hours = await hours_of(store, due.office)
    here = due.now.astimezone(due.office.zone)
    afternoon = datetime.combine(here.date(), SENT, due.office.zone)
    sends_at = hours.next_open(max(afternoon, here + AHEAD))
    await month_posts.prepare(store, due.subject_id, due.now, sends_at)


async def send(store: Store, due: Due) -> None:
    """Nobody said otherwise."""
    place, found = await usual(store), await months.month(store, due.subject_id)
    if place is not None and found is not None and await _is_wanted(store):
        await month_posts.go_out(store, due.subject_id, place, due.now)


def due_at(office: Office, today: date) -> datetime:
    """When staff see the month before this day's."""
    first = office.calendar.working_from(today.replace(day=1))
    return datetime.combine(first, SHOWN, office.zone).astimezone(UTC)


def before(today: date) -> int:
    """The number of the month before this day's."""
    return months.number_of(today.replace(day=1) - timedelta(1))


async def _is_wanted(store: Store) -> bool:
    return (await preferences.kept(store)).get(MONTH) != OFF
