"""Files that take long to make: ordered, made one after the other, sent, forgotten after a day.

States: `waiting`, `making`, `made`, `failed`. The message that says how far it is has the kind of
the export, and the files are messages of their own.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, touch, transaction
from storage.tables import export_files as files, exports as table, photos
from storage.values import Value

TOPIC = "exports"
FILE = "exports.file"
"""The message that brings a file; its subject is the file."""
WAITING, MAKING, MADE, FAILED = "waiting", "making", "made", "failed"
TRIES = 3


class Made(Value):
    """A file that was made."""

    name: str
    bytes: int


class File(Made):
    """One file of an export, `place` of `count`; it lies in the folder that bears its export's id.

    `kind` is the export's.
    """

    id: int
    export_id: int
    kind: str
    place: int
    count: int
    is_stale: bool
    """True: a photo was hidden or taken down after it was begun."""


class Export(Value):
    """What somebody asked for, and how far it is."""

    id: int
    kind: str
    asked: str
    """In the words of the feature that makes it."""
    person_id: int
    chat_id: int
    language: str
    asked_at: datetime
    state: str
    done: int
    total: int
    """0: not known yet."""
    tries: int
    fault: str
    begun_at: datetime | None
    hidden: str = ""
    """Which photos nobody was to see when it was begun."""
    ahead: int = 0
    """So many wait before it."""
    files: tuple[Made, ...] = ()


@transaction
async def order(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    kind: str,
    asked: str,
    person_id: int,
    chat_id: int,
    language: str,
    now: datetime,
) -> bool:
    """Has it made, and owes the message that says how far it is; False: it is being made."""
    same = and_(table.c.kind == kind, table.c.asked == asked, table.c.chat_id == chat_id)
    under_way = select(table.c.id).where(same, table.c.state.in_((WAITING, MAKING)))
    if (await connection.execute(under_way)).first() is not None:
        return False
    row = {
        "kind": kind,
        "asked": asked,
        "person_id": person_id,
        "chat_id": chat_id,
        "language": language,
        "asked_at": now,
    }
    made = insert(table).values(row).returning(table.c.id)
    export_id: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, kind, export_id, chat_id, now, language=language)
    touch(connection, TOPIC)
    return True


@query
async def one(connection: AsyncConnection, export_id: int) -> Export | None:
    """The export with this id, with what was made."""
    found = select(table).where(table.c.id == export_id)
    export = Export.of((await connection.execute(found)).one_or_none())
    if export is None:
        return None
    before = and_(table.c.state.in_((WAITING, MAKING)), table.c.id < export_id)
    ahead = (await connection.execute(select(func.count()).where(before))).scalar_one()
    own = select(files).where(files.c.export_id == export_id).order_by(files.c.id)
    made = Made.each(await connection.execute(own))
    return export.model_copy(update={"ahead": ahead, "files": made})


@query
async def file(connection: AsyncConnection, file_id: int) -> File | None:
    """The file with this id; None: it was forgotten."""
    row = select(files, table.c.kind, table.c.hidden).join(table, table.c.id == files.c.export_id)
    found = (await connection.execute(row.where(files.c.id == file_id))).mappings().one_or_none()
    if found is None:
        return None
    own = select(files.c.id).where(files.c.export_id == found["export_id"]).order_by(files.c.id)
    ids = (await connection.execute(own)).scalars().all()
    is_stale = found["hidden"] != await _hidden(connection)
    place = {"place": ids.index(file_id) + 1, "count": len(ids), "is_stale": is_stale}
    return File.model_validate({**found, **place})


@transaction
async def begin(connection: AsyncConnection, now: datetime) -> Export | None:
    """The one that waits longest is being made from now on; each beginning is a try."""
    waits = select(table.c.id).where(table.c.state == WAITING).order_by(table.c.id).limit(1)
    export_id = (await connection.execute(waits)).scalar_one_or_none()
    if export_id is None:
        return None
    values = {"state": MAKING, "begun_at": now, "done": 0, "tries": table.c.tries + 1}
    values |= {"hidden": await _hidden(connection)}
    await _change(connection, export_id, values)
    begun = select(table).where(table.c.id == export_id)
    return Export.of((await connection.execute(begun)).one())


@transaction
async def goes_on(connection: AsyncConnection, export_id: int, done: int, total: int) -> None:
    """So much of it is done."""
    await _change(connection, export_id, {"done": done, "total": total})


@transaction
async def made(
    connection: AsyncConnection, export: Export, made_files: Sequence[Made], now: datetime
) -> bool:
    """Owes the files; False: a photo was hidden or taken down meanwhile, so it is made anew."""
    if export.hidden != await _hidden(connection):
        await _change(connection, export.id, {"state": WAITING, "tries": table.c.tries - 1})
        return False
    for one_made in made_files:
        row = {"export_id": export.id, **one_made.model_dump(include=set(Made.model_fields))}
        added = insert(files).values(row).returning(files.c.id)
        file_id = (await connection.execute(added)).scalar_one()
        where = (export.chat_id, now)
        await deliveries.owe(connection, FILE, file_id, *where, language=export.language)
    await _change(connection, export.id, {"state": MADE, "ended_at": now})
    return True


@transaction
async def failed(connection: AsyncConnection, export: Export, fault: str, now: datetime) -> None:
    """It could not be made. Without a known fault it is tried three times in all."""
    is_hopeless = export.tries >= TRIES or bool(fault)
    state = {"state": FAILED, "ended_at": now} if is_hopeless else {"state": WAITING}
    await _change(connection, export.id, {"fault": fault, **state})


@transaction
async def take_up(connection: AsyncConnection) -> None:
    """What the end of the program cut off waits again; what ended it three times has failed."""
    cut = table.c.state == MAKING
    for is_over, state in ((table.c.tries >= TRIES, FAILED), (table.c.tries < TRIES, WAITING)):
        which = select(table.c.id).where(cut, is_over)
        for export_id in (await connection.execute(which)).scalars().all():
            await _change(connection, export_id, {"state": state})


@query
async def over(connection: AsyncConnection, before: datetime) -> tuple[int, ...]:
    """Exports that ended before that moment and still have files."""
    kept = select(files.c.export_id).distinct()
    old = select(table.c.id).where(table.c.ended_at < before, table.c.id.in_(kept))
    return tuple((await connection.execute(old)).scalars())


@transaction
async def forget(connection: AsyncConnection, export_id: int) -> None:
    """Its files are gone from the disk."""
    await connection.execute(delete(files).where(files.c.export_id == export_id))


async def _hidden(connection: AsyncConnection) -> str:
    """What changes whenever a photo is hidden, taken down or shown again."""
    which = photos.c.hidden_at.is_not(None)
    found = select(func.count(), func.max(photos.c.hidden_at)).where(which)
    count, last = (await connection.execute(found)).one()
    return f"{count} {last or ''}"


async def _change(connection: AsyncConnection, export_id: int, values: dict[str, object]) -> None:
    touch(connection, TOPIC)
    which = update(table).where(table.c.id == export_id).values(values).returning(table.c.kind)
    kind = (await connection.execute(which)).scalar_one()
    await deliveries.owe_edit(connection, kind, export_id)
