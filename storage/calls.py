"""Staff call those who have not answered; what reminds by itself leaves these in peace.

A call is open until it is given back, or its organisation has said anything: what was taken back
later is reminded again like all that is missing.
"""

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.notices import CALLS, OPEN, UNHEARD, URGENT, Notice, Terms, one as notice_that
from storage.tables import (
    answers,
    asked,
    calls as table,
    changes,
    deliveries as owed,
    notices,
    people,
)
from storage.values import Value


class Call(Value):
    """Somebody of the staff calls an organisation about a notice."""

    id: int
    notice_id: int
    organisation_id: int
    person_id: int
    taken_at: datetime


class Taken(Value):
    """What taking the calling came to."""

    notice: Notice
    count: int = 0
    """Organisations that the person calls now, and nobody did before."""
    others: int = 0
    """Missing organisations that somebody calls already."""


@transaction
async def take(
    connection: AsyncConnection,
    notice_id: int,
    person_id: int,
    now: datetime,
    organisation_id: int | None = None,
) -> Taken | None:
    """The person calls all who are missing, or this one; None for one that takes no answers.

    Owes the person the list in private, or an edit of it.
    """
    notice = await notice_that(connection, notices.c.id == notice_id)
    if notice is None or notice.state != OPEN:
        return None
    missing = await _missing(connection, notice_id, organisation_id)
    called = await callers(connection, notice_id)
    free = [one for one in missing if one not in called]
    if free:
        facts = {"notice_id": notice_id, "person_id": person_id, "taken_at": now}
        rows = [facts | {"organisation_id": one} for one in free]
        await connection.execute(insert(table), rows)
        await _list(connection, notice, person_id, now)
    return Taken(notice=notice, count=len(free), others=len(missing) - len(free))


@transaction
async def give_back(
    connection: AsyncConnection,
    notice_id: int,
    person_id: int,
    now: datetime,
    organisation_id: int | None = None,
) -> int:
    """The person calls nobody about the notice any more, or not this one; returns how many."""
    mine = and_(table.c.notice_id == notice_id, table.c.person_id == person_id, _is_open())
    if organisation_id is not None:
        mine = and_(mine, table.c.organisation_id == organisation_id)
    given = await connection.execute(update(table).where(mine).values(given_back_at=now))
    notice = await notice_that(connection, notices.c.id == notice_id)
    if given.rowcount and notice is not None:
        await renew(connection, notice)
    return given.rowcount


@query
async def one(connection: AsyncConnection, call_id: int) -> Call | None:
    """The call with this id, given back or not."""
    return await found(connection, call_id)


@query
async def of(connection: AsyncConnection, notice_id: int, person_id: int) -> tuple[Call, ...]:
    """Whom the person calls about the notice, or called until they said something."""
    mine = and_(table.c.notice_id == notice_id, table.c.person_id == person_id)
    kept = select(table).where(mine, table.c.given_back_at.is_(None)).order_by(table.c.id)
    calls = Call.each(await connection.execute(kept))
    return tuple({call.organisation_id: call for call in calls}.values())


async def found(connection: AsyncConnection, call_id: int) -> Call | None:
    """The call with this id, within another query or transaction."""
    rows = await connection.execute(select(table).where(table.c.id == call_id))
    return Call.of(rows.one_or_none())


async def callers(connection: AsyncConnection, notice_id: int) -> dict[int, str]:
    """Who calls, by name, for each organisation that is being called; within another query."""
    calling = (
        select(table.c.organisation_id, people.c.name)
        .join(people, people.c.id == table.c.person_id)
        .where(table.c.notice_id == notice_id, _is_open())
    )
    return {row.organisation_id: row.name for row in await connection.execute(calling)}


async def renew(connection: AsyncConnection, notice: Terms) -> None:
    """What staff read in private of who is missing shows how it is now."""
    if notice.weight == URGENT:
        await deliveries.owe_edit(connection, UNHEARD, notice.id)
    for first in (await connection.execute(_lists(), {"whose": notice.id})).scalars().all():
        await deliveries.owe_edit(connection, CALLS, first)


@cache
def _lists() -> Select[int]:
    """Made once: every answer asks for it."""
    lists = select(func.min(table.c.id)).where(table.c.notice_id == bindparam("whose"))
    return lists.group_by(table.c.person_id)


async def _list(connection: AsyncConnection, notice: Notice, person_id: int, now: datetime) -> None:
    """The list is known by the person's first call about the notice."""
    mine = and_(table.c.notice_id == notice.id, table.c.person_id == person_id)
    first = (await connection.execute(select(func.min(table.c.id)).where(mine))).scalar_one()
    shows = and_(owed.c.kind == CALLS, owed.c.subject_id == first)
    alive = owed.c.state.in_(("pending", "sending", "sent"))
    if (await connection.execute(select(owed.c.id).where(shows, alive))).first() is None:
        await deliveries.owe(connection, CALLS, first, person_id, now)
    await renew(connection, notice)


async def _missing(
    connection: AsyncConnection, notice_id: int, organisation_id: int | None
) -> list[int]:
    answered = exists().where(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    missing = select(asked.c.organisation_id).where(asked.c.notice_id == notice_id, ~answered)
    if organisation_id is not None:
        missing = missing.where(asked.c.organisation_id == organisation_id)
    return list((await connection.execute(missing)).scalars())


def _is_open() -> ColumnElement[bool]:
    has_spoken = exists().where(
        changes.c.notice_id == table.c.notice_id,
        changes.c.organisation_id == table.c.organisation_id,
        changes.c.changed_at > table.c.taken_at,
    )
    return and_(table.c.given_back_at.is_(None), ~has_spoken)
