"""The record of changes, read: where it ends."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.chains import Head
from storage.tables import trail as table


async def head(connection: AsyncConnection) -> str:
    """The last entry as `gongjian verify --head` takes it; empty for an empty record."""
    last = select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)
    row = (await connection.execute(last)).one_or_none()
    return "" if row is None else str(Head(row.seq, row.hash))
