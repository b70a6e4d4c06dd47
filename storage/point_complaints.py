"""Somebody says that a service point is otherwise: its keepers hear it, and settle it."""

from datetime import datetime, timedelta

from sqlalchemy import and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, point_checks
from storage.database import query, transaction
from storage.tables import people, point_complaints as table, points
from storage.values import Value

ASK_WRONG, TOLD, THANKS = "points.ask_wrong", "points.told", "points.thanks"
"""The question what is wrong, the message to the keepers, and that it is mended; of a complaint."""
HOLD = timedelta(minutes=2)
"""So long the keepers' message waits for words."""


class Complaint(Value):
    """What somebody says of a point."""

    id: int
    point_id: int
    point: str
    """Its name by now."""
    organisation_id: int
    person_id: int
    words: str
    settled_at: datetime | None


@transaction
async def complain(
    connection: AsyncConnection, point_id: int, person_id: int, now: datetime
) -> bool:
    """Keeps it and asks what is wrong; False: this person said so, and it is still open."""
    mine = and_(table.c.point_id == point_id, table.c.person_id == person_id)
    still = select(table.c.id).where(mine, table.c.settled_at.is_(None)).limit(1)
    if (await connection.execute(still)).first() is not None:
        return False
    values = {"point_id": point_id, "person_id": person_id, "complained_at": now}
    made = insert(table).values(values).returning(table.c.id)
    complaint_id: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, ASK_WRONG, complaint_id, person_id, now)
    for keeper in await _keepers(connection, point_id):
        await deliveries.owe(connection, TOLD, complaint_id, keeper, now + HOLD)
    return True


@transaction
async def explain(connection: AsyncConnection, complaint_id: int, words: str) -> bool:
    """What is wrong; False: it was settled before."""
    still = and_(table.c.id == complaint_id, table.c.settled_at.is_(None))
    said = update(table).where(still).values(words=words)
    is_open = (await connection.execute(said)).rowcount == 1
    await deliveries.owe_edit(connection, TOLD, complaint_id)
    return is_open


@transaction
async def settle(
    connection: AsyncConnection, complaint_id: int, person_id: int, now: datetime
) -> bool:
    """Somebody looked after it, and who said so is thanked; False: it was settled before."""
    still = and_(table.c.id == complaint_id, table.c.settled_at.is_(None))
    values = {"settled_by": person_id, "settled_at": now}
    done = update(table).where(still).values(values).returning(table.c.person_id)
    told = (await connection.execute(done)).scalar_one_or_none()
    if told is None:
        return False
    await deliveries.owe_edit(connection, TOLD, complaint_id)
    await deliveries.owe(connection, THANKS, complaint_id, told, now)
    return True


@query
async def one(connection: AsyncConnection, complaint_id: int) -> Complaint | None:
    """The complaint with this id."""
    named = select(table, points.c.name.label("point"), points.c.organisation_id).join(
        points, points.c.id == table.c.point_id
    )
    found = await connection.execute(named.where(table.c.id == complaint_id))
    return Complaint.of(found.one_or_none())


async def _keepers(connection: AsyncConnection, point_id: int) -> tuple[int, ...]:
    """Its organisation's liaisons, or staff where none can be written to."""
    whose = select(points.c.organisation_id).where(points.c.id == point_id)
    organisation_id: int = (await connection.execute(whose)).scalar_one()
    found = await point_checks.keepers(connection, organisation_id)
    staff = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
    return found or tuple((await connection.execute(staff)).scalars().all())
