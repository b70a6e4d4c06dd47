"""The messages that ask staff about a candidate: one for each who is asked, kept up to date."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs
from storage.database import touch
from storage.tables import candidates as table, deliveries as owed

CANDIDATE, CANDIDATE_TO_ALL = "people.candidate", "people.candidate_to_all"
"""The deliveries that ask staff: who gave the link out, and everybody else. Subject: candidate."""
ANSWER = "people.answer"
"""The delivery that tells the candidate in private; its subject is the candidate."""
TAKE_ALONG = "people.take_along"
"""The job that sends open notices to a successor whose private chat was closed; the candidate."""
OPEN, GRANTED = "open", "granted"


async def shown_anew(connection: AsyncConnection, candidate_id: int) -> None:
    """Every question about the candidate says what became of it, within another transaction."""
    for kind in (CANDIDATE, CANDIDATE_TO_ALL):
        await deliveries.owe_edit(connection, kind, candidate_id)


async def asked(connection: AsyncConnection, candidate_id: int) -> set[int]:
    """Whom a question was owed, within another query or transaction."""
    asks = and_(owed.c.kind.in_((CANDIDATE, CANDIDATE_TO_ALL)), owed.c.subject_id == candidate_id)
    return set((await connection.execute(select(owed.c.chat_id).where(asks))).scalars())


async def overtaken(  # noqa: PLR0913, PLR0917 - whose, for what, as what, by whom, when
    connection: AsyncConnection,
    person_id: int,
    organisation_id: int,
    rank: str,
    by: int,
    now: datetime,
) -> None:
    """Staff gave a role without being asked: what was open is settled, in that transaction."""
    pair = and_(table.c.person_id == person_id, table.c.organisation_id == organisation_id)
    settled = update(table).where(pair, table.c.state == OPEN).returning(table.c.id)
    settled = settled.values(state=GRANTED, rank=rank, decided_by=by, decided_at=now)
    for candidate_id in (await connection.execute(settled)).scalars().all():
        await shown_anew(connection, candidate_id)


async def come_within_reach(connection: AsyncConnection, person_id: int) -> None:
    """The person opened the private chat: what could not be said is said, in that transaction.

    It is due since it was decided, so it goes at once.
    """
    unsaid = and_(owed.c.kind == ANSWER, owed.c.chat_id == person_id, owed.c.state == "dropped")
    said = update(owed).where(unsaid).values(state="pending", fault=None)
    rows = await connection.execute(said.returning(owed.c.subject_id, owed.c.due_at))
    for row in rows.all():
        touch(connection, deliveries.TOPIC)
        await jobs.schedule(connection, TAKE_ALONG, row.subject_id, row.due_at)
