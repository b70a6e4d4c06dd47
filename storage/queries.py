"""Questions of staff about a report, and what its people answered: words, photos, or a correction.

One that has no answer yet is met by any of them.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, people, photos
from storage.database import query, transaction
from storage.photos import RECEIPT, Sent
from storage.tables import (
    activities,
    deliveries as owed,
    liaisons,
    people as persons,
    queries as table,
)
from storage.values import Value

QUERY, ANSWER = "activities.query", "activities.answer"
"""The deliveries: to who reported it, and to the one of staff who asked."""
ASKED, ANSWERED, APPROVED = "asked", "answered", "approved"
"""States of an activity; what is neither was `reported`, and nobody looked it over yet."""

_answerer = persons.alias("answerer")


class Query(Value):
    """A question; `answered_at` is None as long as nothing answers it."""

    id: int
    activity_id: int
    words: str
    asked_by: int
    asker: str
    asked_at: datetime
    answer: str
    """Empty when photos or a correction are the answer."""
    answered_by: int | None
    answerer: str | None
    answered_at: datetime | None


@query
async def one(connection: AsyncConnection, query_id: int) -> Query | None:
    """The question with this id."""
    found = await _found(connection, table.c.id == query_id)
    return found[0] if found else None


@query
async def of(connection: AsyncConnection, activity_id: int) -> tuple[Query, ...]:
    """All that was asked about an activity, the latest first."""
    return await _found(connection, table.c.activity_id == activity_id)


async def ask(
    connection: AsyncConnection, activity_id: int, words: str, person_id: int, now: datetime
) -> int:
    """Keeps a question within another transaction, and owes it to who reported it.

    In private when that can be, else in the chat of the report, below the report itself; what was
    reported in private goes to who else answers for the organisation, or staff hear that nobody can
    be reached.
    """
    values = {"activity_id": activity_id, "words": words, "asked_by": person_id, "asked_at": now}
    made = insert(table).values(values).returning(table.c.id)
    query_id: int = (await connection.execute(made)).scalar_one()
    reported = await _reported(connection, activity_id)
    if reported.is_reachable:
        await deliveries.owe(connection, QUERY, query_id, reported.reporter_id, now)
    else:
        await _owe_below(connection, query_id, now)
    return query_id


@transaction
async def unreached(connection: AsyncConnection, query_id: int, now: datetime) -> None:
    """Who was asked cannot be written to any more: others are, unless they were before."""
    shown = and_(owed.c.kind == QUERY, owed.c.subject_id == query_id)
    asked = await connection.execute(select(owed.c.id).where(shown))
    if len(asked.all()) == 1:
        await _owe_below(connection, query_id, now)


@transaction
async def answer(
    connection: AsyncConnection, query_id: int, words: str, person_id: int, now: datetime
) -> None:
    """Words of the report's people; more words are added to them, and staff see all of it."""
    before = (
        await connection.execute(select(table.c.answer).where(table.c.id == query_id))
    ).scalar_one()
    told = f"{before}\n{words}" if before else words
    await _meet(connection, table.c.id == query_id, person_id, now, answer=told)


@transaction
async def show(connection: AsyncConnection, query_id: int, sent: Sent, now: datetime) -> None:
    """A photo is the answer: it joins the activity."""
    this = table.c.id == query_id
    found = select(table.c.activity_id).where(this)
    activity_id: int = (await connection.execute(found)).scalar_one()
    await photos.attach(connection, sent, activity_id, now)
    await _meet(connection, and_(this, table.c.answered_at.is_(None)), sent.person_id, now)


async def met_by_change(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> None:
    """The record was changed, within another transaction: that answers what is open.

    What others than staff change, staff look over again.
    """
    is_staff = select(persons.c.is_staff).where(persons.c.id == person_id)
    if (await connection.execute(is_staff)).scalar_one_or_none():
        return
    looked_over = and_(activities.c.id == activity_id, activities.c.state == APPROVED)
    await connection.execute(update(activities).where(looked_over).values(state=ANSWERED))
    is_open = and_(table.c.activity_id == activity_id, table.c.answered_at.is_(None))
    await _meet(connection, is_open, person_id, now)


async def _meet(
    connection: AsyncConnection,
    which: ColumnElement[bool],
    person_id: int,
    now: datetime,
    **values: str,
) -> None:
    met = update(table).where(which).values(answered_by=person_id, answered_at=now, **values)
    rows = await connection.execute(met.returning(table.c.id, table.c.activity_id))
    for query_id, activity_id in rows.all():
        asked = and_(activities.c.id == activity_id, activities.c.state == ASKED)
        await connection.execute(update(activities).where(asked).values(state=ANSWERED))
        await _tell(connection, query_id, now)
        await deliveries.owe_edit(connection, QUERY, query_id)
        await deliveries.owe_edit(connection, RECEIPT, activity_id)


async def _tell(connection: AsyncConnection, query_id: int, now: datetime) -> None:
    """One message to the one who asked; it is edited when more is said."""
    told = and_(owed.c.kind == ANSWER, owed.c.subject_id == query_id)
    if (await connection.execute(select(owed.c.id).where(told).limit(1))).first() is not None:
        await deliveries.owe_edit(connection, ANSWER, query_id)
        return
    asked_by = select(table.c.asked_by).where(table.c.id == query_id)
    asker = (await connection.execute(asked_by)).scalar_one()
    for one_of_staff in await people.staff_to_tell(connection, asker):
        await deliveries.owe(connection, ANSWER, query_id, one_of_staff, now)


async def _owe_below(connection: AsyncConnection, query_id: int, now: datetime) -> None:
    found = select(table.c.activity_id).where(table.c.id == query_id)
    activity_id = (await connection.execute(found)).scalar_one()
    reported = await _reported(connection, activity_id)
    if reported.chat_id < 0:  # Bot API: groups have negative ids
        chat_id, below = reported.chat_id, reported.message_id
        await deliveries.owe(connection, QUERY, query_id, chat_id, now, reply_to=below)
        return
    others = await _colleagues(connection, activity_id, reported.reporter_id)
    for person_id in others:
        await deliveries.owe(connection, QUERY, query_id, person_id, now)
    if not others:
        await _tell(connection, query_id, now)


async def _colleagues(
    connection: AsyncConnection, activity_id: int, reporter_id: int
) -> tuple[int, ...]:
    """Who else answers for its organisation, can be written to, and is not the reporter."""
    whose = select(activities.c.organisation_id).where(activities.c.id == activity_id)
    reached = (
        select(persons.c.id)
        .join(liaisons, liaisons.c.person_id == persons.c.id)
        .where(liaisons.c.organisation_id == whose.scalar_subquery(), persons.c.is_reachable)
        .where(persons.c.id != reporter_id)
        .order_by(persons.c.id)
    )
    return tuple((await connection.execute(reached)).scalars())


class _Reported(Value):
    reporter_id: int
    chat_id: int
    message_id: int
    is_reachable: bool


async def _reported(connection: AsyncConnection, activity_id: int) -> _Reported:
    columns = activities.c.reporter_id, activities.c.chat_id, activities.c.message_id
    found = (
        select(*columns, persons.c.is_reachable)
        .join(persons, persons.c.id == activities.c.reporter_id)
        .where(activities.c.id == activity_id)
    )
    return _Reported.model_validate((await connection.execute(found)).one())


async def _found(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[Query, ...]:
    found = (
        select(table, persons.c.name.label("asker"), _answerer.c.name.label("answerer"))
        .join(persons, persons.c.id == table.c.asked_by)
        .outerjoin(_answerer, _answerer.c.id == table.c.answered_by)
        .where(which)
        .order_by(table.c.id.desc())
    )
    return Query.each(await connection.execute(found))
