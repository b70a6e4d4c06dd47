"""Photos on their way to the disk: which are due, and what became of each."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, touch, transaction
from storage.photos import RECEIPT, REMOVED, TOPIC, Photo, removed_before
from storage.tables import photos as table
from storage.values import Value

FARTHEST = timedelta(hours=1)
"""A photo is asked for again sooner than that."""
PART = 4
ALIKE = 3
"""Of 64 bits, 16 hexadecimal digits: what differs in no more is one photo, made smaller."""


class Kept(Value):
    """What came to disk, at this path below the photos' folder."""

    path: str
    sha256: str
    bytes: int
    flaw: str = ""
    likeness: str = ""


@query
async def waiting(connection: AsyncConnection, now: datetime, limit: int) -> tuple[Photo, ...]:
    """Photos of activities that are due to be fetched, the longest due first."""
    is_beyond = table.c.due_at > now + FARTHEST  # the clock was set back meanwhile
    due = and_(_wanted(), or_(table.c.due_at <= now, is_beyond))
    rows = await connection.execute(
        select(table).where(due).order_by(table.c.due_at, table.c.id).limit(limit)
    )
    return Photo.each(rows)


@query
async def next_due(connection: AsyncConnection) -> datetime | None:
    """When a photo has to be fetched next; None: there is none to fetch."""
    earliest = select(table.c.due_at).where(_wanted()).order_by(table.c.due_at).limit(1)
    return (await connection.execute(earliest)).scalar_one_or_none()


@query
async def resembling(connection: AsyncConnection, photo_id: int, likeness: str) -> int | None:
    """The earliest photo of another activity that looks nearly the same."""
    if not likeness:
        return None
    mine = select(table.c.activity_id).where(table.c.id == photo_id).scalar_subquery()
    others = and_(table.c.id < photo_id, table.c.activity_id != mine, _has_a_part_of(likeness))
    rows = await connection.execute(
        select(table.c.id, table.c.likeness).where(others).order_by(table.c.id)
    )
    return next((number for number, one in rows if _differ(one, likeness) <= ALIKE), None)


@transaction
async def kept(
    connection: AsyncConnection, photo_id: int, what: Kept, resembles_id: int | None = None
) -> None:
    """It is on disk; one that was taken down, here or elsewhere, goes from there at once."""
    values = what.model_dump() | {"state": "kept", "fault": None, "resembles_id": resembles_id}
    values |= await removed_before(connection, table.c.sha256 == what.sha256)
    not_yet = and_(table.c.id == photo_id, table.c.state.not_in(("kept", REMOVED)))
    await _settle(connection, not_yet, values)
    taken_down = and_(table.c.id == photo_id, table.c.state == REMOVED)
    await connection.execute(update(table).where(taken_down).values(path=what.path))


@query
async def to_delete(connection: AsyncConnection) -> tuple[Photo, ...]:
    """Photos that were taken down, and whose files are still on disk."""
    there = and_(table.c.state == REMOVED, table.c.path.is_not(None))
    return Photo.each(await connection.execute(select(table).where(there).order_by(table.c.id)))


@transaction
async def deleted(connection: AsyncConnection, photo_id: int) -> None:
    """The file of one that was taken down is gone."""
    gone = and_(table.c.id == photo_id, table.c.state == REMOVED)
    await connection.execute(update(table).where(gone).values(path=None))


@transaction
async def failed(
    connection: AsyncConnection, photo_id: int, fault: str, again_at: datetime | None
) -> None:
    """It could not be fetched: again at that moment; None: never."""
    values: dict[str, object] = {"fault": fault, "tries": table.c.tries + 1}
    if again_at is None:
        fresh = and_(table.c.id == photo_id, table.c.state == "waiting")
        await _settle(connection, fresh, values | {"state": "failed"})
        return
    fresh = and_(table.c.id == photo_id, table.c.state == "waiting", table.c.due_at < again_at)
    await connection.execute(update(table).where(fresh).values(values | {"due_at": again_at}))


@transaction
async def too_large(connection: AsyncConnection, photo_id: int) -> None:
    """It is more than bots can download, which Telegram had not said before."""
    fresh = and_(table.c.id == photo_id, table.c.state == "waiting")
    await _settle(connection, fresh, {"state": "too_large"})


def _has_a_part_of(likeness: str) -> ColumnElement[bool]:
    """Of four parts one has to be equal where no more than three bits differ: SQLite sorts out."""
    parts = range(0, len(likeness), PART)
    return or_(
        *(func.substr(table.c.likeness, at + 1, PART) == likeness[at : at + PART] for at in parts)
    )


def _differ(one: str, other: str) -> int:
    """In how many of the 64 bits."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _wanted() -> ColumnElement[bool]:
    return and_(table.c.state == "waiting", table.c.activity_id.is_not(None))


async def _settle(
    connection: AsyncConnection, which: ColumnElement[bool], values: dict[str, object]
) -> None:
    """Changes a photo's state once, and has the receipt say so."""
    touch(connection, TOPIC)
    changed = update(table).where(which).values(values).returning(table.c.activity_id)
    activity_id = (await connection.execute(changed)).scalar_one_or_none()
    if activity_id is not None:
        await deliveries.owe_edit(connection, RECEIPT, activity_id)
