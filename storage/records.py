"""An answer is written down: the row that counts, the record of all that were given, the files.

Parts of the transactions of those who answer, or write down what they were told.
"""

from datetime import datetime

from sqlalchemy import delete, insert as plain_insert, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, reminders
from storage.notices import CARD, COME, Notice
from storage.tables import (
    answers as table,
    changes,
    papers,
    reminders as reminders_table,
)
from storage.votes import Answer, Paper, Vote, id_of, row_of

UNDONE = ""
"""What the record of changes has for an answer that was taken back."""


async def take(
    connection: AsyncConnection, notice: Notice, vote: Vote, person_id: int, now: datetime
) -> None:
    """A changed answer starts anew: the reason of an old difficulty goes with it.

    More people for a place than before go to the end of the waiting list.
    """
    given = vote.given or Answer(answer=UNDONE)
    facts = given.model_dump() | {"person_id": person_id, "answered_at": now, "reason": ""}
    before = vote.before.amount or 0 if vote.before and vote.before.answer == COME else 0
    if given.answer == COME and (given.amount or 0) > before:
        facts["queued_at"] = now
    whose = {"notice_id": notice.id, "organisation_id": id_of(vote), "person_id": person_id}
    key = "organisation_id" if vote.organisation else "person_id"
    is_own = table.c.organisation_id.is_(None)
    taken = insert(table).values(whose | facts)
    taken = taken.on_conflict_do_update(
        index_elements=["notice_id", key],
        index_where=~is_own if vote.organisation else is_own,
        set_=facts,
    )
    await connection.execute(taken)
    await _record(connection, notice.id, vote, person_id, given, now)


async def take_back(
    connection: AsyncConnection, notice_id: int, vote: Vote, person_id: int, now: datetime
) -> None:
    """There is no answer any more; that there was one stays on the record."""
    await connection.execute(delete(table).where(row_of(notice_id, vote, person_id)))
    await _record(connection, notice_id, vote, person_id, Answer(answer=UNDONE), now)


async def keep(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    vote: Vote,
    person_id: int,
    paper: Paper,
    now: datetime,
) -> None:
    """A file or photo that was handed in."""
    whose = {"notice_id": notice_id, "organisation_id": id_of(vote), "person_id": person_id}
    kept = plain_insert(papers).values(whose | paper.model_dump() | {"handed_in_at": now})
    await connection.execute(kept)


async def show(connection: AsyncConnection, notice_id: int, new: list[Vote]) -> None:
    """The card and what reminded show the answers; nothing to look for if nobody was reminded."""
    await deliveries.owe_edit(connection, CARD, notice_id)
    reminded = select(reminders_table.c.id).where(reminders_table.c.notice_id == notice_id)
    ids = [vote.organisation.id for vote in new if vote.organisation]
    if ids and (await connection.execute(reminded.limit(1))).first() is not None:
        await reminders.settle(connection, notice_id, ids)


async def _record(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    vote: Vote,
    person_id: int,
    given: Answer,
    now: datetime,
) -> None:
    """Every answer is kept, the ones that others took the place of too."""
    whose = {"notice_id": notice_id, "organisation_id": id_of(vote), "person_id": person_id}
    made = plain_insert(changes).values(whose | given.model_dump() | {"changed_at": now})
    await connection.execute(made)
