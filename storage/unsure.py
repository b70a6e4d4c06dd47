"""What the record of an activity leaves open: one column of text, asked about by buttons."""

from collections.abc import Callable

from pydantic import TypeAdapter
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import activities
from storage.values import Value

APART, TWIN, PARTNERS = "apart", "twin", "partners"
"""What is open besides the columns: which activities are surely others, which one may be the same,
and which organisations may have been part of it."""


class Unsure(Value):
    """What a field may be, the likeliest first, as texts; and why what was written cannot be it."""

    may_be: tuple[str, ...] = ()
    why: str = ""


Open = dict[str, Unsure]
"""By the names of the fields."""
_TEXT = TypeAdapter(Open)


def from_text(text: str) -> Open:
    """As the column keeps it; empty: nothing is open."""
    return _TEXT.validate_json(text or "{}")


def as_text(unsure: Open) -> str:
    """The other way round."""
    return _TEXT.dump_json(unsure).decode() if unsure else ""


async def of(connection: AsyncConnection, activity_id: int) -> Open:
    """What is open, within another transaction."""
    found = select(activities.c.unsure).where(activities.c.id == activity_id)
    return from_text((await connection.execute(found)).scalar_one())


async def change(
    connection: AsyncConnection, activity_id: int, changed: Callable[[Open], Open]
) -> None:
    """Leaves open what the change says, within another transaction."""
    values = {"unsure": as_text(changed(await of(connection, activity_id)))}
    await connection.execute(
        update(activities).where(activities.c.id == activity_id).values(values)
    )
