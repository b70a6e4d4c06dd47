"""Who saw a notice with nothing to answer: members, and liaisons whose colleague had answered."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.notices import Notice, one
from storage.tables import notices, people, reads as table
from storage.values import Value


class Reading(Value):
    """Somebody who saw it, and when first."""

    name: str
    read_at: datetime


class Readings(Value):
    """A page of them, the earliest first: `number` of `count`, from 1."""

    notice: Notice
    readings: tuple[Reading, ...]
    number: int
    count: int


async def note(connection: AsyncConnection, notice_id: int, person_id: int, now: datetime) -> None:
    """The person saw it, within another transaction; the first time counts."""
    read = insert(table).values(notice_id=notice_id, person_id=person_id, read_at=now)
    await connection.execute(read.on_conflict_do_nothing())


@query
async def listed(connection: AsyncConnection, number: int, page: int, size: int) -> Readings | None:
    """The page with this number, or the nearest that there is, of the notice with that number."""
    notice = await one(connection, notices.c.number == number)
    if notice is None:
        return None
    own = table.c.notice_id == notice.id
    total = (await connection.execute(select(func.count()).where(own))).scalar_one()
    count = max(1, -(-total // size))
    page = min(max(page, 1), count)
    found = (
        select(people.c.name)
        .add_columns(table.c.read_at)
        .join(people, people.c.id == table.c.person_id)
        .where(own)
        .order_by(table.c.read_at, people.c.id)
    )
    on_page = found.limit(size).offset((page - 1) * size)
    seen = Reading.each((await connection.execute(on_page)).all())
    return Readings(notice=notice, readings=seen, number=page, count=count)
