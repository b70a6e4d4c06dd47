"""What a course has in an order of its own: lessons, and questions."""

from sqlalchemy import Table, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection


async def move_up(connection: AsyncConnection, table: Table, number: int) -> bool:
    """Changes places with the one before it, within another transaction.

    False: it is the first, or is there no more.
    """
    is_there = and_(table.c.id == number, table.c.retired_at.is_(None))
    row = (await connection.execute(select(table).where(is_there))).one_or_none()
    if row is None:
        return False
    before = and_(
        table.c.course_id == row.course_id,
        table.c.place < row.place,
        table.c.retired_at.is_(None),
    )
    nearest = select(table.c.id, table.c.place).where(before).order_by(table.c.place.desc())
    other = (await connection.execute(nearest.limit(1))).first()
    if other is None:
        return False
    for one, place in ((number, other.place), (other.id, row.place)):
        await connection.execute(update(table).where(table.c.id == one).values(place=place))
    return True
