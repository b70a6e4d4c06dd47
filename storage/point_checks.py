"""Twice a year who keeps service points up is asked whether they still hold, in private."""

import zlib
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, points
from storage.database import query, transaction
from storage.points import CHECK, STANDS, Point
from storage.tables import (
    liaisons,
    organisations,
    people,
    point_checks as table,
    points as kept_points,
)
from storage.values import Value

ROUND = "points.round"
"""The job that asks everybody; its subject is the day of the round, as an ordinal."""


class Check(Value):
    """An organisation's question of a round."""

    id: int
    organisation_id: int
    organisation: str
    asked_at: datetime


class Overdue(Value):
    """An organisation, and how many of its points nobody confirmed."""

    organisation_id: int
    short_name: str
    count: int


@transaction
async def plan(connection: AsyncConnection, day: date, due_at: datetime) -> bool:
    """Has a round's job done at its moment; False: it was asked or planned before."""
    asked = select(table.c.id).where(table.c.round == day).limit(1)
    if (await connection.execute(asked)).first() is not None:
        return False
    if await jobs.waiting_for(connection, ROUND, day.toordinal()) is not None:
        return False
    await jobs.schedule(connection, ROUND, day.toordinal(), due_at)
    return True


@transaction
async def ask_all(connection: AsyncConnection, day: date, now: datetime, due_at: datetime) -> None:
    """Asks each organisation that has points and was not asked in this round."""
    asked = select(table.c.organisation_id).where(table.c.round == day)
    having = (
        select(kept_points.c.organisation_id)
        .join(organisations, organisations.c.id == kept_points.c.organisation_id)
        .where(STANDS, organisations.c.retired_at.is_(None))
        .where(kept_points.c.organisation_id.not_in(asked))
        .distinct()
    )
    for organisation_id in (await connection.execute(having)).scalars().all():
        values = {"organisation_id": organisation_id, "round": day, "asked_at": now}
        made = insert(table).values(values).returning(table.c.id)
        check_id: int = (await connection.execute(made)).scalar_one()
        for person_id in await keepers(connection, organisation_id):
            await deliveries.owe(connection, CHECK, check_id, person_id, due_at)


@query
async def one(connection: AsyncConnection, check_id: int) -> Check | None:
    """The check with this id."""
    return await _one(connection, check_id)


@transaction
async def confirm_all(
    connection: AsyncConnection, check_id: int, mark: int, person_id: int, now: datetime
) -> bool:
    """All points of the check hold as they were shown; False: they say something else by now."""
    check = await _one(connection, check_id)
    if check is None:
        return False
    there = and_(kept_points.c.organisation_id == check.organisation_id, STANDS)
    kept = Point.each(await connection.execute(points.named().where(there)))
    if mark_of(kept) != mark:
        await points.show_again(connection, check.organisation_id)
        return False
    holds = update(kept_points).where(there).values(confirmed_by=person_id, confirmed_at=now)
    await connection.execute(holds)
    await points.show_again(connection, check.organisation_id)
    return True


@query
async def overdue(connection: AsyncConnection, since: datetime) -> tuple[Overdue, ...]:
    """Whose points nobody confirmed since a moment, in the register's order."""
    found = (
        select(
            organisations.c.id.label("organisation_id"),
            organisations.c.short_name,
            func.count().label("count"),
        )
        .join(kept_points, kept_points.c.organisation_id == organisations.c.id)
        .where(STANDS, kept_points.c.confirmed_at < since)
        .group_by(organisations.c.id)
        .order_by(organisations.c.position, organisations.c.id)
    )
    return Overdue.each(await connection.execute(found))


async def keepers(connection: AsyncConnection, organisation_id: int) -> tuple[int, ...]:
    """Who is asked: liaisons that can be written to, deputies only where there is none of them."""
    reached = (
        select(people.c.id, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == people.c.id)
        .where(liaisons.c.organisation_id == organisation_id, people.c.is_reachable)
        .order_by(liaisons.c.is_deputy, people.c.id)
    )
    rows = (await connection.execute(reached)).all()
    return tuple(row.id for row in rows if row.is_deputy == rows[0].is_deputy)


def mark_of(some: Sequence[Point]) -> int:
    """A number that is another one whenever the points are, but for 1 in 2**32."""
    said = ",".join(sorted(f"{one.id}:{one.revision}" for one in some))
    return zlib.crc32(said.encode())


async def _one(connection: AsyncConnection, check_id: int) -> Check | None:
    named = select(table, organisations.c.short_name.label("organisation")).join(
        organisations, organisations.c.id == table.c.organisation_id
    )
    return Check.of((await connection.execute(named.where(table.c.id == check_id))).one_or_none())
