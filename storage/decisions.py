"""What staff decide about messages that are in doubt, and about updates that were set aside.

The first decision counts: each is bound to the very doubt that its button showed.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, inbox as updates
from storage.database import touch, transaction
from storage.doubts import ASIDE, DOUBTFUL, FAILED, UNKNOWN, Doubt, ease
from storage.tables import deliveries as table, inbox
from storage.values import Value


class Decision(Value):
    """What a press came to; `doubt` is the message as it stands after it."""

    is_made: bool
    """False: nothing was done, because it was decided before."""
    doubt: Doubt | None


@transaction
async def send_again(
    connection: AsyncConnection, delivery_id: int, tries: int, now: datetime
) -> Decision:
    """What is in doubt is due now; a second press finds it decided, so it is not sent thrice."""
    touch(connection, deliveries.TOPIC)
    values = {"state": "pending", "due_at": now, "edit_owed": False}
    return await _decide(connection, delivery_id, DOUBTFUL, tries, values)


@transaction
async def arrived(
    connection: AsyncConnection, delivery_id: int, tries: int, now: datetime
) -> Decision:
    """Somebody saw it; as which message is not known until a press on it proves it."""
    unknown = and_(DOUBTFUL, table.c.state == UNKNOWN)
    values = {"state": "sent", "sent_at": now, "edit_owed": False}
    return await _decide(connection, delivery_id, unknown, tries, values)


@transaction
async def let_go(connection: AsyncConnection, delivery_id: int, tries: int) -> Decision:
    """What could not be delivered is not wanted any more."""
    failed = and_(DOUBTFUL, table.c.state == FAILED)
    return await _decide(connection, delivery_id, failed, tries, {"state": "dropped"})


@transaction
async def retry_update(connection: AsyncConnection, update_id: int) -> bool:
    """An update that was set aside counts as new; False: it is not set aside any more."""
    is_aside = await updates.try_again(connection, update_id)
    if is_aside:
        await ease(connection)
    return is_aside


@transaction
async def forget_update(connection: AsyncConnection, update_id: int, now: datetime) -> bool:
    """Erases the words of an update that was set aside; False: it is not any more."""
    aside = select(inbox.c.update_id).where(inbox.c.update_id == update_id, ASIDE)
    is_aside = (await connection.execute(aside)).scalar_one_or_none() is not None
    if is_aside:
        await updates.complete(connection, update_id, now)
        await ease(connection)
    return is_aside


async def _decide(
    connection: AsyncConnection,
    delivery_id: int,
    is_open: ColumnElement[bool],
    tries: int,
    values: dict[str, object],
) -> Decision:
    """One more try is counted, so that the same button cannot decide the next doubt."""
    one = table.c.id == delivery_id
    counted = {"fault": None, "tries": table.c.tries + 1, **values}
    decided = update(table).where(one, is_open, table.c.tries == tries).values(counted)
    is_made = (await connection.execute(decided)).rowcount == 1
    if is_made:
        await ease(connection)
    row = (await connection.execute(select(table).where(one))).one_or_none()
    return Decision(is_made=is_made, doubt=Doubt.of(row))
