"""A pattern's schedule as a value, and how a notice is copied from another."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, destinations
from storage.tables import notices, schedules as table
from storage.values import Value

ONCE, WEEKLY, MONTHLY, MONTH_END = "once", "weekly", "monthly", "month-end"
"""The kinds of rules."""
COPIED = (
    *("text", "form", "options", "places", "audience", "weight", "remind_before"),
    *("goes_private",),
)
"""What a copy of a notice has from it, besides its files and destinations."""


class Schedule(Value):
    """When a pattern goes out, and who set it."""

    notice_id: int
    rule: str
    time_of_day: str
    """`09:00`, in the alliance's zone."""
    next_at: datetime | None
    """By the rule; None: no more."""
    answer_within: int | None
    """Minutes from an occurrence's moment to its deadline; None: it has none."""
    is_paused: bool
    missed_at: datetime | None
    """The moment of the last occurrence that came too late to be sent."""
    set_by: int

    @property
    def hour(self) -> time:
        return time.fromisoformat(self.time_of_day)


async def schedule_of(connection: AsyncConnection, notice_id: int) -> Schedule | None:
    """When the notice goes out by itself, within another query or transaction."""
    found = select(table).where(table.c.notice_id == notice_id)
    return Schedule.of((await connection.execute(found)).one_or_none())


async def copied(connection: AsyncConnection, notice_id: int, values: dict[str, Any]) -> int:
    """Another notice that says and asks the same, within another transaction; returns its id."""
    found = select(notices).where(notices.c.id == notice_id)
    row = (await connection.execute(found)).one()
    kept = {name: getattr(row, name) for name in COPIED}
    made = insert(notices).values(kept | values).returning(notices.c.id)
    made_id: int = (await connection.execute(made)).scalar_one()
    await attachments.copy(connection, notice_id, made_id)
    await destinations.copy(connection, notice_id, made_id)
    return made_id
