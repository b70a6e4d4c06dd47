"""What organisations, or people for themselves, answer to a notice; and everything they changed."""

from datetime import datetime

from sqlalchemy import and_, delete, insert as plain_insert, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, reminders
from storage.database import query, transaction
from storage.notices import BY_REPLY, CARD, CHOSEN, COME, DIFFICULTY, Notice, one
from storage.tables import (
    answers as table,
    changes,
    liaisons,
    notices,
    papers,
    reads,
    reminders as reminders_table,
)
from storage.votes import Answer, Paper, Receipt, Vote, id_of, row_of, seated, votes, with_given

REASON = "notices.reason"
"""The delivery that asks, in a private chat, what stands in the way."""
ASK = "notices.ask"
"""The delivery that asks, in a private chat, for a number, words or a file."""
NONE_CHOSEN = Answer(answer=CHOSEN)
"""Of several options the last one was taken away: that is no answer."""
UNDONE = ""
"""What the record of changes has for an answer that was taken back."""


@transaction
async def answer(  # noqa: PLR0913 - a row of columns, for whom, and where to ask for the reason
    connection: AsyncConnection,
    notice_id: int,
    person_id: int,
    given: Answer,
    now: datetime,
    *,
    organisation_id: int | None = None,
    more: bool = False,
    toggles: bool = False,
    paper: Paper | None = None,
    ask_in: int | None = None,
) -> Receipt | None:
    """Takes an answer for each asked organisation of the person, or notes that it was read.

    For one of them only, with an `organisation_id`. `more` adds the amount to that of before,
    `toggles` adds or removes the option in the detail. None for an unknown notice; nothing is
    taken unless it takes answers. `ask_in` is the chat in which a new difficulty's reason is asked
    for.
    """
    notice = await one(connection, notices.c.id == notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    found = await votes(connection, notice, person_id, organisation_id)
    found = tuple(with_given(vote, given, more=more, toggles=toggles) for vote in found)
    new = [vote for vote in found if vote.before != vote.given or paper is not None]
    for vote in new:
        if vote.given == NONE_CHOSEN:
            await _take_back(connection, notice_id, vote, person_id, now)
        else:
            await _take(connection, notice, vote, person_id, now)
        if paper is not None:
            await _keep(connection, notice_id, vote, person_id, paper, now)
    if new:
        await _owe(connection, notice_id, new)
        if given.answer == DIFFICULTY and ask_in is not None:
            await deliveries.owe(connection, REASON, notice_id, ask_in, now)
    elif not found:
        await _note_reading(connection, notice_id, person_id, now)
    placed = tuple([await seated(connection, notice, vote, person_id) for vote in found])
    return Receipt(notice=notice, is_taken=True, votes=placed)


@transaction
async def ask(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime, ask_in: int | None
) -> Receipt | None:
    """Owes the question that wants more than a button, or notes a reading of who is not asked.

    None for an unknown notice. Nothing is owed without a chat to `ask_in`, nor for a notice that
    takes no answers, or that buttons answer.
    """
    notice = await one(connection, notices.c.id == notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    found = await votes(connection, notice, person_id, None)
    if not found:
        await _note_reading(connection, notice_id, person_id, now)
    elif ask_in is not None and notice.form in BY_REPLY:
        await deliveries.owe(connection, ASK, notice_id, ask_in, now)
    return Receipt(notice=notice, is_taken=True, votes=found)


@transaction
async def undo(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Receipt | None:
    """Takes the answers of the person's organisations, or the person's own, back."""
    notice = await one(connection, notices.c.id == notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    found = await votes(connection, notice, person_id, None)
    undone = [vote for vote in found if vote.before is not None]
    for vote in undone:
        await _take_back(connection, notice_id, vote, person_id, now)
    if undone:
        await _owe(connection, notice_id, undone)
    return Receipt(notice=notice, is_taken=True, votes=tuple(undone))


@transaction
async def explain(
    connection: AsyncConnection, notice_id: int, person_id: int, reason: str
) -> tuple[int, ...]:
    """Keeps why the person's organisations have difficulties; returns the ids of those that do."""
    own = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    explained = (
        update(table)
        .where(table.c.notice_id == notice_id, table.c.answer == DIFFICULTY)
        .where(table.c.organisation_id.in_(own))
        .values(reason=reason)
        .returning(table.c.organisation_id)
    )
    return tuple((await connection.execute(explained)).scalars())


@query
async def own(connection: AsyncConnection, notice_id: int, person_id: int) -> Answer | None:
    """What a person answered for oneself; None: nothing yet."""
    mine = and_(
        table.c.notice_id == notice_id,
        table.c.person_id == person_id,
        table.c.organisation_id.is_(None),
    )
    return Answer.of((await connection.execute(select(table).where(mine))).one_or_none())


async def _note_reading(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> None:
    read = insert(reads).values(notice_id=notice_id, person_id=person_id, read_at=now)
    await connection.execute(read.on_conflict_do_nothing())


async def _take(
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


async def _take_back(
    connection: AsyncConnection, notice_id: int, vote: Vote, person_id: int, now: datetime
) -> None:
    await connection.execute(delete(table).where(row_of(notice_id, vote, person_id)))
    await _record(connection, notice_id, vote, person_id, Answer(answer=UNDONE), now)


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


async def _keep(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    vote: Vote,
    person_id: int,
    paper: Paper,
    now: datetime,
) -> None:
    whose = {"notice_id": notice_id, "organisation_id": id_of(vote), "person_id": person_id}
    kept = plain_insert(papers).values(whose | paper.model_dump() | {"handed_in_at": now})
    await connection.execute(kept)


async def _owe(connection: AsyncConnection, notice_id: int, new: list[Vote]) -> None:
    """The card and what reminded show the answers; nothing to look for if nobody was reminded."""
    await deliveries.owe_edit(connection, CARD, notice_id)
    reminded = select(reminders_table.c.id).where(reminders_table.c.notice_id == notice_id)
    ids = [vote.organisation.id for vote in new if vote.organisation]
    if ids and (await connection.execute(reminded.limit(1))).first() is not None:
        await reminders.settle(connection, notice_id, ids)
