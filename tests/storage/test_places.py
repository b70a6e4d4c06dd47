"""Places of a sign-up: who is told of one keeps it, whatever the clock and the crowd do."""

import asyncio
from datetime import datetime, timedelta

from storage import answers, boards
from storage.database import Database
from storage.notices import CANNOT, COME, SIGN_UP
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, LI, LIU, NOW, WANG, ZHANG, gather, opened

A_MOMENT = timedelta(milliseconds=3)
PEOPLE = (WANG, LI, CHEN, LIU, ZHANG)


async def comes(db: Database, notice_id: int, person: int, at: datetime, count: int = 1) -> bool:
    """Somebody signs up; True: with a place."""
    given = Answer(answer=COME, amount=count)
    receipt = await answers.answer(db, notice_id, person, given, at)
    assert receipt is not None
    (vote,) = receipt.votes
    return not vote.is_waiting


async def listed(db: Database, notice_id: int) -> list[tuple[str, bool]]:
    """Who stands on the board, in its order, and whether with a place."""
    board = await boards.board(db, notice_id)
    assert board is not None
    return [(one.name, not one.is_waiting) for one in board.entries]


async def for_two(db: Database) -> int:
    await gather(db)
    return await opened(db, form=SIGN_UP, audience="everybody", places=2)


async def test_who_is_told_of_a_place_keeps_it_though_others_pressed_a_moment_before(
    db: Database,
) -> None:
    notice_id = await for_two(db)
    assert await comes(db, notice_id, CHEN, NOW)
    assert await comes(db, notice_id, ZHANG, NOW + A_MOMENT)
    assert not await comes(db, notice_id, LIU, NOW)  # written after 张阿姨, though read before
    assert await listed(db, notice_id) == [("陈姐", True), ("张阿姨", True), ("刘敏", False)]


async def test_a_clock_that_is_set_back_gives_no_place_twice(db: Database) -> None:
    notice_id = await for_two(db)
    told = [
        await comes(db, notice_id, person, NOW - timedelta(hours=place))
        for place, person in enumerate(PEOPLE)
    ]
    assert told == [True, True, False, False, False]
    assert [has_place for _, has_place in await listed(db, notice_id)] == told


async def test_all_at_one_moment_are_in_the_order_in_which_they_were_told(db: Database) -> None:
    notice_id = await for_two(db)
    told = await asyncio.gather(*(comes(db, notice_id, person, NOW) for person in PEOPLE))
    assert sum(told) == 2
    assert [has_place for _, has_place in await listed(db, notice_id)] == [True, True, *[False] * 3]


async def test_more_people_go_to_the_end_and_who_leaves_makes_room(db: Database) -> None:
    notice_id = await for_two(db)
    assert await comes(db, notice_id, CHEN, NOW)
    assert await comes(db, notice_id, ZHANG, NOW)
    assert not await comes(db, notice_id, LIU, NOW)
    assert not await comes(db, notice_id, CHEN, NOW, 2)
    assert await listed(db, notice_id) == [("张阿姨", True), ("刘敏", True), ("陈姐", False)]
    await answers.answer(db, notice_id, LIU, Answer(answer=CANNOT), NOW)
    assert (await listed(db, notice_id))[-1] == ("陈姐", False)
    await answers.undo(db, notice_id, ZHANG, NOW)
    assert ("陈姐", True) in await listed(db, notice_id)
