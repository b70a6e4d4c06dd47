"""Handing over what is wished for: both say so, or it is given back, withdrawn, reminded of."""

from datetime import datetime

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, wish_claims, wishes
from storage.database import transaction
from storage.tables import wish_claims as table, wishes as wished
from storage.wish_claims import REMIND, TAKEN, THANK
from storage.wishes import FULFILLED, OPEN, WITHDRAWN, Wish


@transaction
async def give_back(
    connection: AsyncConnection, claim_id: int, person_id: int, now: datetime
) -> bool:
    """It is free for others again; False: it was handed over, or given back before."""
    found = await wish_claims.the(connection, claim_id)
    if found is None or not found.is_under_way:
        return False
    await wish_claims.end(connection, found, person_id, now)
    await deliveries.owe(connection, TAKEN, claim_id, found.person_id, now)
    wish = await wishes.the(connection, found.wish_id)
    if wish is not None:
        await wish_claims.tell(connection, wish, claim_id, now)
    return True


@transaction
async def hand_over(
    connection: AsyncConnection, claim_id: int, now: datetime, *, by_giver: bool
) -> bool:
    """One of the two says that it was handed over; the other is asked. False: it was said before.

    Once both have said so, what they told each other goes, and the address with the last of them.
    """
    found = await wish_claims.the(connection, claim_id)
    column = table.c.given_at if by_giver else table.c.received_at
    if found is None or not found.is_under_way:
        return False
    this = and_(table.c.id == claim_id, column.is_(None), table.c.returned_at.is_(None))
    if (await connection.execute(update(table).where(this).values({column: now}))).rowcount == 0:
        return False
    wish = await wishes.the(connection, found.wish_id)
    now_is = await wish_claims.the(connection, claim_id)
    if wish is None or now_is is None:
        return False
    if now_is.is_done:
        await jobs.cancel(connection, REMIND, claim_id)
        await wish_claims.forget_words(connection, claim_id)
        await _fulfil(connection, wish, now)
    elif by_giver:
        await wish_claims.tell(connection, wish, claim_id, now)
    else:
        await deliveries.owe(connection, TAKEN, claim_id, found.person_id, now)
    await wish_claims.show(connection, wish.id, claim_id)
    return True


@transaction
async def not_yet(connection: AsyncConnection, claim_id: int, now: datetime) -> bool:
    """What the other said was a slip: nothing was handed over yet. False: it is settled."""
    found = await wish_claims.the(connection, claim_id)
    if found is None or not found.is_under_way or not (found.given_at or found.received_at):
        return False
    values = {"given_at": None, "received_at": None}
    await connection.execute(update(table).where(table.c.id == claim_id).values(values))
    wish = await wishes.the(connection, found.wish_id)
    if found.given_at:
        await deliveries.owe(connection, TAKEN, claim_id, found.person_id, now)
    elif wish is not None:
        await wish_claims.tell(connection, wish, claim_id, now)
    await wish_claims.show(connection, found.wish_id, claim_id)
    return True


@transaction
async def name(connection: AsyncConnection, claim_id: int, *, is_named: bool) -> None:
    """The name may be shown, or not any more."""
    changed = update(table).where(table.c.id == claim_id).values(is_named=is_named)
    wish_id = (await connection.execute(changed.returning(table.c.wish_id))).scalar_one_or_none()
    if wish_id is not None:
        await wish_claims.show(connection, wish_id, claim_id)


@transaction
async def withdraw(
    connection: AsyncConnection, wish_id: int, person_id: int, now: datetime
) -> bool:
    """The wish is open no more, and who claimed it is told; False: that was so before."""
    is_open = and_(wished.c.id == wish_id, wished.c.state == OPEN)
    values = {"state": WITHDRAWN, "settled_at": now, "settled_by": person_id}
    if (await connection.execute(update(wished).where(is_open).values(values))).rowcount == 0:
        return False
    await wishes.wipe(connection, wish_id)
    for found in await wish_claims.of_wish(connection, wish_id):
        if found.is_under_way:
            await wish_claims.end(connection, found, person_id, now)
            await deliveries.owe(connection, TAKEN, found.id, found.person_id, now)
    await wishes.show(connection, wish_id)
    return True


@transaction
async def remind(
    connection: AsyncConnection, claim_id: int, now: datetime, next_at: datetime, *, is_late: bool
) -> None:
    """Reminds who claimed, and plans the next time; once it is late the community hears of it."""
    found = await wish_claims.the(connection, claim_id)
    if found is None or not found.is_under_way:
        return
    await deliveries.owe(connection, REMIND, claim_id, found.person_id, now)
    wish = await wishes.the(connection, found.wish_id)
    if is_late and wish is not None:
        await wish_claims.tell(connection, wish, claim_id, now)
    await jobs.schedule(connection, REMIND, claim_id, next_at)


@transaction
async def wait(connection: AsyncConnection, claim_id: int, until: datetime) -> None:
    """The reminder comes when people may be disturbed again."""
    await jobs.schedule(connection, REMIND, claim_id, until)


async def _fulfil(connection: AsyncConnection, wish: Wish, now: datetime) -> None:
    """Once all of it is handed over the address goes, and the community is asked for a photo."""
    if wish.done < wish.amount:
        return
    values = {"state": FULFILLED, "settled_at": now}
    is_open = and_(wished.c.id == wish.id, wished.c.state == OPEN)
    if (await connection.execute(update(wished).where(is_open).values(values))).rowcount:
        await wishes.wipe(connection, wish.id)
        for person_id in await wish_claims.whom_to_tell(connection, wish):
            await deliveries.owe(connection, THANK, wish.id, person_id, now)
