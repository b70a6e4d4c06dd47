"""Service points in lists: of an organisation, by name, and the nearest to a place."""

from collections.abc import Callable, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.distances import box, metres
from storage.points import STANDS, Point, named
from storage.tables import organisations, points as table
from storage.values import Value

RADII = (1000.0, 3000.0, 10_000.0, 50_000.0)
"""Metres: it is looked farther away only while little was found."""
ENOUGH, ENOUGH_OF_A_KIND = 20, 8
MOST = 120
"""So many are ever listed."""
Fits = Callable[[str], bool]
"""Whether a point with these hours is wanted."""
_ORDER = organisations.c.position, table.c.organisation_id, table.c.name, table.c.id


class Near(Value):
    """A point, and how far away it is as the crow flies."""

    id: int
    metres: float


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, Point]:
    """Those of the points that stand."""
    found = named().where(table.c.id.in_(ids), STANDS)
    return {one.id: one for one in Point.each(await connection.execute(found))}


@query
async def at(connection: AsyncConnection, organisation_id: int) -> tuple[Point, ...]:
    """An organisation's own; of a community, also those of the organisations in it."""
    community = (
        select(organisations.c.community)
        .where(organisations.c.id == organisation_id, organisations.c.category == "community")
        .scalar_subquery()
    )
    here = and_(organisations.c.community == community, organisations.c.community != "")
    whose = or_(table.c.organisation_id == organisation_id, here)
    own_first = table.c.organisation_id != organisation_id
    found = named().where(whose, STANDS).order_by(own_first, *_ORDER)
    return Point.each(await connection.execute(found))


@query
async def of(connection: AsyncConnection, organisation_ids: Sequence[int]) -> tuple[Point, ...]:
    """What these organisations keep, in the register's order."""
    found = named().where(table.c.organisation_id.in_(organisation_ids), STANDS).order_by(*_ORDER)
    return Point.each(await connection.execute(found))


@query
async def center_of(connection: AsyncConnection, organisation_id: int) -> Point | None:
    """The point that stands for an organisation's place: its hall before others, the oldest."""
    located = and_(table.c.organisation_id == organisation_id, table.c.latitude.is_not(None))
    hall_first = table.c.kind != "hall"
    found = named().where(located, STANDS).order_by(hall_first, table.c.id).limit(1)
    return Point.of((await connection.execute(found)).one_or_none())


@query
async def every(connection: AsyncConnection) -> tuple[Point, ...]:
    """All that stand, in the register's order."""
    return await all_kept(connection)


@query
async def counted(connection: AsyncConnection) -> dict[int, int]:
    """How many each organisation has, by its id; those without one are not there."""
    counts = select(table.c.organisation_id, func.count()).where(STANDS)
    rows = await connection.execute(counts.group_by(table.c.organisation_id))
    return {row[0]: row[1] for row in rows}


@query
async def called(connection: AsyncConnection, words: str) -> Point | None:
    """The point whose name stands in the words, the longest name; None: there is none."""
    has = func.instr(words.lower(), func.lower(table.c.name)) > 0
    found = named().where(has, STANDS).order_by(func.length(table.c.name).desc(), table.c.id)
    return Point.of((await connection.execute(found.limit(1))).one_or_none())


@query
async def nearest(  # noqa: PLR0913, PLR0917 - where from, and what is wanted
    connection: AsyncConnection,
    latitude: float,
    longitude: float,
    kind: str = "",
    words: str = "",
    fits: Fits | None = None,
) -> tuple[Near, ...]:
    """The nearest first, at most `MOST`; words are looked for in names and in what is offered."""
    wanted = [STANDS, *([table.c.kind == kind] if kind else ())]
    if words:
        said = func.lower(table.c.name + "\n" + table.c.offers)
        wanted.append(func.instr(said, words.lower()) > 0)
    found: list[Near] = []
    for radius in RADII:
        rows = (await connection.execute(_within(latitude, longitude, radius, wanted, fits))).all()
        found = [
            Near(id=row.id, metres=away)
            for row in rows
            if (away := metres(latitude, longitude, row.latitude, row.longitude)) <= radius
            and (fits is None or fits(row.hours))
        ]
        if len(found) >= (ENOUGH_OF_A_KIND if kind or words else ENOUGH):
            break
    return tuple(sorted(found, key=lambda one: (one.metres, one.id))[:MOST])


async def all_kept(connection: AsyncConnection) -> tuple[Point, ...]:
    """All that stand, within another query."""
    return Point.each(await connection.execute(named().where(STANDS).order_by(*_ORDER)))


def _within(
    latitude: float,
    longitude: float,
    radius: float,
    wanted: Sequence[ColumnElement[bool]],
    fits: Fits | None,
) -> Select[Any]:
    """Of a box; the nearest of them by a flat earth, which over so little is in the same order."""
    south, north, west, east = box(latitude, longitude, radius)
    inside = (table.c.latitude.between(south, north), table.c.longitude.between(west, east))
    high, wide = table.c.latitude - latitude, table.c.longitude - longitude
    flat = high * high + wide * wide * cos(radians(latitude)) ** 2
    columns = table.c.id, table.c.latitude, table.c.longitude, table.c.hours
    found = select(*columns).where(*inside, *wanted).order_by(flat)
    return found if fits is not None else found.limit(MOST)
