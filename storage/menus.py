"""Which command menus Telegram already has, so that a start sets only what changed."""

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import menus as table


@query
async def digests(connection: AsyncConnection) -> dict[tuple[str, str], str]:
    """What was set last, by scope (Telegram's JSON) and language code."""
    rows = await connection.execute(select(table))
    return {(row.scope, row.language): row.digest for row in rows}


@transaction
async def was_set(connection: AsyncConnection, scope: str, language: str, digest: str) -> None:
    """Remembers that Telegram took this menu."""
    kept = insert(table).values(scope=scope, language=language, digest=digest)
    await connection.execute(
        kept.on_conflict_do_update(index_elements=["scope", "language"], set_={"digest": digest})
    )


@transaction
async def was_removed(connection: AsyncConnection, scope: str, language: str) -> None:
    """Forgets a menu that nobody has any more."""
    removed = and_(table.c.scope == scope, table.c.language == language)
    await connection.execute(delete(table).where(removed))
