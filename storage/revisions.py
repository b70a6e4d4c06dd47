"""A draft's columns, changed within another transaction; what shows them is brought up to date."""

from collections.abc import Mapping

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.notices import DRAFT, PREVIEW, QUESTION, Notice, one
from storage.tables import notices as table


async def draft_of(connection: AsyncConnection, notice_id: int) -> Notice | None:
    """The draft; None when it is none any more."""
    return await one(connection, and_(table.c.id == notice_id, table.c.state == DRAFT))


async def change(connection: AsyncConnection, notice_id: int, values: Mapping[str, object]) -> None:
    """Changes columns of a draft and owes its preview anew, and an open question if it closes."""
    if values:
        await connection.execute(update(table).where(table.c.id == notice_id).values(**values))
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    if "panel" in values:
        await deliveries.owe_edit(connection, QUESTION, notice_id)
