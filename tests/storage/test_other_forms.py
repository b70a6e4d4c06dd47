"""An answer of another form than the notice's is not taken, and leaves no trace."""

import pytest
from sqlalchemy import Table, func, select

from storage import answers, boards, calls, deliveries, notes
from storage.database import Database
from storage.notices import (
    CANNOT,
    CARD,
    CHOICE,
    CHOICES,
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULT,
    DIFFICULTY,
    FORMS,
    HANDED_IN,
    NUMBER,
    PAPER,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
    TEXT,
    WRITTEN,
)
from storage.tables import answers as answered, changes, deliveries as owed, papers, reads
from storage.votes import Answer, Paper
from tests.storage.liuzhai import CHEN, LI, LIU, NOW, WANG, gather, opened

pytestmark = pytest.mark.slow  # of everything very much

GIVEN = {
    RECEIVED: Answer(answer=RECEIVED),
    DIFFICULTY: Answer(answer=DIFFICULTY),
    COME: Answer(answer=COME, amount=2),
    CANNOT: Answer(answer=CANNOT),
    CHOSEN: Answer(answer=CHOSEN, detail="2"),
    "an option that is not there": Answer(answer=CHOSEN, detail="3"),
    "no option": Answer(answer=CHOSEN, detail="0"),
    COUNTED: Answer(answer=COUNTED, amount=12),
    WRITTEN: Answer(answer=WRITTEN, detail="上午"),
    HANDED_IN: Answer(answer=HANDED_IN),
    "nothing": Answer(answer=""),
    "anything": Answer(answer="anything"),
}
ITS_OWN = {
    DIFFICULT: {RECEIVED, DIFFICULTY},
    RECEIPT: {RECEIVED},
    SIGN_UP: {COME, CANNOT},
    CHOICE: {CHOSEN},
    CHOICES: {CHOSEN},
    NUMBER: {COUNTED},
    TEXT: {WRITTEN},
    PAPER: {HANDED_IN},
}
A_PHOTO = Paper(kind="photo", file_id="1", file_unique_id="1")


async def traces(db: Database) -> list[int]:
    """How many rows there are of all that answering may leave."""

    async def count(table: Table) -> int:
        rows = select(func.count()).select_from(table)
        found: int = (await db.read(lambda connection: connection.execute(rows))).scalar_one()
        return found

    return [await count(table) for table in (answered, changes, reads, papers, owed)]


@pytest.mark.parametrize("form", FORMS)
async def test_only_answers_of_its_form_are_taken(db: Database, form: str) -> None:
    await gather(db)
    for name, given in GIVEN.items():
        notice_id = await opened(db, form=form, options="甲\n乙")
        before = await traces(db)
        receipt = await answers.answer(db, notice_id, CHEN, given, NOW, more=True, ask_in=CHEN)
        assert receipt is not None
        assert receipt.is_taken is receipt.is_fitting is (name in ITS_OWN[form]), name
        (card,) = await deliveries.showing(db, CARD, notice_id)
        board = await boards.board(db, notice_id)
        assert board is not None
        if name in ITS_OWN[form]:
            assert board.notice.answered == 1
        else:
            assert (await traces(db), card.edit_owed) == (before, False), name
            assert receipt.votes == ()


@pytest.mark.parametrize("form", FORMS)
async def test_staff_write_down_only_answers_of_its_form(db: Database, form: str) -> None:
    asked = await gather(db)
    for name, given in GIVEN.items():
        notice_id = await opened(db, form=form, options="甲\n乙")
        await calls.take(db, notice_id, LI, NOW, asked[0])
        (call,) = await calls.of(db, notice_id, LI)
        before = await traces(db)
        noted = await notes.note(db, call.id, LI, given, NOW)
        assert noted is not None
        assert noted.is_fitting is (name in ITS_OWN[form]), name
        assert (noted.vote is not None) is noted.is_fitting
        if not noted.is_fitting:
            assert await traces(db) == before, name


async def test_a_photo_is_not_handed_in_where_none_is_wanted(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db, form=RECEIPT)
    before = await traces(db)
    await answers.answer(db, notice_id, LIU, GIVEN[HANDED_IN], NOW, paper=A_PHOTO)
    assert await traces(db) == before


async def test_who_is_not_asked_has_not_read_it_by_a_forged_press(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db, form=SIGN_UP)
    before = await traces(db)
    await answers.answer(db, notice_id, WANG, GIVEN[RECEIVED], NOW)
    assert await traces(db) == before
