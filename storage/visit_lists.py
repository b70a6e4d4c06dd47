"""How organisations were visited: lists of visits, and what is still to be kept."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import visits
from storage.database import query
from storage.promises import OPEN
from storage.tables import organisations, promises, visits as table
from storage.values import Value
from storage.visits import Visit


class Standing(Value):
    """How an organisation was visited: the last time, and what is still to be kept."""

    organisation_id: int
    organisation: str
    visits: int
    last_on: date | None
    open: int
    overdue: int


@query
async def every(
    connection: AsyncConnection, organisation_id: int | None = None
) -> tuple[Visit, ...]:
    """All visits, of one organisation or of all, the latest first."""
    which = visits.named().where(table.c.deleted_at.is_(None))
    if organisation_id is not None:
        which = which.where(table.c.organisation_id == organisation_id)
    latest = which.order_by(table.c.held_on.desc(), table.c.id.desc())
    return await visits.whole(connection, latest)


@query
async def standing(connection: AsyncConnection, organisation_id: int, today: date) -> Standing:
    """How one organisation was visited."""
    rows = await connection.execute(_standings(today).where(organisations.c.id == organisation_id))
    return Standing.model_validate(rows.one())


@query
async def standings(connection: AsyncConnection, today: date) -> tuple[Standing, ...]:
    """Every organisation that was visited: overdue promises first, then open ones, then latest."""
    found = _standings(today).subquery().c
    order = found.overdue.desc(), found.open.desc(), found.last_on.desc(), found.organisation_id
    visited = select(*found).where(found.visits > 0).order_by(*order)
    return Standing.each(await connection.execute(visited))


def _standings(today: date) -> Select[Any]:
    there = and_(table.c.organisation_id == organisations.c.id, table.c.deleted_at.is_(None))
    waits = (
        select(func.count())
        .select_from(table.join(promises, promises.c.visit_id == table.c.id))
        .where(there, promises.c.state == OPEN)
    )
    counted = select(func.count()).where(there).scalar_subquery()
    last = select(func.max(table.c.held_on)).where(there).scalar_subquery()
    return select(
        organisations.c.id.label("organisation_id"),
        organisations.c.short_name.label("organisation"),
        counted.label("visits"),
        last.label("last_on"),
        waits.scalar_subquery().label("open"),
        waits.where(promises.c.due_on < today).scalar_subquery().label("overdue"),
    )
