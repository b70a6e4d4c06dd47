"""What becomes of a message that was owed: taken in hand, sent or not, edited, pinned."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Update, and_, bindparam, case, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from storage import doubts
from storage.database import touch, transaction
from storage.deliveries import BEYOND, FARTHEST, NOW, TOPIC, Delivery, is_due
from storage.tables import deliveries as table, parts

EDIT_PACE = timedelta(seconds=3)
"""A message is edited at most so often: Bot API, 20 messages a minute to a group, edits counted."""


@transaction
async def claim(connection: AsyncConnection, delivery_id: int, now: datetime) -> Delivery | None:
    """Takes it in hand: one to be sent becomes `sending`, an edit stays owed until it is done.

    Gives it as it stands by now; None: it is not due any more.
    """
    at = {"now": now, "beyond": now + FARTHEST, "paced": now + EDIT_PACE}
    taken = await connection.execute(_taken(), {"which": delivery_id, **at})
    return Delivery.of(taken.one_or_none())


@cache
def _taken() -> ReturningUpdate[Any]:
    """Made once, as `_shown`: every message is taken in hand."""
    is_sent, due_at = table.c.state == "sent", table.c.due_at
    taken = update(table).where(table.c.id == bindparam("which"), is_due(NOW, BEYOND))
    taken = taken.values(
        state=case((is_sent, "sent"), else_="sending"),
        edit_owed=case((is_sent, table.c.edit_owed), else_=False),
        due_at=case((is_sent, bindparam("paced", type_=due_at.type)), else_=due_at),
    )
    return taken.returning(table)


@transaction
async def sent(
    connection: AsyncConnection,
    delivery_id: int,
    message_ids: Sequence[int],
    now: datetime,
    poll_id: str | None = None,
) -> None:
    """It arrived, as this message, or as the album of these; a quiz is also this poll.

    Where it went to somebody without a name, nothing is noted of the message.
    """
    touch(connection, TOPIC)
    first, *others = message_ids or (None,)
    values = {"state": "sent", "message_id": first, "sent_at": now, "fault": None}
    values |= {"poll_id": poll_id}
    paced = values | {"due_at": now + EDIT_PACE}
    await connection.execute(update(table).where(table.c.id == delivery_id).values(paced))
    for message_id in others:
        part = insert(parts).values(delivery_id=delivery_id, message_id=message_id)
        await connection.execute(part)


@transaction
async def not_sent(
    connection: AsyncConnection,
    delivery_id: int,
    state: str,
    fault: str,
    *,
    again_at: datetime | None = None,
) -> None:
    """It did not arrive (`failed`, or `pending` again at a moment), or perhaps did (`unknown`)."""
    await settle(connection, delivery_id, state, fault, again_at)


async def settle(
    connection: AsyncConnection,
    delivery_id: int,
    state: str,
    fault: str,
    again_at: datetime | None = None,
) -> None:
    """The same within another transaction."""
    touch(connection, TOPIC)
    values: dict[str, object] = {"state": state, "fault": fault, "tries": table.c.tries + 1}
    if again_at is not None:
        values["due_at"] = again_at
    changed = update(table).where(table.c.id == delivery_id).values(values)
    row = (await connection.execute(changed.returning(table.c.kind, table.c.due_at))).one()
    if state in doubts.STATES:
        await doubts.tell_staff(connection, row.kind, row.due_at)


@transaction
async def edited(connection: AsyncConnection, delivery_id: int, revision: int) -> None:
    """The message shows this revision; what was owed since is still owed."""
    await connection.execute(_shown(), {"which": delivery_id, "as_of": revision})


@cache
def _shown() -> Update:
    shown = and_(table.c.id == bindparam("which"), table.c.revision == bindparam("as_of"))
    return update(table).where(shown).values(edit_owed=False, tries=0)


@transaction
async def edit_failed(
    connection: AsyncConnection, delivery_id: int, fault: str, again_at: datetime | None
) -> None:
    """The edit is owed again at a moment; None: it never will succeed, and is let go."""
    touch(connection, TOPIC)
    values: dict[str, object] = {"fault": fault, "edit_owed": again_at is not None}
    values["tries"] = table.c.tries + 1
    if again_at is not None:
        values["due_at"] = again_at
    await connection.execute(update(table).where(table.c.id == delivery_id).values(values))


async def let_edit_go(connection: AsyncConnection, delivery_id: int, fault: str) -> None:
    """The message stays as it is, within another transaction."""
    values = {"edit_owed": False, "fault": fault, "tries": table.c.tries + 1}
    await connection.execute(update(table).where(table.c.id == delivery_id).values(values))


async def to_general(connection: AsyncConnection, delivery_id: int, fault: str) -> None:
    """Its topic is closed or gone: it is due in the group's general part, in that transaction."""
    touch(connection, TOPIC)
    values = {"state": "pending", "topic_id": None, "fault": fault, "tries": table.c.tries + 1}
    await connection.execute(update(table).where(table.c.id == delivery_id).values(values))


@transaction
async def pinned(connection: AsyncConnection, delivery_id: int) -> None:
    """The pin that it wanted was set."""
    await let_pin_go(connection, delivery_id)


async def let_pin_go(connection: AsyncConnection, delivery_id: int) -> None:
    """It wants no pin any more, within another transaction."""
    await connection.execute(update(table).where(table.c.id == delivery_id).values(wants_pin=False))


@transaction
async def doubt_interrupted(connection: AsyncConnection) -> int:
    """At start: what was being sent when the process ended may have arrived. Returns how many."""
    interrupted = update(table).where(table.c.state == "sending")
    doubtful = interrupted.values(state="unknown", fault=None)
    rows = (await connection.execute(doubtful.returning(table.c.kind, table.c.due_at))).all()
    for row in rows:
        await doubts.tell_staff(connection, row.kind, row.due_at)
    return len(rows)
