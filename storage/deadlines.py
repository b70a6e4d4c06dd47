"""What happens by itself before a notice's deadline and at it: reminders, and the closing."""

from datetime import datetime, timedelta

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, people, weights
from storage.database import transaction
from storage.notices import A_SECOND, CARD, CLOSED, OPEN, Notice, one
from storage.tables import notices as table
from storage.values import Value

APPROACH, CLOSE = "notices.approach", "notices.close"
"""The jobs; their subject is the notice."""
SUMMARY = "notices.summary"
"""The delivery that tells staff how a closed notice was answered."""
EARLIEST = timedelta(minutes=10)
"""Who was asked a moment ago is not reminded yet."""


class Change(Value):
    """What closing or reopening came to; `notice` is as it stands after it, None if unknown."""

    notice: Notice | None
    is_made: bool


async def plan(connection: AsyncConnection, notice: Notice, now: datetime) -> None:
    """Has an open notice's missing reminded and the notice closed, within another transaction.

    What was planned for an earlier deadline is called off.
    """
    await call_off(connection, notice.id)
    if notice.deadline is None:
        return
    for lead in notice.leads:
        if notice.deadline - lead >= now + EARLIEST:
            await jobs.schedule(connection, APPROACH, notice.id, notice.deadline - lead)
    await jobs.schedule(connection, CLOSE, notice.id, notice.deadline + A_SECOND)


async def call_off(connection: AsyncConnection, notice_id: int) -> None:
    """Nothing happens by itself any more, within another transaction."""
    for kind in (APPROACH, CLOSE):
        await jobs.cancel(connection, kind, notice_id)


@transaction
async def close(
    connection: AsyncConnection, notice_id: int, person_id: int | None, now: datetime
) -> Change:
    """No answers any more; staff who wrote and who sent it are owed the summary.

    By a person before its time, or (None) by itself at the deadline.
    """
    is_open = and_(table.c.id == notice_id, table.c.state == OPEN)
    closed = update(table).where(is_open)
    closed = closed.values(state=CLOSED, closed_by=person_id, closed_at=now)
    is_made = (await connection.execute(closed)).rowcount == 1
    notice = await one(connection, table.c.id == notice_id)
    if is_made and notice is not None:
        if person_id is not None:  # the job of the deadline completes itself
            await call_off(connection, notice_id)
        await deliveries.owe_edit(connection, CARD, notice_id)
        await weights.renew_copies(connection, notice_id)
        await _tell(connection, notice, now)
    return Change(notice=notice, is_made=is_made)


@transaction
async def reopen(connection: AsyncConnection, notice_id: int) -> Change:
    """Takes answers again; a deadline that has passed is no deadline any more."""
    is_closed = and_(table.c.id == notice_id, table.c.state == CLOSED)
    opened = update(table).where(is_closed)
    opened = opened.values(state=OPEN, closed_by=None, closed_at=None, deadline=None)
    is_made = (await connection.execute(opened)).rowcount == 1
    if is_made:
        await deliveries.owe_edit(connection, CARD, notice_id)
        await deliveries.owe_edit(connection, SUMMARY, notice_id)
        await weights.renew_copies(connection, notice_id)
    return Change(notice=await one(connection, table.c.id == notice_id), is_made=is_made)


async def _tell(connection: AsyncConnection, notice: Notice, now: datetime) -> None:
    """The summary to its author and its sender, or, when neither can be reached, to all staff."""
    wanted = notice.author_id, notice.decided_by
    for person_id in await people.staff_to_tell(connection, *wanted):
        await deliveries.owe(connection, SUMMARY, notice.id, person_id, now)
