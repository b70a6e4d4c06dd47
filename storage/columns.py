"""Columns (栏目) of the street office: what articles are put into, and what opens a feature."""

from datetime import datetime

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import article_columns as table
from storage.values import Value


class Column(Value):
    """One column; a parent has others below it, and they have none."""

    id: int
    name: str
    english: str = ""
    """Empty: the name is for everybody."""
    parent_id: int | None = None
    position: int = 0
    opens: str = ""
    """The command of a feature that stands behind it; empty: none does."""
    retired_at: datetime | None = None


@query
async def every(connection: AsyncConnection) -> tuple[Column, ...]:
    """All of them in their order, retired ones too."""
    return Column.each(await connection.execute(select(table).order_by(table.c.position)))


@transaction
async def add(
    connection: AsyncConnection, name: str, english: str, parent_id: int | None
) -> int | None:
    """A new one after all others; gives its id, None when one is called so."""
    if await _is_taken(connection, name):
        return None
    parent = parent_id if await _may_have_more(connection, parent_id) else None
    last = (await connection.execute(select(func.max(table.c.position)))).scalar_one() or 0
    values = {"name": name, "english": english, "parent_id": parent, "position": last + 1}
    made = insert(table).values(values).returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


@transaction
async def rename(connection: AsyncConnection, column_id: int, name: str, english: str) -> bool:
    """False: another one is called so, or it is not there."""
    if await _is_taken(connection, name, column_id):
        return False
    this = update(table).where(table.c.id == column_id)
    return (await connection.execute(this.values(name=name, english=english))).rowcount == 1


@transaction
async def raise_up(connection: AsyncConnection, column_id: int) -> bool:
    """It changes places with the one before it; False: it is the first."""
    this = (await connection.execute(select(table).where(table.c.id == column_id))).one_or_none()
    if this is None:
        return False
    beside = and_(
        table.c.parent_id.is_not_distinct_from(this.parent_id),
        table.c.position < this.position,
        table.c.retired_at.is_(None),
    )
    found = select(table).where(beside).order_by(table.c.position.desc()).limit(1)
    before = (await connection.execute(found)).one_or_none()
    if before is None:
        return False
    for column, position in ((this.id, before.position), (before.id, this.position)):
        moved = update(table).where(table.c.id == column).values(position=position)
        await connection.execute(moved)
    return True


@transaction
async def put_under(connection: AsyncConnection, column_id: int, parent_id: int | None) -> bool:
    """It stands below another one, or for itself; False: that cannot be."""
    below = select(table.c.id).where(table.c.parent_id == column_id).limit(1)
    if parent_id is not None and (
        (await connection.execute(below)).first() is not None
        or parent_id == column_id
        or not await _may_have_more(connection, parent_id)
    ):
        return False
    this = update(table).where(table.c.id == column_id).values(parent_id=parent_id)
    return (await connection.execute(this)).rowcount == 1


@transaction
async def retire(
    connection: AsyncConnection, column_id: int, person_id: int, now: datetime
) -> bool:
    """It is listed no more, its articles are kept; False: that was so before."""
    this = update(table).where(table.c.id == column_id, table.c.retired_at.is_(None))
    gone = this.values(retired_at=now, retired_by=person_id)
    return (await connection.execute(gone)).rowcount == 1


@transaction
async def restore(connection: AsyncConnection, column_id: int) -> bool:
    """It is listed again; False: it was not retired, or another one is called so by now."""
    named = select(table.c.name).where(table.c.id == column_id)
    name = (await connection.execute(named)).scalar_one_or_none()
    if name is None or await _is_taken(connection, name, column_id):
        return False
    this = update(table).where(table.c.id == column_id, table.c.retired_at.is_not(None))
    back = this.values(retired_at=None, retired_by=None)
    return (await connection.execute(back)).rowcount == 1


@transaction
async def ask(
    connection: AsyncConnection, kind: str, subject_id: int, chat_id: int, now: datetime
) -> None:
    """Owes a question for a name, to be answered by a reply; its kind says of what."""
    await deliveries.owe(connection, kind, subject_id, chat_id, now)


async def _is_taken(connection: AsyncConnection, name: str, but: int = 0) -> bool:
    same = and_(table.c.name == name, table.c.id != but, table.c.retired_at.is_(None))
    return (await connection.execute(select(table.c.id).where(same).limit(1))).first() is not None


async def _may_have_more(connection: AsyncConnection, parent_id: int | None) -> bool:
    """Only a column that stands for itself has others below it."""
    alone = and_(table.c.id == parent_id, table.c.parent_id.is_(None))
    return (await connection.execute(select(table.c.id).where(alone))).first() is not None
