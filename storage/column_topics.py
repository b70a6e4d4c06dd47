"""Which topic of a forum is a column's: its new articles go there."""

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import topics
from storage.chats import Chat
from storage.database import query, transaction
from storage.tables import article_columns, chats, column_topics as table, topics as known
from storage.values import Value


class Binding(Value):
    """A column's topic in a group."""

    column_id: int
    chat_id: int
    topic_id: int
    name: str = ""
    is_open: bool = True
    """False: it was closed or deleted, so articles go to the group's general part."""


@transaction
async def bind(
    connection: AsyncConnection, column_id: int, chat_id: int, topic_id: int, name: str = ""
) -> bool:
    """Articles of the column go there from now on; False: there is no such column or group."""
    column = select(article_columns.c.id).where(article_columns.c.id == column_id)
    group = select(chats.c.id).where(chats.c.id == chat_id, chats.c.is_joined)
    for there in (column, group):
        if (await connection.execute(there)).first() is None:
            return False
    if name:
        await topics.call(connection, chat_id, topic_id, name)
    made = insert(table).values(column_id=column_id, chat_id=chat_id, topic_id=topic_id)
    same = ["column_id", "chat_id"]
    anew = made.on_conflict_do_update(index_elements=same, set_={"topic_id": topic_id})
    await connection.execute(anew)
    return True


@transaction
async def unbind(connection: AsyncConnection, column_id: int, chat_id: int) -> bool:
    """Its articles go to the general part again; False: they did before."""
    this = and_(table.c.column_id == column_id, table.c.chat_id == chat_id)
    return (await connection.execute(delete(table).where(this))).rowcount == 1


@query
async def every(connection: AsyncConnection) -> tuple[Binding, ...]:
    """All of them."""
    return await found(connection)


@query
async def groups(connection: AsyncConnection) -> tuple[Chat, ...]:
    """The groups that the bot is in, by title."""
    here = select(chats).where(chats.c.is_joined).order_by(chats.c.title, chats.c.id)
    return Chat.each(await connection.execute(here))


async def found(connection: AsyncConnection) -> tuple[Binding, ...]:
    """The same within another query or transaction; a topic nobody told of is open."""
    same = and_(known.c.chat_id == table.c.chat_id, known.c.topic_id == table.c.topic_id)
    is_open = or_(known.c.is_open.is_(None), known.c.is_open).label("is_open")
    name = known.c.name.label("name")
    rows = await connection.execute(
        select(table, name, is_open).outerjoin(known, same).order_by(table.c.column_id)
    )
    return tuple(Binding.model_validate(row._asdict() | {"name": row.name or ""}) for row in rows)


async def topic_for(connection: AsyncConnection, column_id: int, chat_id: int) -> int | None:
    """Where an article goes in a group, within another transaction; None: its general part.

    A column without a topic of its own uses that of the column above it.
    """
    above = select(article_columns.c.parent_id).where(article_columns.c.id == column_id)
    parent_id = (await connection.execute(above)).scalar_one_or_none()
    own = {one.column_id: one for one in await found(connection) if one.chat_id == chat_id}
    binding = own.get(column_id) or own.get(parent_id or 0)
    return binding.topic_id if binding is not None and binding.is_open else None
