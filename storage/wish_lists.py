"""Lists of wishes: what is open, what somebody put up, what organisations did about it."""

from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, wish_claims, wishes
from storage.database import query, transaction
from storage.tables import chats, deliveries as owed, wish_claims as claims, wishes as table
from storage.values import Value
from storage.wish_claims import Claim
from storage.wishes import DRAFT, FULFILLED, OPEN, Wish

GATHERED = "wishes.gathered"
"""The delivery to the groups of what nobody took on yet; its subject is the week's Monday."""


class Standing(Value):
    """What an organisation put up, how much of that came true, and what it gave itself."""

    put_up: int
    fulfilled: int
    given: int


@query
async def open_ones(connection: AsyncConnection) -> tuple[Wish, ...]:
    """All that are open: of which something is left first, the nearest day first."""
    found = wishes.named().where(table.c.state == OPEN)
    every = Wish.each(
        await connection.execute(found.order_by(table.c.due_on.nulls_last(), table.c.id))
    )
    return tuple(sorted(every, key=lambda one: one.left == 0))


@query
async def put_up(
    connection: AsyncConnection,
    person_id: int,
    organisation_ids: tuple[int, ...],
    most: int,
    *,
    every: bool,
) -> tuple[Wish, ...]:
    """What somebody, or one of these organisations, put up, the newest first.

    So many at most; `every`: of all.
    """
    theirs = [table.c.organisation_id.in_(organisation_ids)]
    seen = and_(table.c.state != DRAFT, *(() if every else theirs))
    mine = wishes.named().where(or_(seen, table.c.put_up_by == person_id))
    return Wish.each(await connection.execute(mine.order_by(table.c.id.desc()).limit(most)))


@query
async def whole(connection: AsyncConnection) -> tuple[tuple[Wish, ...], tuple[Claim, ...]]:
    """All that were put up, with every claim of them; for the sheet."""
    found = wishes.named().where(table.c.state != DRAFT).order_by(table.c.id)
    rows = Wish.each(await connection.execute(found))
    taken = wish_claims.named().order_by(claims.c.wish_id, claims.c.id)
    return rows, Claim.each(await connection.execute(taken))


@query
async def standing(connection: AsyncConnection, organisation_id: int) -> Standing:
    """For the organisation's card."""
    mine = and_(table.c.organisation_id == organisation_id, table.c.state.in_((OPEN, FULFILLED)))
    over = and_(
        claims.c.organisation_id == organisation_id,
        *(claims.c.given_at.is_not(None), claims.c.received_at.is_not(None)),
        claims.c.returned_at.is_(None),
    )
    counted = {
        "put_up": select(func.count()).select_from(table).where(mine),
        "fulfilled": select(func.count())
        .select_from(table)
        .where(mine, table.c.state == FULFILLED),
        "given": select(func.count(claims.c.wish_id.distinct())).where(over),
    }
    return Standing.model_validate(
        {name: (await connection.execute(which)).scalar_one() for name, which in counted.items()}
    )


@transaction
async def hand_out(connection: AsyncConnection, kind: str, chat_id: int, now: datetime) -> None:
    """Owes all of them as a file."""
    await deliveries.owe(connection, kind, 0, chat_id, now)


@transaction
async def gather(connection: AsyncConnection, monday: int, now: datetime) -> bool:
    """Owes each group what nobody took on yet, once in a week; False: there is nothing to say."""
    before = select(owed.c.id).where(owed.c.kind == GATHERED, owed.c.subject_id == monday)
    if (await connection.execute(before.limit(1))).first() is not None:
        return False
    found = wishes.named().where(table.c.state == OPEN)
    if not any(one.left for one in Wish.each(await connection.execute(found))):
        return False
    joined = select(chats.c.id).where(chats.c.is_joined).order_by(chats.c.id)
    for chat_id in (await connection.execute(joined)).scalars().all():
        await deliveries.owe(connection, GATHERED, monday, chat_id, now)
    return True
