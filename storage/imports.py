"""Files with a table: sent by staff, read by a process, looked at, then taken over or not.

States: `waiting`, `read`, `applied`, `dropped` (not taken over), `failed` (it could not be fetched
or read, three times).
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import TypeVar

from sqlalchemy import and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, touch, transaction
from storage.registers import Imported
from storage.tables import deliveries as told, imports as table
from storage.values import Value

R = TypeVar("R")
TOPIC = "imports"
REPORT = "organisations.import"
"""The message that says what a file would change; its subject is the import."""
ORGANISATIONS, POINTS = "organisations", "points"
REPORTS = {ORGANISATIONS: REPORT, POINTS: "points.import"}
"""By what stands in the file."""
WAITING, READ, APPLIED, DROPPED, FAILED = "waiting", "read", "applied", "dropped", "failed"
TakeOver = Callable[[AsyncConnection, Sequence[R], int, int, datetime], Awaitable[Imported | None]]
"""Takes rows over within a transaction, with the mark of what was shown, who and when; None: that
would do something else by now."""
TRIES = 3
KEPT = timedelta(days=30)
"""So long a file that was read can be taken over."""


class Import(Value):
    """A file, and how far it is."""

    id: int
    person_id: int
    file_id: str
    name: str
    kind: str
    """One of `REPORTS`."""
    state: str
    reading: str
    """What stands in it, in the feature's words; empty until it was read, and once it ended."""
    tries: int
    page: int
    added: int
    changed: int
    unchanged: int


class Applied(Enum):
    """What became of the wish to take a file over."""

    DONE = "done"
    OTHERWISE = "otherwise"
    """The register has changed since: what it would do now is shown first."""
    OVER = "over"
    """It was settled before."""


@transaction
async def take(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    file_id: str,
    name: str,
    person_id: int,
    chat_id: int,
    now: datetime,
    kind: str = ORGANISATIONS,
) -> None:
    """Has a file read, and owes the message that tells of it.

    What the same person never settled is let go after a while: a reading may be large.
    """
    touch(connection, TOPIC)
    earlier = and_(table.c.state == READ, table.c.chat_id == chat_id)
    forgotten = and_(earlier, table.c.asked_at < now - KEPT)
    for old in (await connection.execute(select(table.c.id).where(forgotten))).scalars().all():
        await _change(connection, old, {"state": DROPPED, "reading": "", "ended_at": now})
    row = {"file_id": file_id, "name": name, "person_id": person_id, "chat_id": chat_id}
    made = insert(table).values(row | {"kind": kind, "asked_at": now}).returning(table.c.id)
    import_id: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, REPORTS[kind], import_id, chat_id, now)


@query
async def one(connection: AsyncConnection, import_id: int) -> Import | None:
    """The import with this id, whatever stands in its file."""
    return await _one(connection, import_id)


@transaction
async def begin(connection: AsyncConnection) -> Import | None:
    """The one that waits longest; each beginning is a try, and after the third it has failed."""
    hopeless = and_(table.c.state == WAITING, table.c.tries >= TRIES)
    for import_id in (await connection.execute(select(table.c.id).where(hopeless))).scalars().all():
        await _change(connection, import_id, {"state": FAILED})
    waits = select(table.c.id).where(table.c.state == WAITING).order_by(table.c.id).limit(1)
    import_id = (await connection.execute(waits)).scalar_one_or_none()
    if import_id is None:
        return None
    this = update(table).where(table.c.id == import_id)
    await connection.execute(this.values(tries=table.c.tries + 1))
    return await _one(connection, import_id)


@transaction
async def read(connection: AsyncConnection, import_id: int, reading: str, kind: str) -> None:
    """It was read, and proved to be of this kind, whatever it was sent as."""
    shows = and_(told.c.kind.in_(REPORTS.values()), told.c.subject_id == import_id)
    await connection.execute(update(told).where(shows).values(kind=REPORTS[kind]))
    await _change(connection, import_id, {"state": READ, "reading": reading, "kind": kind})


@transaction
async def failed(connection: AsyncConnection, import_id: int, now: datetime) -> None:
    """It cannot be read, however often it is tried."""
    await _change(connection, import_id, {"state": FAILED, "ended_at": now})


@transaction
async def turn(connection: AsyncConnection, import_id: int, kind: str, page: int) -> bool:
    """Shows another page of what it would change; False: it was settled before."""
    found = await _of(connection, import_id, kind)
    if found is None or found.state != READ:
        return False
    await _change(connection, import_id, {"page": page})
    return True


@transaction
async def drop(connection: AsyncConnection, import_id: int, kind: str, now: datetime) -> bool:
    """It is not taken over; False: it was settled before."""
    found = await _of(connection, import_id, kind)
    if found is None or found.state != READ:
        return False
    await _change(connection, import_id, {"state": DROPPED, "reading": "", "ended_at": now})
    return True


@transaction
async def apply(  # noqa: PLR0913, PLR0917 - which, as it was shown, by whom, when, how
    connection: AsyncConnection,
    import_id: int,
    kind: str,
    mark: int,
    rows_of: Callable[[str], Sequence[R]],
    person_id: int,
    now: datetime,
    take_over: TakeOver[R],
) -> Applied:
    """Takes it over if that still does what was shown; all of it or none."""
    found = await _of(connection, import_id, kind)
    if found is None or found.state != READ:
        return Applied.OVER
    done = await take_over(connection, rows_of(found.reading), mark, person_id, now)
    if done is None:
        await _change(connection, import_id, {"page": 1})
        return Applied.OTHERWISE
    ended = {"state": APPLIED, "reading": "", "ended_at": now}
    await _change(connection, import_id, done.model_dump() | ended)
    return Applied.DONE


async def _of(connection: AsyncConnection, import_id: int, kind: str) -> Import | None:
    """A number that a button bears may be that of another kind's file."""
    found = await _one(connection, import_id)
    return found if found and found.kind == kind else None


async def _one(connection: AsyncConnection, import_id: int) -> Import | None:
    found = select(table).where(table.c.id == import_id)
    return Import.of((await connection.execute(found)).one_or_none())


async def _change(connection: AsyncConnection, import_id: int, values: dict[str, object]) -> None:
    this = update(table).where(table.c.id == import_id)
    await connection.execute(this.values(values))
    for report in REPORTS.values():
        await deliveries.owe_edit(connection, report, import_id)
