"""What was changed in the record of an activity: by whom, when, from what to what."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import queries
from storage.database import query
from storage.tables import organisations, people, revisions as table
from storage.values import Value

STEPS = ("state", "featured", "deleted")
"""What is done with a record, and changes nothing that it says."""


class Revision(Value):
    """One change; `field` is a column of the activity, `tags`, `partners`, or one of `STEPS`."""

    field: str
    before: str
    after: str
    changed_at: datetime
    person: str


@query
async def history(connection: AsyncConnection, activity_id: int) -> tuple[Revision, ...]:
    """What was changed, the latest first."""
    rows = await connection.execute(
        select(table, people.c.name.label("person"))
        .join(people, people.c.id == table.c.person_id)
        .where(table.c.activity_id == activity_id)
        .order_by(table.c.id.desc())
    )
    return Revision.each(rows)


async def note(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    activity_id: int,
    field: str,
    told: tuple[str, str],
    person_id: int,
    now: datetime,
) -> None:
    """Keeps a change within another transaction; what is as it was is none."""
    before, after = told
    if before == after:
        return
    values = {"activity_id": activity_id, "person_id": person_id, "field": field}
    values |= {"before": before, "after": after}
    await connection.execute(insert(table).values(**values, changed_at=now))
    if field not in STEPS:
        await queries.met_by_change(connection, activity_id, person_id, now)


async def said(connection: AsyncConnection, field: str, value: Any) -> str:  # noqa: ANN401 - of any column
    """As the history tells it: an organisation by its short name."""
    if value is None or field != "organisation_id":
        return "" if value is None else str(value)
    found = select(organisations.c.short_name).where(organisations.c.id == value)
    return str((await connection.execute(found)).scalar_one())
