"""The day after something that was announced: its liaison is asked for photos, once."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import activities, announcements, deliveries, matches, people, photos
from storage.activities import Report, Reported
from storage.announcements import ANNOUNCED, Announcement
from storage.database import transaction
from storage.matches import ASK
from storage.photos import Sent
from storage.tables import (
    announcements as table,
    deliveries as owed,
    liaisons,
    people as persons,
)

DAY_AFTER = "activities.day_after"
"""The job; its subject is the announcement."""


@transaction
async def ask(connection: AsyncConnection, number: int, now: datetime) -> None:
    """Asks once for photos, unless it was called off, or reported already."""
    found = await announcements.found_one(connection, number)
    if found is None or found.state != ANNOUNCED or found.called_off_at is not None:
        return
    if found.activity_id is None and found.asked_at is None:
        reported = await matches.reported(connection, found)
        if reported is not None:
            await matches.settle(connection, number, reported)
        else:
            asked = update(table).where(table.c.id == number).values(asked_at=now)
            await connection.execute(asked)
            for chat_id in await _whom(connection, found):
                await deliveries.owe(connection, ASK, number, chat_id, now)
    await announcements.show(connection, number)


@transaction
async def unreached(connection: AsyncConnection, number: int, now: datetime) -> None:
    """A liaison cannot be written to any more: it is asked where it was announced, once."""
    found = select(table.c.chat_id).where(table.c.id == number)
    chat_id = (await connection.execute(found)).scalar_one()
    if chat_id < 0 and not await _is_asked(connection, number, chat_id):
        await deliveries.owe(connection, ASK, number, chat_id, now)


@transaction
async def report(
    connection: AsyncConnection,
    number: int,
    told: Report,
    photo: Sent | None,
    now: datetime,
) -> Reported:
    """The report of what was announced; more photos join the one that there is."""
    found = select(table.c.activity_id).where(table.c.id == number)
    known = (await connection.execute(found)).scalar_one()
    if known is not None:
        if photo is not None:
            await photos.attach(connection, photo, known, now)
        return Reported(activity_id=known, outcome="again")
    reply_to = told.message_id if told.chat_id < 0 else None  # Bot API: groups have negative ids
    done = await activities.made(connection, told, photo, now, reply_to=reply_to, is_announced=True)
    await matches.settle(connection, number, done.activity_id)
    return done


async def _whom(connection: AsyncConnection, announced: Announcement) -> tuple[int, ...]:
    """The liaison who announced it, else all who answer for it, else where it was announced."""
    served = liaisons.c.organisation_id == announced.organisation_id
    reached = (
        select(persons.c.id, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == persons.c.id)
        .where(served, persons.c.is_reachable)
        .order_by(persons.c.id)
    )
    rows = (await connection.execute(reached)).all()
    everybody = [row.id for row in rows]
    if announced.announced_by in everybody:
        return (announced.announced_by,)
    first = [row.id for row in rows if not row.is_deputy]
    if everybody:
        return tuple(first or everybody)
    if announced.chat_id < 0:
        return (announced.chat_id,)
    return await people.staff_to_tell(connection, announced.announced_by)


async def _is_asked(connection: AsyncConnection, number: int, chat_id: int) -> bool:
    asked = and_(owed.c.kind == ASK, owed.c.subject_id == number, owed.c.chat_id == chat_id)
    return (await connection.execute(select(owed.c.id).where(asked).limit(1))).first() is not None
