"""What is urgent is repeated until it is answered; then staff hear whom to call."""

from datetime import datetime, timedelta

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import boards, calls, deliveries, jobs, people
from storage.database import transaction
from storage.notices import OPEN, UNHEARD, URGENT, Notice, one
from storage.reminders import COPY, MENTION, REMINDER, remind_missing
from storage.tables import deliveries as owed, notices, reminders as beside

URGE = "notices.urge"
"""The job; its subject is the notice. What is urgent is repeated until it is answered."""
ROUNDS = (timedelta(minutes=15), timedelta(minutes=30), timedelta(minutes=30))
"""How long an urgent notice waits before each repetition; after the last staff are told."""


async def plan(connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    """Has what is urgent repeated to those who have not answered, in the transaction that sends."""
    if notice.weight == URGENT:
        await jobs.schedule(connection, URGE, notice.id, due_at + ROUNDS[0])


async def call_off(connection: AsyncConnection, notice_id: int) -> None:
    """Nothing is repeated, within another transaction."""
    await jobs.cancel(connection, URGE, notice_id)


@transaction
async def urge(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """Repeats an urgent notice to those who are missing; after the last time staff are told."""
    board = await boards.found(connection, notices.c.id == notice_id)
    if board is None or board.notice.state != OPEN or not board.missing:
        return
    done = board.notice.urged
    if done < len(ROUNDS):
        await remind_missing(connection, board.uncalled, now, None)
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
    made = select(beside.c.id).where(beside.c.notice_id == notice_id)
    shows = and_(owed.c.kind.in_((COPY, REMINDER, MENTION)), owed.c.subject_id.in_(made))
    await deliveries.owe_edits(connection, shows)
    notice = await one(connection, notices.c.id == notice_id)
    if notice is not None:
        await calls.renew(connection, notice)
