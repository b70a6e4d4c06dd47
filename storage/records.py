"""An answer is written down: the row that counts, the record of all that were given, the files.

Parts of the transactions of those who answer, or write down what they were told.
"""

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Insert as PlainInsert,
    Select,
    bindparam,
    delete,
    func,
    insert as plain_insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import calls, deliveries, private_copies, reminders
from storage.notices import CARD, COME, DIFFICULTY, Terms
from storage.tables import (
    answers as table,
    changes,
    papers,
    reminders as reminders_table,
)
from storage.votes import Answer, Paper, Vote, id_of, like, row_of

NEXT = timedelta(microseconds=1)
"""The least by which two moments differ that are kept."""
UNDONE = ""
"""What the record of changes has for an answer that was taken back."""


async def take(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    notice: Terms,
    vote: Vote,
    person_id: int,
    now: datetime,
    *,
    is_noted: bool = False,
    is_reaction: bool = False,
) -> None:
    """A changed answer starts anew: the reason of an old difficulty goes with it.

    More people for a place than before go to the end of the waiting list. One that `is_noted` was
    told to the person, who is of the staff; one that `is_reaction` was given by no more than that.
    """
    given = vote.given or Answer(answer=UNDONE)
    facts: dict[str, object] = given.model_dump() | {"answered_at": now, "reason": ""}
    how = {"is_noted": is_noted, "is_reaction": is_reaction}
    before = vote.before.amount or 0 if vote.before and vote.before.answer == COME else 0
    if given.answer == COME and (given.amount or 0) > before:
        facts["queued_at"] = await _end_of_queue(connection, notice, vote, now)
    whose = {"notice_id": notice.id, "organisation_id": id_of(vote), "person_id": person_id}
    values = whose | facts | how
    await connection.execute(_taken(vote.organisation is None, frozenset(values)), values)
    await _record(connection, notice.id, vote, person_id, given, now, **how)


@cache
def _taken(is_own: bool, names: frozenset[str]) -> Insert:  # noqa: FBT001 - a key of what is kept
    """What takes these columns of an answer; made once, as all that everybody's answer asks for."""
    taken = insert(table)
    own = table.c.organisation_id.is_(None)
    return taken.on_conflict_do_update(
        index_elements=["notice_id", "person_id" if is_own else "organisation_id"],
        index_where=own if is_own else ~own,
        set_={name: taken.excluded[name] for name in names - {"notice_id", "organisation_id"}},
    )


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


async def explain(
    connection: AsyncConnection,
    which: ColumnElement[bool],
    person_id: int,
    reason: str,
    now: datetime,
) -> tuple[int, ...]:
    """Keeps why there are difficulties, whole and on the record; gives the organisations' ids."""
    explained = update(table).where(which, table.c.answer == DIFFICULTY).values(reason=reason)
    explained = explained.returning(table.c.notice_id, table.c.organisation_id, table.c.is_noted)
    rows = (await connection.execute(explained)).all()
    for row in rows:
        facts = {"answer": DIFFICULTY, "reason": reason, "changed_at": now, "person_id": person_id}
        made = plain_insert(changes).values(notice_id=row.notice_id, is_noted=row.is_noted)
        await connection.execute(made.values(organisation_id=row.organisation_id, **facts))
    return tuple(row.organisation_id for row in rows)


async def show(
    connection: AsyncConnection, notice: Terms, new: list[Vote], person_id: int | None = None
) -> None:
    """The card shows the answers, and what was sent beside it, and what staff read of the missing.

    With the id of who answered for oneself, if somebody did.
    """
    await deliveries.owe_edit(connection, CARD, notice.id)
    await calls.renew(connection, notice)
    if (await connection.execute(_reminded(), {"whose": notice.id})).first() is None:
        return  # nothing to look for
    ids = [vote.organisation.id for vote in new if vote.organisation]
    if ids:
        await reminders.settle(connection, notice.id, ids)
    elif person_id is not None:
        await private_copies.settle(connection, notice.id, person_id)


@cache
def _reminded() -> Select[int]:
    own = reminders_table.c.notice_id == bindparam("whose")
    return select(reminders_table.c.id).where(own).limit(1)


async def _end_of_queue(
    connection: AsyncConnection, notice: Terms, vote: Vote, now: datetime
) -> datetime:
    """After all who were told of a place before, whatever the clock says."""
    if notice.places is None:
        return now
    queued = select(func.max(table.c.queued_at)).where(like(notice.id, vote))
    last = (await connection.execute(queued)).scalar_one()
    return now if last is None or last < now else last + NEXT


async def _record(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    vote: Vote,
    person_id: int,
    given: Answer,
    now: datetime,
    **how: bool,
) -> None:
    """Every answer is kept, the ones that others took the place of too."""
    whose = {"notice_id": notice_id, "organisation_id": id_of(vote), "person_id": person_id}
    facts = given.model_dump() | {"changed_at": now}
    await connection.execute(_changed(), whose | facts | how)


@cache
def _changed() -> PlainInsert:
    return plain_insert(changes)
