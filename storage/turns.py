"""The turns that a sent notice took: kept beside its row, which only knows how it stands now."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import turns as table

CLOSED, REOPENED, RECALLED, MOVED = "closed", "reopened", "recalled", "moved"
"""Moved is its deadline, to a moment or to none."""


async def take(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    turn: str,
    person_id: int | None,
    now: datetime,
    *,
    until: datetime | None = None,
) -> None:
    """Puts a turn on the record, within the transaction that makes it; by itself without a person.

    A notice that was moved goes on `until` then.
    """
    made = insert(table).values(notice_id=notice_id, turn=turn, person_id=person_id)
    await connection.execute(made.values(turned_at=now, until=until))
