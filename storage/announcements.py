"""What organisations are about to do: announced once, asked about the day after, then reported."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import activities, deliveries, jobs, partners, people, photos
from storage.activities import Report, Reported
from storage.activity_lists import WHOLE
from storage.database import query, transaction
from storage.photos import Sent
from storage.tables import (
    activities as records,
    announcements as table,
    deliveries as owed,
    liaisons,
    organisations,
    people as persons,
)
from storage.values import Value

CARD, ASK = "activities.announcement", "activities.owed"
"""The deliveries: where it was announced, and to who is asked for photos the day after."""
DAY_AFTER = "activities.day_after"
"""The job; its subject is the announcement."""


class Plan(Value):
    """What is announced."""

    organisation_id: int
    title: str
    held_on: date
    place: str = ""
    chat_id: int


class Announcement(Plan):
    """With its number, and what became of it."""

    id: int
    organisation: str
    announced_by: int
    announcer: str
    activity_id: int | None = None
    asked_at: datetime | None = None
    called_off_at: datetime | None = None


@transaction
async def announce(  # noqa: PLR0913, PLR0917 - what, by whom, when, where, and when it is asked about
    connection: AsyncConnection,
    plan: Plan,
    person_id: int,
    now: datetime,
    asks_at: datetime,
    topic_id: int | None = None,
) -> int:
    """Keeps it, owes its card, and the question at the moment given; returns its id."""
    values = plan.model_dump() | {"announced_by": person_id, "announced_at": now}
    made = insert(table).values(values).returning(table.c.id)
    number: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, CARD, number, plan.chat_id, now, topic_id=topic_id)
    await jobs.schedule(connection, DAY_AFTER, number, asks_at)
    return number


@query
async def one(connection: AsyncConnection, number: int) -> Announcement | None:
    """The announcement with this id."""
    found = await connection.execute(_named().where(table.c.id == number))
    return Announcement.of(found.one_or_none())


@query
async def upcoming(connection: AsyncConnection, today: date, most: int) -> tuple[Announcement, ...]:
    """What takes place from today on, the nearest first."""
    ahead = and_(table.c.held_on >= today, table.c.called_off_at.is_(None))
    order = (table.c.held_on, table.c.id)
    return Announcement.each(
        await connection.execute(_named().where(ahead).order_by(*order).limit(most))
    )


@query
async def between(
    connection: AsyncConnection, first: date, last: date, most: int
) -> tuple[Announcement, ...]:
    """What takes place, or took place, on these days, the earliest first."""
    then = and_(table.c.held_on.between(first, last), table.c.called_off_at.is_(None))
    order = (table.c.held_on, table.c.id)
    return Announcement.each(
        await connection.execute(_named().where(then).order_by(*order).limit(most))
    )


@transaction
async def call_off(connection: AsyncConnection, number: int, now: datetime) -> bool:
    """It does not take place, and is not asked about; False: that was so before."""
    is_open = and_(table.c.id == number, table.c.called_off_at.is_(None))
    is_open = and_(is_open, table.c.activity_id.is_(None))
    called_off = update(table).where(is_open).values(called_off_at=now)
    if (await connection.execute(called_off)).rowcount == 0:
        return False
    await jobs.cancel(connection, DAY_AFTER, number)
    await _show(connection, number)
    return True


@transaction
async def ask(connection: AsyncConnection, number: int, now: datetime) -> None:
    """The day after: asks once for photos, unless it was called off, or reported already."""
    found = await connection.execute(_named().where(table.c.id == number))
    announced = Announcement.of(found.one_or_none())
    if announced is None or announced.called_off_at or announced.activity_id or announced.asked_at:
        return
    reported = await _reported(connection, announced)
    values = {"asked_at": now} if reported is None else {"activity_id": reported}
    this = update(table).where(table.c.id == number)
    await connection.execute(this.values(values))
    if reported is None:
        for chat_id in await _whom(connection, announced):
            await deliveries.owe(connection, ASK, number, chat_id, now)
    await _show(connection, number)


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
    done = await activities.made(connection, told, photo, now, reply_to=reply_to)
    this = update(table).where(table.c.id == number)
    await connection.execute(this.values(activity_id=done.activity_id))
    await _show(connection, number)
    return done


def _named() -> Select[Any]:
    return (
        select(
            table,
            organisations.c.short_name.label("organisation"),
            persons.c.name.label("announcer"),
        )
        .join(organisations, organisations.c.id == table.c.organisation_id)
        .join(persons, persons.c.id == table.c.announced_by)
    )


async def _reported(connection: AsyncConnection, announced: Announcement) -> int | None:
    """What the organisation reported of that day by itself, and no other announcement has."""
    others = select(table.c.activity_id).where(table.c.activity_id.is_not(None))
    same = and_(
        *(WHOLE, records.c.held_on == announced.held_on, records.c.id.not_in(others)),
        partners.is_of(announced.organisation_id),
    )
    found = select(records.c.id).where(same).order_by(records.c.id).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()


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


async def _show(connection: AsyncConnection, number: int) -> None:
    for kind in (CARD, ASK):
        await deliveries.owe_edit(connection, kind, number)
