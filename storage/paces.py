"""When organisations first answered, and what went before: for how fast notices are answered.

First answers are from the record, so that a later change does not make anybody slower.
"""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.notices import RECALLED, URGENT, has_left
from storage.organisations import Organisation
from storage.people import Liaison
from storage.tables import (
    asked,
    calls,
    changes,
    liaisons,
    notices,
    organisations,
    people,
    reminders,
)
from storage.values import Value

MOST = 50
"""So many notices are looked at, the newest."""


class Sent(Value):
    """A notice that asked organisations."""

    id: int
    number: int
    text: str
    sent_at: datetime
    is_urgent: bool


class Case(Value):
    """One organisation asked by one notice; None: it has not answered, or nobody did that before.

    Reminders and calls count that came before its first answer.
    """

    notice_id: int
    organisation_id: int
    answered_at: datetime | None
    reminded_at: datetime | None
    called_at: datetime | None


class Member(Value):
    """An organisation with those who answer for it."""

    organisation: Organisation
    liaisons: tuple[Liaison, ...]

    @property
    def is_reached(self) -> bool:
        """True: the bot can write to one of them."""
        return any(one.is_reachable for one in self.liaisons)


class Record(Value):
    """Notices, newest first; organisations in the register's order; every case of these."""

    notices: tuple[Sent, ...]
    members: tuple[Member, ...]
    cases: tuple[Case, ...]


@query
async def since(connection: AsyncConnection, moment: datetime) -> Record:
    """The newest notices that were sent since then, without those that were recalled."""
    is_recent = and_(notices.c.decided_at >= moment, notices.c.state != RECALLED)
    asks = exists().where(asked.c.notice_id == notices.c.id)
    which = select(notices).where(notices.c.number.is_not(None), has_left, is_recent, asks)
    rows = (await connection.execute(which.order_by(notices.c.number.desc()).limit(MOST))).all()
    sent = tuple(
        Sent(
            id=row.id,
            number=row.number,
            text=row.text,
            sent_at=row.decided_at,
            is_urgent=row.weight == URGENT,
        )
        for row in rows
    )
    members = await _members(connection)
    cases = await _cases(connection, [one.id for one in sent], members)
    return Record(notices=sent, members=members, cases=cases)


@query
async def first_answers(connection: AsyncConnection, notice_id: int) -> tuple[datetime, ...]:
    """When each asked organisation answered a notice first, the earliest first."""
    found = await _first(connection, [notice_id])
    return tuple(sorted(found.values()))


async def _members(connection: AsyncConnection) -> tuple[Member, ...]:
    rows = await connection.execute(
        select(people, liaisons.c.organisation_id, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == people.c.id)
        .order_by(liaisons.c.is_deputy, liaisons.c.since)
    )
    served: dict[int, list[Liaison]] = defaultdict(list)
    for row in rows:
        served[row.organisation_id].append(Liaison.model_validate(row))
    order = organisations.c.position, organisations.c.id
    is_member = organisations.c.retired_at.is_(None)
    every = Organisation.each(
        await connection.execute(select(organisations).where(is_member).order_by(*order))
    )
    return tuple(Member(organisation=one, liaisons=tuple(served[one.id])) for one in every)


async def _cases(
    connection: AsyncConnection, ids: list[int], members: tuple[Member, ...]
) -> tuple[Case, ...]:
    first, called = await _first(connection, ids), await _called(connection, ids)
    heard = await _heard(connection, ids, members)
    pairs = select(asked).where(asked.c.notice_id.in_(ids)).order_by(asked.c.notice_id.desc())
    cases = []
    for notice_id, organisation_id in (await connection.execute(pairs)).all():
        pair = notice_id, organisation_id
        until, rung = first.get(pair), called.get(pair)
        reminded = (*heard.get((notice_id, None), ()), *heard.get(pair, ()))
        case = Case.model_construct(  # there are tens of thousands, straight from typed columns
            notice_id=notice_id,
            organisation_id=organisation_id,
            answered_at=until,
            reminded_at=min((at for at in reminded if until is None or at < until), default=None),
            called_at=rung if rung and (until is None or rung <= until) else None,
        )
        cases.append(case)
    return tuple(cases)


async def _first(connection: AsyncConnection, ids: list[int]) -> dict[tuple[int, int], datetime]:
    table = changes.c
    found = (
        select(table.notice_id, table.organisation_id)
        .add_columns(func.min(table.changed_at, type_=table.changed_at.type).label("at"))
        .where(table.notice_id.in_(ids), table.organisation_id.is_not(None), table.answer != "")
        .group_by(table.notice_id, table.organisation_id)
    )
    rows = (await connection.execute(found)).all()
    return {(notice_id, whose): at for notice_id, whose, at in rows}


async def _heard(
    connection: AsyncConnection, ids: list[int], members: tuple[Member, ...]
) -> dict[tuple[int, int | None], list[datetime]]:
    """Reminders by notice and organisation; copies are no reminders. None: the group was told."""
    served: dict[int | None, list[int | None]] = defaultdict(list, {None: [None]})
    for member in members:
        for who in member.liaisons:
            served[who.id].append(member.organisation.id)
    table = reminders.c
    found = select(table.notice_id, table.reminded_at, table.person_id)
    found = found.where(table.notice_id.in_(ids), ~table.is_copy)
    heard: dict[tuple[int, int | None], list[datetime]] = defaultdict(list)
    for notice_id, at, person_id in (await connection.execute(found)).all():
        for organisation_id in served.get(person_id, ()):
            heard[notice_id, organisation_id].append(at)
    return heard


async def _called(connection: AsyncConnection, ids: list[int]) -> dict[tuple[int, int], datetime]:
    table = calls.c
    found = (
        select(table.notice_id, table.organisation_id)
        .add_columns(func.min(table.taken_at, type_=table.taken_at.type).label("at"))
        .where(table.notice_id.in_(ids))
        .group_by(table.notice_id, table.organisation_id)
    )
    rows = await connection.execute(found)
    return {(row.notice_id, row.organisation_id): row.at for row in rows}
