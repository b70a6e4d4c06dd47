"""One member of the alliance, and whose a name is, within other transactions."""

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.entries import Organisation
from storage.tables import organisations as table


async def member(connection: AsyncConnection, organisation_id: int) -> Organisation | None:
    """The member with this id; None for one that has left."""
    is_it = and_(table.c.id == organisation_id, table.c.retired_at.is_(None))
    row = await connection.execute(select(table).where(is_it))
    return Organisation.of(row.one_or_none())


async def owner_of(
    connection: AsyncConnection, field: str, name: str, except_id: int | None = None
) -> str | None:
    """Who else has the name; who has left keeps it, to be known when it comes back."""
    has_it = table.c[field] == name
    if except_id is not None:
        has_it = and_(has_it, table.c.id != except_id)
    found = select(table.c.name).where(has_it).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()
