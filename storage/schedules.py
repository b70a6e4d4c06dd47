"""Notices that go out by themselves: once at a moment, or again and again.

A pattern is a notice in state `scheduled`; each occurrence is a notice of its own, copied from it.
Rules: `once`, `weekly:3` (Thursdays), `monthly:31` (or the month's last day), `month-end` (its last
working day). `next_at` is the moment by the rule; days off and quiet hours may move it.
"""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Update, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, destinations, jobs, patterns, revisions, sendings
from storage.database import query, transaction
from storage.notices import DRAFT, ENDED, PREVIEW, SCHEDULED, Notice, every, one
from storage.patterns import Schedule
from storage.sendings import Decision
from storage.tables import notices, schedules as table

OCCUR = "notices.occur"
"""The job; its subject is the pattern."""


class Plan(NamedTuple):
    """When a notice goes out: its rule, the time of day, and the first moment by them."""

    rule: str
    time_of_day: str
    next_at: datetime


@transaction
async def keep(  # noqa: PLR0913 - what, when, by whom, and what is shown then
    connection: AsyncConnection, notice_id: int, plan: Plan, by: int, now: datetime, *, panel: str
) -> Notice | None:
    """When a draft is to go out, and what it shows now; None: it is no draft any more."""
    notice = await revisions.draft_of(connection, notice_id)
    if notice is not None:
        facts = plan._asdict() | {"set_by": by, "set_at": now}
        made = upsert(table).values(notice_id=notice_id, **facts)
        kept = made.on_conflict_do_update(index_elements=["notice_id"], set_=facts)
        await connection.execute(kept)
        await revisions.change(connection, notice, {"panel": panel})
    return notice


@transaction
async def answer_within(
    connection: AsyncConnection, notice_id: int, minutes: int | None, panel: str
) -> Notice | None:
    """How long each occurrence takes answers; None: it is no draft any more."""
    notice = await revisions.draft_of(connection, notice_id)
    if notice is not None:
        await connection.execute(_of(notice_id).values(answer_within=minutes))
        await revisions.change(connection, notice, {"panel": panel, "deadline": None})
    return notice


@transaction
async def offer(connection: AsyncConnection, notice_id: int, panel: str) -> Notice | None:
    """Shows moments to choose from on a draft; None: it is no draft any more."""
    notice = await revisions.draft_of(connection, notice_id)
    if notice is not None:
        await revisions.change(connection, notice, {"panel": panel})
    return notice


@transaction
async def drop(connection: AsyncConnection, notice_id: int) -> Notice | None:
    """A draft goes out when it is sent; None: it is no draft any more."""
    notice = await revisions.draft_of(connection, notice_id)
    if notice is not None:
        await connection.execute(delete(table).where(table.c.notice_id == notice_id))
        await revisions.change(connection, notice, {"panel": ""})
    return notice


@transaction
async def begin(  # noqa: PLR0913, PLR0917 - what, where, when, by whom
    connection: AsyncConnection,
    notice_id: int,
    chat_id: int | None,
    next_at: datetime,
    within: int | None,
    person_id: int,
    now: datetime,
) -> Decision:
    """A draft that has a schedule becomes a pattern, for the places where it would be sent."""
    notice = await revisions.draft_of(connection, notice_id)
    schedule = await patterns.schedule_of(connection, notice_id)
    places = await sendings.goes_to(connection, notice, chat_id) if notice else ()
    joined = [place.chat_id for place in places if place.is_joined]
    if notice is None or schedule is None or not (joined or (notice.goes_private and not chat_id)):
        return await sendings.decided(connection, notice_id, is_made=False)
    values: dict[str, Any] = {"state": SCHEDULED, "chat_id": joined[0] if joined else None}
    values |= {"panel": "", "deadline": None, "decided_by": person_id, "decided_at": now}
    await revisions.change(connection, notice, values)
    plan = {"next_at": next_at, "answer_within": within, "is_paused": False}
    await connection.execute(_of(notice_id).values(plan | {"set_by": person_id, "set_at": now}))
    await jobs.schedule(connection, OCCUR, notice_id, next_at)
    return await sendings.decided(connection, notice_id, is_made=True)


@query
async def of(connection: AsyncConnection, notice_id: int) -> tuple[Schedule, Notice] | None:
    """A pattern, or a draft that has a schedule."""
    schedule = await patterns.schedule_of(connection, notice_id)
    notice = await one(connection, notices.c.id == notice_id)
    return (schedule, notice) if schedule and notice else None


@query
async def listed(connection: AsyncConnection) -> tuple[tuple[Schedule, Notice], ...]:
    """All patterns, the next to go out first."""
    running = notices.c.state == SCHEDULED
    found = select(table).join(notices, notices.c.id == table.c.notice_id).where(running)
    order = table.c.is_paused, table.c.next_at.asc().nulls_last(), table.c.notice_id
    schedules = Schedule.each(await connection.execute(found.order_by(*order)))
    by_id = {notice.id: notice for notice in await every(connection, running)}
    return tuple((schedule, by_id[schedule.notice_id]) for schedule in schedules)


@transaction
async def skip(
    connection: AsyncConnection, notice_id: int, shown: datetime, next_at: datetime | None
) -> bool:
    """The one that is shown does not go out; False: it is not the next any more."""
    is_next = and_(_runs(notice_id), table.c.next_at == shown)
    changed = update(table).where(is_next).values(next_at=next_at)
    is_made = (await connection.execute(changed)).rowcount == 1
    if is_made:
        await plan_anew(connection, notice_id, next_at)
    return is_made


@transaction
async def pause(connection: AsyncConnection, notice_id: int) -> bool:
    """Nothing goes out until it goes on; False: it is paused already, or is no pattern."""
    running = update(table).where(_runs(notice_id), ~table.c.is_paused).values(is_paused=True)
    is_made = (await connection.execute(running)).rowcount == 1
    if is_made:
        await plan_anew(connection, notice_id, None)
    return is_made


@transaction
async def go_on(connection: AsyncConnection, notice_id: int, next_at: datetime) -> bool:
    """Goes on from this moment; False: it was not paused."""
    paused = update(table).where(_runs(notice_id), table.c.is_paused)
    values = {"is_paused": False, "next_at": next_at}
    is_made = (await connection.execute(paused.values(values))).rowcount == 1
    if is_made:
        await plan_anew(connection, notice_id, next_at)
    return is_made


@transaction
async def stop(connection: AsyncConnection, notice_id: int, person_id: int, now: datetime) -> bool:
    """Nothing goes out any more; False: it was stopped before."""
    values = {"state": ENDED, "closed_by": person_id, "closed_at": now}
    is_made = await leave(connection, notice_id, values)
    if is_made:
        await plan_anew(connection, notice_id, None)
    return is_made


@transaction
async def change(
    connection: AsyncConnection, notice_id: int, preview_to: int | None, now: datetime
) -> bool:
    """It is a draft again, previewed to a chat; False: it is no pattern any more."""
    values: dict[str, Any] = {"state": DRAFT, "decided_by": None, "decided_at": None}
    values["chat_id"] = destinations.composed_in(notice_id)
    is_made = await leave(connection, notice_id, values)
    if is_made:
        await plan_anew(connection, notice_id, None)
    if is_made and preview_to is not None:
        await deliveries.owe(connection, PREVIEW, notice_id, preview_to, now)
    return is_made


async def leave(connection: AsyncConnection, notice_id: int, values: dict[str, Any]) -> bool:
    """It is a pattern no more, within another transaction that ends its job; False: it was none."""
    pattern = and_(notices.c.id == notice_id, notices.c.state == SCHEDULED)
    left = await connection.execute(update(notices).where(pattern).values(values))
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return left.rowcount == 1


async def plan_anew(connection: AsyncConnection, notice_id: int, next_at: datetime | None) -> None:
    """Its job is due then, and no other, within another transaction."""
    await jobs.cancel(connection, OCCUR, notice_id)
    if next_at is not None:
        await jobs.schedule(connection, OCCUR, notice_id, next_at)
    await deliveries.owe_edit(connection, PREVIEW, notice_id)


def _of(notice_id: int) -> Update:
    return update(table).where(table.c.notice_id == notice_id)


def _runs(notice_id: int) -> ColumnElement[bool]:
    running = select(notices.c.id).where(notices.c.state == SCHEDULED)
    return and_(table.c.notice_id == notice_id, table.c.notice_id.in_(running))
