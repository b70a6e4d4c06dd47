"""Words that are kept because a button has no room for them: looked for, or to be announced."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import searches as table
from storage.values import Value

KEPT = timedelta(days=30)
"""Buttons of older lists say that the list is not known any more."""


class Search(Value):
    """What was looked for."""

    id: int
    words: str


@transaction
async def keep(connection: AsyncConnection, words: str, now: datetime) -> Search:
    """Keeps the words once, and forgets what nobody has looked for in a month."""
    await connection.execute(delete(table).where(table.c.asked_at < now - KEPT))
    made = insert(table).values(words=words, asked_at=now)
    again = made.on_conflict_do_update(index_elements=["words"], set_={"asked_at": now})
    row = (await connection.execute(again.returning(table.c.id, table.c.words))).one()
    return Search.model_validate(row)


@query
async def one(connection: AsyncConnection, search_id: int) -> Search | None:
    """What this button looked for; None when it was forgotten."""
    found = select(table).where(table.c.id == search_id)
    return Search.of((await connection.execute(found)).one_or_none())
