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


def question_of(panel: str) -> str:
    """The delivery that asks what this panel wants to know: a reply to it counts for just that."""
    return f"{QUESTION}.{panel.partition(':')[0]}"


async def change(connection: AsyncConnection, notice: Notice, values: Mapping[str, object]) -> None:
    """Changes columns of a draft and owes its preview anew; what the old panel asked may go."""
    if values:
        changed = update(table).where(table.c.id == notice.id).values(**values)
        await connection.execute(changed)
    await deliveries.owe_edit(connection, PREVIEW, notice.id)
    if "panel" in values:
        await deliveries.owe_edit(connection, question_of(notice.panel), notice.id)
