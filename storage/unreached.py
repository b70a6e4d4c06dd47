"""Staff and liaisons to whom the bot cannot write in private."""

from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.people import reach
from storage.tables import deliveries as owed, liaisons, organisations, people
from storage.values import Value

HELLO, CAME_THROUGH = "unreachable.hello", "unreachable.result"
"""The deliveries: to somebody out of reach, and the outcome to who tried. Subject: the person."""
BLOCKED, DEACTIVATED = "blocked", "deactivated"
"""Of the reasons; everybody else has never pressed Start."""
WAITING = timedelta(minutes=1)
"""After so long the outcome is told, whatever it is: Telegram may be away."""


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
                organisations,
                and_(
                    organisations.c.id == liaisons.c.organisation_id,
                    organisations.c.retired_at.is_(None),
                ),
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


@query
async def count(connection: AsyncConnection) -> int:
    """How many with a role have no private chat with the bot."""
    served = (
        select(liaisons.c.person_id)
        .join(organisations, organisations.c.id == liaisons.c.organisation_id)
        .where(organisations.c.retired_at.is_(None))
    )
    serves = people.c.id.in_(served)
    lost = select(func.count()).where(~people.c.is_reachable, or_(people.c.is_staff, serves))
    return int((await connection.execute(lost)).scalar_one())


@transaction
async def try_again(connection: AsyncConnection, person_id: int, by: int, now: datetime) -> bool:
    """Owes the person a greeting, and who tries the outcome; False: it is being tried already."""
    tried = and_(owed.c.kind == HELLO, owed.c.subject_id == person_id)
    under_way = select(owed.c.id).where(tried, owed.c.state.in_(("pending", "sending")))
    if (await connection.execute(under_way.limit(1))).first() is not None:
        return False
    lost = select(people.c.id).where(people.c.id == person_id, ~people.c.is_reachable)
    if (await connection.execute(lost)).first() is None:
        return False
    await deliveries.owe(connection, HELLO, person_id, person_id, now)
    await deliveries.owe(connection, CAME_THROUGH, person_id, by, now + WAITING)
    return True


@transaction
async def came_through(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """The greeting arrived: the person can be reached, and who tried hears it now."""
    await reach(connection, person_id, is_reachable=True)
    await deliveries.postpone(connection, CAME_THROUGH, person_id, now)


@transaction
async def tell(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """The greeting did not arrive: who tried hears it now."""
    await deliveries.postpone(connection, CAME_THROUGH, person_id, now)
