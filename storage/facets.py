"""By what a list of activities can be narrowed: months, kinds, organisations that have some."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import Wanted, matching
from storage.database import query
from storage.tables import activities as table, organisations
from storage.values import Value


class Month(Value):
    """A month of a year, and how many activities it has."""

    year: int
    month: int
    count: int


class Share(Value):
    """An organisation, or a kind, and how many activities it has."""

    id: int
    name: str
    count: int


@query
async def months(connection: AsyncConnection, wanted: Wanted, most: int) -> tuple[Month, ...]:
    """The latest months of the activities wanted, at most so many."""
    label = func.substr(table.c.held_on, 1, 7)
    found = (
        select(label, func.count())
        .where(matching(wanted), table.c.held_on.is_not(None))
        .group_by(label)
        .order_by(label.desc())
        .limit(most)
    )
    rows = (await connection.execute(found)).all()
    return tuple(
        Month(year=int(month[:4]), month=int(month[5:]), count=count) for month, count in rows
    )


@query
async def kinds(connection: AsyncConnection, wanted: Wanted) -> dict[str, int]:
    """How many of the activities wanted are of each kind."""
    found = select(table.c.linkage, func.count()).where(matching(wanted)).group_by(table.c.linkage)
    return {kind: count for kind, count in await connection.execute(found) if kind}


@query
async def owners(connection: AsyncConnection, wanted: Wanted) -> tuple[Share, ...]:
    """The organisations whose own the activities wanted are, in the register's order."""
    found = (
        select(
            organisations.c.id,
            organisations.c.short_name.label("name"),
            func.count().label("count"),
        )
        .join(table, table.c.organisation_id == organisations.c.id)
        .where(matching(wanted))
        .group_by(organisations.c.id)
        .order_by(organisations.c.position)
    )
    return Share.each(await connection.execute(found))
