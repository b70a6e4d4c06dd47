"""What is announced, in lists: what is ahead, some days, all days of what repeats."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.announcements import ANNOUNCED, ORDER, PATTERN, Announcement, is_on, named
from storage.database import query
from storage.tables import announcements as table


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Announcement, ...]:
    """Those of them that may be shown, patterns too, the nearest first."""
    which = and_(table.c.id.in_(ids), table.c.state.in_((ANNOUNCED, PATTERN)))
    return await _listed(connection, which)


@query
async def upcoming(connection: AsyncConnection, today: date, most: int) -> tuple[Announcement, ...]:
    """What takes place from today on, the nearest first; of what repeats the next time alone."""
    same = func.coalesce(table.c.pattern_id, -table.c.id)
    is_next = (
        select(table.c.id, func.row_number().over(partition_by=same, order_by=ORDER).label("turn"))
        .where(is_on, table.c.held_on >= today)
        .subquery()
    )
    return await _listed(
        connection, table.c.id.in_(select(is_next.c.id).where(is_next.c.turn == 1)), most
    )


@query
async def between(
    connection: AsyncConnection,
    first: date,
    last: date,
    most: int,
    *,
    with_called_off: bool = False,
) -> tuple[Announcement, ...]:
    """What takes place, or took place, on these days, the earliest first."""
    there = table.c.state == ANNOUNCED if with_called_off else is_on
    return await _listed(connection, and_(there, table.c.held_on.between(first, last)), most)


@query
async def next_of(connection: AsyncConnection, pattern_id: int, today: date) -> Announcement | None:
    """The next announcement of a pattern from today on; None: there is none any more."""
    ahead = and_(table.c.pattern_id == pattern_id, is_on, table.c.held_on >= today)
    found = await _listed(connection, ahead, 1)
    return found[0] if found else None


@query
async def series(connection: AsyncConnection, pattern_id: int) -> tuple[Announcement, ...]:
    """Every announcement of a pattern, called off or not, by its day by the rule."""
    rows = named().where(table.c.pattern_id == pattern_id).order_by(table.c.original_on)
    return Announcement.each(await connection.execute(rows))


@query
async def whole(connection: AsyncConnection, today: date) -> tuple[Announcement, ...]:
    """All that is announced from today on, called off or not: once, or as the pattern."""
    once = and_(table.c.state == ANNOUNCED, table.c.pattern_id.is_(None), table.c.held_on >= today)
    return await _listed(connection, or_(once, table.c.state == PATTERN))


async def _listed(
    connection: AsyncConnection, which: ColumnElement[bool], most: int | None = None
) -> tuple[Announcement, ...]:
    rows = named().where(which).order_by(*ORDER).limit(most)
    return Announcement.each(await connection.execute(rows))
