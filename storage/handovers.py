"""A role that goes from one person to another, and what the new one takes along."""

from datetime import datetime

from sqlalchemy import exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import candidates, deliveries, people, questions, reminders, seats
from storage.candidates import HANDOVER, Asked, Candidate
from storage.database import query, transaction
from storage.notices import OPEN as TAKES_ANSWERS, has_left
from storage.people import Person
from storage.questions import ANSWER, GRANTED
from storage.reminders import COPY
from storage.seats import Rank
from storage.tables import (
    answers,
    asked,
    candidates as table,
    liaisons,
    memberships,
    notices,
    people as persons,
)

HANDED = "people.handed"
"""The delivery to who had the role before; its subject is the candidate."""
DESERTED = "people.deserted"
"""The delivery to staff when nobody answers for an organisation any more; its subject."""
MOST_NOTICES = 10
"""So many open notices are sent along; /pending has the others."""


@query
async def successors(
    connection: AsyncConnection, organisation_id: int, person_id: int
) -> tuple[Person, ...]:
    """Who belongs to the organisation and could take over: deputies first, then members."""
    deputies = (
        select(persons)
        .join(liaisons, liaisons.c.person_id == persons.c.id)
        .where(liaisons.c.organisation_id == organisation_id, liaisons.c.is_deputy)
        .where(persons.c.id != person_id)
        .order_by(liaisons.c.since)
    )
    members = (
        select(persons)
        .join(memberships, memberships.c.person_id == persons.c.id)
        .where(memberships.c.organisation_id == organisation_id, persons.c.id != person_id)
        .order_by(memberships.c.since)
    )
    first = Person.each(await connection.execute(deputies))
    return (*first, *Person.each(await connection.execute(members)))


@transaction
async def propose(  # noqa: PLR0913 - of what, from whom, to whom, when, how
    connection: AsyncConnection,
    organisation_id: int,
    predecessor: int,
    successor: int,
    now: datetime,
    *,
    stays_deputy: bool,
) -> Asked:
    """A liaison hands the own role over: staff are asked, and nothing changes before."""
    if await seats.rank_of(connection, predecessor, organisation_id) is not Rank.LIAISON:
        return Asked.HAS_IT
    if await candidates.waits(connection, successor, organisation_id):
        return Asked.WAITS
    facts = _facts(predecessor, stays_deputy=stays_deputy)
    await candidates.stand(connection, successor, organisation_id, now, facts)
    return Asked.ASKED


@transaction
async def hand_over(  # noqa: PLR0913, PLR0917 - of what, from whom, to whom, by whom, when, how
    connection: AsyncConnection,
    organisation_id: int,
    predecessor: int,
    successor: int,
    by: int,
    now: datetime,
    *,
    stays_deputy: bool,
) -> Candidate | None:
    """Staff hand it over by themselves: it counts at once. None: the one had no role to give."""
    if await seats.rank_of(connection, predecessor, organisation_id) is not Rank.LIAISON:
        return None
    pair = successor, organisation_id
    await questions.overtaken(connection, *pair, Rank.LIAISON.value, by, now)
    who = {"person_id": successor, "organisation_id": organisation_id, "asked_at": now}
    decided = {"state": GRANTED, "decided_by": by, "decided_at": now}
    facts = _facts(predecessor, stays_deputy=stays_deputy)
    made = insert(table).values({**who, **facts, **decided}).returning(table.c.id)
    candidate_id: int = (await connection.execute(made)).scalar_one()
    await seats.seat(connection, successor, organisation_id, Rank.LIAISON, by, now)
    candidate = await candidates.found(connection, candidate_id)
    if candidate is not None:
        await deliveries.owe(connection, ANSWER, candidate_id, successor, now)
        await follow(connection, candidate, now)
    return candidate


async def follow(connection: AsyncConnection, candidate: Candidate, now: datetime) -> None:
    """The new one has the role: the old one's ends, and open notices go along.

    Within the transaction that gave it, after the answer was owed.
    """
    one, old = candidate.organisation.id, candidate.predecessor
    if candidate.origin != HANDOVER or old is None:
        return
    if candidate.stays_deputy:
        await seats.demote(connection, old.id, one)
    else:
        await seats.unseat(connection, old.id, one)
    await deliveries.owe(connection, HANDED, candidate.id, old.id, now)
    if candidate.person.is_reachable:
        await _take_along(connection, candidate, now)


@transaction
async def take_along(connection: AsyncConnection, candidate_id: int, now: datetime) -> None:
    """The job: the successor opened the private chat after the role was given."""
    candidate = await candidates.found(connection, candidate_id)
    if candidate is not None and candidate.origin == HANDOVER and candidate.state == GRANTED:
        await _take_along(connection, candidate, now)


@transaction
async def leave(
    connection: AsyncConnection, person_id: int, organisation_id: int, now: datetime
) -> Rank | None:
    """Somebody gives the own role back; staff hear of it when nobody is left. None: had none."""
    had = await seats.unseat(connection, person_id, organisation_id)
    if had in {Rank.LIAISON, Rank.DEPUTY} and not await _is_served(connection, organisation_id):
        for staff in await people.staff_to_tell(connection):
            await deliveries.owe(connection, DESERTED, organisation_id, staff, now)
    return had


@query
async def open_notices(connection: AsyncConnection, organisation_id: int) -> tuple[int, ...]:
    """The ids of notices that still wait for the organisation's answer, the oldest first."""
    return await _open(connection, organisation_id)


def _facts(predecessor: int, *, stays_deputy: bool) -> dict[str, object]:
    return {
        "origin": HANDOVER,
        "rank": Rank.LIAISON.value,
        "predecessor": predecessor,
        "stays_deputy": stays_deputy,
    }


async def _is_served(connection: AsyncConnection, organisation_id: int) -> bool:
    served = exists().where(liaisons.c.organisation_id == organisation_id)
    return bool((await connection.execute(select(served))).scalar_one())


async def _open(connection: AsyncConnection, organisation_id: int) -> tuple[int, ...]:
    answered = exists().where(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    lacking = (
        select(notices.c.id)
        .join(asked, asked.c.notice_id == notices.c.id)
        .where(asked.c.organisation_id == organisation_id, ~answered)
        .where(notices.c.state == TAKES_ANSWERS, has_left)
        .order_by(notices.c.number)
    )
    return tuple((await connection.execute(lacking)).scalars())


async def _take_along(connection: AsyncConnection, candidate: Candidate, now: datetime) -> None:
    """Each with its buttons, as a copy of the notice: so it is edited like every other copy."""
    person_id = candidate.person.id
    for notice_id in (await _open(connection, candidate.organisation.id))[-MOST_NOTICES:]:
        copy = await reminders.keep(connection, notice_id, person_id, now, None, is_copy=True)
        await deliveries.owe(connection, COPY, copy, person_id, now)
