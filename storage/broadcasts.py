"""A notice on its way to many private chats, and staff who steer that.

States: `running`, `paused` (what has not left waits for staff), `stopped` (it never will), `done`.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import arrivals, deliveries, jobs, people
from storage.database import touch, transaction
from storage.notices import Notice
from storage.tables import broadcasts as table, deliveries as owed

PROGRESS = "notices.progress"
"""The delivery that tells who sent a notice how far it got; its subject is the notice."""
REPORT = "notices.report"
"""The job that brings it up to date; its subject is the notice."""
RUNNING, PAUSED, STOPPED, DONE = "running", "paused", "stopped", "done"
LOOK = timedelta(seconds=5)
"""How often the progress is told. Bot API: edits count as messages."""
MANY = 30
"""With fewer copies nobody waits for a progress: all have left within two seconds."""


async def begin(connection: AsyncConnection, notice: Notice, count: int, due_at: datetime) -> None:
    """So many copies are owed, within the transaction that owes them."""
    await connection.execute(insert(table).values(notice_id=notice.id, state=RUNNING))
    await jobs.schedule(connection, REPORT, notice.id, due_at + LOOK)
    if count >= MANY:
        await _tell(connection, notice, due_at)


async def hurry(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """It begins now and not later, within the transaction that decides so."""
    await deliveries.postpone(connection, PROGRESS, notice_id, now)
    if await jobs.cancel(connection, REPORT, notice_id):
        await jobs.schedule(connection, REPORT, notice_id, now + LOOK)


async def forget(connection: AsyncConnection, notice_id: int) -> None:
    """The notice is a draft again, within the transaction that undoes it."""
    told = and_(owed.c.kind == PROGRESS, owed.c.subject_id == notice_id)
    await connection.execute(delete(owed).where(told))
    await connection.execute(delete(table).where(table.c.notice_id == notice_id))
    await jobs.cancel(connection, REPORT, notice_id)


@transaction
async def pause(connection: AsyncConnection, notice_id: int) -> bool:
    """What has not left waits for staff; False: it is not running."""
    is_made = await _turn(connection, notice_id, PAUSED, RUNNING)
    if is_made:
        await _shift(connection, notice_id, "pending", {"state": "paused"})
        await jobs.cancel(connection, REPORT, notice_id)
    return is_made


@transaction
async def go_on(connection: AsyncConnection, notice_id: int, now: datetime) -> bool:
    """What waited for staff is due; False: it is not paused."""
    is_made = await _turn(connection, notice_id, RUNNING, PAUSED)
    if is_made:
        await _shift(connection, notice_id, "paused", {"state": "pending", "due_at": now})
        await jobs.schedule(connection, REPORT, notice_id, now + LOOK)
    return is_made


@transaction
async def stop(connection: AsyncConnection, notice_id: int) -> bool:
    """What has not left never will; False: there was nothing to stop."""
    is_made = await _turn(connection, notice_id, STOPPED, RUNNING, PAUSED)
    if is_made:
        await _drop(connection, notice_id)
    return is_made


async def recall(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """What has not left never will, within the transaction that recalls the notice.

    How far it is withdrawn is told until all of it is.
    """
    if await _turn(connection, notice_id, STOPPED, RUNNING, PAUSED, DONE):
        await _drop(connection, notice_id)
        await jobs.schedule(connection, REPORT, notice_id, now + LOOK)


@transaction
async def report(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """Tells how far it got, and looks again as long as something changes by itself.

    Of few copies only what went wrong is told, at the end.
    """
    broadcast = await arrivals.found(connection, notice_id)
    if broadcast is None or broadcast.state == PAUSED:
        return
    if not broadcast.is_over:
        waits = and_(arrivals.brings(notice_id), owed.c.state == "pending")
        first = select(func.min(owed.c.due_at, type_=owed.c.due_at.type)).where(waits)
        due_at: datetime | None = (await connection.execute(first)).scalar_one()
        await jobs.schedule(connection, REPORT, notice_id, max(now + LOOK, due_at or now))
    else:
        await _turn(connection, notice_id, DONE, RUNNING)
        if broadcast.total < MANY and broadcast.went_wrong:
            await _tell(connection, broadcast.notice, now)
    await deliveries.owe_edit(connection, PROGRESS, notice_id)


async def _turn(connection: AsyncConnection, notice_id: int, to: str, *states: str) -> bool:
    """From one of these states to another; False: it was in none of them."""
    turned = update(table).where(table.c.notice_id == notice_id, table.c.state.in_(states))
    is_made = (await connection.execute(turned.values(state=to))).rowcount == 1
    if is_made:
        await deliveries.owe_edit(connection, PROGRESS, notice_id)
    return is_made


async def _shift(
    connection: AsyncConnection, notice_id: int, state: str, values: dict[str, Any]
) -> None:
    touch(connection, deliveries.TOPIC)
    waiting = update(owed).where(arrivals.brings(notice_id), owed.c.state == state)
    await connection.execute(waiting.values(values))


async def _drop(connection: AsyncConnection, notice_id: int) -> None:
    for state in ("pending", "paused"):
        await _shift(connection, notice_id, state, {"state": "dropped", "fault": None})
    await jobs.cancel(connection, REPORT, notice_id)


async def _tell(connection: AsyncConnection, notice: Notice, due_at: datetime) -> None:
    """Once, to who sent it; if the bot cannot write to that person, to its colleagues."""
    for person_id in await people.staff_to_tell(connection, notice.decided_by):
        await deliveries.owe(connection, PROGRESS, notice.id, person_id, due_at)
