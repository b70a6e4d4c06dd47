"""On 1 March and 1 September, or the next working day at nine, each liaison is asked."""

from datetime import UTC, date, datetime, time, timedelta

from commands.kit import Due, Office, Post, Studio, Talk, hours_of
from commands.points.checking import views
from commands.points.keepers import is_kept_by
from commands.points.keeping import asking
from storage import point_checks, point_lists
from storage.database import Store

DAYS = (3, 1), (9, 1)
"""Month and day of the rounds."""
MORNING = time(9)
AHEAD = timedelta(hours=2)
"""It is looked at once an hour, so it is planned in time."""
LATE = timedelta(days=14)
"""After an outage it still comes."""
TO_CONFIRM = 2


async def look_ahead(store: Store, office: Office, now: datetime) -> None:
    """Plans the round when its moment is near."""
    day = last_round((now + AHEAD).astimezone(office.zone).date())
    due = due_at(office, day)
    if due - AHEAD <= now < due + LATE:
        await point_checks.plan(store, day, max(due, now))


async def ask(store: Store, due: Due) -> None:
    """Everybody at once; in quiet hours the questions wait."""
    hours = await hours_of(store, due.office)
    day = date.fromordinal(due.subject_id)
    await point_checks.ask_all(store, day, due.now, hours.next_open(due.now))


async def check(store: Store, studio: Studio, check_id: int) -> Post | None:
    """An organisation's points, those that were confirmed since ticked."""
    found = await point_checks.one(store, check_id)
    if found is None:
        return None
    today = studio.now.astimezone(studio.office.zone).date()
    own = await point_lists.of(store, (found.organisation_id,))
    return views.check(studio.words, found, own, today)


async def all_right(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All of them hold as they were shown."""
    found = await point_checks.one(talk.store, numbers[0]) if len(numbers) == TO_CONFIRM else None
    if found is None or not is_kept_by(talk, found.organisation_id):
        await talk.toast(asking.not_yours(talk.words), alert=True)
        return
    who = talk.asker.person.id
    done = await point_checks.confirm_all(talk.store, found.id, numbers[1], who, talk.now)
    await talk.toast(views.thanks(talk.words) if done else asking.meanwhile(talk.words))


async def overdue(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """For staff: whose points nobody confirmed since the last round."""
    day = last_round(talk.today)
    since = datetime.combine(day, time(), talk.zone).astimezone(UTC)
    found = await point_checks.overdue(talk.store, since)
    await talk.edit(views.overdue(talk.words, found, day))


def last_round(today: date) -> date:
    """The day of the round that was last, or is today."""
    days = [date(year, *day) for year in (today.year - 1, today.year) for day in DAYS]
    return max(day for day in days if day <= today)


def due_at(office: Office, day: date) -> datetime:
    """When a round is asked."""
    first = office.calendar.working_from(day)
    return datetime.combine(first, MORNING, office.zone).astimezone(UTC)
