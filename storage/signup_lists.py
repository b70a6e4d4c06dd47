"""Sign-ups in lists: who comes to something, and what somebody signed up for."""

from datetime import date

from sqlalchemy import and_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import announcements
from storage.announcements import Announcement
from storage.database import query
from storage.signups import Signup, named
from storage.tables import announcements as announced, signups as table


@query
async def of(connection: AsyncConnection, number: int) -> tuple[Signup, ...]:
    """Everybody who signed up: who has a place first, each in the order in which they came."""
    order = (table.c.is_waiting, table.c.id)
    mine = table.c.announcement_id == number
    return Signup.each(await connection.execute(named().where(mine).order_by(*order)))


@query
async def mine(
    connection: AsyncConnection, person_id: int, today: date
) -> tuple[tuple[Signup, Announcement], ...]:
    """What somebody signed up for and is still to come, the nearest first."""
    ahead = and_(table.c.person_id == person_id, announced.c.held_on >= today)
    joined = named().join(announced, announced.c.id == table.c.announcement_id).where(ahead)
    found = Signup.each(await connection.execute(joined))
    own = {one.announcement_id: one for one in found}
    found_for = announcements.named().where(announced.c.id.in_(own)).order_by(*announcements.ORDER)
    rows = Announcement.each(await connection.execute(found_for))
    return tuple((own[one.id], one) for one in rows)
