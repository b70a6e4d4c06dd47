"""What staff say to a candidate, once; what follows of it is in the same transaction."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import candidates, deliveries, handovers, questions, seats
from storage.candidates import DECLINED, HANDOVER, WITHDRAWN, Candidate
from storage.database import transaction
from storage.handovers import HANDED
from storage.questions import ANSWER, GRANTED, OPEN
from storage.seats import Rank
from storage.tables import candidates as table
from storage.values import Value


class Verdict(Enum):
    """What a press came to."""

    MADE = "made"
    BEFORE = "before"
    GONE = "gone"


class Decided(Value):
    """What a press came to, and the candidate as it stands after it."""

    verdict: Verdict
    candidate: Candidate | None = None


@transaction
async def grant(
    connection: AsyncConnection, candidate_id: int, rank: Rank, by: int, now: datetime
) -> Decided:
    """The candidate has the rank from now on; the first word counts."""
    values = {"state": GRANTED, "rank": rank.value, "decided_by": by, "decided_at": now}
    decided = await _decide(connection, candidate_id, values)
    if decided.verdict is Verdict.MADE and decided.candidate is not None:
        candidate = decided.candidate
        who = candidate.person.id, candidate.organisation.id
        await seats.seat(connection, *who, rank, by, now)
        await deliveries.owe(connection, ANSWER, candidate_id, candidate.person.id, now)
        await handovers.follow(connection, candidate, now)
    return decided


@transaction
async def decline(
    connection: AsyncConnection, candidate_id: int, by: int, now: datetime
) -> Decided:
    """The candidate gets no role, and hears what to do; the first word counts.

    Whom a liaison chose as successor was not asked, and hears nothing: the liaison does.
    """
    values = {"state": DECLINED, "decided_by": by, "decided_at": now}
    decided = await _decide(connection, candidate_id, values)
    if decided.verdict is Verdict.MADE and decided.candidate is not None:
        candidate = decided.candidate
        if candidate.origin == HANDOVER and candidate.predecessor is not None:
            old = candidate.predecessor.id
            await deliveries.owe(connection, HANDED, candidate_id, old, now)
        if candidate.origin != HANDOVER or candidate.inviter is not None:
            await deliveries.owe(connection, ANSWER, candidate_id, candidate.person.id, now)
    return decided


@transaction
async def withdraw(
    connection: AsyncConnection, candidate_id: int, person_id: int, now: datetime
) -> Decided:
    """Somebody takes the own request back; another's is none of theirs."""
    candidate = await candidates.found(connection, candidate_id)
    if candidate is None or candidate.person.id != person_id:
        return Decided(verdict=Verdict.GONE)
    return await _decide(connection, candidate_id, {"state": WITHDRAWN, "decided_at": now})


async def _decide(
    connection: AsyncConnection, candidate_id: int, values: Mapping[str, object]
) -> Decided:
    waits = and_(table.c.id == candidate_id, table.c.state == OPEN)
    is_made = (
        await connection.execute(update(table).where(waits).values(dict(values)))
    ).rowcount == 1
    candidate = await candidates.found(connection, candidate_id)
    if candidate is None:
        return Decided(verdict=Verdict.GONE)
    if is_made:
        await questions.shown_anew(connection, candidate_id)
    return Decided(verdict=Verdict.MADE if is_made else Verdict.BEFORE, candidate=candidate)
