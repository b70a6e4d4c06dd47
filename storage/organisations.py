"""The organisations of the alliance: who belongs to it, and who has left."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import registers
from storage.database import query, touch, transaction
from storage.entries import CATEGORIES, Entry, Organisation, folded, named
from storage.registers import Imported, ShortNameTakenError
from storage.tables import liaisons, organisations as table

__all__ = [
    "CATEGORIES",
    "Entry",
    "Imported",
    "Organisation",
    "ShortNameTakenError",
    "every",
    "folded",
    "former",
    "import_all",
    "named",
    "one",
    "retire",
    "some",
    "take_back",
    "whole",
    "without_liaison",
]

PEOPLE = "people"
"""Touched as `people.TOPIC`: who answers for somebody who leaves is no liaison meanwhile."""
is_member = table.c.retired_at.is_(None)


@query
async def every(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """All members, in the register's order."""
    return Organisation.each(await connection.execute(_in_order().where(is_member)))


@query
async def former(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """Those that have left, the last one first."""
    left = select(table).where(~is_member).order_by(table.c.retired_at.desc(), table.c.id)
    return Organisation.each(await connection.execute(left))


@query
async def whole(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """The members and those that have left: all of whom the history speaks."""
    return Organisation.each(await connection.execute(_in_order()))


@query
async def one(connection: AsyncConnection, organisation_id: int) -> Organisation | None:
    """The organisation with this id, also one that has left."""
    found = select(table).where(table.c.id == organisation_id)
    return Organisation.of((await connection.execute(found)).one_or_none())


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Organisation, ...]:
    """The members with these ids."""
    found = select(table).where(table.c.id.in_(ids), is_member)
    return Organisation.each(await connection.execute(found))


@query
async def without_liaison(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """The members that nobody answers for yet."""
    answered_for = exists().where(liaisons.c.organisation_id == table.c.id)
    rows = await connection.execute(_in_order().where(is_member, ~answered_for))
    return Organisation.each(rows)


@transaction
async def import_all(
    connection: AsyncConnection,
    rows: Sequence[Entry],
    person_id: int | None = None,
    now: datetime | None = None,
) -> Imported:
    """Takes a register over, all of it or none: see `registers.apply`."""
    return await registers.apply(connection, rows, person_id, now)


@transaction
async def retire(
    connection: AsyncConnection, organisation_id: int, person_id: int, now: datetime
) -> bool:
    """It is a member no more; False: that was so before. What was said and done stays."""
    touch(connection, PEOPLE)
    this = update(table).where(table.c.id == organisation_id, is_member)
    values = {"retired_at": now, "retired_by": person_id}
    return (await connection.execute(this.values(values))).rowcount == 1


@transaction
async def take_back(connection: AsyncConnection, organisation_id: int) -> bool:
    """It is a member again, where it stood; False: that was so before."""
    touch(connection, PEOPLE)
    this = update(table).where(table.c.id == organisation_id, ~is_member)
    values = {"retired_at": None, "retired_by": None}
    return (await connection.execute(this.values(values))).rowcount == 1


def _in_order() -> Select[Any]:
    return select(table).order_by(table.c.position, table.c.id)
