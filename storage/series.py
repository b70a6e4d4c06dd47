"""What repeats: a pattern makes an announcement for each day of its rule, a row of its own.

Which days those are, storage does not know: it gets them, with the moments that follow from them.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import and_, insert, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import announcements, deliveries, rearrangements
from storage.announcements import ANNOUNCED, CARD, DRAFT, PATTERN, Announcement
from storage.database import query, transaction
from storage.features import Place
from storage.occasions import Occasion, plan
from storage.tables import announcements as table

COPIED = (
    *("organisation_id", "title", "place", "chat_id", "announced_by", "announced_at"),
    *("starts", "ends", "about", "is_meeting", "signs_up", "places", "rule", "holidays"),
)


@transaction
async def publish(  # noqa: PLR0913, PLR0917 - what, on which days, where, and when it was said
    connection: AsyncConnection,
    number: int,
    occasions: Sequence[Occasion],
    place: Place | None,
    today: date,
    now: datetime,
) -> bool:
    """A draft is announced, once or as a pattern, and shown in a group; False: it was before."""
    found = await announcements.found_one(connection, number)
    if found is None or found.state != DRAFT:
        return False
    state = PATTERN if found.rule else ANNOUNCED
    values = {"state": state, "announced_at": now, "panel": ""}
    await connection.execute(update(table).where(table.c.id == number).values(values))
    if found.rule:
        await _fill(connection, number, occasions, today, now)
    else:
        await plan(connection, number, occasions[0], now)
    if place is not None and place.chat_id != found.chat_id:
        await deliveries.owe(connection, CARD, number, place.chat_id, now, topic_id=place.topic_id)
    await announcements.show(connection, number)
    return True


@transaction
async def go_on(
    connection: AsyncConnection,
    number: int,
    occasions: Sequence[Occasion],
    today: date,
    now: datetime,
) -> None:
    """A pattern has announcements for these days: new ones are made, others are moved or go.

    What somebody changed by hand stays as it is.
    """
    await _fill(connection, number, occasions, today, now)
    await announcements.show(connection, number)


@query
async def unplanned(connection: AsyncConnection, today: date) -> tuple[Announcement, ...]:
    """The patterns that nobody looked at today."""
    is_old = or_(table.c.planned_on.is_(None), table.c.planned_on < today)
    runs = and_(table.c.state == PATTERN, table.c.called_off_at.is_(None), is_old)
    return Announcement.each(await connection.execute(announcements.named().where(runs)))


async def _fill(
    connection: AsyncConnection,
    number: int,
    occasions: Sequence[Occasion],
    today: date,
    now: datetime,
) -> None:
    pattern = await announcements.found_one(connection, number)
    assert pattern is not None  # noqa: S101 - who calls this has seen it
    ahead = and_(table.c.pattern_id == number, table.c.original_on >= today)
    rows = Announcement.each(await connection.execute(announcements.named().where(ahead)))
    known = {one.original_on: one for one in rows}
    wanted = {one.original_on: one for one in occasions}
    for original_on, on in wanted.items():
        if original_on not in known:
            await _make(connection, pattern, on, now)
    await _adjust(connection, known, wanted, today, now)
    planned = update(table).where(table.c.id == number).values(planned_on=today)
    await connection.execute(planned)


async def _make(
    connection: AsyncConnection, pattern: Announcement, on: Occasion, now: datetime
) -> None:
    values = {name: getattr(pattern, name) for name in COPIED}
    values |= {"pattern_id": pattern.id, "state": ANNOUNCED}
    values |= {"original_on": on.original_on, "held_on": on.held_on}
    made = insert(table).values(values).returning(table.c.id)
    await plan(connection, (await connection.execute(made)).scalar_one(), on, now)


async def _adjust(
    connection: AsyncConnection,
    known: Mapping[date | None, Announcement],
    wanted: Mapping[date, Occasion],
    today: date,
    now: datetime,
) -> None:
    """Holidays became known, or the office has others: what nobody changed by hand follows.

    What takes place today stays: it may have begun.
    """
    for original_on, one in known.items():
        on = wanted.get(original_on) if original_on else None
        if one.changed_at is not None or one.called_off_at is not None or one.held_on <= today:
            continue
        if on is None:
            await rearrangements.drop(connection, one, today, now)
        elif on.held_on != one.held_on:
            moved = {"held_on": on.held_on}
            await rearrangements.alter(connection, one, moved, now, by_hand=False)
            await plan(connection, one.id, on, now)
