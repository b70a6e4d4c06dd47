"""Staff and liaisons to whom the bot cannot write in private."""

from datetime import datetime
from itertools import groupby

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.tables import liaisons, organisations, people
from storage.values import Value


class Unreached(Value):
    """Somebody with a role, and why no private message arrives."""

    id: int
    name: str
    is_staff: bool
    unreached_at: datetime | None
    unreached_why: str | None
    """`blocked`, `never started`, `deactivated`; None: nobody has tried, nobody has started."""
    organisations: tuple[str, ...] = ()
    """The short names of those that the person answers for."""


@query
async def unreached(connection: AsyncConnection) -> tuple[Unreached, ...]:
    """Everybody with a role who has no private chat with the bot; who was missed last first."""
    facts = (people.c.id, people.c.name, people.c.is_staff)
    wanted = (
        select(*facts, people.c.unreached_at, people.c.unreached_why)
        .add_columns(organisations.c.short_name)
        .select_from(
            people.outerjoin(liaisons, liaisons.c.person_id == people.c.id).outerjoin(
                organisations, organisations.c.id == liaisons.c.organisation_id
            )
        )
        .where(~people.c.is_reachable)
        .where(or_(people.c.is_staff, organisations.c.id.is_not(None)))
        .order_by(people.c.unreached_at.desc(), people.c.id, organisations.c.position)
    )
    rows = await connection.execute(wanted)
    return tuple(
        Unreached.model_validate(same[0]).model_copy(
            update={"organisations": tuple(row.short_name for row in same if row.short_name)}
        )
        for same in (list(each) for _, each in groupby(rows, key=lambda row: row.id))
    )
