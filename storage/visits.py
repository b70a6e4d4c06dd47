"""Visits of the street office to organisations: when, who went, what was heard.

One is a row from its first word; what is still to be asked of who writes it is its `step`.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, promises
from storage.database import query, transaction
from storage.promises import CARD, Promise, Promised, Reminds
from storage.tables import organisations, people, visitors, visits as table
from storage.values import Value

DATE, HEARD, PROMISE, DONE = "date", "heard", "promise", ""
STEPS = (DATE, HEARD, PROMISE, DONE)
"""What is asked one after the other of who records a visit by buttons."""
QUESTIONS = {DATE: "visits.ask_date", HEARD: "visits.ask_heard", PROMISE: "visits.ask_promise"}
"""The deliveries that ask for a reply; their subject is the visit."""
ASKED_AT_ONCE = (HEARD, PROMISE)
"""Steps that nothing but words answers."""


class Writer(NamedTuple):
    """Who writes, in which chat, when, and how reminders are planned then."""

    person_id: int
    chat_id: int
    now: datetime
    reminds: Reminds


class Told(Value):
    """What is known of a visit when it is recorded."""

    organisation_id: int
    held_on: date
    heard: str = ""
    visitors: tuple[int, ...] = ()
    promises: tuple[Promised, ...] = ()


class Visitor(Value):
    """Somebody of staff who went there."""

    id: int
    name: str


class Visit(Value):
    """A visit, whole."""

    id: int
    organisation_id: int
    organisation: str
    """The short name."""
    held_on: date
    heard: str
    step: str
    recorded_by: int
    recorded_at: datetime
    deleted_at: datetime | None = None
    visitors: tuple[Visitor, ...] = ()
    promises: tuple[Promise, ...] = ()


@transaction
async def record(connection: AsyncConnection, told: Told, writer: Writer, step: str = DONE) -> int:
    """Keeps a visit and owes its card; gives its id.

    Who begins one at the same organisation again, before it was written to its end, gets that one.
    """
    person_id, chat_id, now, reminds = writer
    begun = and_(
        table.c.organisation_id == told.organisation_id,
        *(table.c.recorded_by == person_id, table.c.step != DONE, table.c.deleted_at.is_(None)),
    )
    found = select(table.c.id).where(begun).order_by(table.c.id.desc()).limit(1)
    visit_id = (await connection.execute(found)).scalar_one_or_none() if step else None
    if visit_id is None:
        values = told.model_dump(include={"organisation_id", "held_on", "heard"})
        values |= {"recorded_by": person_id, "recorded_at": now, "step": step}
        made = insert(table).values(values).returning(table.c.id)
        visit_id = (await connection.execute(made)).scalar_one()
        await _went(connection, visit_id, {person_id, *told.visitors})
        for one in told.promises:
            await promises.make(connection, visit_id, one, person_id, now, reminds)
    await deliveries.owe(connection, CARD, visit_id, chat_id, now)
    return int(visit_id)


@transaction
async def show(connection: AsyncConnection, visit_id: int, chat_id: int, now: datetime) -> bool:
    """Owes the card of a visit; False: there is none."""
    there = select(table.c.id).where(table.c.id == visit_id)
    if (await connection.execute(there)).first() is None:
        return False
    await deliveries.owe(connection, CARD, visit_id, chat_id, now)
    return True


@transaction
async def revise(
    connection: AsyncConnection,
    visit_id: int,
    values: dict[str, Any],
    writer: Writer,
    made: Sequence[Promised] = (),
) -> tuple[int, ...] | None:
    """Changes columns of a visit, adds promises, and asks what its new step asks.

    Gives the new promises' ids; None: the visit is there no more.
    """
    person_id, chat_id, now, reminds = writer
    there = and_(table.c.id == visit_id, table.c.deleted_at.is_(None))
    changed = update(table).where(there).values({"id": table.c.id} | values)
    if (await connection.execute(changed)).rowcount == 0:
        return None
    added = [
        await promises.make(connection, visit_id, one, person_id, now, reminds) for one in made
    ]
    if values.get("step") in ASKED_AT_ONCE:
        await deliveries.owe(connection, QUESTIONS[values["step"]], visit_id, chat_id, now)
    await deliveries.owe_edit(connection, CARD, visit_id)
    await promises.show_all(connection, visit_id)
    return tuple(added)


@transaction
async def ask(
    connection: AsyncConnection, kind: str, subject_id: int, chat_id: int, now: datetime
) -> None:
    """Owes a question that is answered by a reply; its kind says what it is about."""
    await deliveries.owe(connection, kind, subject_id, chat_id, now)


@transaction
async def went(
    connection: AsyncConnection, visit_id: int, person_id: int, *, is_there: bool
) -> None:
    """Somebody was there, or was not; the last one stays."""
    if is_there:
        await _went(connection, visit_id, (person_id,))
    else:
        this = and_(visitors.c.visit_id == visit_id, visitors.c.person_id == person_id)
        others = select(visitors.c.person_id).where(
            visitors.c.visit_id == visit_id, visitors.c.person_id != person_id
        )
        await connection.execute(delete(visitors).where(this, others.exists()))
    await deliveries.owe_edit(connection, CARD, visit_id)


@transaction
async def remove(connection: AsyncConnection, visit_id: int, person_id: int, now: datetime) -> bool:
    """It counts nowhere, and nobody is reminded; False: that was so before."""
    there = and_(table.c.id == visit_id, table.c.deleted_at.is_(None))
    gone = update(table).where(there).values(deleted_by=person_id, deleted_at=now)
    is_made = (await connection.execute(gone)).rowcount == 1
    if is_made:
        await promises.call_off(connection, visit_id)
        await deliveries.owe_edit(connection, CARD, visit_id)
    return is_made


@transaction
async def restore(
    connection: AsyncConnection, visit_id: int, now: datetime, reminds: Reminds
) -> bool:
    """It is there again, with its promises; False: it was not deleted."""
    gone = and_(table.c.id == visit_id, table.c.deleted_at.is_not(None))
    back = update(table).where(gone).values(deleted_by=None, deleted_at=None)
    is_made = (await connection.execute(back)).rowcount == 1
    if is_made:
        await promises.plan_all(connection, visit_id, now, reminds)
        await deliveries.owe_edit(connection, CARD, visit_id)
    return is_made


@query
async def one(connection: AsyncConnection, visit_id: int) -> Visit | None:
    """The visit with this id, also one that was deleted."""
    found = await whole(connection, named().where(table.c.id == visit_id))
    return found[0] if found else None


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Visit, ...]:
    """Those of the visits that are there."""
    which = and_(table.c.id.in_(ids), table.c.deleted_at.is_(None))
    return await whole(connection, named().where(which))


async def whole(connection: AsyncConnection, which: Select[Any]) -> tuple[Visit, ...]:
    """The visits that a statement names, each with who went and what was promised."""
    rows = (await connection.execute(which)).all()
    ids = which.with_only_columns(table.c.id)
    went_there = (
        select(visitors.c.visit_id, people.c.id, people.c.name)
        .join(people, people.c.id == visitors.c.person_id)
        .where(visitors.c.visit_id.in_(ids))
        .order_by(visitors.c.visit_id, people.c.name, people.c.id)
    )
    who: dict[int, list[Visitor]] = {}
    for row in await connection.execute(went_there):
        who.setdefault(row.visit_id, []).append(Visitor(id=row.id, name=row.name))
    said: dict[int, list[Promise]] = {}
    for one_promise in await promises.of_visits(connection, ids):
        said.setdefault(one_promise.visit_id, []).append(one_promise)
    return tuple(
        Visit.model_validate(row).model_copy(
            update={
                "visitors": tuple(who.get(row.id, ())),
                "promises": tuple(said.get(row.id, ())),
            }
        )
        for row in rows
    )


def named() -> Select[Any]:
    """All visits, deleted ones too, with what their organisation is called; for `whole`."""
    return select(table, organisations.c.short_name.label("organisation")).join(
        organisations, organisations.c.id == table.c.organisation_id
    )


async def _went(connection: AsyncConnection, visit_id: int, ids: Collection[int]) -> None:
    rows = [{"visit_id": visit_id, "person_id": one} for one in ids]
    await connection.execute(insert_new(visitors).values(rows).on_conflict_do_nothing())
