"""An organisation counts once, whoever of its liaisons pressed, and may change its answer."""

import asyncio

from storage import answers, boards, deliveries, outcomes, people
from storage.answers import ASK, REASON
from storage.boards import Board
from storage.database import Database
from storage.notices import CARD, DIFFICULTY, NUMBER, RECEIVED
from storage.people import Person
from storage.votes import Answer, Receipt
from tests.storage.liuzhai import (
    CHEN,
    LIU,
    NOW,
    STREET,
    WANG,
    YOUNG_CHEN,
    ZHANG,
    draft,
    gather,
    opened,
)
from tests.storage.owed import claimed

UNKNOWN = 2**52


async def board_of(db: Database, notice_id: int) -> Board:
    board = await boards.board(db, notice_id)
    assert board is not None
    return board


async def press(db: Database, notice_id: int, person_id: int, given: str = RECEIVED) -> Receipt:
    receipt = await answers.answer(db, notice_id, person_id, Answer(answer=given), NOW)
    assert receipt is not None
    return receipt


async def is_edit_owed(db: Database, notice_id: int) -> bool:
    (card,) = await deliveries.showing(db, CARD, notice_id)
    return card.edit_owed


async def test_a_liaison_answers_for_every_own_organisation(db: Database) -> None:
    _, second, third, *_ = await gather(db)
    notice_id = await opened(db)
    receipt = await press(db, notice_id, LIU)
    assert [vote.organisation.id for vote in receipt.votes if vote.organisation] == [second, third]
    assert [vote.before for vote in receipt.votes] == [None, None]
    assert (await board_of(db, notice_id)).notice.answered == 2
    assert await is_edit_owed(db, notice_id)


async def asked(db: Database, notice_id: int, person_id: int) -> tuple[Receipt | None, int]:
    """What asking for more than a button came to, and how many questions are owed."""
    receipt = await answers.ask(db, notice_id, person_id, NOW, person_id)
    return receipt, len(await deliveries.showing(db, ASK, notice_id))


async def test_only_who_is_asked_gets_the_question(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db, form=NUMBER)
    stranger, owed = await asked(db, notice_id, ZHANG)
    assert stranger is not None
    assert (stranger.votes, owed) == ((), 0)
    assert (await board_of(db, notice_id)).notice.reads == 1
    receipt, owed = await asked(db, notice_id, CHEN)
    assert receipt is not None
    assert (len(receipt.votes), owed) == (1, 1)


async def test_a_forged_id_asks_nothing(db: Database) -> None:
    await gather(db)
    by_buttons, unsent = await opened(db), await draft(db, form=NUMBER)
    assert await asked(db, UNKNOWN, CHEN) == (None, 0)
    assert (await asked(db, by_buttons, CHEN))[1] == 0
    receipt, owed = await asked(db, unsent, CHEN)
    assert receipt is not None
    assert (receipt.is_taken, owed) == (False, 0)


async def test_a_second_liaison_does_not_count_again(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, CHEN)
    (vote,) = (await press(db, notice_id, YOUNG_CHEN)).votes
    assert (vote.before, vote.by) == (Answer(answer=RECEIVED), Person(id=CHEN, name="陈姐"))
    board = await board_of(db, notice_id)
    assert (board.notice.answered, board.standings[0].answered_by) == (1, "陈姐")


async def test_any_liaison_may_change_the_answer(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, CHEN)
    (vote,) = (await press(db, notice_id, YOUNG_CHEN, DIFFICULTY)).votes
    board = await board_of(db, notice_id)
    assert vote.before == Answer(answer=RECEIVED)
    assert (board.notice.answered, board.notice.difficulties) == (1, 1)
    assert board.difficulties[0].answered_by == "小陈"


async def test_a_reason_is_kept_until_the_answer_changes(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, CHEN, DIFFICULTY)
    assert await answers.explain(db, notice_id, YOUNG_CHEN, "没有车", NOW) == (first,)
    assert (await board_of(db, notice_id)).difficulties[0].reason == "没有车"
    await press(db, notice_id, CHEN, RECEIVED)
    await press(db, notice_id, CHEN, DIFFICULTY)
    assert (await board_of(db, notice_id)).difficulties[0].reason == ""


async def test_a_reason_of_others_is_talk(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, CHEN, DIFFICULTY)
    await press(db, notice_id, LIU, RECEIVED)
    for person_id in (LIU, ZHANG, WANG, STREET):
        assert await answers.explain(db, notice_id, person_id, "没有车", NOW) == ()


async def test_a_private_difficulty_asks_for_its_reason_once(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    for given in (DIFFICULTY, DIFFICULTY, RECEIVED):
        await answers.answer(db, notice_id, CHEN, Answer(answer=given), NOW, ask_in=CHEN)
    (question,) = await deliveries.showing(db, REASON, notice_id)
    assert question.chat_id == CHEN


async def test_who_is_not_asked_is_noted_once_as_a_reader(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    for person_id in (ZHANG, ZHANG, WANG, STREET):
        assert (await press(db, notice_id, person_id)).votes == ()
    board = await board_of(db, notice_id)
    assert (board.notice.reads, board.notice.answered) == (3, 0)
    assert not await is_edit_owed(db, notice_id)


async def test_a_draft_and_an_unknown_notice_take_nothing(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    await press(db, notice_id, CHEN)
    board = await board_of(db, notice_id)
    assert (board.notice.answered, board.notice.reads) == (0, 0)
    assert await answers.answer(db, UNKNOWN, CHEN, Answer(answer=RECEIVED), NOW) is None
    assert await boards.board(db, UNKNOWN) is None


async def test_the_same_press_again_owes_nothing(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, CHEN)
    (card,) = await deliveries.showing(db, CARD, notice_id)
    await outcomes.sent(db, card.id, (77,), NOW)
    taken = {row.id: row for row in await claimed(db, NOW + outcomes.EDIT_PACE)}
    await outcomes.edited(db, card.id, taken[card.id].revision)
    await press(db, notice_id, CHEN)
    assert not await is_edit_owed(db, notice_id)


async def test_the_board_names_the_missing_with_their_liaisons(db: Database) -> None:
    first, second, *_ = await gather(db)
    notice_id = await opened(db)
    await press(db, notice_id, LIU)
    board = await board_of(db, notice_id)
    missing = {
        one.organisation.id: [person.name for person in one.liaisons] for one in board.missing
    }
    assert missing[first] == ["陈姐", "小陈"]
    assert second not in missing
    assert sum(not names for names in missing.values()) == 17


async def test_two_hundred_presses_at_once_are_counted_right(db: Database) -> None:
    asked = await gather(db)
    notice_id = await opened(db)
    liaisons = range(5000, 5200)
    for place, person_id in enumerate(liaisons):
        await people.appoint(db, person_id, asked[place % 20], WANG, NOW)
    receipts = await asyncio.gather(*(press(db, notice_id, one) for one in liaisons))
    board = await board_of(db, notice_id)
    assert (board.notice.answered, board.missing) == (20, ())
    assert board.notice.reads == 180, "whose colleague was faster has seen it"
    assert sum(vote.before is None for receipt in receipts for vote in receipt.votes) == 20
