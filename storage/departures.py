"""Who of those with a role left a group: the role stays until staff decide, and once they do."""

from datetime import datetime

from sqlalchemy import and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, people, seats
from storage.database import query, transaction
from storage.organisations import Organisation
from storage.people import Person
from storage.tables import (
    chats,
    departures as table,
    liaisons,
    organisations,
    people as persons,
)
from storage.values import Value

DEPARTED = "people.departed"
"""The delivery that tells each of staff; its subject is the departure."""
OPEN, KEPT, REMOVED, RETURNED = "open", "kept", "removed", "returned"


class Departure(Value):
    """Somebody with a role who left a group."""

    id: int
    person: Person
    group: str
    organisations: tuple[Organisation, ...]
    """For which the person answered by then."""
    state: str
    decider: Person | None = None


async def note(connection: AsyncConnection, chat_id: int, person_id: int, now: datetime) -> None:
    """Somebody left, or was removed, within another transaction; staff hear of it once."""
    person = await _person(connection, person_id)
    served = await _served(connection, person_id)
    if person is None or not (served or person.is_staff):
        return
    if await _open(connection, chat_id, person_id) is not None:
        return
    ids = ",".join(str(one) for one in served)
    made = insert(table).values(person_id=person_id, chat_id=chat_id, organisations=ids)
    kept = await connection.execute(made.values(left_at=now).returning(table.c.id))
    departure_id: int = kept.scalar_one()
    for staff in await people.staff_to_tell(connection):
        if staff != person_id:
            await deliveries.owe(connection, DEPARTED, departure_id, staff, now)


async def come_back(connection: AsyncConnection, chat_id: int, person_id: int) -> None:
    """Somebody is in the group again before staff decided, within another transaction."""
    departure_id = await _open(connection, chat_id, person_id)
    if departure_id is not None:
        back = update(table).where(table.c.id == departure_id).values(state=RETURNED)
        await connection.execute(back)
        await deliveries.owe_edit(connection, DEPARTED, departure_id)


@query
async def one(connection: AsyncConnection, departure_id: int) -> Departure | None:
    """The departure with this id."""
    return await _found(connection, departure_id)


@transaction
async def decide(
    connection: AsyncConnection, departure_id: int, by: int, now: datetime, *, keeps: bool
) -> tuple[bool, Departure | None]:
    """Staff keep the person's roles, or take them; False: it was decided before."""
    waits = and_(table.c.id == departure_id, table.c.state == OPEN)
    values = {"state": KEPT if keeps else REMOVED, "decided_by": by, "decided_at": now}
    is_made = (await connection.execute(update(table).where(waits).values(values))).rowcount == 1
    found = await _found(connection, departure_id)
    if is_made and found is not None:
        await deliveries.owe_edit(connection, DEPARTED, departure_id)
        for organisation in () if keeps else found.organisations:
            await seats.unseat(connection, found.person.id, organisation.id)
    return is_made, found


async def _found(connection: AsyncConnection, departure_id: int) -> Departure | None:
    found = select(table).where(table.c.id == departure_id)
    row = (await connection.execute(found)).one_or_none()
    if row is None:
        return None
    title = select(chats.c.title).where(chats.c.id == row.chat_id)
    ids = [int(one) for one in row.organisations.split(",") if one]
    served = select(organisations).where(organisations.c.id.in_(ids))
    served = served.order_by(organisations.c.position)
    return Departure(
        id=departure_id,
        person=await _person(connection, row.person_id),
        group=(await connection.execute(title)).scalar_one_or_none() or "",
        organisations=Organisation.each(await connection.execute(served)),
        state=row.state,
        decider=await _person(connection, row.decided_by),
    )


async def _person(connection: AsyncConnection, person_id: int | None) -> Person | None:
    found = select(persons).where(persons.c.id == person_id)
    return Person.of((await connection.execute(found)).one_or_none())


async def _served(connection: AsyncConnection, person_id: int) -> list[int]:
    served = (
        select(liaisons.c.organisation_id)
        .join(organisations, organisations.c.id == liaisons.c.organisation_id)
        .where(liaisons.c.person_id == person_id, organisations.c.retired_at.is_(None))
    )
    ordered = served.order_by(liaisons.c.organisation_id)
    return list((await connection.execute(ordered)).scalars())


async def _open(connection: AsyncConnection, chat_id: int, person_id: int) -> int | None:
    waits = and_(table.c.person_id == person_id, table.c.chat_id == chat_id, table.c.state == OPEN)
    return (await connection.execute(select(table.c.id).where(waits))).scalars().first()
