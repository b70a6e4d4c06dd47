"""Commands of anonymous administrators, kept until a press shows who it is."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.tables import confirmations as table, inbox


class SettledError(Exception):
    """Somebody confirmed it before."""


async def ask(connection: AsyncConnection, update_id: int, now: datetime) -> int:
    """Keeps what the inbox has of the update, within the transaction that completes it.

    Returns the confirmation's id.
    """
    raw = select(inbox.c.raw).where(inbox.c.update_id == update_id).scalar_subquery()
    kept = insert(table).values(raw=raw, asked_at=now).returning(table.c.id)
    confirmation_id: int = (await connection.execute(kept)).scalar_one()
    return confirmation_id


@query
async def asked(connection: AsyncConnection, confirmation_id: int) -> str | None:
    """The update that waits, as Telegram's JSON; None when it was confirmed before."""
    wanted = select(table.c.raw).where(table.c.id == confirmation_id)
    return (await connection.execute(wanted)).scalar_one_or_none()


async def settle(connection: AsyncConnection, confirmation_id: int) -> None:
    """Forgets it, within the transaction that has its effects; once, then SettledError."""
    settled = delete(table).where(table.c.id == confirmation_id)
    if (await connection.execute(settled)).rowcount == 0:
        raise SettledError(confirmation_id)
