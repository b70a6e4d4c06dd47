"""What was announced changes, or is called off: who signed up and who waits is told, once."""

import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import announcements, deliveries, occasions, signups
from storage.announcements import ANNOUNCED, PATTERN, Announcement
from storage.database import transaction
from storage.matches import ASK
from storage.occasions import Occasion
from storage.signups import CHANGED, OFF
from storage.tables import announcements as table

SETTLING = timedelta(minutes=1)
"""Who changes the day often changes the hour as well: it is told as one."""
TOLD = ("held_on", "starts", "ends", "place")
"""Columns of which who signed up has to know."""


@transaction
async def change(
    connection: AsyncConnection,
    number: int,
    values: dict[str, Any],
    now: datetime,
    on: Occasion | None = None,
) -> Announcement | None:
    """Changes one announcement, and what is planned for its new day.

    None: it is not to be changed any more.
    """
    found = await announcements.found_one(connection, number)
    if found is None or not _stands(found):
        return None
    await alter(connection, found, values, now)
    if on is not None:
        await occasions.plan(connection, number, on, now)
    return await announcements.found_one(connection, number)


@transaction
async def change_all(
    connection: AsyncConnection, number: int, values: dict[str, Any], today: date, now: datetime
) -> bool:
    """Changes a pattern, and what it announced for the days to come.

    What one of those days has of its own stays; False: it is no pattern, or was called off.
    """
    pattern = await announcements.found_one(connection, number)
    if pattern is None or pattern.state != PATTERN or pattern.called_off_at is not None:
        return False
    await alter(connection, pattern, values, now)
    for one in await _ahead(connection, number, today):
        same = {name: new for name, new in values.items() if one_is_as(one, pattern, name)}
        await alter(connection, one, same, now, by_hand=False)
    return True


@transaction
async def call_off(connection: AsyncConnection, number: int, today: date, now: datetime) -> bool:
    """It does not take place, and is not asked about; False: that was so before."""
    found = await announcements.found_one(connection, number)
    if found is None or not _stands(found):
        return False
    await drop(connection, found, today, now)
    return True


@transaction
async def call_off_all(
    connection: AsyncConnection, number: int, today: date, now: datetime
) -> bool:
    """A pattern ends: nothing of it takes place from today on; False: that was so before."""
    runs = and_(
        *(table.c.id == number, table.c.state == PATTERN, table.c.called_off_at.is_(None)),
    )
    values = {"called_off_at": now, "changed_at": now, "sequence": table.c.sequence + 1}
    if (await connection.execute(update(table).where(runs).values(values))).rowcount == 0:
        return False
    for one in await _ahead(connection, number, today):
        await drop(connection, one, today, now)
    await announcements.show(connection, number)
    return True


async def alter(
    connection: AsyncConnection,
    found: Announcement,
    values: dict[str, Any],
    now: datetime,
    *,
    by_hand: bool = True,
) -> None:
    """Writes what differs and tells of it, within another transaction."""
    new = {name: value for name, value in values.items() if getattr(found, name) != value}
    if not new:
        return
    facts = {name: str(getattr(found, name)) for name in TOLD}
    new |= {"sequence": found.sequence + 1}
    new |= {"changed_at": now} if by_hand else {}
    is_told = bool(new.keys() & set(TOLD))
    if is_told and not found.was:
        new["was"] = json.dumps(facts, ensure_ascii=False)
    await connection.execute(update(table).where(table.c.id == found.id).values(new))
    if is_told:
        await signups.tell(connection, CHANGED, (found.id,), now + SETTLING)
    if "places" in new:
        await signups.make_room(connection, found.id, now)
    await announcements.show(connection, found.id)


async def drop(
    connection: AsyncConnection, found: Announcement, today: date, now: datetime
) -> None:
    """One is called off, within another transaction; nobody is told of one that is over."""
    values = {"called_off_at": now, "changed_at": now, "sequence": found.sequence + 1}
    await connection.execute(update(table).where(table.c.id == found.id).values(values))
    await occasions.call_off(connection, found.id)
    if found.held_on >= today:
        await signups.tell(connection, OFF, (found.id,), now)
    await announcements.show(connection, found.id)
    await deliveries.owe_edit(connection, ASK, found.id)


def one_is_as(one: Announcement, pattern: Announcement, name: str) -> bool:
    """True where an announcement has what its pattern has."""
    return bool(getattr(one, name) == getattr(pattern, name))


async def _ahead(connection: AsyncConnection, number: int, today: date) -> tuple[Announcement, ...]:
    mine = and_(table.c.pattern_id == number, table.c.held_on >= today, announcements.is_on)
    unreported = and_(mine, table.c.activity_id.is_(None))
    return Announcement.each(await connection.execute(announcements.named().where(unreported)))


def _stands(found: Announcement) -> bool:
    is_open = found.called_off_at is None and found.activity_id is None
    return found.state == ANNOUNCED and is_open
