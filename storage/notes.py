"""What staff were told on the phone, written down for the organisation; liaisons may change it."""

from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import boards, calls, deliveries, records
from storage.boards import Board
from storage.calls import Call
from storage.database import query, transaction
from storage.notices import CHOSEN, DIFFICULTY, Notice, one
from storage.tables import answers, deliveries as owed, notices
from storage.values import Value
from storage.votes import Answer, Paper, Vote, fits, vote_for, with_given

NOTED, SAYING = "notices.noted", "notices.saying"
"""The deliveries, by the call: to liaisons, what was written down for their organisation; and to
who calls, the question for what a button cannot say."""


class Noted(Value):
    """What writing down came to."""

    notice: Notice
    vote: Vote | None = None
    """None: the notice takes no answers (any more), or not this one."""
    is_fitting: bool = True
    """False: it asks for something else."""
    is_theirs: bool = False
    """True: the organisation has answered by itself, and that stays."""


@transaction
async def note(  # noqa: PLR0913 - what was said, and by whom it is written down
    connection: AsyncConnection,
    call_id: int,
    person_id: int,
    given: Answer,
    now: datetime,
    *,
    paper: Paper | None = None,
) -> Noted | None:
    """Takes an answer for the called organisation, and owes its liaisons the news.

    A new difficulty owes who calls the question for its reason. None for an unknown call.
    """
    call = await calls.found(connection, call_id)
    notice = await one(connection, notices.c.id == call.notice_id) if call else None
    if call is None or notice is None:
        return None
    if not fits(notice, given):
        return Noted(notice=notice, is_fitting=False)
    before = await vote_for(connection, notice, call.organisation_id)
    if before is None or not notice.takes_answers(now):
        return Noted(notice=notice)
    if before.before is not None and not before.is_noted:
        return Noted(notice=notice, vote=before, is_theirs=True)
    vote = with_given(notice, before, given)
    if vote.given == Answer(answer=CHOSEN):
        await records.take_back(connection, notice.id, vote, person_id, now)
    else:
        await records.take(connection, notice, vote, person_id, now, is_noted=True)
        await _tell(connection, call, now)
    if paper is not None:
        await records.keep(connection, notice.id, vote, person_id, paper, now)
    await records.show(connection, notice, [vote])
    if given.answer == DIFFICULTY and vote.before != vote.given:
        await deliveries.owe(connection, SAYING, call_id, person_id, now)
    return Noted(notice=notice, vote=vote)


@transaction
async def ask(connection: AsyncConnection, call_id: int, person_id: int, now: datetime) -> None:
    """Owes who calls the question for what a button cannot say."""
    await deliveries.owe(connection, SAYING, call_id, person_id, now)


@transaction
async def explain(
    connection: AsyncConnection, call_id: int, person_id: int, reason: str, now: datetime
) -> bool:
    """Keeps why the called organisation has difficulties; False: it has none that was noted."""
    call = await calls.found(connection, call_id)
    if call is None:
        return False
    noted = and_(
        answers.c.notice_id == call.notice_id,
        answers.c.organisation_id == call.organisation_id,
        answers.c.is_noted,
    )
    explained = await records.explain(connection, noted, person_id, reason, now)
    await deliveries.owe_edit(connection, NOTED, call_id)
    return bool(explained)


@query
async def called(connection: AsyncConnection, call_id: int) -> tuple[Call, Board] | None:
    """The call, and the notice as it stands."""
    call = await calls.found(connection, call_id)
    board = await boards.found(connection, notices.c.id == call.notice_id) if call else None
    return (call, board) if call and board else None


async def _tell(connection: AsyncConnection, call: Call, now: datetime) -> None:
    """The organisation's liaisons hear it once; what is written down later changes that message."""
    told = select(owed.c.id).where(owed.c.kind == NOTED, owed.c.subject_id == call.id)
    if (await connection.execute(told.limit(1))).first() is not None:
        await deliveries.owe_edit(connection, NOTED, call.id)
        return
    board = await boards.found(connection, notices.c.id == call.notice_id)
    for standing in board.standings if board else ():
        if standing.organisation.id == call.organisation_id:
            for person in standing.to_call():
                await deliveries.owe(connection, NOTED, call.id, person.id, now)
