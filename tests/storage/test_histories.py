"""The record of a notice tells everything that happened, newest first."""

from datetime import timedelta

from storage import (
    amendments,
    answers,
    calls,
    deadlines,
    histories,
    notes,
    readings,
    reminders,
    seats,
    turns,
)
from storage.database import Database
from storage.histories import (
    ANSWERED,
    CALLED,
    EXPLAINED,
    GIVEN_BACK,
    REMINDED,
    REWORDED,
    SENT,
    UNDONE,
    Event,
)
from storage.notices import DIFFICULTY, RECEIVED
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, YOUNG_CHEN, ZHANG, gather, opened

MINUTE = timedelta(minutes=1)
YES, NO = Answer(answer=RECEIVED), Answer(answer=DIFFICULTY)


async def events(db: Database, number: int = 1) -> list[Event]:
    """Oldest first."""
    found = await histories.numbered(db, number)
    assert found is not None
    assert found.is_whole
    return list(reversed(found.events))


def kinds(found: list[Event]) -> list[str]:
    return [one.kind for one in found]


async def test_all_that_happened_is_told(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, NO, NOW + MINUTE)
    await answers.explain(db, notice_id, CHEN, "没有车\n" * 500, NOW + 2 * MINUTE)
    await answers.answer(db, notice_id, YOUNG_CHEN, YES, NOW + 3 * MINUTE)
    await answers.undo(db, notice_id, CHEN, NOW + 4 * MINUTE)
    await reminders.remind(db, notice_id, NOW + 5 * MINUTE, by=WANG)
    await reminders.remind(db, notice_id, NOW + 7 * MINUTE)
    await calls.take(db, notice_id, WANG, NOW + 8 * MINUTE)
    (call,) = [one for one in await calls.of(db, notice_id, WANG) if one.organisation_id == first]
    await notes.note(db, call.id, WANG, YES, NOW + 9 * MINUTE)
    await calls.give_back(db, notice_id, WANG, NOW + 10 * MINUTE)
    await amendments.reword(db, notice_id, "改到四点", WANG, NOW + 11 * MINUTE)
    await deadlines.move(db, notice_id, NOW + 99 * MINUTE, NOW + 12 * MINUTE, by=WANG)
    await deadlines.close(db, notice_id, None, NOW + 13 * MINUTE)
    await deadlines.reopen(db, notice_id, WANG, NOW + 14 * MINUTE)
    await amendments.recall(db, notice_id, WANG, NOW + 15 * MINUTE)
    found = await events(db)
    assert kinds(found) == [
        *(SENT, ANSWERED, EXPLAINED, ANSWERED, UNDONE, REMINDED, REMINDED, CALLED, ANSWERED),
        *(GIVEN_BACK, REWORDED, turns.MOVED, turns.CLOSED, turns.REOPENED, turns.RECALLED),
    ]
    assert found[2].text == "没有车\n" * 500
    assert (found[3].person, found[3].is_changed) == ("小陈", True)
    assert [one.person for one in found[5:7]] == ["王主任", ""]
    assert (found[7].count, len(found[7].organisations)) == (20, 3)
    assert (found[8].is_noted, found[8].is_changed) == (True, False)
    assert found[9].count == 19
    assert found[10].text == "下午三点开会"
    assert found[12].person == ""


async def test_what_one_press_takes_back_is_one_event(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, LIU, YES, NOW + MINUTE)
    await answers.answer(db, notice_id, CHEN, YES, NOW + 2 * MINUTE)
    await amendments.ask_again(db, notice_id, WANG, NOW + 3 * MINUTE)
    *_, last = await events(db)
    assert (last.kind, last.person, last.count) == (UNDONE, "王主任", 3)


async def test_who_is_no_liaison_any_more_stays_on_the_record(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, YES, NOW + MINUTE)
    await seats.dismiss(db, CHEN, first)
    assert [(one.person, one.organisations) for one in (await events(db))[1:]] == [
        ("陈姐", ("单位1",))
    ]


async def test_a_liaison_after_a_colleague_has_seen_it(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, YES, NOW)
    await answers.answer(db, notice_id, CHEN, YES, NOW + MINUTE)
    await answers.answer(db, notice_id, YOUNG_CHEN, YES, NOW + MINUTE)
    await answers.answer(db, notice_id, YOUNG_CHEN, YES, NOW + 2 * MINUTE)
    await answers.answer(db, notice_id, ZHANG, YES, NOW + 3 * MINUTE)
    found = await readings.listed(db, 1, 1, 1)
    assert found is not None
    assert (found.readings[0].name, found.readings[0].read_at) == ("小陈", NOW + MINUTE)
    assert (found.number, found.count, found.notice.reads) == (1, 2, 2)
    last = await readings.listed(db, 1, 99, 1)
    assert last is not None
    assert last.readings[0].name == "张阿姨"


async def test_an_unknown_number_has_no_record(db: Database) -> None:
    await gather(db)
    assert await histories.numbered(db, 7) is None
    assert await readings.listed(db, 7, 1, 5) is None
