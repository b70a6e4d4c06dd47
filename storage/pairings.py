"""Which organisations are paired with which communities (结对子): whose needs they look after."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Select, and_, exists, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.entries import Organisation
from storage.tables import organisations, pairings as table
from storage.values import Value

DESK = 0
"""Who paired them at the office's desk, where nobody has a number."""
QUESTION = "organisations.since"
"""The message that asks since when two are paired; its subject is the pairing."""
NOTE = "organisations.pair_note"
"""The message that asks what else is to be known of a pair; its subject is the pairing."""
UNIT, THEIRS = organisations.alias(), organisations.alias()
"""Of a pairing: the organisation, and its community."""
COMMUNITY, STREET = "community", "street"
"""Of `organisations.CATEGORIES`: with whom others are paired, and who is paired with nobody."""


class Pairing(Value):
    """An organisation and its community; `since` is None when nobody knows the day."""

    id: int
    organisation_id: int
    organisation: str
    """The short name, as is the community's."""
    community_id: int
    community: str
    since: date | None = None
    note: str = ""
    paired_by: int
    """Staff's number, or `DESK`."""
    paired_at: datetime


class Paired(Enum):
    """What became of the wish to pair two."""

    DONE = "done"
    AGAIN = "again"
    """They are paired already; the day and the note stay as they were."""
    NOT_SO = "not so"
    """There is no such organisation, it is a community itself, or the other is none."""


@transaction
async def pair(  # noqa: PLR0913, PLR0917 - who with whom, since when, by whom, when
    connection: AsyncConnection,
    organisation_id: int,
    community_id: int,
    person_id: int,
    now: datetime,
    since: date | None = None,
    note: str = "",
) -> Paired:
    """Pairs an organisation with a community; an organisation may have several."""
    kinds = select(organisations.c.id, organisations.c.category).where(
        organisations.c.id.in_((organisation_id, community_id)),
        organisations.c.retired_at.is_(None),
    )
    found = {row.id: row.category for row in await connection.execute(kinds)}
    theirs = found.get(organisation_id, COMMUNITY)
    if theirs in {COMMUNITY, STREET} or found.get(community_id) != COMMUNITY:
        return Paired.NOT_SO
    values = {"since": since, "note": note, "paired_by": person_id, "paired_at": now}
    made = insert(table).values(
        organisation_id=organisation_id, community_id=community_id, **values
    )
    is_new = (await connection.execute(made.on_conflict_do_nothing())).rowcount == 1
    return Paired.DONE if is_new else Paired.AGAIN


@transaction
async def began(connection: AsyncConnection, pairing_id: int, since: date | None) -> Pairing | None:
    """Since when they are paired; None: they are no more."""
    this = table.c.id == pairing_id
    await connection.execute(update(table).where(this).values(since=since))
    return Pairing.of((await connection.execute(_pairings().where(this))).one_or_none())


@transaction
async def annotate(connection: AsyncConnection, pairing_id: int, note: str) -> Pairing | None:
    """What else is to be known of them; None: they are no more."""
    this = table.c.id == pairing_id
    await connection.execute(update(table).where(this).values(note=note))
    return Pairing.of((await connection.execute(_pairings().where(this))).one_or_none())


@transaction
async def ask(
    connection: AsyncConnection, question: str, pairing_id: int, chat_id: int, now: datetime
) -> None:
    """Owes `QUESTION`, for the day, or `NOTE`."""
    await deliveries.owe(connection, question, pairing_id, chat_id, now)


async def take_over(
    connection: AsyncConnection,
    begun: Sequence[tuple[int, int, date | None]],
    person_id: int,
    now: datetime,
) -> None:
    """Pairs organisations with communities, or says another day; what was noted of them stays."""
    values = [
        {"organisation_id": unit, "community_id": community, "since": since}
        | {"paired_by": person_id, "paired_at": now}
        for unit, community, since in begun
    ]
    made = insert(table)
    day = {"since": made.excluded.since}
    two = (table.c.organisation_id, table.c.community_id)
    await connection.execute(made.on_conflict_do_update(index_elements=two, set_=day), values)


async def part(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """They are paired no more."""
    await connection.execute(table.delete().where(table.c.id.in_(ids)))


async def also_former(connection: AsyncConnection) -> tuple[Pairing, ...]:
    """All pairings, also of those that have left, within another query."""
    return Pairing.each(await connection.execute(_named()))


@query
async def one(connection: AsyncConnection, pairing_id: int) -> Pairing | None:
    """The pairing with this id."""
    found = _pairings().where(table.c.id == pairing_id)
    return Pairing.of((await connection.execute(found)).one_or_none())


@transaction
async def unpair(
    connection: AsyncConnection, organisation_id: int, community_id: int
) -> Pairing | None:
    """They are paired no more; gives what was taken away, None when there was nothing."""
    this = and_(table.c.organisation_id == organisation_id, table.c.community_id == community_id)
    found = Pairing.of((await connection.execute(_pairings().where(this))).one_or_none())
    if found is not None:
        await connection.execute(table.delete().where(this))
    return found


@query
async def of(connection: AsyncConnection, organisation_id: int) -> tuple[Pairing, ...]:
    """With whom an organisation is paired, or who is paired with a community."""
    either = or_(
        table.c.organisation_id == organisation_id, table.c.community_id == organisation_id
    )
    return Pairing.each(await connection.execute(_pairings().where(either)))


@query
async def every(connection: AsyncConnection) -> tuple[Pairing, ...]:
    """All pairings: communities in the register's order, then the organisations in it."""
    return Pairing.each(await connection.execute(_pairings()))


@query
async def without(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """Who is paired with nobody, communities too, in the register's order; never the street."""
    one, other = organisations.alias(), organisations.alias()
    named = or_(
        table.c.organisation_id == organisations.c.id, table.c.community_id == organisations.c.id
    )
    still = (
        select(table.c.id)
        .join(one, one.c.id == table.c.organisation_id)
        .join(other, other.c.id == table.c.community_id)
        .where(named, one.c.retired_at.is_(None), other.c.retired_at.is_(None))
    )
    there = and_(organisations.c.category != STREET, organisations.c.retired_at.is_(None))
    found = select(organisations).where(there, ~exists(still.correlate(organisations)))
    rows = await connection.execute(found.order_by(organisations.c.position, organisations.c.id))
    return Organisation.each(rows)


def _pairings() -> Select[Any]:
    """Those of whom neither has left the alliance; who comes back is paired as before."""
    return _named().where(UNIT.c.retired_at.is_(None), THEIRS.c.retired_at.is_(None))


def _named() -> Select[Any]:
    names = UNIT.c.short_name.label("organisation"), THEIRS.c.short_name.label("community")
    return (
        select(table, *names)
        .join(UNIT, UNIT.c.id == table.c.organisation_id)
        .join(THEIRS, THEIRS.c.id == table.c.community_id)
        .order_by(THEIRS.c.position, UNIT.c.position, table.c.id)
    )
