"""Notices of weight: copied to each liaison in private, and repeated when they are urgent."""

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, boards, deliveries, jobs, people
from storage.database import transaction
from storage.notices import NORMAL, OPEN, URGENT, Notice
from storage.reminders import COPY, MENTION, REMINDER, keep, remind_missing
from storage.tables import deliveries as owed, notices, reminders as table

UNHEARD = "notices.unheard"
"""The delivery that tells staff who did not answer an urgent notice however often reminded."""
URGE = "notices.urge"
"""The job; its subject is the notice. What is urgent is repeated until it is answered."""
ROUNDS = (timedelta(minutes=15), timedelta(minutes=30), timedelta(minutes=30))
"""How long an urgent notice waits before each repetition; after the last staff are told."""


async def give_copies(connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    """Owes an important notice to each liaison in private, within the transaction that sends it.

    An urgent one is repeated after a while to those who have not answered.
    """
    board = await boards.found(connection, notices.c.id == notice.id)
    for person_id in board.to_call() if board and notice.weight != NORMAL else ():
        made = await keep(connection, notice.id, person_id, due_at, None, is_copy=True)
        await attachments.owe(connection, notice.id, person_id, due_at)
        await deliveries.owe(connection, COPY, made, person_id, due_at)
    if notice.weight == URGENT:
        await jobs.schedule(connection, URGE, notice.id, due_at + ROUNDS[0])


async def take_copies_back(connection: AsyncConnection, notice_id: int) -> None:
    """The notice is a draft again: nobody is told, within the transaction that undoes it."""
    made = select(table.c.id).where(table.c.notice_id == notice_id)
    shows = and_(owed.c.kind == COPY, owed.c.subject_id.in_(made))
    await connection.execute(delete(owed).where(shows))
    await connection.execute(delete(table).where(table.c.notice_id == notice_id))
    await jobs.cancel(connection, URGE, notice_id)


@transaction
async def urge(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """Repeats an urgent notice to those who are missing; after the last time staff are told."""
    board = await boards.found(connection, notices.c.id == notice_id)
    if board is None or board.notice.state != OPEN or not board.missing:
        return
    done = board.notice.urged
    if done < len(ROUNDS):
        await remind_missing(connection, board, now, None)
        counted = update(notices).where(notices.c.id == notice_id).values(urged=done + 1)
        await connection.execute(counted)
        wait = ROUNDS[min(done + 1, len(ROUNDS) - 1)]
        await jobs.schedule(connection, URGE, notice_id, now + wait)
        return
    wanted = board.notice.author_id, board.notice.decided_by
    for person_id in await people.staff_to_tell(connection, *wanted):
        await deliveries.owe(connection, UNHEARD, notice_id, person_id, now)


async def renew_copies(connection: AsyncConnection, notice_id: int) -> None:
    """What became of the notice concerns all private messages about it, in that transaction."""
    made = select(table.c.id, table.c.person_id, table.c.is_copy)
    for row in (await connection.execute(made.where(table.c.notice_id == notice_id))).all():
        kind = COPY if row.is_copy else REMINDER if row.person_id is not None else MENTION
        await deliveries.owe_edit(connection, kind, row.id)
