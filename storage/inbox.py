"""Updates that were taken in: their words until they are done with, their ids for two days.

The ids stay because an update that was not confirmed when the process ended comes again.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import inbox as table

REMEMBERED = timedelta(days=2)
"""Bot API: incoming updates are kept on the server for no longer than 24 hours."""


@transaction
async def take_in(
    connection: AsyncConnection, updates: Mapping[int, str], now: datetime
) -> set[int]:
    """Keeps updates, id -> Telegram's JSON; returns the ids that were not taken in before."""
    seen = select(table.c.update_id).where(table.c.update_id.in_(updates))
    new = updates.keys() - set((await connection.execute(seen)).scalars())
    rows = [{"update_id": one, "raw": updates[one], "received_at": now} for one in sorted(new)]
    if rows:
        await connection.execute(insert(table), rows)
    return set(new)


async def complete(connection: AsyncConnection, update_id: int, now: datetime) -> None:
    """Forgets the update's words, within the transaction that has its effects."""
    done = update(table).where(table.c.update_id == update_id)
    await connection.execute(done.values(raw="", done_at=now, fault=None))


@transaction
async def set_aside(connection: AsyncConnection, update_id: int, fault: str) -> None:
    """Keeps an update that failed, with the id of its fault, out of the way of the others."""
    failed = update(table).where(table.c.update_id == update_id)
    await connection.execute(failed.values(fault=fault))


@query
async def left_over(connection: AsyncConnection) -> tuple[str, ...]:
    """Updates taken in and neither done nor set aside, in Telegram's order, as its JSON."""
    waits = and_(table.c.done_at.is_(None), table.c.fault.is_(None))
    ordered = select(table.c.raw).where(waits).order_by(table.c.update_id)
    return tuple((await connection.execute(ordered)).scalars())


@transaction
async def prune(connection: AsyncConnection, now: datetime) -> None:
    """Forgets the ids that cannot come again."""
    await connection.execute(delete(table).where(table.c.done_at < now - REMEMBERED))
