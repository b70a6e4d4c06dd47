"""The people the bot has met, and what they may."""

from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import first_steps, questions
from storage.database import query, touch, transaction
from storage.organisations import Organisation
from storage.tables import invitations, liaisons, memberships, organisations, people as table
from storage.values import Value

TOPIC = "people"
"""Touched when somebody's name, role or reach may have changed."""


class Person(Value):
    """Somebody on Telegram; `id` is Telegram's user id."""

    id: int
    name: str = ""
    username: str = ""
    language: str | None = None
    is_staff: bool = False
    is_reachable: bool = False
    """True: there is a private chat with the bot, and it was not blocked."""
    unreached_at: datetime | None = None
    unreached_why: str | None = None
    """`blocked`, `never started` or `deactivated`, when a message could not be delivered."""


class Liaison(Person):
    """Somebody who answers for an organisation."""

    is_deputy: bool = False
    """True: called only when no liaison answers, or can be reached; may answer as they may."""


REACHABLE = {"is_reachable": True, "unreached_at": None, "unreached_why": None}


class Leave(Enum):
    """What became of the wish that somebody be staff no more."""

    DONE = "done"
    NO_STAFF = "no staff"
    LAST = "last"


async def meet(connection: AsyncConnection, person: Person) -> None:
    """Remembers somebody by the present name, within another transaction.

    Roles and a chosen language stay as they are; reachable once is reachable until blocked.
    """
    facts = person.model_dump(include={"id", "name", "username", "language"})
    facts |= REACHABLE if person.is_reachable else {}
    if (await connection.execute(_met(tuple(facts)), facts)).rowcount == 0:
        return  # most people are as they were, and nobody has to look again
    touch(connection, TOPIC)
    if person.is_reachable:
        await questions.come_within_reach(connection, person.id)


@cache
def _met(names: tuple[str, ...]) -> Insert:
    """What remembers these facts where they are news; made once, because everybody is met."""
    met = insert(table)
    facts: dict[str, ColumnElement[Any]] = {name: met.excluded[name] for name in names[1:]}
    facts["language"] = func.coalesce(table.c.language, met.excluded.language)
    is_news = or_(*(table.c[name].is_distinct_from(fact) for name, fact in facts.items()))
    return met.on_conflict_do_update(index_elements=["id"], set_=facts, where=is_news)


async def reach(connection: AsyncConnection, person_id: int, *, is_reachable: bool) -> None:
    """The person opened or blocked the private chat, within another transaction."""
    touch(connection, TOPIC)
    facts = REACHABLE if is_reachable else {"is_reachable": False, "unreached_why": "blocked"}
    await connection.execute(update(table).where(table.c.id == person_id).values(facts))
    if is_reachable:
        await questions.come_within_reach(connection, person_id)


async def unreached(connection: AsyncConnection, person_id: int, why: str, now: datetime) -> None:
    """A private message could not be delivered, within another transaction."""
    touch(connection, TOPIC)
    facts = {"is_reachable": False, "unreached_at": now, "unreached_why": why}
    await connection.execute(update(table).where(table.c.id == person_id).values(facts))


@transaction
async def remember(connection: AsyncConnection, person: Person) -> None:
    """Remembers somebody of whom others speak."""
    await meet(connection, person)


@query
async def known(
    connection: AsyncConnection, person_id: int
) -> tuple[Person | None, tuple[Organisation, ...]]:
    """The person, None when never met, and the organisations that the person answers for."""
    who = {"who": person_id}
    row = (await connection.execute(_known(), who)).one_or_none()
    return Person.of(row), Organisation.each(await connection.execute(_answers_for(), who))


@cache
def _known() -> Select[Any]:
    """Made once, as what follows: every update asks for both."""
    return select(table).where(table.c.id == bindparam("who"))


@cache
def _answers_for() -> Select[Any]:
    served = liaisons.c.organisation_id == organisations.c.id
    own = and_(liaisons.c.person_id == bindparam("who"), organisations.c.retired_at.is_(None))
    among = select(organisations).join(liaisons, served)
    return among.where(own).order_by(organisations.c.position)


@query
async def staff(connection: AsyncConnection) -> tuple[Person, ...]:
    """Who works at the street office, by name."""
    rows = await connection.execute(
        select(table).where(table.c.is_staff).order_by(table.c.name, table.c.id)
    )
    return Person.each(rows)


@query
async def liaisons_of(connection: AsyncConnection, organisation_id: int) -> tuple[Liaison, ...]:
    """Who answers for the organisation: deputies last, the longest-serving first."""
    rows = await connection.execute(
        select(table, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == table.c.id)
        .where(liaisons.c.organisation_id == organisation_id)
        .order_by(liaisons.c.is_deputy, liaisons.c.since, table.c.id)
    )
    return Liaison.each(rows)


@query
async def with_roles(connection: AsyncConnection) -> tuple[Person, ...]:
    """All staff and all liaisons: everybody who may more than a member."""
    is_liaison = table.c.id.in_(select(liaisons.c.person_id))
    rows = await connection.execute(
        select(table).where(or_(table.c.is_staff, is_liaison)).order_by(table.c.id)
    )
    return Person.each(rows)


@transaction
async def speak(connection: AsyncConnection, person_id: int, language: str) -> None:
    """Chooses the person's language."""
    await connection.execute(update(table).where(table.c.id == person_id).values(language=language))


@transaction
async def make_staff(
    connection: AsyncConnection,
    person_id: int,
    met: Person | None = None,
    now: datetime | None = None,
) -> bool:
    """Gives the role, also to somebody never met; False when the person had it.

    With the moment it owes the first steps as well.
    """
    touch(connection, TOPIC)
    await _know(connection, person_id, met)
    member = and_(table.c.id == person_id, ~table.c.is_staff)
    made = await connection.execute(update(table).where(member).values(is_staff=True))
    if now is not None:
        await first_steps.owe(connection, person_id, now)
    return made.rowcount == 1


@transaction
async def remove_staff(connection: AsyncConnection, person_id: int) -> Leave:
    """Takes the role, and the links that the person gave out with it; the last one keeps it."""
    touch(connection, TOPIC)
    ids = set((await connection.execute(select(table.c.id).where(table.c.is_staff))).scalars())
    if person_id not in ids:
        return Leave.NO_STAFF
    if len(ids) == 1:
        return Leave.LAST
    await connection.execute(update(table).where(table.c.id == person_id).values(is_staff=False))
    unused = and_(invitations.c.created_by == person_id, invitations.c.used_at.is_(None))
    await connection.execute(delete(invitations).where(unused))
    return Leave.DONE


@transaction
async def appoint(  # noqa: PLR0913, PLR0917 - who, for what, by whom, when
    connection: AsyncConnection,
    person_id: int,
    organisation_id: int,
    added_by: int,
    now: datetime,
    met: Person | None = None,
    *,
    is_deputy: bool = False,
) -> bool:
    """Makes the person, also one never met, answer for the organisation; False: did already.

    Who only belonged to it does so no more, and what the person had asked for is settled.
    """
    touch(connection, TOPIC)
    await _know(connection, person_id, met)
    rank = "deputy" if is_deputy else "liaison"
    await questions.overtaken(connection, person_id, organisation_id, rank, added_by, now)
    belongs = and_(
        memberships.c.person_id == person_id, memberships.c.organisation_id == organisation_id
    )
    await connection.execute(delete(memberships).where(belongs))
    made = insert(liaisons).values(person_id=person_id, organisation_id=organisation_id)
    made = made.values(since=now, added_by=added_by, is_deputy=is_deputy)
    is_new = (await connection.execute(made.on_conflict_do_nothing())).rowcount == 1
    await first_steps.owe(connection, person_id, now)
    return is_new


@transaction
async def rank(
    connection: AsyncConnection, person_id: int, organisation_id: int, *, is_deputy: bool
) -> bool:
    """A liaison becomes deputy, or a deputy liaison; False: does not answer for it."""
    pair = and_(liaisons.c.person_id == person_id, liaisons.c.organisation_id == organisation_id)
    ranked = update(liaisons).where(pair).values(is_deputy=is_deputy)
    return (await connection.execute(ranked)).rowcount == 1


async def _know(connection: AsyncConnection, person_id: int, met: Person | None) -> None:
    """Somebody never met is called by the id, until the first message tells the name."""
    if met is not None:
        await meet(connection, met)
    else:
        unmet = insert(table).values(id=person_id, name=str(person_id))
        await connection.execute(unmet.on_conflict_do_nothing())


async def staff_to_tell(connection: AsyncConnection, *ids: int | None) -> tuple[int, ...]:
    """Those of these who are staff and can be written to; if none is, all staff who can be."""
    told = select(table.c.id).where(table.c.is_staff, table.c.is_reachable).order_by(table.c.id)
    every = tuple((await connection.execute(told)).scalars())
    return tuple(one for one in every if one in ids) or every
