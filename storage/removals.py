"""Activities that are deleted: in no list and no figure, kept with the reason, and restorable."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, features, twins
from storage.activity_history import note
from storage.database import transaction
from storage.partners import ASK
from storage.photos import RECEIPT
from storage.queries import ANSWER, QUERY
from storage.tables import activities as table, partners, queries

DELETED = "deleted"
"""As the history names it; the reason is the value."""


@transaction
async def delete(
    connection: AsyncConnection, activity_id: int, why: str, person_id: int, now: datetime
) -> bool:
    """It is shown nowhere from now on; False: it was not before."""
    is_there = and_(
        table.c.id == activity_id, table.c.deleted_at.is_(None), table.c.part_of.is_(None)
    )
    values = {"deleted_by": person_id, "deleted_at": now, "deleted_why": why}
    if (await connection.execute(update(table).where(is_there).values(values))).rowcount == 0:
        return False
    await note(connection, activity_id, DELETED, ("", why), person_id, now)
    await features.withdrawn(connection, activity_id, now)
    await _show(connection, activity_id)
    return True


@transaction
async def restore(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> bool:
    """It is there again, with all that it had; False: it was not deleted."""
    is_gone = and_(table.c.id == activity_id, table.c.deleted_at.is_not(None))
    why = (
        await connection.execute(select(table.c.deleted_why).where(is_gone))
    ).scalar_one_or_none()
    if why is None:
        return False
    values = {"deleted_by": None, "deleted_at": None, "deleted_why": ""}
    await connection.execute(update(table).where(is_gone).values(values))
    await note(connection, activity_id, DELETED, (why, ""), person_id, now)
    await twins.look(connection, activity_id)
    await _show(connection, activity_id)
    return True


async def _show(connection: AsyncConnection, activity_id: int) -> None:
    """Every message about it says how it stands."""
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    asked = select(partners.c.id).where(partners.c.activity_id == activity_id)
    for partner_id in (await connection.execute(asked)).scalars().all():
        await deliveries.owe_edit(connection, ASK, partner_id)
    questions = select(queries.c.id).where(queries.c.activity_id == activity_id)
    for query_id in (await connection.execute(questions)).scalars().all():
        for kind in (QUERY, ANSWER):
            await deliveries.owe_edit(connection, kind, query_id)
