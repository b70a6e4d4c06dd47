"""Who was shown the first steps of which role: once, when the role is new and the chat is open."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import first_steps as table, liaisons, people
from storage.values import Value

FIRST = "help.first"
"""The delivery; its subject is the row of the person and the role."""
PAUSE = timedelta(seconds=2)
"""What was said of the role itself is read first."""
MEMBER, LIAISON, STAFF = "member", "liaison", "staff"


class FirstSteps(Value):
    """That a person was shown, or is owed, the first steps of a role."""

    id: int
    person_id: int
    role: str


@transaction
async def show(connection: AsyncConnection, person_id: int, role: str, now: datetime) -> bool:
    """They are shown as an answer; False: they were shown before."""
    return await _keep(connection, person_id, role, now) is not None


@query
async def are_shown(connection: AsyncConnection, person_id: int, role: str) -> bool:
    """True when there is nothing new for this person in this role."""
    found = select(table.c.id).where(table.c.person_id == person_id, table.c.role == role)
    return (await connection.execute(found)).first() is not None


@query
async def one(connection: AsyncConnection, number: int) -> FirstSteps | None:
    """By the number that a delivery bears."""
    row = (await connection.execute(select(table).where(table.c.id == number))).one_or_none()
    return FirstSteps.of(row)


async def owe(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Owes them within the transaction that gave a role, to somebody who can be written to.

    Who cannot be is shown them by the answer to Start.
    """
    found = select(people.c.is_staff, people.c.is_reachable).where(people.c.id == person_id)
    row = (await connection.execute(found)).one_or_none()
    if row is None or not row.is_reachable:
        return
    role = STAFF if row.is_staff else await _lower(connection, person_id)
    number = await _keep(connection, person_id, role, now)
    if number is not None:
        await deliveries.owe(connection, FIRST, number, person_id, now + PAUSE)


async def _lower(connection: AsyncConnection, person_id: int) -> str:
    served = select(liaisons.c.person_id).where(liaisons.c.person_id == person_id).limit(1)
    return LIAISON if (await connection.execute(served)).first() is not None else MEMBER


async def _keep(
    connection: AsyncConnection, person_id: int, role: str, now: datetime
) -> int | None:
    made = insert(table).values(person_id=person_id, role=role, shown_at=now)
    new = made.on_conflict_do_nothing().returning(table.c.id)
    number: int | None = (await connection.execute(new)).scalar_one_or_none()
    return number
