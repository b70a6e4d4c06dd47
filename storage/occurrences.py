"""Occurrences of a pattern: each a notice of its own, sent once; or missed, and who set it told.

An occurrence is created at the moment for which it was promised, and decided when it goes out.
"""

from datetime import datetime, timedelta

from sqlalchemy import and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, patterns, people, schedules, sendings
from storage.database import transaction
from storage.deadlines import Reminds, as_set
from storage.notices import ENDED, OPEN, PREVIEW, SCHEDULED, one
from storage.patterns import Schedule
from storage.schedules import OCCUR
from storage.tables import notices, schedules as table

OCCURRED, MISSED = "notices.occurred", "notices.missed"
"""The deliveries that tell who set it: one went out (their subject is the occurrence), or came too
late to be sent (the pattern)."""
AGAIN = timedelta(minutes=1)
"""Who sends one within so long of another meant the same."""


@transaction
async def wait(connection: AsyncConnection, notice_id: int, until: datetime) -> None:
    """The occurrence that is due would disturb: it comes then."""
    await jobs.schedule(connection, OCCUR, notice_id, until)


@transaction
async def miss(
    connection: AsyncConnection,
    notice_id: int,
    missed_at: datetime,
    next_at: datetime | None,
    now: datetime,
) -> None:
    """An occurrence came too late to be sent: who set it is told, and the next is planned."""
    await connection.execute(
        update(table).where(table.c.notice_id == notice_id).values(missed_at=missed_at)
    )
    schedule = await _go_to(connection, notice_id, next_at, now)
    for person_id in await people.staff_to_tell(connection, schedule.set_by):
        await deliveries.owe(connection, MISSED, notice_id, person_id, now)


@transaction
async def occur(  # noqa: PLR0913, PLR0917 - what, when, and what follows from it
    connection: AsyncConnection,
    notice_id: int,
    promised: datetime,
    deadline: datetime | None,
    next_at: datetime | None,
    now: datetime,
    reminds: Reminds = as_set,
) -> int | None:
    """One goes out, a notice of its own, and the next is planned; None: it is no pattern any more.

    It was promised for that moment.
    """
    made = await _send_one(connection, notice_id, promised, deadline, now, reminds)
    if made is None:
        return None
    schedule = await _go_to(connection, notice_id, next_at, now)
    for person_id in await people.staff_to_tell(connection, schedule.set_by):
        await deliveries.owe(connection, OCCURRED, made, person_id, now)
    return made


@transaction
async def send_one(
    connection: AsyncConnection,
    notice_id: int,
    deadline: datetime | None,
    now: datetime,
    reminds: Reminds = as_set,
) -> int | None:
    """One goes out now, besides the others; None: one has just gone out, or it is no pattern."""
    latest = select(func.max(notices.c.decided_at, type_=notices.c.decided_at.type))
    latest = latest.where(notices.c.pattern_id == notice_id)
    before = (await connection.execute(latest)).scalar_one()
    if before is not None and now - AGAIN < before < now + AGAIN:
        return None
    return await _send_one(connection, notice_id, now, deadline, now, reminds)


async def _send_one(  # noqa: PLR0913, PLR0917 - the same
    connection: AsyncConnection,
    notice_id: int,
    promised: datetime,
    deadline: datetime | None,
    now: datetime,
    reminds: Reminds,
) -> int | None:
    pattern = await one(connection, and_(notices.c.id == notice_id, notices.c.state == SCHEDULED))
    if pattern is None:
        return None
    values = {"state": OPEN, "number": sendings.next_number(), "pattern_id": notice_id}
    values |= {"author_id": pattern.author_id, "chat_id": pattern.chat_id, "deadline": deadline}
    values |= {"created_at": promised, "decided_by": pattern.decided_by, "decided_at": now}
    made = await patterns.copied(connection, notice_id, values)
    await sendings.open_up(connection, made, now, reminds)
    return made


async def _go_to(
    connection: AsyncConnection, notice_id: int, next_at: datetime | None, now: datetime
) -> Schedule:
    """The next occurrence is planned; after the last one the pattern has ended."""
    changed = update(table).where(table.c.notice_id == notice_id).values(next_at=next_at)
    await connection.execute(changed)
    if next_at is None:
        await schedules.leave(connection, notice_id, {"state": ENDED, "closed_at": now})
    else:
        await jobs.schedule(connection, OCCUR, notice_id, next_at)
        await deliveries.owe_edit(connection, PREVIEW, notice_id)
    schedule = await patterns.schedule_of(connection, notice_id)
    assert schedule is not None  # noqa: S101 - its job was due
    return schedule
