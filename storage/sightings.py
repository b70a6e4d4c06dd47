"""Photos that were sent before: the same file again, or one that looks nearly the same."""

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.tables import activities, photos
from storage.values import Value


class Sighting(Value):
    """Where one of an activity's photos stood before; perhaps in the same activity."""

    photo_id: int
    activity_id: int
    title: str
    is_same: bool
    """False: it only looks like the earlier one."""


@query
async def of(connection: AsyncConnection, activity_id: int) -> tuple[Sighting, ...]:
    """Earlier photos that this activity's own repeat; each photo once, with the earliest.

    Telegram names equal files by one id; who loads a photo down and up again sends equal bytes.
    """
    mine, before = photos.alias("mine"), photos.alias("before")
    is_same = or_(
        mine.c.file_unique_id == before.c.file_unique_id, mine.c.sha256 == before.c.sha256
    )
    is_like = mine.c.resembles_id == before.c.id
    columns = (
        mine.c.id.label("photo_id"),
        before.c.activity_id,
        activities.c.title,
        is_same.label("is_same"),
    )
    found = (
        select(*columns)
        .join(before, and_(before.c.id < mine.c.id, or_(is_same, is_like)))
        .join(activities, activities.c.id == before.c.activity_id)
        .where(mine.c.activity_id == activity_id, mine.c.hidden_at.is_(None))
        .where(activities.c.deleted_at.is_(None))
        .order_by(mine.c.id, is_same.desc(), before.c.id)
    )
    first: dict[int, Sighting] = {}
    for row in Sighting.each(await connection.execute(found)):
        first.setdefault(row.photo_id, row)
    return tuple(first.values())
