"""Who has taken a wish on, how much of it, and how far the handing over is.

A claim stands until it is given back. It is done once both have said so: who gave, and the
community that received it; then nothing private of it is kept any more.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Select, and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, people, wishes
from storage.database import query, transaction
from storage.tables import (
    liaisons,
    organisations,
    people as persons,
    wish_claims as table,
    wish_words as said,
    wishes as wished,
)
from storage.values import Value
from storage.wishes import DRAFT, Wish

TAKEN, TOLD = "wishes.taken", "wishes.told"
"""The deliveries that show a claim: to who made it, and to the community."""
REMIND = "wishes.remind"
"""The job, and the message that it owes to who made the claim; their subject is the claim."""
THANK = "wishes.thank"
"""The delivery that asks the community for a photo, once all is handed over; of the wish."""
RELAY, WORD = "wishes.relay", "wishes.word"

Reminds = Callable[[date | None, datetime], datetime]
"""(the day it is due, a moment) -> when who claimed is reminded next, later than the moment."""


class Outcome(Enum):
    """What became of the wish to claim."""

    DONE = "done"
    FEWER = "fewer"
    """So many are not left any more."""
    OVER = "over"
    """It is open no more, or there is none."""


class Claimed(Value):
    """What became of it; `left` is what could still be claimed then."""

    outcome: Outcome
    left: int = 0


class Claim(Value):
    """A claim, with what is wished for."""

    id: int
    wish_id: int
    person_id: int
    organisation_id: int | None
    """None: somebody for themselves."""
    organisation: str | None
    person: str
    amount: int
    is_named: bool
    """True: somebody who claims for themselves lets the name be shown."""
    claimed_at: datetime
    given_at: datetime | None
    received_at: datetime | None
    returned_at: datetime | None
    returned_by: int | None
    what: str
    whom: str
    unit: str
    due_on: date | None
    state: str
    """The wish's."""
    community_id: int
    community: str

    @property
    def is_done(self) -> bool:
        return self.given_at is not None and self.received_at is not None

    @property
    def is_under_way(self) -> bool:
        """Taken on, and not yet handed over for both."""
        return self.returned_at is None and not self.is_done


@transaction
async def claim(  # noqa: PLR0913, PLR0917 - what, for whom, how many, by whom, when
    connection: AsyncConnection,
    wish_id: int,
    organisation_id: int | None,
    amount: int,
    person_id: int,
    now: datetime,
    reminds: Reminds,
) -> Claimed:
    """Takes so many of it on; more for the same is one claim."""
    wish = await wishes.the(connection, wish_id)
    if wish is None or not wish.is_open or amount < 1:
        return Claimed(outcome=Outcome.OVER)
    if amount > wish.left:
        return Claimed(outcome=Outcome.FEWER, left=wish.left)
    claim_id = await _add(connection, wish_id, organisation_id, amount, person_id, now)
    await jobs.cancel(connection, REMIND, claim_id)
    await jobs.schedule(connection, REMIND, claim_id, reminds(wish.due_on, now))
    await deliveries.owe(connection, TAKEN, claim_id, person_id, now)
    await tell(connection, wish, claim_id, now)
    await show(connection, wish_id, claim_id)
    return Claimed(outcome=Outcome.DONE, left=wish.left - amount)


@query
async def one(connection: AsyncConnection, claim_id: int) -> Claim | None:
    """The claim with this id."""
    return await the(connection, claim_id)


@query
async def of(connection: AsyncConnection, wish_id: int) -> tuple[Claim, ...]:
    """The claims of a wish that stand, the oldest first."""
    return await of_wish(connection, wish_id)


@query
async def of_person(
    connection: AsyncConnection, person_id: int, organisation_ids: tuple[int, ...]
) -> tuple[Claim, ...]:
    """What somebody, or one of these organisations, has claimed: what is under way first."""
    whose = or_(table.c.person_id == person_id, table.c.organisation_id.in_(organisation_ids))
    is_done = and_(table.c.given_at.is_not(None), table.c.received_at.is_not(None))
    mine = named().where(whose, table.c.returned_at.is_(None))
    return Claim.each(await connection.execute(mine.order_by(is_done, table.c.id.desc())))


async def the(connection: AsyncConnection, claim_id: int) -> Claim | None:
    """The same as `one`, within another transaction."""
    found = named().where(table.c.id == claim_id)
    return Claim.of((await connection.execute(found)).one_or_none())


async def of_wish(connection: AsyncConnection, wish_id: int) -> tuple[Claim, ...]:
    """The same as `of`, within another transaction."""
    stands = named().where(table.c.wish_id == wish_id, table.c.returned_at.is_(None))
    return Claim.each(await connection.execute(stands.order_by(table.c.id)))


async def whom_to_tell(connection: AsyncConnection, wish: Wish) -> tuple[int, ...]:
    """The community's liaisons, and staff who put it up, where they can be reached; else staff."""
    serves = select(liaisons.c.person_id).where(liaisons.c.organisation_id == wish.organisation_id)
    either = or_(persons.c.id.in_(serves), and_(persons.c.id == wish.put_up_by, persons.c.is_staff))
    found = select(persons.c.id).where(either, persons.c.is_reachable).order_by(persons.c.id)
    told = tuple((await connection.execute(found)).scalars())
    return told or await people.staff_to_tell(connection, wish.put_up_by)


async def let_go(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Somebody is forgotten: what they had taken on is free again, what they drafted goes."""
    drafts = select(wished.c.id).where(wished.c.put_up_by == person_id, wished.c.state == DRAFT)
    for wish_id in (await connection.execute(drafts)).scalars().all():
        await wishes.drop_draft(connection, wish_id)
    mine = named().where(table.c.person_id == person_id, table.c.returned_at.is_(None))
    for found in Claim.each(await connection.execute(mine)):
        if found.is_under_way:
            await end(connection, found, person_id, now)


async def end(connection: AsyncConnection, found: Claim, person_id: int, now: datetime) -> None:
    """It stands no more, and nothing private of it is kept; within another transaction."""
    values = {"returned_at": now, "returned_by": person_id, "given_at": None, "received_at": None}
    await connection.execute(update(table).where(table.c.id == found.id).values(values))
    await jobs.cancel(connection, REMIND, found.id)
    await forget_words(connection, found.id)
    await show(connection, found.wish_id, found.id)


def named() -> Select[Any]:
    """All claims, with what is wished for, by which community, and who claimed."""
    community = organisations.alias()
    return (
        select(
            table,
            organisations.c.short_name.label("organisation"),
            persons.c.name.label("person"),
            *(wished.c.what, wished.c.whom, wished.c.unit, wished.c.due_on, wished.c.state),
            wished.c.organisation_id.label("community_id"),
            community.c.short_name.label("community"),
        )
        .join(wished, wished.c.id == table.c.wish_id)
        .join(community, community.c.id == wished.c.organisation_id)
        .join(persons, persons.c.id == table.c.person_id)
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .where(wished.c.state != DRAFT)
    )


async def _add(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    wish_id: int,
    organisation_id: int | None,
    amount: int,
    person_id: int,
    now: datetime,
) -> int:
    same = and_(
        *(table.c.wish_id == wish_id, table.c.person_id == person_id),
        table.c.organisation_id.is_not_distinct_from(organisation_id),
        *(table.c.returned_at.is_(None), table.c.given_at.is_(None)),
        table.c.received_at.is_(None),
    )
    more = update(table).where(same).values(amount=table.c.amount + amount)
    found = (await connection.execute(more.returning(table.c.id))).scalars().first()
    if found is not None:
        return int(found)
    row = {"wish_id": wish_id, "person_id": person_id, "organisation_id": organisation_id}
    made = insert(table).values(row | {"amount": amount, "claimed_at": now}).returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


async def tell(connection: AsyncConnection, wish: Wish, claim_id: int, now: datetime) -> None:
    """The community hears of it, within another transaction."""
    for person_id in await whom_to_tell(connection, wish):
        await deliveries.owe(connection, TOLD, claim_id, person_id, now)


async def show(connection: AsyncConnection, wish_id: int, claim_id: int) -> None:
    """All that shows the claim says how it stands, within another transaction."""
    for kind in (TAKEN, TOLD, REMIND):
        await deliveries.owe_edit(connection, kind, claim_id)
    await wishes.show(connection, wish_id)


async def forget_words(connection: AsyncConnection, claim_id: int) -> None:
    """What both told each other goes, within another transaction."""
    mine = said.c.claim_id == claim_id
    for word_id in (await connection.execute(select(said.c.id).where(mine))).scalars().all():
        await deliveries.owe_edit(connection, WORD, word_id)
    await connection.execute(delete(said).where(mine))
