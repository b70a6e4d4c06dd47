"""Photos of a month's activities, as everybody may see them."""

from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import WHOLE
from storage.database import query
from storage.photos import REMOVED, Photo
from storage.tables import activities, photos as table


class Shown(Photo):
    """A photo with its activity."""

    title: str
    held_on: date


_SEEN = and_(
    *(table.c.activity_id == activities.c.id, WHOLE, activities.c.held_on.is_not(None)),
    *(table.c.hidden_at.is_(None), table.c.state.not_in((REMOVED, "failed")), table.c.flaw == ""),
)


@query
async def months(connection: AsyncConnection) -> tuple[tuple[int, int], ...]:
    """The months of which there are photos, as year and month, the latest first."""
    label = func.substr(activities.c.held_on, 1, 7)
    found = select(label).where(_SEEN).group_by(label).order_by(label.desc())
    labels = (await connection.execute(found)).scalars()
    return tuple((int(one[:4]), int(one[5:])) for one in labels)


@query
async def of(connection: AsyncConnection, first: date, last: date) -> tuple[Shown, ...]:
    """All photos of the activities of some days, in their order; an activity's best ones first."""
    then = and_(activities.c.held_on >= first, activities.c.held_on <= last)
    order = (
        *(activities.c.held_on, activities.c.id, table.c.chosen.asc().nulls_last()),
        *(table.c.sent_at, table.c.message_id),
    )
    found = select(table, activities.c.title, activities.c.held_on).where(_SEEN, then)
    return Shown.each(await connection.execute(found.order_by(*order)))
