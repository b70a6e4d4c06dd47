"""The topics of groups that are forums, as far as the bot heard of them."""

from sqlalchemy import and_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.tables import topics as table
from storage.values import Value


class Topic(Value):
    """A part of a group's talk; its id is what the Bot API calls `message_thread_id`."""

    chat_id: int
    topic_id: int
    name: str
    is_open: bool = True
    """False: only administrators can write there, or it was deleted."""


async def call(connection: AsyncConnection, chat_id: int, topic_id: int, name: str) -> None:
    """It was opened or renamed, within another transaction."""
    made = insert(table).values(chat_id=chat_id, topic_id=topic_id, name=name)
    same = ["chat_id", "topic_id"]
    await connection.execute(made.on_conflict_do_update(index_elements=same, set_={"name": name}))


async def learn(connection: AsyncConnection, chat_id: int, topic_id: int, name: str) -> None:
    """Somebody wrote in it, within another transaction.

    Telegram tells its first name then, so a name that is known stays.
    """
    made = insert(table).values(chat_id=chat_id, topic_id=topic_id, name=name)
    await connection.execute(made.on_conflict_do_nothing())


async def stand(connection: AsyncConnection, chat_id: int, topic_id: int, *, is_open: bool) -> None:
    """It was closed or opened again, or is gone, within another transaction."""
    one = and_(table.c.chat_id == chat_id, table.c.topic_id == topic_id)
    await connection.execute(update(table).where(one).values(is_open=is_open))


@query
async def of(connection: AsyncConnection, chat_id: int) -> tuple[Topic, ...]:
    """The topics of a group, by name."""
    found = select(table).where(table.c.chat_id == chat_id)
    return Topic.each(await connection.execute(found.order_by(table.c.name, table.c.topic_id)))
