"""An organisation that reported nothing is asked to, in private, once a week at most."""

from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import liaisons, nudges as table, organisations, people
from storage.values import Value

NUDGE = "coverage.nudge"
"""The delivery to its liaisons; its subject is the nudge."""
PAUSE = timedelta(days=7)


class Outcome(Enum):
    """What became of the wish to ask."""

    DONE = "done"
    AGAIN = "again"
    """It was asked less than a week ago."""
    NOBODY = "nobody"
    """None of its liaisons can be written to."""


class Nudged(Value):
    """Who is asked, or when they were."""

    outcome: Outcome
    id: int = 0
    asked_at: datetime
    names: tuple[str, ...] = ()


class Nudge(Value):
    """A question to an organisation."""

    id: int
    organisation_id: int
    organisation: str
    asked_at: datetime
    withdrawn_at: datetime | None


@transaction
async def ask(
    connection: AsyncConnection,
    organisation_id: int,
    person_id: int,
    now: datetime,
    due_at: datetime,
) -> Nudged:
    """Owes it to its liaisons; to deputies only where no liaison can be written to."""
    earlier = select(table.c.asked_at).where(
        table.c.organisation_id == organisation_id,
        table.c.asked_at > now - PAUSE,
        table.c.withdrawn_at.is_(None),
    )
    asked_at = (
        await connection.execute(earlier.order_by(table.c.asked_at.desc()).limit(1))
    ).scalar_one_or_none()
    if asked_at is not None:
        return Nudged(outcome=Outcome.AGAIN, asked_at=asked_at)
    reached = (
        select(people.c.id, people.c.name, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == people.c.id)
        .where(liaisons.c.organisation_id == organisation_id, people.c.is_reachable)
        .order_by(liaisons.c.is_deputy, liaisons.c.since, people.c.id)
    )
    rows = (await connection.execute(reached)).all()
    told = [row for row in rows if row.is_deputy == rows[0].is_deputy]
    if not told:
        return Nudged(outcome=Outcome.NOBODY, asked_at=now)
    values = {"organisation_id": organisation_id, "asked_by": person_id, "asked_at": now}
    made = insert(table).values(values).returning(table.c.id)
    nudge_id: int = (await connection.execute(made)).scalar_one()
    for row in told:
        await deliveries.owe(connection, NUDGE, nudge_id, row.id, due_at)
    names = tuple(row.name or str(row.id) for row in told)
    return Nudged(outcome=Outcome.DONE, id=nudge_id, asked_at=now, names=names)


@transaction
async def undo(connection: AsyncConnection, nudge_id: int, now: datetime) -> bool:
    """It is not sent, or goes again where it was; False: that was so before."""
    stands = and_(table.c.id == nudge_id, table.c.withdrawn_at.is_(None))
    gone = update(table).where(stands).values(withdrawn_at=now)
    if (await connection.execute(gone)).rowcount == 0:
        return False
    await deliveries.owe_edit(connection, NUDGE, nudge_id)
    return True


@query
async def one(connection: AsyncConnection, nudge_id: int) -> Nudge | None:
    """The nudge with this id."""
    named = select(table, organisations.c.short_name.label("organisation")).join(
        organisations, organisations.c.id == table.c.organisation_id
    )
    return Nudge.of((await connection.execute(named.where(table.c.id == nudge_id))).one_or_none())
