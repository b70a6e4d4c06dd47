"""Who of the staff calls whom, and what is written down of it."""

from datetime import timedelta

from storage import amendments, answers, boards, calls, notes, reminders
from storage.boards import Board
from storage.calls import Taken
from storage.database import Database
from storage.notes import NOTED, SAYING
from storage.notices import CALLS, CARD, DIFFICULTY, RECEIVED
from storage.reminders import Reminded
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, LI, NOW, WANG, gather, opened
from tests.storage.test_reminders import MINUTE, deliver, of_kind, reach

LATER = NOW + timedelta(minutes=5)
YES, NO = Answer(answer=RECEIVED), Answer(answer=DIFFICULTY)


async def board_of(db: Database, notice_id: int) -> Board:
    found = await boards.board(db, notice_id)
    assert found is not None
    return found


async def callers(db: Database, notice_id: int) -> list[str]:
    return [one.caller for one in (await board_of(db, notice_id)).missing if one.caller]


async def test_the_second_who_calls_gets_what_is_left(db: Database) -> None:
    first, second, *_ = await gather(db)
    notice_id = await opened(db)
    taken = await calls.take(db, notice_id, WANG, NOW, first)
    assert taken is not None
    assert (taken.count, taken.others) == (1, 0)
    rest = await calls.take(db, notice_id, LI, NOW)
    assert rest is not None
    assert (rest.count, rest.others) == (19, 1)
    again = await calls.take(db, notice_id, WANG, NOW, second)
    assert isinstance(again, Taken)
    assert (again.count, again.others) == (0, 1)
    assert [one.organisation_id for one in await calls.of(db, notice_id, WANG)] == [first]
    assert [row.chat_id for row in await of_kind(db, CALLS)] == [WANG, LI]
    assert await calls.take(db, 99, WANG, NOW) is None


async def test_a_list_is_owed_once_and_then_edited(db: Database) -> None:
    first, second, *_ = await gather(db)
    notice_id = await opened(db)
    await calls.take(db, notice_id, WANG, NOW, first)
    await deliver(db)
    await calls.take(db, notice_id, WANG, LATER, second)
    (row,) = await of_kind(db, CALLS)
    assert row.edit_owed
    await deliver(db, LATER + MINUTE)
    await answers.answer(db, notice_id, CHEN, YES, LATER)
    assert (await of_kind(db, CALLS))[0].edit_owed


async def test_a_call_is_over_once_something_was_said(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await calls.take(db, notice_id, WANG, NOW, first)
    assert await callers(db, notice_id) == ["王主任"]
    await answers.answer(db, notice_id, CHEN, YES, LATER)
    await answers.undo(db, notice_id, CHEN, LATER + MINUTE)
    assert await callers(db, notice_id) == []
    await calls.take(db, notice_id, WANG, LATER + MINUTE, first)
    await amendments.ask_again(db, notice_id, WANG, LATER + 2 * MINUTE)
    assert await callers(db, notice_id) == ["王主任"], "there was no answer to take back"
    assert await calls.give_back(db, notice_id, WANG, LATER + 3 * MINUTE) == 1
    assert await callers(db, notice_id) == []


async def test_what_comes_by_itself_leaves_out_whom_staff_call(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN)
    await calls.take(db, notice_id, WANG, NOW, first)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(named=19)
    by_hand = await reminders.remind(db, notice_id, NOW + MINUTE, by=WANG)
    assert by_hand == Reminded(people=1, named=19)


async def test_what_was_said_is_written_down_and_liaisons_hear_of_it(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN)
    await calls.take(db, notice_id, WANG, NOW, first)
    (call,) = await calls.of(db, notice_id, WANG)
    done = await notes.note(db, call.id, LI, NO, LATER)
    assert done is not None
    assert done.vote is not None
    assert not done.is_theirs
    assert [row.chat_id for row in await of_kind(db, NOTED)] == [CHEN]
    assert [row.chat_id for row in await of_kind(db, SAYING)] == [LI]
    assert (await of_kind(db, CARD))[0].edit_owed
    assert await notes.explain(db, call.id, LI, "没有车", LATER)
    (standing,) = (await board_of(db, notice_id)).difficulties
    assert (standing.answered_by, standing.is_noted, standing.reason) == ("小李", True, "没有车")
    await notes.note(db, call.id, WANG, YES, LATER + MINUTE)
    assert len(await of_kind(db, NOTED)) == 1
    assert not await notes.explain(db, call.id, LI, "没有车", LATER)


async def test_what_they_said_themselves_stays(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await calls.take(db, notice_id, WANG, NOW, first)
    (call,) = await calls.of(db, notice_id, WANG)
    await notes.note(db, call.id, WANG, YES, LATER)
    receipt = await answers.answer(db, notice_id, CHEN, YES, LATER)
    assert receipt is not None
    assert receipt.votes[0].is_noted
    done = await notes.note(db, call.id, WANG, NO, LATER)
    assert done is not None
    assert done.is_theirs
    (answered,) = [one for one in (await board_of(db, notice_id)).standings if one.answer]
    assert (answered.answer, answered.answered_by, answered.is_noted) == (RECEIVED, "陈姐", False)


async def test_an_unknown_call_notes_nothing(db: Database) -> None:
    await gather(db)
    await opened(db)
    assert await notes.note(db, 99, WANG, YES, NOW) is None
    assert not await notes.explain(db, 99, LI, "没有车", NOW)
    assert await notes.called(db, 99) is None
