"""Updates that were taken in: their words until they are done with, their ids for two days.

The ids stay because an update that was not confirmed when the process ended comes again.
"""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Insert, Select, Update, and_, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import doubts
from storage.cloaks import MARK, Cloak, SealError
from storage.database import query, touch, transaction
from storage.tables import inbox as table
from storage.values import Value

TOPIC = "inbox"
"""Touched when an update that was set aside shall be tried again."""
REMEMBERED = timedelta(days=2)
"""Bot API: incoming updates are kept on the server for no longer than 24 hours."""


class Left(Value):
    """An update that was taken in and is neither done nor set aside; `raw` is Telegram's JSON."""

    update_id: int
    raw: str
    tries: int
    """In how many runs it was taken up: a run that ended in the middle of it may be its doing."""


@transaction
async def take_in(
    connection: AsyncConnection, updates: Mapping[int, str], now: datetime
) -> set[int]:
    """Keeps updates, id -> Telegram's JSON; returns the ids that were not taken in before."""
    seen = await connection.execute(_seen(), {"which": list(updates)})
    new = updates.keys() - set(seen.scalars())
    rows = [{"update_id": one, "raw": updates[one], "received_at": now} for one in sorted(new)]
    if rows:
        await connection.execute(_taken_in(), rows)
    return set(new)


@cache
def _seen() -> Select[int]:
    """Made once, as what follows: what every update asks costs more to make than to run."""
    return select(table.c.update_id).where(
        table.c.update_id.in_(bindparam("which", expanding=True))
    )


@cache
def _taken_in() -> Insert:
    return insert(table)


async def complete(connection: AsyncConnection, update_id: int, now: datetime) -> None:
    """Forgets the update's words, within the transaction that has its effects."""
    await connection.execute(_done(), {"which": update_id, "now": now})


@cache
def _done() -> Update:
    done = update(table).where(table.c.update_id == bindparam("which"))
    return done.values(raw="", done_at=bindparam("now"), fault=None, error=None)


@transaction
async def set_aside(
    connection: AsyncConnection, update_id: int, fault: str, error: str, tries: int
) -> None:
    """Keeps an update that failed so often, with its fault's id, out of the way of the others."""
    failed = update(table).where(table.c.update_id == update_id, table.c.done_at.is_(None))
    aside = failed.values(fault=fault, error=error, tries=tries).returning(table.c.received_at)
    received_at = (await connection.execute(aside)).scalar_one_or_none()
    if received_at is not None:
        await doubts.tell_staff(connection, "", received_at)


@query
async def left_over(connection: AsyncConnection) -> tuple[Left, ...]:
    """Updates taken in and neither done nor set aside, in Telegram's order."""
    waits = and_(table.c.done_at.is_(None), table.c.fault.is_(None))
    return Left.each(
        await connection.execute(select(table).where(waits).order_by(table.c.update_id))
    )


@transaction
async def take_up(connection: AsyncConnection, update_ids: Collection[int]) -> None:
    """Counts one more try of each, before it begins."""
    tried = update(table).where(table.c.update_id.in_(update_ids))
    await connection.execute(tried.values(tries=table.c.tries + 1))


async def try_again(connection: AsyncConnection, update_id: int) -> bool:
    """An update that was set aside counts as new, within another transaction; False: it is not."""
    touch(connection, TOPIC)
    aside = and_(table.c.update_id == update_id, table.c.fault.is_not(None))
    again = update(table).where(aside, table.c.done_at.is_(None))
    return (await connection.execute(again.values(fault=None, error=None, tries=0))).rowcount == 1


async def forget_sealed(
    connection: AsyncConnection, person_id: int, cloak: Cloak, now: datetime
) -> None:
    """Lets go what was set aside sealed and is this person's, within another transaction."""
    sealed = and_(table.c.fault.is_not(None), table.c.raw.startswith(MARK, autoescape=True))
    rows = await connection.execute(select(table.c.update_id, table.c.raw).where(sealed))
    theirs = [row.update_id for row in rows if _is_of(cloak, row.raw, person_id)]
    gone = update(table).where(table.c.update_id.in_(theirs))
    await connection.execute(gone.values(raw="", done_at=now, fault=None, error=None))


def _is_of(cloak: Cloak, raw: str, person_id: int) -> bool:
    try:
        return str(person_id) in cloak.open(raw)
    except SealError:
        return False


@transaction
async def prune(connection: AsyncConnection, now: datetime) -> None:
    """Forgets the ids that cannot come again."""
    await connection.execute(delete(table).where(table.c.done_at < now - REMEMBERED))
