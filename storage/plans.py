"""When who is missing will be reminded of a notice: planned by staff, put off, called off."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import jobs
from storage.database import query, transaction
from storage.notices import OPEN
from storage.tables import notices
from storage.values import Value

REMIND = "notices.remind"
"""The job; its subject is the notice."""


class Plan(Value):
    """When missing organisations will be reminded."""

    due_at: datetime
    is_made: bool
    """False: it was planned before."""


@transaction
async def plan(connection: AsyncConnection, notice_id: int, due_at: datetime) -> Plan | None:
    """Has the missing reminded at the moment; None for a notice that takes no answers.

    A moment that was planned before stays as it is.
    """
    takes = select(notices.c.id).where(notices.c.id == notice_id, notices.c.state == OPEN)
    if (await connection.execute(takes)).one_or_none() is None:
        return None
    before = await jobs.waiting_for(connection, REMIND, notice_id)
    if before is None:
        await jobs.schedule(connection, REMIND, notice_id, due_at)
    return Plan(due_at=before or due_at, is_made=before is None)


@transaction
async def put_off(connection: AsyncConnection, kind: str, notice_id: int, due_at: datetime) -> None:
    """A reminder that would disturb comes then, unless the deadline is over by then."""
    later = or_(notices.c.deadline.is_(None), notices.c.deadline > due_at)
    of_use = select(notices.c.id).where(notices.c.id == notice_id, later)
    if (await connection.execute(of_use)).one_or_none() is not None:
        await jobs.schedule(connection, kind, notice_id, due_at)


@transaction
async def call_off(connection: AsyncConnection, notice_id: int) -> bool:
    """Nobody will be reminded at the planned moment; False: none was planned."""
    return await jobs.cancel(connection, REMIND, notice_id)


@query
async def planned(connection: AsyncConnection, notice_id: int) -> datetime | None:
    """When the missing will be reminded; None: it is not planned."""
    return await jobs.waiting_for(connection, REMIND, notice_id)
