"""Who would like to have a role: nobody has one before a member of staff said yes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum

from sqlalchemy import ColumnElement, and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, people, questions, seats
from storage.database import query, transaction
from storage.organisations import Organisation
from storage.people import Person
from storage.questions import CANDIDATE, CANDIDATE_TO_ALL, GRANTED, OPEN
from storage.seats import Rank
from storage.tables import (
    candidates as table,
    organisations,
    people as persons,
)
from storage.values import Value

TOLD_IN_GROUP = "people.told_in_group"
"""The delivery to the group where it was asked, when no private message arrives."""
LINK, REQUEST, HANDOVER = "link", "request", "handover"
"""By opening a link of staff's, by asking, or because a liaison hands the role over."""
DECLINED, WITHDRAWN = "declined", "withdrawn"
MOST_OPEN, MOST_A_DAY = 3, 6
"""So many requests one person may have open, and may make in a day."""
DAY = timedelta(days=1)


class Asked(Enum):
    """What became of somebody's request."""

    ASKED = "asked"
    WAITS = "waits"
    HAS_IT = "has it"
    DECLINED = "declined"
    TOO_MANY = "too many"


class Candidate(Value):
    """Somebody who waits for staff's word, or once did."""

    id: int
    person: Person
    organisation: Organisation
    origin: str
    rank: Rank | None
    """What is asked for, then what was given; None: staff choose."""
    asked_at: datetime
    chat_id: int | None
    message_id: int | None
    """Where it was asked in a group."""
    inviter: Person | None = None
    predecessor: Person | None = None
    """Who hands the role over."""
    stays_deputy: bool
    state: str
    decider: Person | None = None
    decided_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.state == OPEN


@query
async def one(connection: AsyncConnection, candidate_id: int) -> Candidate | None:
    """The candidate with this id."""
    return await found(connection, candidate_id)


async def found(connection: AsyncConnection, candidate_id: int) -> Candidate | None:
    """The same within another query or transaction."""
    every = await _every(connection, table.c.id == candidate_id)
    return every[0] if every else None


@query
async def open_ones(connection: AsyncConnection) -> tuple[Candidate, ...]:
    """All who wait, the longest first."""
    return await _every(connection, table.c.state == OPEN)


@query
async def waiting_of(connection: AsyncConnection, person_id: int) -> tuple[Candidate, ...]:
    """What one person waits for."""
    return await _every(connection, and_(table.c.person_id == person_id, table.c.state == OPEN))


@query
async def last_of(connection: AsyncConnection, person_id: int) -> Candidate | None:
    """What one person was told last."""
    latest = select(func.max(table.c.id)).where(
        table.c.person_id == person_id, table.c.state.in_((GRANTED, DECLINED))
    )
    every = await _every(connection, table.c.id == latest.scalar_subquery())
    return every[0] if every else None


@transaction
async def ask(
    connection: AsyncConnection,
    person_id: int,
    organisation_id: int,
    now: datetime,
    where: tuple[int, int] | None,
) -> Asked:
    """Somebody asks for a role in an organisation; `where` is the group and the message there."""
    rank = await seats.rank_of(connection, person_id, organisation_id)
    if rank in {Rank.LIAISON, Rank.DEPUTY}:
        return Asked.HAS_IT
    own = table.c.person_id == person_id
    same = and_(own, table.c.organisation_id == organisation_id)
    if await waits(connection, person_id, organisation_id):
        return Asked.WAITS
    lately = and_(own, table.c.origin == REQUEST, table.c.asked_at > now - DAY)
    if await _count(connection, and_(same, lately, table.c.state == DECLINED)):
        return Asked.DECLINED
    is_open = and_(own, table.c.state == OPEN)
    too_many = await _count(connection, is_open) >= MOST_OPEN
    if too_many or await _count(connection, lately) >= MOST_A_DAY:
        return Asked.TOO_MANY
    chat_id, message_id = where or (None, None)
    facts = {"origin": REQUEST, "chat_id": chat_id, "message_id": message_id}
    await stand(connection, person_id, organisation_id, now, facts)
    return Asked.ASKED


async def waits(connection: AsyncConnection, person_id: int, organisation_id: int) -> bool:
    """True when staff were asked about this person and this organisation, and said nothing yet."""
    pair = and_(table.c.person_id == person_id, table.c.organisation_id == organisation_id)
    return await _count(connection, and_(pair, table.c.state == OPEN)) > 0


async def stand(  # noqa: PLR0913, PLR0917 - who, where, when, how
    connection: AsyncConnection,
    person_id: int,
    organisation_id: int,
    now: datetime,
    facts: Mapping[str, object],
    inviter: int | None = None,
) -> int:
    """Keeps a candidate and owes staff the question, within another transaction; gives the id.

    Who gave the link out is asked alone, as long as the bot can write to them.
    """
    who = {"person_id": person_id, "organisation_id": organisation_id, "asked_at": now}
    made = insert(table).values({**who, **facts}).returning(table.c.id)
    candidate_id: int = (await connection.execute(made)).scalar_one()
    for staff in await people.staff_to_tell(connection, inviter):
        kind = CANDIDATE if staff == inviter else CANDIDATE_TO_ALL
        await deliveries.owe(connection, kind, candidate_id, staff, now)
    return candidate_id


@transaction
async def pass_on(connection: AsyncConnection, candidate_id: int, now: datetime) -> None:
    """Who should decide cannot be written to: all other staff are asked."""
    candidate = await found(connection, candidate_id)
    if candidate is not None and candidate.is_open:
        before = await questions.asked(connection, candidate_id)
        others = await people.staff_to_tell(connection)
        for staff in (one for one in others if one not in before):
            await deliveries.owe(connection, CANDIDATE_TO_ALL, candidate_id, staff, now)


@transaction
async def show(
    connection: AsyncConnection, candidate_id: int, person_id: int, now: datetime
) -> None:
    """Owes the question to a member of staff who asked for it, as a message of its own."""
    await deliveries.owe(connection, CANDIDATE_TO_ALL, candidate_id, person_id, now)


@transaction
async def tell_in_group(connection: AsyncConnection, candidate_id: int, now: datetime) -> None:
    """The answer reached nobody in private: the group where it was asked says that there is one."""
    candidate = await found(connection, candidate_id)
    if candidate is not None and candidate.chat_id is not None:
        where, reply_to = (candidate_id, candidate.chat_id, now), candidate.message_id
        await deliveries.owe(connection, TOLD_IN_GROUP, *where, reply_to=reply_to)


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(table).where(which)
    return int((await connection.execute(counted)).scalar_one())


async def _every(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[Candidate, ...]:
    rows = (await connection.execute(select(table).where(which).order_by(table.c.id))).all()
    ids = {row.person_id for row in rows}
    ids |= {one for row in rows for one in (row.invited_by, row.predecessor, row.decided_by)}
    known = await connection.execute(select(persons).where(persons.c.id.in_(ids - {None})))
    by_id = {one.id: one for one in Person.each(known)}
    served = select(organisations).where(
        organisations.c.id.in_({row.organisation_id for row in rows})
    )
    offices = {one.id: one for one in Organisation.each(await connection.execute(served))}
    return tuple(
        Candidate.model_validate(
            dict(row._mapping)  # noqa: SLF001 - the row's public mapping
            | {
                "person": by_id[row.person_id],
                "organisation": offices[row.organisation_id],
                "inviter": by_id.get(row.invited_by),
                "predecessor": by_id.get(row.predecessor),
                "decider": by_id.get(row.decided_by),
            }
        )
        for row in rows
    )
