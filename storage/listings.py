"""Many notices at a time: all that were sent, those that take answers, what somebody owes."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.notices import OPEN, URGENT, Notice, has_left, selected
from storage.tables import answers, asked, liaisons, notices as table, organisations
from storage.values import Value


class Title(Value):
    """A notice in a list that says only what it is."""

    id: int
    number: int
    text: str
    created_at: datetime
    decided_at: datetime | None


class Listing(Value):
    """A page of the sent notices: `number` of `count`, from 1."""

    notices: tuple[Notice, ...]
    number: int
    count: int


@query
async def listed(connection: AsyncConnection, number: int, size: int) -> Listing:
    """The sent notices, newest first: the page with this number, or the nearest that there is."""
    sent = and_(table.c.number.is_not(None), has_left)
    total = (await connection.execute(select(func.count()).where(sent))).scalar_one()
    count = max(1, -(-total // size))
    number = min(max(number, 1), count)
    newest = selected().where(sent).order_by(table.c.number.desc())
    rows = await connection.execute(newest.limit(size).offset((number - 1) * size))
    return Listing(notices=Notice.each(rows), number=number, count=count)


@query
async def titles(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Title, ...]:
    """Those of the notices that were sent and have left."""
    sent = and_(table.c.id.in_(ids), table.c.number.is_not(None), has_left)
    return Title.each(await connection.execute(select(table).where(sent)))


@query
async def open_ones(connection: AsyncConnection, most: int) -> tuple[Notice, ...]:
    """The notices that take answers, at most so many; what presses most comes first.

    What lacks answers before what has all, urgent before others, then the nearest deadline.
    """
    every = selected().where(table.c.state == OPEN, has_left).subquery().c
    order = (
        case((every.answered < every.asked, 0), else_=1),
        case((every.weight == URGENT, 0), else_=1),
        every.deadline.asc().nulls_last(),
        every.number.desc(),
    )
    found = await connection.execute(select(*every).order_by(*order).limit(most))
    return Notice.each(found)


@query
async def owed_by(
    connection: AsyncConnection, person_id: int, most: int
) -> tuple[tuple[Notice, tuple[str, ...]], ...]:
    """Open notices that the person's organisations have not answered, and which ones they are.

    Urgent ones and the nearest deadline first, at most so many.
    """
    answered = exists().where(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    lacking = (
        select(asked.c.notice_id, organisations.c.short_name)
        .join(table, table.c.id == asked.c.notice_id)
        .join(organisations, organisations.c.id == asked.c.organisation_id)
        .join(liaisons, liaisons.c.organisation_id == asked.c.organisation_id)
        .where(table.c.state == OPEN, has_left, liaisons.c.person_id == person_id, ~answered)
        .order_by(organisations.c.position)
    )
    names: dict[int, list[str]] = {}
    for notice_id, name in await connection.execute(lacking):
        names.setdefault(notice_id, []).append(name)
    owed = selected().where(table.c.id.in_(names))
    urgent = case((table.c.weight == URGENT, 0), else_=1)
    order = urgent, table.c.deadline.asc().nulls_last(), table.c.number.desc()
    found = Notice.each(await connection.execute(owed.order_by(*order).limit(most)))
    return tuple((notice, tuple(names[notice.id])) for notice in found)
