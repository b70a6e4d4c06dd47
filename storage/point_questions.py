"""Who asks what is near is asked where they are; what they look for is kept, and not where."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, searches
from storage.database import query, transaction
from storage.tables import deliveries as table

WHERE = "points.where"
"""The delivery with the button that shares a place; its subject is the search, or 0."""
FRESH = timedelta(minutes=15)
"""A place that is shared later answers no question."""


@transaction
async def ask(connection: AsyncConnection, words: str, chat_id: int, now: datetime) -> int:
    """Owes the question, and keeps what is looked for; gives the search's id, 0 for all."""
    search_id = await searches.keep(connection, words, now) if words else 0
    await deliveries.owe(connection, WHERE, search_id, chat_id, now)
    return search_id


@query
async def asked_lately(connection: AsyncConnection, chat_id: int, now: datetime) -> int:
    """What somebody was looking for when asked where they are, a moment ago; 0 for all."""
    question = select(table.c.subject_id).where(
        table.c.state.in_(("pending", "sending", "sent", "unknown")),
        *(table.c.due_at > now - FRESH, table.c.kind == WHERE, table.c.chat_id == chat_id),
    )
    newest = question.order_by(table.c.id.desc()).limit(1)
    return (await connection.execute(newest)).scalar_one_or_none() or 0
