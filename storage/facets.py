"""By what a list of activities can be narrowed: months, kinds, organisations that have some."""

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import Wanted, matching
from storage.database import query
from storage.tables import activities as table, organisations
from storage.tags import LINKAGES
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
    dated = and_(matching(wanted), table.c.held_on.is_not(None))
    days = select(table.c.held_on, func.count().label("count")).where(dated)
    days_counted = days.group_by(table.c.held_on).subquery()  # an index has them in this order
    label = func.substr(days_counted.c.held_on, 1, 7)
    sums = select(label, func.sum(days_counted.c["count"])).group_by(label)
    found = sums.order_by(label.desc()).limit(most)
    rows = (await connection.execute(found)).all()
    return tuple(
        Month(year=int(month[:4]), month=int(month[5:]), count=count) for month, count in rows
    )


@query
async def kinds(connection: AsyncConnection, wanted: Wanted) -> dict[str, int]:
    """How many of the activities wanted are of each kind."""
    each = [func.count().filter(table.c.linkage == kind) for kind in LINKAGES]
    counts = (await connection.execute(select(*each).where(matching(wanted)))).one()
    return {kind: count for kind, count in zip(LINKAGES, counts, strict=True) if count}


@query
async def owners(connection: AsyncConnection, wanted: Wanted) -> tuple[Share, ...]:
    """The organisations whose own the activities wanted are, in the register's order."""
    whose = table.c.organisation_id
    counted = (
        select(whose, func.count().label("count")).where(matching(wanted)).group_by(whose)
    ).subquery()
    found = (
        select(organisations.c.id, organisations.c.short_name.label("name"), counted.c["count"])
        .join(counted, counted.c.organisation_id == organisations.c.id)
        .order_by(organisations.c.position)
    )
    return Share.each(await connection.execute(found))
