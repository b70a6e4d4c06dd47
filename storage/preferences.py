"""What staff of the alliance prefer, where they changed what was installed."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import preferences as table

QUIET, WORKING_DAYS = "quiet", "working_days"
"""The names: `21:30-07:30` or off, and on or off."""
MONTH = "month"
"""On or off: whether a month in pictures goes out by itself; on where nobody has said."""
WISHES = "wishes"
"""On or off: whether wishes that nobody took on go to the groups once a week; off at first."""
ON, OFF = "on", "off"


@query
async def kept(connection: AsyncConnection) -> dict[str, str]:
    """All that staff changed, by name."""
    rows = await connection.execute(select(table.c.name, table.c.value))
    return {row.name: row.value for row in rows}


@transaction
async def keep(connection: AsyncConnection, name: str, value: str) -> None:
    """Changes one of them."""
    made = insert(table).values(name=name, value=value)
    anew = {"value": value}
    await connection.execute(made.on_conflict_do_update(index_elements=["name"], set_=anew))
