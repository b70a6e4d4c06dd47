"""People, and whom they speak for."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.people import Person
from storage.tables import liaisons, organisations, people as table


@query
async def some(
    connection: AsyncConnection, ids: Sequence[int]
) -> tuple[tuple[Person, tuple[str, ...]], ...]:
    """The people with these ids, and the short names of whom they speak for."""
    named = (
        select(liaisons.c.person_id, organisations.c.short_name)
        .join(organisations, organisations.c.id == liaisons.c.organisation_id)
        .where(liaisons.c.person_id.in_(ids))
        .order_by(organisations.c.position)
    )
    served: dict[int, list[str]] = {}
    for person_id, name in await connection.execute(named):
        served.setdefault(person_id, []).append(name)
    rows = await connection.execute(select(table).where(table.c.id.in_(ids)))
    return tuple((one, tuple(served.get(one.id, ()))) for one in Person.each(rows))
