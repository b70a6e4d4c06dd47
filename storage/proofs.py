"""Messages that perhaps arrived prove it when somebody uses them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, touch, transaction
from storage.doubts import OWN, UNKNOWN, ease
from storage.tables import deliveries as table

SENDING = "sending"


class Shown(NamedTuple):
    """What a message shows, and where."""

    kind: str
    subject_id: int
    chat_id: int


UNPROVEN = and_(
    table.c.message_id.is_(None), table.c.state.in_((UNKNOWN, "sent")), table.c.kind.not_in(OWN)
)
"""It is or may be in the chat, as nobody knows which message."""


@query
async def unproven(connection: AsyncConnection) -> frozenset[Shown]:
    """What may be in a chat without its message being known."""
    shown = select(table.c.kind, table.c.subject_id, table.c.chat_id).where(UNPROVEN)
    return frozenset(Shown(*row) for row in await connection.execute(shown))


@transaction
async def prove(
    connection: AsyncConnection, shown: Shown, message_id: int, now: datetime
) -> deliveries.Delivery | None:
    """It arrived as this message, which is brought up to date; None: that was known before."""
    touch(connection, deliveries.TOPIC)
    of_it = (table.c.kind, table.c.subject_id, table.c.chat_id)
    same = and_(UNPROVEN, *(column == value for column, value in zip(of_it, shown, strict=True)))
    others = table.alias()
    taken = select(others.c.id).where(
        others.c.chat_id == shown.chat_id, others.c.message_id == message_id
    )
    oldest = select(table.c.id).where(same).order_by(table.c.id).limit(1).scalar_subquery()
    proven = update(table).where(table.c.id == oldest, ~taken.exists()).returning(table)
    values = {"state": "sent", "message_id": message_id, "sent_at": now, "fault": None}
    owed = {"edit_owed": True, "revision": table.c.revision + 1, "due_at": now}
    row = (await connection.execute(proven.values(values | owed))).one_or_none()
    if row is not None:
        await ease(connection)
    return deliveries.Delivery.of(row)


@query
async def polled(connection: AsyncConnection, poll_id: str) -> deliveries.Delivery | None:
    """What was sent as this poll."""
    found = await connection.execute(select(table).where(table.c.poll_id == poll_id))
    return deliveries.Delivery.of(found.one_or_none())


@transaction
async def prove_poll(
    connection: AsyncConnection, poll_id: str, chat_id: int, kinds: Sequence[str], now: datetime
) -> deliveries.Delivery | None:
    """A poll that is in use here is the one of these kinds whose sending got no answer yet.

    None: no such one is here, or several, and nobody knows which.
    """
    touch(connection, deliveries.TOPIC)
    here = and_(table.c.chat_id == chat_id, table.c.kind.in_(kinds), table.c.poll_id.is_(None))
    unanswered = select(table.c.id, table.c.state).where(
        here, table.c.state.in_((UNKNOWN, SENDING))
    )
    found = (await connection.execute(unanswered)).all()
    if len(found) != 1:
        return None
    values: dict[str, object] = {"poll_id": poll_id}
    if found[0].state == UNKNOWN:
        values |= {"state": "sent", "sent_at": now, "fault": None}
    this = update(table).where(table.c.id == found[0].id).values(values).returning(table)
    row = (await connection.execute(this)).one()
    await ease(connection)
    return deliveries.Delivery.of(row)
