"""Which announcement a report is of: sure by its day, else its liaison says it by a button."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import announcements, deliveries, partners
from storage.activity_lists import WHOLE
from storage.announcements import Announcement
from storage.database import query, transaction
from storage.tables import activities, announcements as table, cohosts

ASK, MATCH = "activities.owed", "activities.match"
"""The deliveries: to who is asked for photos the day after, and to who is asked what a report is
of; the subject is the announcement, and the activity."""
WITHIN = timedelta(days=7)
"""Who reports so long after the day may mean it."""


async def look(connection: AsyncConnection, activity_id: int, chat_id: int, now: datetime) -> None:
    """A new report: it is of what was announced for its day, or it is asked; in a transaction."""
    found = await _open(connection, activity_id)
    day = await _day(connection, activity_id)
    same = [one for one in found if one.held_on == day]
    if len(same) == 1 and await _is_first(connection, activity_id):
        await settle(connection, same[0].id, activity_id)
    elif found:
        await deliveries.owe(connection, MATCH, activity_id, chat_id, now + timedelta(seconds=3))


@transaction
async def match(connection: AsyncConnection, number: int, activity_id: int) -> bool:
    """A report is of this announcement; False: it cannot be, or another one is."""
    if number not in {one.id for one in await _open(connection, activity_id)}:
        return False
    await settle(connection, number, activity_id)
    return True


@query
async def open_to(connection: AsyncConnection, activity_id: int) -> tuple[Announcement, ...]:
    """What a report may be of, and nobody has reported."""
    return await _open(connection, activity_id)


@query
async def of(connection: AsyncConnection, activity_id: int) -> Announcement | None:
    """The announcement that became this activity."""
    rows = announcements.named().where(table.c.activity_id == activity_id).limit(1)
    return Announcement.of((await connection.execute(rows)).one_or_none())


async def settle(connection: AsyncConnection, number: int, activity_id: int) -> None:
    """An announcement became this activity, within another transaction."""
    this = update(table).where(table.c.id == number)
    await connection.execute(this.values(activity_id=activity_id))
    await announcements.show(connection, number)
    await deliveries.owe_edit(connection, ASK, number)
    await deliveries.owe_edit(connection, MATCH, activity_id)


async def reported(connection: AsyncConnection, announced: Announcement) -> int | None:
    """What the organisation reported of that day by itself, and no other announcement has."""
    others = select(table.c.activity_id).where(table.c.activity_id.is_not(None))
    same = and_(
        *(WHOLE, activities.c.held_on == announced.held_on, activities.c.id.not_in(others)),
        partners.is_of(announced.organisation_id),
    )
    found = select(activities.c.id).where(same).order_by(activities.c.id).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()


async def _open(connection: AsyncConnection, activity_id: int) -> tuple[Announcement, ...]:
    found = select(activities.c.organisation_id, activities.c.held_on)
    row = (await connection.execute(found.where(activities.c.id == activity_id, WHOLE))).first()
    known = select(table.c.id).where(table.c.activity_id == activity_id).limit(1)
    if row is None or row.held_on is None or (await connection.execute(known)).first():
        return ()
    unreported = and_(announcements.is_on, table.c.activity_id.is_(None))
    near = table.c.held_on.between(row.held_on - WITHIN, row.held_on)
    mine = and_(unreported, near, _is_of(row.organisation_id))
    rows = announcements.named().where(mine).order_by(table.c.held_on.desc(), table.c.id)
    return Announcement.each(await connection.execute(rows))


def _is_of(organisation_id: int) -> ColumnElement[bool]:
    also = select(cohosts.c.announcement_id).where(cohosts.c.organisation_id == organisation_id)
    return or_(
        table.c.organisation_id == organisation_id,
        table.c.id.in_(also),
        table.c.pattern_id.in_(also),
    )


async def _day(connection: AsyncConnection, activity_id: int) -> date | None:
    found = select(activities.c.held_on).where(activities.c.id == activity_id)
    day: date | None = (await connection.execute(found)).scalar_one()
    return day


async def _is_first(connection: AsyncConnection, activity_id: int) -> bool:
    """True when the organisation has reported nothing else of that day."""
    this = activities.alias("this")
    others = (
        select(activities.c.id)
        .join(
            this,
            and_(
                this.c.organisation_id == activities.c.organisation_id,
                this.c.held_on == activities.c.held_on,
            ),
        )
        .where(this.c.id == activity_id, activities.c.id != activity_id, WHOLE)
        .limit(1)
    )
    return (await connection.execute(others)).first() is None
