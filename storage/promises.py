"""What was promised at a visit: by when, and whether it was kept.

States: `open`, `kept`, `broken` (with a reason), `void` (written down by mistake).
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, people
from storage.database import query, transaction
from storage.tables import (
    organisations,
    people as persons,
    promises as table,
    visits,
)
from storage.values import Value

REMIND = "visits.remind"
"""The job, and the message that it owes to who promised; their subject is the promise."""
CARD = "visits.card"
"""The delivery that shows a visit; its subject is the visit."""
ASK_DUE, ASK_WHY = "visits.ask_due", "visits.ask_why"
"""The deliveries that ask for a reply; their subject is the promise."""
OPEN, KEPT, BROKEN, VOID = "open", "kept", "broken", "void"

Reminds = Callable[[date, datetime], datetime]
"""(the day it is due, a moment) -> when who promised is reminded next, later than the moment."""


class Promised(Value):
    """What is promised; without a day nobody is reminded."""

    words: str
    due_on: date | None = None


class Promise(Promised):
    """With what became of it."""

    id: int
    visit_id: int
    first_due_on: date | None
    """As it was promised at first."""
    promised_by: int
    promiser: str
    state: str
    reason: str
    settled_at: datetime | None


class Owed(Value):
    """A promise as who promised sees it."""

    promise: Promise
    organisation_id: int
    organisation: str
    held_on: date
    is_deleted: bool


async def make(  # noqa: PLR0913, PLR0917 - what, where, by whom, when
    connection: AsyncConnection,
    visit_id: int,
    made: Promised,
    person_id: int,
    now: datetime,
    reminds: Reminds,
) -> int:
    """Keeps a promise within another transaction, and plans its reminder."""
    values = made.model_dump(include=set(Promised.model_fields))
    values |= {"first_due_on": made.due_on, "promised_by": person_id, "promised_at": now}
    kept = insert(table).values(visit_id=visit_id, **values).returning(table.c.id)
    promise_id: int = (await connection.execute(kept)).scalar_one()
    if made.due_on is not None:
        await jobs.schedule(connection, REMIND, promise_id, reminds(made.due_on, now))
    return promise_id


@transaction
async def settle(  # noqa: PLR0913, PLR0917 - what became of it, by whom, when
    connection: AsyncConnection,
    promise_id: int,
    state: str,
    person_id: int,
    now: datetime,
    reason: str = "",
) -> bool:
    """It was kept, was not, or was none; False: that was so before, or there is none."""
    values = {"state": state, "reason": reason, "settled_by": person_id, "settled_at": now}
    differs = (table.c.state != state) | (table.c.reason != reason)
    return await _change(connection, promise_id, differs, values, None)


@transaction
async def reopen(
    connection: AsyncConnection, promise_id: int, now: datetime, reminds: Reminds
) -> bool:
    """What became of it is taken back; False: it was open."""
    values = {"state": OPEN, "reason": "", "settled_by": None, "settled_at": None}
    return await _change(connection, promise_id, table.c.state != OPEN, values, (now, reminds))


@transaction
async def put_off(
    connection: AsyncConnection,
    promise_id: int,
    due_on: date | None,
    now: datetime,
    reminds: Reminds,
) -> bool:
    """Another day, or none; False: it is open no more, or there is none."""
    first = func.coalesce(table.c.first_due_on, due_on, type_=table.c.due_on.type)
    values = {"due_on": due_on, "first_due_on": first}
    return await _change(connection, promise_id, table.c.state == OPEN, values, (now, reminds))


@transaction
async def remind(
    connection: AsyncConnection, promise_id: int, now: datetime, next_at: datetime
) -> None:
    """Reminds who promised, or all staff when they cannot be, and plans the next time."""
    owed = await _owed(connection, table.c.id == promise_id)
    if owed is None or owed.is_deleted or owed.promise.state != OPEN or not owed.promise.due_on:
        return
    for person_id in await people.staff_to_tell(connection, owed.promise.promised_by):
        await deliveries.owe(connection, REMIND, promise_id, person_id, now)
    await jobs.schedule(connection, REMIND, promise_id, next_at)


@transaction
async def wait(connection: AsyncConnection, promise_id: int, until: datetime) -> None:
    """The reminder comes when people may be disturbed again."""
    await jobs.schedule(connection, REMIND, promise_id, until)


@query
async def one(connection: AsyncConnection, promise_id: int) -> Owed | None:
    """The promise with this id."""
    return await _owed(connection, table.c.id == promise_id)


async def of_visits(connection: AsyncConnection, ids: Select[Any]) -> tuple[Promise, ...]:
    """The promises of these visits, in the order in which they were made."""
    which = _named().where(table.c.visit_id.in_(ids)).order_by(table.c.id)
    return Promise.each(await connection.execute(which))


async def call_off(connection: AsyncConnection, visit_id: int) -> None:
    """Nobody is reminded of a visit's promises any more, within another transaction."""
    for promise_id in await _ids(connection, visit_id):
        await jobs.cancel(connection, REMIND, promise_id)
    await show_all(connection, visit_id)


async def plan_all(
    connection: AsyncConnection, visit_id: int, now: datetime, reminds: Reminds
) -> None:
    """Reminders of what is open, within another transaction."""
    for promise_id in await _ids(connection, visit_id):
        await _plan(connection, promise_id, now, reminds)
    await show_all(connection, visit_id)


async def show_all(connection: AsyncConnection, visit_id: int) -> None:
    """Reminders that were sent say how it stands."""
    for promise_id in await _ids(connection, visit_id):
        await deliveries.owe_edit(connection, REMIND, promise_id)


async def _change(
    connection: AsyncConnection,
    promise_id: int,
    condition: ColumnElement[bool],
    values: dict[str, Any],
    plan: tuple[datetime, Reminds] | None,
) -> bool:
    changed = update(table).where(table.c.id == promise_id, condition).values(values)
    found = (await connection.execute(changed.returning(table.c.visit_id))).scalar_one_or_none()
    if found is None:
        return False
    await jobs.cancel(connection, REMIND, promise_id)
    if plan is not None:
        await _plan(connection, promise_id, *plan)
    await deliveries.owe_edit(connection, REMIND, promise_id)
    await deliveries.owe_edit(connection, CARD, found)
    return True


async def _plan(
    connection: AsyncConnection, promise_id: int, now: datetime, reminds: Reminds
) -> None:
    waits = and_(table.c.id == promise_id, table.c.state == OPEN, table.c.due_on.is_not(None))
    due_on = (await connection.execute(select(table.c.due_on).where(waits))).scalar_one_or_none()
    if due_on is not None:
        await jobs.schedule(connection, REMIND, promise_id, reminds(due_on, now))


async def _ids(connection: AsyncConnection, visit_id: int) -> tuple[int, ...]:
    found = select(table.c.id).where(table.c.visit_id == visit_id)
    return tuple((await connection.execute(found)).scalars())


def _named() -> Select[Any]:
    return select(table, persons.c.name.label("promiser")).join(
        persons, persons.c.id == table.c.promised_by
    )


async def _owed(connection: AsyncConnection, which: ColumnElement[bool]) -> Owed | None:
    named = (
        _named()
        .add_columns(
            visits.c.organisation_id,
            visits.c.held_on,
            visits.c.deleted_at.is_not(None).label("is_deleted"),
            organisations.c.short_name.label("organisation"),
        )
        .join(visits, visits.c.id == table.c.visit_id)
        .join(organisations, organisations.c.id == visits.c.organisation_id)
    )
    row = (await connection.execute(named.where(which))).one_or_none()
    if row is None:
        return None
    return Owed(
        promise=Promise.model_validate(row),
        organisation_id=row.organisation_id,
        organisation=row.organisation,
        held_on=row.held_on,
        is_deleted=row.is_deleted,
    )
