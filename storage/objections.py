"""People who are shown in a photo ask for it to go; staff decide, and they hear of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, hiding
from storage.database import query, transaction
from storage.tables import objections as table, people, photos
from storage.values import Value

OBJECTION, ANSWER = "activities.objection", "activities.objection_answer"
"""The deliveries: to each of staff with the photo, and to the one who objected."""
WHY = "asked"
"""What a photo's record says of one that was hidden or taken down because somebody asked."""


class Decision(StrEnum):
    """What staff decided."""

    KEPT = "kept"
    HIDDEN = "hidden"
    REMOVED = "removed"


class Objection(Value):
    """Somebody's wish that a photo goes; `decision` is empty until staff decided."""

    id: int
    photo_id: int
    activity_id: int
    person_id: int
    person: str
    objected_at: datetime
    decision: str
    decided_by: int | None
    decided_at: datetime | None


@transaction
async def make(
    connection: AsyncConnection, photo_id: int, person_id: int, now: datetime
) -> Objection | None:
    """Keeps the wish once, and owes the question to all staff who can be reached.

    Gives one that the same person had before as it stands; None: there is no such photo.
    """
    before = await _found(
        connection, and_(table.c.photo_id == photo_id, table.c.person_id == person_id)
    )
    if before is not None:
        return before
    is_shown = and_(photos.c.activity_id.is_not(None), photos.c.hidden_at.is_(None))
    shown = select(photos.c.id).where(photos.c.id == photo_id, is_shown)
    if (await connection.execute(shown)).one_or_none() is None:
        return None
    made = insert(table).values(photo_id=photo_id, person_id=person_id, objected_at=now)
    number: int = (await connection.execute(made.returning(table.c.id))).scalar_one()
    staff = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
    for one in (await connection.execute(staff.order_by(people.c.id))).scalars().all():
        await deliveries.owe(connection, OBJECTION, number, one, now)
    return await _found(connection, table.c.id == number)


@transaction
async def decide(
    connection: AsyncConnection, number: int, decision: Decision, by: int, now: datetime
) -> Objection | None:
    """The first decision counts; the photo follows it, and the one who objected is owed word."""
    undecided = and_(table.c.id == number, table.c.decision == "")
    values = {"decision": decision.value, "decided_by": by, "decided_at": now}
    is_first = (await connection.execute(update(table).where(undecided).values(values))).rowcount
    objection = await _found(connection, table.c.id == number)
    if objection is None or not is_first:
        return objection
    if decision is Decision.HIDDEN:
        await hiding.hidden(connection, objection.photo_id, by, now, WHY)
    elif decision is Decision.REMOVED:
        await hiding.taken_down(connection, objection.photo_id, by, now, WHY)
    await deliveries.owe_edit(connection, OBJECTION, number)
    await deliveries.owe(connection, ANSWER, number, objection.person_id, now)
    return objection


@query
async def one(connection: AsyncConnection, number: int) -> Objection | None:
    """The objection with this number."""
    return await _found(connection, table.c.id == number)


async def _found(connection: AsyncConnection, which: ColumnElement[bool]) -> Objection | None:
    found = (
        select(table, photos.c.activity_id, people.c.name.label("person"))
        .join(photos, photos.c.id == table.c.photo_id)
        .join(people, people.c.id == table.c.person_id)
        .where(which)
    )
    return Objection.of((await connection.execute(found)).one_or_none())
