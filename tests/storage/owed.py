"""Owed messages as the outbox takes them in hand."""

from datetime import datetime

from sqlalchemy import select

from storage import deliveries, outcomes
from storage.database import Database
from storage.deliveries import Delivery
from storage.tables import deliveries as table


async def claimed(db: Database, now: datetime) -> tuple[Delivery, ...]:
    """All that is due, of whatever kind and to whatever chat, claimed one after the other."""
    every = select(table.c.kind).distinct()
    kinds = await db.read(lambda connection: connection.scalars(every))
    taken: list[Delivery] = []
    every_kind = [deliveries.Lane(list(kinds), 100)]
    while (look := await deliveries.look(db, now, every_kind, ())).due[0]:
        for row in look.due[0]:
            one = await outcomes.claim(db, row.id, now)
            assert one is not None
            taken.append(one)
    return tuple(taken)
