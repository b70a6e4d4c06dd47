"""What BotFather lets the bot do, as Telegram said when it last started: for `gongjian doctor`."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import abilities as table

INLINE = "inline"
"""Being asked from other chats, by `@bot words`."""


@query
async def has(connection: AsyncConnection, name: str) -> bool | None:
    """None: Telegram was not asked yet."""
    found = await connection.execute(select(table.c.is_on).where(table.c.name == name))
    is_on: bool | None = found.scalar_one_or_none()
    return is_on


@transaction
async def note(connection: AsyncConnection, name: str, *, is_on: bool) -> None:
    """Keeps what Telegram said."""
    said = insert(table).values(name=name, is_on=is_on)
    await connection.execute(
        said.on_conflict_do_update(index_elements=["name"], set_={"is_on": is_on})
    )
