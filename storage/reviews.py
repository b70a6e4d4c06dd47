"""Staff look reports over: they approve one, ask about it, or take that back."""

from datetime import datetime

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, queries
from storage.activity_history import note
from storage.activity_lists import WHOLE
from storage.database import query, transaction
from storage.photos import RECEIPT
from storage.queries import ANSWERED, APPROVED, ASKED
from storage.tables import activities as table
from storage.values import Value

REPORTED = "reported"
STATE = "state"
"""As the history names a change of it."""
ASKED_SHOWN = 10


class Waiting(Value):
    """The next report that staff have to look over, and how many there are; None: none."""

    activity_id: int | None
    count: int
    asked: tuple[int, ...] = ()
    """What waits for its people's answer instead, the oldest first, at most so many."""


@query
async def waiting(connection: AsyncConnection, after: int = 0) -> Waiting:
    """What was answered comes first, then the oldest report; those `after` a number before others.

    What staff asked about waits for its people, and not for staff.
    """
    is_waiting = and_(WHOLE, table.c.state.in_((REPORTED, ANSWERED)))
    count = select(func.count()).select_from(table).where(is_waiting)
    order = (
        case((table.c.id > after, 0), else_=1),
        case((table.c.state == ANSWERED, 0), else_=1),
        table.c.id,
    )
    is_other = table.c.id != after
    first = select(table.c.id).where(is_waiting, is_other).order_by(*order).limit(1)
    asked = select(table.c.id).where(WHOLE, table.c.state == ASKED).order_by(table.c.id)
    return Waiting(
        activity_id=(await connection.execute(first)).scalar_one_or_none(),
        count=(await connection.execute(count)).scalar_one(),
        asked=tuple((await connection.execute(asked.limit(ASKED_SHOWN))).scalars()),
    )


@transaction
async def approve(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> bool:
    """It counts as it stands; False: it was approved before, or is gone."""
    return await approved(connection, activity_id, person_id, now)


async def approved(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> bool:
    """The same within another transaction."""
    is_open = and_(table.c.id == activity_id, WHOLE, table.c.state != APPROVED)
    values = {"state": APPROVED, "reviewed_by": person_id, "reviewed_at": now}
    if (await connection.execute(update(table).where(is_open).values(values))).rowcount == 0:
        return False
    await note(connection, activity_id, STATE, ("", APPROVED), person_id, now)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    return True


@transaction
async def reopen(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> bool:
    """It waits again, as if it had not been approved; False: it was not."""
    is_approved = and_(table.c.id == activity_id, WHOLE, table.c.state == APPROVED)
    values = {"state": REPORTED, "reviewed_by": None, "reviewed_at": None}
    if (await connection.execute(update(table).where(is_approved).values(values))).rowcount == 0:
        return False
    await note(connection, activity_id, STATE, (APPROVED, ""), person_id, now)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    return True


@transaction
async def ask(
    connection: AsyncConnection, activity_id: int, words: str, person_id: int, now: datetime
) -> None:
    """Asks who reported it; until they answer it waits for them."""
    await queries.ask(connection, activity_id, words, person_id, now)
    this = update(table).where(table.c.id == activity_id)
    await connection.execute(this.values(state=ASKED))
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
