"""What is counted of how fast notices were answered: first answers, and what went before them."""

from datetime import datetime, timedelta

from storage import amendments, answers, calls, notes, paces, reminders
from storage.database import Database
from storage.notices import DIFFICULTY, RECEIVED
from storage.paces import Case, Record
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, YOUNG_CHEN, draft, gather, opened
from tests.storage.test_reminders import reach

MINUTE = timedelta(minutes=1)
AGO = NOW - timedelta(days=92)
YES, NO = Answer(answer=RECEIVED), Answer(answer=DIFFICULTY)


def after(minutes: int) -> datetime:
    return NOW + minutes * MINUTE


def of(record: Record, organisation_id: int) -> Case:
    (case,) = [one for one in record.cases if one.organisation_id == organisation_id]
    return case


async def test_the_first_answer_counts_whatever_followed(db: Database) -> None:
    first, second, *_ = await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, NO, after(3))
    await answers.answer(db, notice_id, YOUNG_CHEN, YES, after(9))
    await answers.answer(db, notice_id, LIU, YES, after(5))
    await amendments.ask_again(db, notice_id, WANG, after(10))
    await answers.answer(db, notice_id, CHEN, YES, after(60))
    found = await paces.since(db, AGO)
    assert (len(found.notices), len(found.cases)) == (1, 20)
    assert of(found, first).answered_at == after(3)
    assert of(found, second).answered_at == after(5)
    assert await paces.first_answers(db, notice_id) == (after(3), after(5), after(5))


async def test_what_came_before_an_answer_may_have_helped(db: Database) -> None:
    first, second, third, fourth, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, LIU)
    await answers.answer(db, notice_id, CHEN, YES, after(1))
    await reminders.remind(db, notice_id, after(30))
    await calls.take(db, notice_id, WANG, after(40), second)
    await calls.take(db, notice_id, WANG, after(40), fourth)
    await answers.answer(db, notice_id, LIU, YES, after(50))
    (_, call) = await calls.of(db, notice_id, WANG)
    await notes.note(db, call.id, WANG, YES, after(55))
    found = await paces.since(db, AGO)
    assert of(found, first).reminded_at is None
    assert (of(found, third).reminded_at, of(found, third).called_at) == (after(30), None)
    assert of(found, second).called_at == after(40)
    assert (of(found, fourth).answered_at, of(found, fourth).called_at) == (after(55), after(40))


async def test_only_what_was_sent_lately_and_asks_organisations_counts(db: Database) -> None:
    await gather(db)
    await draft(db)
    old, recalled = await opened(db), await opened(db)
    await amendments.recall(db, recalled, WANG, NOW)
    assert [one.id for one in (await paces.since(db, AGO)).notices] == [old]
    assert (await paces.since(db, NOW + MINUTE)).notices == ()
    members = (await paces.since(db, AGO)).members
    assert [one.is_reached for one in members[:3]] == [False, False, False]


async def test_as_many_notices_are_read_as_are_bounded(db: Database) -> None:
    await gather(db)
    for _ in range(paces.MOST + 2):
        await opened(db)
    found = await paces.since(db, AGO)
    assert [one.number for one in found.notices][:2] == [paces.MOST + 2, paces.MOST + 1]
    assert len(found.cases) == 20 * paces.MOST
