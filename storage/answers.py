"""What organisations, or people for themselves, answer to a notice; and everything they changed."""

from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, readings, records, votes
from storage.database import query, transaction
from storage.notices import BY_REPLY, CHOSEN, DIFFICULTY, EACH_ITS_OWN, Terms, terms
from storage.tables import answers as table, liaisons
from storage.votes import Answer, Paper, Receipt, Vote, fits, seated, with_given

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
    paper: Paper | None = None,
    ask_in: int | None = None,
    reason: str = "",
) -> Receipt | None:
    """Takes an answer for each asked organisation of the person, or notes that it was read.

    For one of them only, with an `organisation_id`; the receipt says where that is needed. `more`
    adds the amount to that of before. None for an unknown notice; nothing is taken unless it takes
    answers, and such ones. `ask_in` is the chat in which a new difficulty's reason is asked for; a
    `reason` that was given with it is kept.
    """
    notice = await terms(connection, notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    if not fits(notice, given):
        return Receipt(notice=notice, is_taken=False, is_fitting=False)
    found = await votes.votes(connection, notice, person_id, organisation_id)
    if organisation_id is None and len(found) > 1 and notice.form in EACH_ITS_OWN:
        return Receipt(notice=notice, is_taken=False, wants_one=True, votes=found)
    found = tuple(with_given(notice, vote, given, more=more) for vote in found)
    new = [vote for vote in found if vote.is_news or paper is not None]
    for vote in new:
        await _take(connection, notice, vote, person_id, paper, now)
    if new:
        await records.show(connection, notice, new, person_id)
        if given.answer == DIFFICULTY and ask_in is not None:
            await deliveries.owe(connection, REASON, notice_id, ask_in, now)
    elif not any(vote.by and vote.by.id == person_id for vote in found):
        await readings.note(connection, notice_id, person_id, now)
    if reason:
        await _explain(connection, notice_id, person_id, reason, now)
    placed = tuple([await seated(connection, notice, vote, person_id) for vote in found])
    return Receipt(notice=notice, is_taken=True, votes=placed)


async def _take(  # noqa: PLR0913, PLR0917 - whose, by whom, with what, when
    connection: AsyncConnection,
    notice: Terms,
    vote: Vote,
    person_id: int,
    paper: Paper | None,
    now: datetime,
) -> None:
    if vote.given == NONE_CHOSEN:
        await records.take_back(connection, notice.id, vote, person_id, now)
    else:
        await records.take(connection, notice, vote, person_id, now)
    if paper is not None:
        await records.keep(connection, notice.id, vote, person_id, paper, now)


@transaction
async def ask(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime, ask_in: int | None
) -> Receipt | None:
    """Owes the question that wants more than a button, or notes a reading of who is not asked.

    None for an unknown notice. Nothing is owed without a chat to `ask_in`, nor for a notice that
    takes no answers, or that buttons answer.
    """
    notice = await terms(connection, notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    found = await votes.votes(connection, notice, person_id, None)
    if not found:
        await readings.note(connection, notice_id, person_id, now)
    elif ask_in is not None and notice.form in BY_REPLY:
        await deliveries.owe(connection, ASK, notice_id, ask_in, now)
    return Receipt(notice=notice, is_taken=True, votes=found)


@transaction
async def undo(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Receipt | None:
    """Takes the answers of the person's organisations, or the person's own, back."""
    notice = await terms(connection, notice_id)
    if notice is None or not notice.takes_answers(now):
        return Receipt(notice=notice, is_taken=False) if notice else None
    found = await votes.votes(connection, notice, person_id, None)
    undone = [vote for vote in found if vote.before is not None]
    for vote in undone:
        await records.take_back(connection, notice_id, vote, person_id, now)
    if undone:
        await records.show(connection, notice, undone, person_id)
    return Receipt(notice=notice, is_taken=True, votes=tuple(undone))


@transaction
async def explain(
    connection: AsyncConnection, notice_id: int, person_id: int, reason: str, now: datetime
) -> tuple[int | None, ...]:
    """Keeps why the person's organisations have difficulties; returns the ids of those that do.

    None among them: the person, who answered for oneself.
    """
    return await _explain(connection, notice_id, person_id, reason, now)


async def _explain(
    connection: AsyncConnection, notice_id: int, person_id: int, reason: str, now: datetime
) -> tuple[int | None, ...]:
    own = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    mine = and_(table.c.organisation_id.is_(None), table.c.person_id == person_id)
    whose = or_(table.c.organisation_id.in_(own), mine)
    theirs = and_(table.c.notice_id == notice_id, whose)
    return await records.explain(connection, theirs, person_id, reason, now)


@query
async def own(connection: AsyncConnection, notice_id: int, person_id: int) -> Answer | None:
    """What a person answered for oneself; None: nothing yet."""
    return await votes.own(connection, notice_id, person_id)
