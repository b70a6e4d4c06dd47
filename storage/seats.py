"""What somebody is to an organisation: its liaison, its deputy, or a member who only belongs to it.

Who answers for an organisation is a row of `liaisons`, who only belongs to it one of `memberships`,
and nobody has both: so whatever counts liaisons cannot count a member.
"""

from datetime import datetime
from enum import Enum

from sqlalchemy import ColumnElement, Table, and_, delete, literal, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import first_steps, people
from storage.database import query, touch, transaction
from storage.organisations import Organisation
from storage.people import Person
from storage.tables import invitations, liaisons, memberships, organisations, people as persons
from storage.values import Value


class Rank(Enum):
    """What one may be to an organisation."""

    LIAISON = "liaison"
    DEPUTY = "deputy"
    MEMBER = "member"


class Seat(Value):
    """Somebody's rank in one organisation."""

    organisation: Organisation
    rank: Rank


async def seat(  # noqa: PLR0913, PLR0917 - who, where, as what, by whom, when
    connection: AsyncConnection,
    person_id: int,
    organisation_id: int,
    rank: Rank,
    by: int,
    now: datetime,
) -> None:
    """Gives a known person exactly this rank, within another transaction."""
    touch(connection, people.TOPIC)
    who = {"person_id": person_id, "organisation_id": organisation_id}
    since = {"since": now, "added_by": by}
    if rank is Rank.MEMBER:
        await connection.execute(
            delete(liaisons).where(_pair(liaisons, person_id, organisation_id))
        )
        made = insert(memberships).values(who | since).on_conflict_do_nothing()
        await connection.execute(made)
        await first_steps.owe(connection, person_id, now)
        return
    gone = delete(memberships).where(_pair(memberships, person_id, organisation_id))
    await connection.execute(gone)
    is_deputy = rank is Rank.DEPUTY
    given = insert(liaisons).values(who | since | {"is_deputy": is_deputy})
    keys = ["person_id", "organisation_id"]
    ranked = given.on_conflict_do_update(index_elements=keys, set_={"is_deputy": is_deputy})
    await connection.execute(ranked)
    await first_steps.owe(connection, person_id, now)


async def unseat(connection: AsyncConnection, person_id: int, organisation_id: int) -> Rank | None:
    """Takes whatever rank the person has there, within another transaction; gives it."""
    touch(connection, people.TOPIC)
    had = await rank_of(connection, person_id, organisation_id)
    for table in (liaisons, memberships):
        await connection.execute(delete(table).where(_pair(table, person_id, organisation_id)))
    await _end_links(connection, person_id, organisation_id)
    return had


@transaction
async def dismiss(connection: AsyncConnection, person_id: int, organisation_id: int) -> Rank | None:
    """Staff take whatever rank the person has there; gives it, None: there was none."""
    return await unseat(connection, person_id, organisation_id)


async def demote(connection: AsyncConnection, person_id: int, organisation_id: int) -> None:
    """A liaison becomes deputy, within another transaction; who is none stays as they are."""
    touch(connection, people.TOPIC)
    ranked = update(liaisons).where(_pair(liaisons, person_id, organisation_id))
    await connection.execute(ranked.values(is_deputy=True))
    await _end_links(connection, person_id, organisation_id)


async def rank_of(connection: AsyncConnection, person_id: int, organisation_id: int) -> Rank | None:
    """The rank, within another query or transaction."""
    answers = select(liaisons.c.is_deputy).where(_pair(liaisons, person_id, organisation_id))
    is_deputy = (await connection.execute(answers)).scalar_one_or_none()
    if is_deputy is not None:
        return Rank.DEPUTY if is_deputy else Rank.LIAISON
    belongs = select(literal(1)).where(_pair(memberships, person_id, organisation_id))
    found = (await connection.execute(belongs)).first()
    return Rank.MEMBER if found else None


@query
async def rank_in(connection: AsyncConnection, person_id: int, organisation_id: int) -> Rank | None:
    """What somebody is in one organisation."""
    return await rank_of(connection, person_id, organisation_id)


@query
async def of(connection: AsyncConnection, person_id: int) -> tuple[Seat, ...]:
    """All that somebody is in the alliance's organisations, liaison first, in their order."""
    ranked = (
        select(organisations, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.organisation_id == organisations.c.id)
        .where(liaisons.c.person_id == person_id, organisations.c.retired_at.is_(None))
        .order_by(liaisons.c.is_deputy, organisations.c.position)
    )
    belonging = (
        select(organisations)
        .join(memberships, memberships.c.organisation_id == organisations.c.id)
        .where(memberships.c.person_id == person_id, organisations.c.retired_at.is_(None))
        .order_by(organisations.c.position)
    )
    seats = [
        Seat(
            organisation=Organisation.model_validate(row),
            rank=Rank.DEPUTY if row.is_deputy else Rank.LIAISON,
        )
        for row in await connection.execute(ranked)
    ]
    members = Organisation.each(await connection.execute(belonging))
    return (*seats, *(Seat(organisation=one, rank=Rank.MEMBER) for one in members))


@query
async def members_of(connection: AsyncConnection, organisation_id: int) -> tuple[Person, ...]:
    """Who only belongs to an organisation, the longest first."""
    rows = await connection.execute(
        select(persons)
        .join(memberships, memberships.c.person_id == persons.c.id)
        .where(memberships.c.organisation_id == organisation_id)
        .order_by(memberships.c.since, persons.c.id)
    )
    return Person.each(rows)


async def _end_links(connection: AsyncConnection, person_id: int, organisation_id: int) -> None:
    """Links by which somebody was to hand over a role that is gone."""
    unused = and_(
        invitations.c.predecessor == person_id,
        invitations.c.organisation_id == organisation_id,
        invitations.c.used_at.is_(None),
    )
    await connection.execute(delete(invitations).where(unused))


def _pair(table: Table, person_id: int, organisation_id: int) -> ColumnElement[bool]:
    return and_(table.c.person_id == person_id, table.c.organisation_id == organisation_id)
