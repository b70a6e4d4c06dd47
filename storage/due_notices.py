"""The deadlines of notices, as the calendar shows them: to those whom a notice is about."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.audiences import EVERYBODY
from storage.database import query
from storage.notices import OPEN, has_left
from storage.tables import asked, destinations, notices as table
from storage.values import Value


class DueNotice(Value):
    """A notice that takes answers until then."""

    id: int
    number: int
    text: str
    deadline: datetime


class Reader(NamedTuple):
    """Who looks, and where."""

    is_staff: bool = False
    organisations: Collection[int] = ()
    """Those that the person answers for."""
    group: int | None = None
    """A group's chat: everybody in it looks, whoever asked."""


@query
async def due_between(
    connection: AsyncConnection, first: datetime, until: datetime, reader: Reader, most: int
) -> tuple[DueNotice, ...]:
    """The open notices due from one moment until before another, the nearest first.

    Staff see all, liaisons what asks theirs or everybody, members what asks everybody; a group
    sees what was sent to it.
    """
    due = and_(table.c.deadline >= first, table.c.deadline < until)
    is_open = and_(table.c.state == OPEN, has_left, table.c.number.is_not(None))
    rows = (
        select(table.c.id, table.c.number, table.c.text, table.c.deadline)
        .where(due, is_open, _concerns(reader))
        .order_by(table.c.deadline, table.c.id)
        .limit(most)
    )
    return DueNotice.each(await connection.execute(rows))


def _concerns(reader: Reader) -> ColumnElement[bool]:
    if reader.group is not None:
        here = select(destinations.c.notice_id).where(destinations.c.chat_id == reader.group)
        return table.c.id.in_(here)
    if reader.is_staff:
        return true()
    theirs = select(asked.c.notice_id).where(asked.c.organisation_id.in_(reader.organisations))
    return or_(table.c.audience == EVERYBODY, table.c.id.in_(theirs))
