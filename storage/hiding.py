"""Photos that are not shown any more: hidden until somebody shows them again, or taken down.

What is done to a photo is done to each of its copies, wherever they stand: Telegram's unique id and
the hash of the bytes tell which are the same.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, features
from storage.database import touch, transaction
from storage.photos import RECEIPT, REMOVED, TOPIC
from storage.tables import photos as table


@transaction
async def hide(
    connection: AsyncConnection, photo_id: int, by: int, now: datetime, why: str = ""
) -> bool:
    """It stands in no list, gallery or export from now on; False: it did not before."""
    return await hidden(connection, photo_id, by, now, why)


async def hidden(
    connection: AsyncConnection, photo_id: int, by: int, now: datetime, why: str
) -> bool:
    """The same within another transaction."""
    marks: dict[str, object] = {"hidden_by": by, "hidden_at": now, "hidden_why": why}
    return await _change(connection, photo_id, table.c.hidden_at.is_(None), marks)


@transaction
async def show(connection: AsyncConnection, photo_id: int) -> bool:
    """It is shown again; False: it was not hidden, or was taken down."""
    marks: dict[str, object] = {"hidden_by": None, "hidden_at": None, "hidden_why": ""}
    is_hidden = and_(table.c.hidden_at.is_not(None), table.c.state != REMOVED)
    return await _change(connection, photo_id, is_hidden, marks)


@transaction
async def take_down(
    connection: AsyncConnection, photo_id: int, by: int, now: datetime, why: str
) -> bool:
    """It is gone for good, its file from the disk as well; who, when and why stay on record."""
    return await taken_down(connection, photo_id, by, now, why)


async def taken_down(
    connection: AsyncConnection, photo_id: int, by: int, now: datetime, why: str
) -> bool:
    """The same within another transaction."""
    marks: dict[str, object] = {
        "state": REMOVED,
        "hidden_by": by,
        "hidden_at": now,
        "hidden_why": why,
    }
    touch(connection, TOPIC)
    return await _change(connection, photo_id, table.c.state != REMOVED, marks)


async def _change(
    connection: AsyncConnection,
    photo_id: int,
    which: ColumnElement[bool],
    marks: dict[str, object],
) -> bool:
    """Changes the photo and its copies; receipts say so, and featured albums with it go."""
    changed = update(table).where(await _copies(connection, photo_id), which).values(marks)
    columns = changed.returning(table.c.id, table.c.activity_id)
    rows = (await connection.execute(columns)).all()
    for activity_id in {row.activity_id for row in rows if row.activity_id is not None}:
        await deliveries.owe_edit(connection, RECEIPT, activity_id)
    await features.without(connection, [row.id for row in rows])
    return bool(rows)


async def _copies(connection: AsyncConnection, photo_id: int) -> ColumnElement[bool]:
    columns = (table.c.file_unique_id, table.c.sha256)
    found = await connection.execute(select(*columns).where(table.c.id == photo_id))
    row = found.one_or_none()
    if row is None:
        return table.c.id == photo_id
    same_bytes = table.c.sha256 == row.sha256 if row.sha256 else table.c.id == photo_id
    return or_(table.c.file_unique_id == row.file_unique_id, same_bytes)
