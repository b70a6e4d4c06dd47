"""Words that buttons have no room for: questions, and what is to be announced; not whose."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import searches as table
from storage.values import Value

ASK = "search.ask"
"""The delivery that asks for words, of no subject."""
KEPT = timedelta(days=30)
"""So long the buttons below an answer work."""


class Search(Value):
    """A question, and how many things the index had yet to take in when it was asked."""

    id: int
    words: str
    waiting: int = 0


async def keep(connection: AsyncConnection, words: str, now: datetime) -> int:
    """Keeps words within another transaction; gives their id, the same for the same words."""
    await connection.execute(delete(table).where(table.c.asked_at < now - KEPT))
    kept = insert(table).values(words=words, asked_at=now)
    again = kept.on_conflict_do_update(index_elements=["words"], set_={"asked_at": now})
    search_id: int = (await connection.execute(again.returning(table.c.id))).scalar_one()
    return search_id


@transaction
async def remember(connection: AsyncConnection, words: str, now: datetime) -> Search:
    """The same in a transaction of its own."""
    return Search(id=await keep(connection, words, now), words=words)


@transaction
async def ask(connection: AsyncConnection, chat_id: int, now: datetime) -> None:
    """Owes the question what is looked for."""
    await deliveries.owe(connection, ASK, 0, chat_id, now)


@query
async def one(connection: AsyncConnection, search_id: int) -> Search | None:
    """What was asked; None when it was long ago."""
    found = select(table).where(table.c.id == search_id)
    return Search.of((await connection.execute(found)).one_or_none())
