"""The groups that the bot is in, and their language."""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Select, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries as owed
from storage.database import query, touch, transaction
from storage.tables import chats as table
from storage.values import Value

TOPIC = "chats"
JOINED = "chats.joined"
"""The delivery that introduces the bot; its subject is the group's id."""
SETTLING = timedelta(seconds=2)
"""Who brings a bot in often makes it an administrator at once."""


class Chat(Value):
    """A group; its language is None until somebody chose one."""

    id: int
    title: str = ""
    language: str | None = None
    is_joined: bool = True
    is_administrator: bool = False
    counts_reactions: bool = False
    """True: staff let a reaction to a notice count as Received."""


async def meet(connection: AsyncConnection, chat_id: int, title: str) -> None:
    """Remembers a group by its present title, within another transaction."""
    values: dict[str, object] = {"title": title, "is_joined": True}
    met = insert(table).values(id=chat_id, **values)
    is_news = or_(*(table.c[name].is_distinct_from(value) for name, value in values.items()))
    known = met.on_conflict_do_update(index_elements=["id"], set_=values, where=is_news)
    if (await connection.execute(known)).rowcount:
        touch(connection, TOPIC)


async def join(connection: AsyncConnection, chat_id: int, title: str, now: datetime) -> None:
    """The bot was brought in: it owes the group its first message, within another transaction."""
    await meet(connection, chat_id, title)
    await owed.owe(connection, JOINED, chat_id, chat_id, now + SETTLING)


async def stand(connection: AsyncConnection, chat_id: int, *, is_administrator: bool) -> None:
    """What the bot may in the group has changed, within another transaction."""
    standing = update(table).where(table.c.id == chat_id)
    await connection.execute(standing.values(is_administrator=is_administrator))
    await owed.owe_edit(connection, JOINED, chat_id)


async def leave(connection: AsyncConnection, chat_id: int) -> None:
    """The bot is no longer in the group, within another transaction."""
    touch(connection, TOPIC)
    await connection.execute(update(table).where(table.c.id == chat_id).values(is_joined=False))


@transaction
async def speak(connection: AsyncConnection, chat_id: int, language: str) -> None:
    """Chooses the group's language."""
    await connection.execute(update(table).where(table.c.id == chat_id).values(language=language))


@transaction
async def count_reactions(connection: AsyncConnection, chat_id: int, *, count: bool) -> None:
    """Staff let reactions count in a group, or not any more."""
    touch(connection, TOPIC)
    here = update(table).where(table.c.id == chat_id)
    await connection.execute(here.values(counts_reactions=count))


@query
async def counting(connection: AsyncConnection) -> frozenset[int]:
    """The ids of the groups where reactions count."""
    return frozenset((await connection.execute(_counting())).scalars())


@cache
def _counting() -> Select[int]:
    """Made once: it is asked after every commit of a message."""
    return select(table.c.id).where(table.c.counts_reactions, table.c.is_joined)


@query
async def one(connection: AsyncConnection, chat_id: int) -> Chat | None:
    """The group with this id, if the bot has met it."""
    row = (await connection.execute(select(table).where(table.c.id == chat_id))).one_or_none()
    return Chat.of(row)


@query
async def joined(connection: AsyncConnection) -> tuple[Chat, ...]:
    """The groups that the bot is in, by title."""
    rows = await connection.execute(select(table).where(table.c.is_joined).order_by(table.c.title))
    return Chat.each(rows)
