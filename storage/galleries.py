"""Photos of a month's activities, as everybody may see them."""

from datetime import date

from sqlalchemy import and_, exists, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import WHOLE
from storage.database import query
from storage.photos import REMOVED, Photo
from storage.tables import activities, photos as table


class Shown(Photo):
    """A photo with its activity."""

    title: str
    held_on: date


_HELD = and_(WHOLE, activities.c.held_on.is_not(None))
_SEEN = and_(
    table.c.activity_id == activities.c.id,
    *(table.c.hidden_at.is_(None), table.c.state.not_in((REMOVED, "failed")), table.c.flaw == ""),
)


@query
async def months(connection: AsyncConnection) -> tuple[tuple[int, int], ...]:
    """The months of which there are photos, as year and month, the latest first."""
    seen = select(activities.c.held_on).where(_HELD, exists().where(_SEEN))
    latest = seen.order_by(activities.c.held_on.desc()).limit(1)
    days = select(latest.scalar_subquery().label("day")).cte("days", recursive=True)
    first = func.substr(days.c.day, 1, len("2026-08-")).concat(literal_column("'01'"))
    before = latest.where(activities.c.held_on < first).scalar_subquery()
    days = days.union_all(select(before).where(days.c.day.is_not(None)))
    found = select(days.c.day).where(days.c.day.is_not(None))
    return tuple((day.year, day.month) for day in (await connection.execute(found)).scalars())


@query
async def of(connection: AsyncConnection, first: date, last: date) -> tuple[Shown, ...]:
    """All photos of the activities of some days, in their order; an activity's best ones first."""
    then = and_(activities.c.held_on >= first, activities.c.held_on <= last)
    order = (
        *(activities.c.held_on, activities.c.id, table.c.chosen.asc().nulls_last()),
        *(table.c.sent_at, table.c.message_id),
    )
    found = select(table, activities.c.title, activities.c.held_on).where(_HELD, _SEEN, then)
    return Shown.each(await connection.execute(found.order_by(*order)))
