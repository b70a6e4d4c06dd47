"""What happens by itself before a notice's deadline and at it: reminders, and the closing."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, people, turns, weights
from storage.database import transaction
from storage.notices import A_SECOND, CARD, CLOSED, GONE, OPEN, Notice, one
from storage.tables import notices as table
from storage.values import Value

APPROACH, CLOSE = "notices.approach", "notices.close"
"""The jobs; their subject is the notice."""
SUMMARY = "notices.summary"
"""The delivery that tells staff how a closed notice was answered."""
EARLIEST = timedelta(minutes=10)
"""Who was asked a moment ago is not reminded yet."""
Reminds = Callable[[Notice, datetime], Iterable[datetime]]
"""When who is missing is reminded of a notice that goes out at a moment."""


class Change(Value):
    """What closing or reopening came to; `notice` is as it stands after it, None if unknown."""

    notice: Notice | None
    is_made: bool


def as_set(notice: Notice, sent_at: datetime) -> tuple[datetime, ...]:
    """At any hour, as long before the deadline as the notice says."""
    deadline = notice.deadline
    moments = (deadline - lead for lead in notice.leads) if deadline else ()
    return tuple(one for one in moments if one >= sent_at + EARLIEST)


async def plan(
    connection: AsyncConnection, notice: Notice, sent_at: datetime, reminds: Reminds = as_set
) -> None:
    """Has an open notice's missing reminded and the notice closed, within another transaction.

    What was planned for an earlier deadline is called off.
    """
    await call_off(connection, notice.id)
    if notice.deadline is None:
        return
    for moment in reminds(notice, sent_at):
        await jobs.schedule(connection, APPROACH, notice.id, moment)
    await jobs.schedule(connection, CLOSE, notice.id, notice.deadline + A_SECOND)


async def call_off(connection: AsyncConnection, notice_id: int) -> None:
    """Nothing happens by itself any more, within another transaction."""
    for kind in (APPROACH, CLOSE):
        await jobs.cancel(connection, kind, notice_id)


@transaction
async def move(  # noqa: PLR0913, PLR0917 - until when, what follows, and by whom
    connection: AsyncConnection,
    notice_id: int,
    deadline: datetime | None,
    now: datetime,
    reminds: Reminds = as_set,
    by: int | None = None,
) -> Change:
    """Another deadline for an open notice, or none; what it shows and what is planned follow."""
    change = await _plan_anew(connection, notice_id, {"deadline": deadline}, now, reminds)
    if change.is_made:
        await turns.take(connection, notice_id, turns.MOVED, by, now, until=deadline)
    return change


@transaction
async def remind_before(
    connection: AsyncConnection,
    notice_id: int,
    changed: Callable[[str], str],
    now: datetime,
    reminds: Reminds = as_set,
) -> Change:
    """Other reminders before the deadline of an open notice."""
    notice = await one(connection, table.c.id == notice_id)
    if notice is None:
        return Change(notice=None, is_made=False)
    values = {"remind_before": changed(notice.remind_before)}
    return await _plan_anew(connection, notice_id, values, now, reminds)


@transaction
async def close(
    connection: AsyncConnection,
    notice_id: int,
    person_id: int | None,
    now: datetime,
    told_at: datetime | None = None,
) -> Change:
    """No answers any more; staff who wrote and who sent it are owed the summary.

    By a person before its time, or (None) by itself at the deadline; then staff may be told later.
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
        await turns.take(connection, notice_id, turns.CLOSED, person_id, now)
        await _tell(connection, notice, told_at or now)
    return Change(notice=notice, is_made=is_made)


@transaction
async def reopen(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Change:
    """Takes answers again; a deadline that has passed is no deadline any more."""
    is_closed = and_(table.c.id == notice_id, table.c.state == CLOSED)
    opened = update(table).where(is_closed)
    opened = opened.values(state=OPEN, closed_by=None, closed_at=None, deadline=None)
    is_made = (await connection.execute(opened)).rowcount == 1
    if is_made:
        await deliveries.owe_edit(connection, CARD, notice_id)
        await deliveries.owe_edit(connection, SUMMARY, notice_id)
        await turns.take(connection, notice_id, turns.REOPENED, person_id, now)
        await weights.renew_copies(connection, notice_id)
    return Change(notice=await one(connection, table.c.id == notice_id), is_made=is_made)


async def _plan_anew(
    connection: AsyncConnection,
    notice_id: int,
    values: dict[str, Any],
    now: datetime,
    reminds: Reminds,
) -> Change:
    """Changes an open notice, and plans what depends on it."""
    is_open = and_(table.c.id == notice_id, table.c.state == OPEN)
    changed = update(table).where(is_open).values(values)
    is_made = (await connection.execute(changed)).rowcount == 1
    notice = await one(connection, table.c.id == notice_id)
    if is_made and notice is not None:
        leaves_at = await jobs.waiting_for(connection, GONE, notice_id) if notice.is_held else None
        await plan(connection, notice, leaves_at or now, reminds)
        await deliveries.owe_edit(connection, CARD, notice_id)
        await weights.renew_copies(connection, notice_id)
    return Change(notice=notice, is_made=is_made)


async def _tell(connection: AsyncConnection, notice: Notice, now: datetime) -> None:
    """The summary to its author and its sender, or, when neither can be reached, to all staff."""
    wanted = notice.author_id, notice.decided_by
    for person_id in await people.staff_to_tell(connection, *wanted):
        await deliveries.owe(connection, SUMMARY, notice.id, person_id, now)
