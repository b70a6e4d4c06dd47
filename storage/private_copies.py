"""A notice's copies in private chats, kept beside the reminders: given, taken back, shown."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import arrivals, attachments, boards, broadcasts, deliveries, votes
from storage.attachments import COPIED
from storage.boards import Standing
from storage.broadcasts import STOPPED
from storage.database import query, touch
from storage.notices import NORMAL, Notice, one as notice_that
from storage.reminders import COPY
from storage.tables import (
    broadcasts as sendings,
    deliveries as owed,
    notices,
    people,
    reminders as table,
)
from storage.values import Value
from storage.votes import Answer


class Copy(Value):
    """A notice as one person gets it."""

    id: int
    person_id: int
    notice: Notice
    own: tuple[Standing, ...]
    """Those asked for which the person answers."""
    answer: Answer | None
    """The person's own, to what asks everybody."""
    is_called_off: bool
    """True: it has not arrived, and staff stopped the sending."""


async def give(connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    """Owes copies of what is private or important, within the transaction that sends it.

    To liaisons of those asked; of what asks everybody, to each person to whom the bot can write.
    A thousand are a few statements, so others do not wait for their writes.
    """
    if not notice.goes_private and notice.weight == NORMAL:
        return
    count = await _keep(connection, notice, due_at)
    if not count:
        return
    for kind in await attachments.kinds(connection, notice.id):
        await _owe(connection, COPIED[kind], literal(notice.id), notice.id, due_at)
    await _owe(connection, COPY, table.c.id, notice.id, due_at)
    await broadcasts.begin(connection, notice, count, due_at)


async def take_back(connection: AsyncConnection, notice_id: int) -> None:
    """The notice is a draft again: nobody is told, within the transaction that undoes it."""
    await connection.execute(delete(owed).where(arrivals.brings(notice_id)))
    await connection.execute(delete(table).where(table.c.notice_id == notice_id))
    await broadcasts.forget(connection, notice_id)


async def settle(connection: AsyncConnection, notice_id: int, person_id: int) -> None:
    """Somebody answered for oneself: the copy shows it, in that transaction."""
    made = select(table.c.id).where(_of(notice_id), table.c.person_id == person_id)
    shows = and_(owed.c.kind == COPY, owed.c.subject_id.in_(made))
    await deliveries.owe_edits(connection, shows)


@query
async def notice_of(connection: AsyncConnection, copy_id: int) -> int | None:
    """The id of the notice that a copy shows, or that a message beside the copies reminds of."""
    found = select(table.c.notice_id).where(table.c.id == copy_id)
    return (await connection.execute(found)).scalar_one_or_none()


@query
async def one(connection: AsyncConnection, copy_id: int) -> Copy | None:
    """What a copy shows; only of its own reader, so that thousands are quickly made."""
    of_it = and_(sendings.c.notice_id == table.c.notice_id, sendings.c.state == STOPPED)
    stopped = select(sendings.c.notice_id).where(of_it).exists()
    shows = and_(owed.c.kind == COPY, owed.c.subject_id == table.c.id)
    arrived = select(owed.c.id).where(shows, owed.c.message_id.is_not(None)).exists()
    is_called_off = and_(stopped, ~arrived).label("is_called_off")
    found = select(table, is_called_off).where(table.c.id == copy_id)
    row = (await connection.execute(found)).one_or_none()
    notice = await notice_that(connection, notices.c.id == row.notice_id) if row else None
    if row is None or notice is None:
        return None
    reader = notice.id, row.person_id
    return Copy(
        id=copy_id,
        person_id=row.person_id,
        notice=notice,
        own=() if notice.asks_people else await boards.own(connection, *reader),
        answer=await votes.own(connection, *reader) if notice.asks_people else None,
        is_called_off=row.is_called_off,
    )


def _of(notice_id: int) -> ColumnElement[bool]:
    return and_(table.c.notice_id == notice_id, table.c.is_copy)


async def _keep(connection: AsyncConnection, notice: Notice, due_at: datetime) -> int:
    """A row for each who gets one; returns how many they are."""
    columns = ["notice_id", "person_id", "reminded_at", "is_copy"]
    if notice.asks_people:
        moment, is_copy = literal(due_at, table.c.reminded_at.type), literal(1)
        everybody = select(literal(notice.id), people.c.id, moment, is_copy)
        everybody = everybody.where(people.c.is_reachable).order_by(people.c.id)
        kept = await connection.execute(insert(table).from_select(columns, everybody))
        return kept.rowcount
    board = await boards.found(connection, notices.c.id == notice.id)
    called = board.to_call() if board else ()
    if called:
        facts = {"notice_id": notice.id, "reminded_at": due_at, "is_copy": True}
        await connection.execute(insert(table), [facts | {"person_id": one} for one in called])
    return len(called)


async def _owe(
    connection: AsyncConnection,
    kind: str,
    subject: ColumnElement[int],
    notice_id: int,
    due_at: datetime,
) -> None:
    """One to each who gets a copy."""
    columns = ["kind", "subject_id", "chat_id", "due_at"]
    moment = literal(due_at, owed.c.due_at.type)
    each = select(literal(kind), subject, table.c.person_id, moment).where(_of(notice_id))
    touch(connection, deliveries.TOPIC)
    await connection.execute(insert(owed).from_select(columns, each.order_by(table.c.id)))
