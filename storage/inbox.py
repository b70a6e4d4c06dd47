"""Updates that were taken in and are not done with."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import inbox as table


@transaction
async def take_in(connection: AsyncConnection, update_id: int, raw: str, now: datetime) -> bool:
    """Keeps an update, as Telegram's JSON; False when it was there already."""
    kept = insert(table).values(update_id=update_id, raw=raw, received_at=now)
    return (await connection.execute(kept.on_conflict_do_nothing())).rowcount == 1


async def complete(connection: AsyncConnection, update_id: int) -> None:
    """Takes the update out, within the transaction that has its effects."""
    await connection.execute(delete(table).where(table.c.update_id == update_id))


@transaction
async def set_aside(connection: AsyncConnection, update_id: int, fault: str) -> None:
    """Keeps an update that failed, with the id of its fault, out of the way of the others."""
    await connection.execute(
        update(table).where(table.c.update_id == update_id).values(fault=fault)
    )


@query
async def left_over(connection: AsyncConnection) -> tuple[str, ...]:
    """Updates taken in and neither done nor set aside, in Telegram's order, as its JSON."""
    waits = select(table.c.raw).where(table.c.fault.is_(None)).order_by(table.c.update_id)
    return tuple((await connection.execute(waits)).scalars())
