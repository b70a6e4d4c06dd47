"""When Telegram was heard: stretches of time without a long silence between."""

from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import people, pulses as table
from storage.values import Value

AWAY = "deliveries.away"
"""The delivery that tells staff of a silence; its subject is the stretch that followed it."""
LONG = timedelta(hours=12)
"""After so long staff are told. Bot API: updates are kept on the server for 24 hours, no longer."""


class Silence(Value):
    """From when to when nothing was heard."""

    start: datetime
    end: datetime


@transaction
async def beat(connection: AsyncConnection, now: datetime) -> None:
    """Telegram was heard. After a long silence a new stretch begins, and staff are told of it."""
    newest = select(table).order_by(table.c.id.desc()).limit(1)
    last = (await connection.execute(newest)).one_or_none()
    if last is not None and now - last.heard_at < LONG:
        heard = update(table).where(table.c.id == last.id, table.c.heard_at < now)
        await connection.execute(heard.values(heard_at=now))
        return
    begun = insert(table).values(since=now, heard_at=now).returning(table.c.id)
    stretch: int = (await connection.execute(begun)).scalar_one()
    if last is not None:
        staff = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
        for person_id in (await connection.execute(staff)).scalars():
            await deliveries.owe(connection, AWAY, stretch, person_id, now)


@query
async def silence_before(connection: AsyncConnection, stretch: int) -> Silence | None:
    """The silence before a stretch; None before the first."""
    two = select(table).where(table.c.id <= stretch).order_by(table.c.id.desc()).limit(2)
    rows = (await connection.execute(two)).all()
    if len(rows) != 2:  # noqa: PLR2004 - a silence lies between two stretches
        return None
    return Silence(start=rows[1].heard_at, end=rows[0].since)
