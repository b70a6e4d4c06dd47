"""Organisations that join the alliance, one by one."""

from datetime import datetime

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import transaction
from storage.entries import Entry, Organisation
from storage.fields import UNIQUE
from storage.members import owner_of
from storage.tables import alterations, organisations as table
from storage.values import Value


class Joined(Value):
    """Who has joined; else whose the name is."""

    organisation: Organisation | None = None
    owner: str = ""


@transaction
async def join(
    connection: AsyncConnection, alteration_id: int, entry: Entry, person_id: int, now: datetime
) -> Joined:
    """A new member at the end of the register, whose names were an answer to this question."""
    for field in UNIQUE:
        owner = await owner_of(connection, field, getattr(entry, field))
        if owner is not None:
            return Joined(owner=owner)
    last = select(func.coalesce(func.max(table.c.position), 0) + 1)
    position = (await connection.execute(last)).scalar_one()
    made = insert(table).values(entry.model_dump() | {"position": position}).returning(table)
    joined = Organisation.model_validate((await connection.execute(made)).one())
    asked = and_(alterations.c.id == alteration_id, alterations.c.altered_at.is_(None))
    values = {"organisation_id": joined.id, "person_id": person_id, "altered_at": now}
    await connection.execute(update(alterations).where(asked).values(values))
    return Joined(organisation=joined)
