"""What organisations, or people for themselves, answer to a notice; and everything they changed."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, records
from storage.database import query, transaction
from storage.notices import BY_REPLY, CHOSEN, DIFFICULTY, one
from storage.tables import answers as table, liaisons, notices, reads
from storage.votes import Answer, Paper, Receipt, seated, votes, with_given

REASON = "notices.reason"
"""The delivery that asks, in a private chat, what stands in the way."""
ASK = "notices.ask"
"""The delivery that asks, in a private chat, for a number, words or a file."""
NONE_CHOSEN = Answer(answer=CHOSEN)
"""Of several options the last one was taken away: that is no answer."""


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
            await records.take_back(connection, notice_id, vote, person_id, now)
        else:
            await records.take(connection, notice, vote, person_id, now)
        if paper is not None:
            await records.keep(connection, notice_id, vote, person_id, paper, now)
    if new:
        await records.show(connection, notice_id, new)
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
        await records.take_back(connection, notice_id, vote, person_id, now)
    if undone:
        await records.show(connection, notice_id, undone)
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
