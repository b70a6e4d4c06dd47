"""What is to be done at a moment: a row until it is done.

A job's effects are rows as well, so they and its end are one transaction: it is done once.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, touch, transaction
from storage.tables import jobs as table
from storage.values import Value

TOPIC = "jobs"
TRIES = 3
"""A job that failed so often is set aside: its row stays, and nobody tries it by itself."""

_waits = table.c.tries < TRIES
_moment = func.coalesce(table.c.again_at, table.c.due_at, type_=table.c.due_at.type)


class GoneError(Exception):
    """The job was called off before it could be completed."""


class Waiting(Value):
    """All that is due of one kind for one subject, to be done as one job."""

    kind: str
    subject_id: int
    due_at: datetime
    """The earliest of them."""
    ids: tuple[int, ...]
    tries: int
    """How often the one that failed most has failed."""


class SetAside(Value):
    """A job that failed too often; the log bears the same fault."""

    id: int
    kind: str
    subject_id: int
    due_at: datetime
    fault: str


async def schedule(
    connection: AsyncConnection, kind: str, subject_id: int, due_at: datetime
) -> None:
    """Has it done at the moment, within another transaction; again is no second job.

    One that was set aside for the same moment gets its three tries anew.
    """
    touch(connection, TOPIC)
    made = insert(table).values(kind=kind, subject_id=subject_id, due_at=due_at)
    anew = {"tries": 0, "fault": None, "again_at": None}
    same = ["kind", "subject_id", "due_at"]
    await connection.execute(made.on_conflict_do_update(index_elements=same, set_=anew))


async def cancel(connection: AsyncConnection, kind: str, subject_id: int) -> bool:
    """Calls off all that waits, within another transaction; False: nothing did."""
    touch(connection, TOPIC)
    waits = and_(table.c.kind == kind, table.c.subject_id == subject_id, _waits)
    return (await connection.execute(delete(table).where(waits))).rowcount > 0


async def waiting_for(connection: AsyncConnection, kind: str, subject_id: int) -> datetime | None:
    """When it will be done next, within another query or transaction; None: it is not to be."""
    waits = and_(table.c.kind == kind, table.c.subject_id == subject_id, _waits)
    earliest = select(table.c.due_at).where(waits).order_by(table.c.due_at).limit(1)
    return (await connection.execute(earliest)).scalar_one_or_none()


@query
async def next_due(connection: AsyncConnection) -> datetime | None:
    """When there is something to do next; None: nothing waits."""
    earliest = select(_moment).where(_waits).order_by(_moment).limit(1)
    found: datetime | None = (await connection.execute(earliest)).scalar_one_or_none()
    return found


@query
async def due(connection: AsyncConnection, now: datetime) -> tuple[Waiting, ...]:
    """What is to be done now, one for each kind and subject, the longest due first."""
    rows = await connection.execute(
        select(table)
        .where(_waits, _moment <= now)
        .order_by(table.c.kind, table.c.subject_id, table.c.due_at)
    )
    merged = [_merged(list(same)) for _, same in groupby(rows, lambda row: row[1:3])]
    return tuple(sorted(merged, key=lambda one: one.due_at))


async def complete(connection: AsyncConnection, ids: Iterable[int]) -> None:
    """Ends jobs within the transaction that has their effects.

    Raises GoneError, which takes the effects back, when they were called off meanwhile.
    """
    done = await connection.execute(delete(table).where(table.c.id.in_(tuple(ids))))
    if done.rowcount == 0:
        raise GoneError


@query
async def wait(connection: AsyncConnection, ids: Iterable[int]) -> bool:
    """True while any of these jobs is still to be done."""
    found = select(table.c.id).where(table.c.id.in_(tuple(ids)), _waits).limit(1)
    return (await connection.execute(found)).first() is not None


@transaction
async def failed(
    connection: AsyncConnection, ids: Iterable[int], fault: str, again_at: datetime
) -> None:
    """Keeps jobs that could not be done for another try at a moment; the third was the last."""
    touch(connection, TOPIC)
    same = update(table).where(table.c.id.in_(tuple(ids)))
    values = {"tries": table.c.tries + 1, "fault": fault, "again_at": again_at}
    await connection.execute(same.values(values))


@query
async def set_aside(connection: AsyncConnection) -> tuple[SetAside, ...]:
    """The jobs that failed too often, the oldest first."""
    rows = await connection.execute(select(table).where(~_waits).order_by(table.c.due_at))
    return SetAside.each(rows)


def _merged(rows: list[Row[Any]]) -> Waiting:
    return Waiting(
        kind=rows[0].kind,
        subject_id=rows[0].subject_id,
        due_at=rows[0].due_at,
        ids=tuple(row.id for row in rows),
        tries=max(row.tries for row in rows),
    )
