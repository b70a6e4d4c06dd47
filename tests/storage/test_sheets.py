"""A notice in one look: whom it asks, what they said, who was reminded, who else read it."""

from datetime import timedelta
from functools import partial

from sqlalchemy import select

from storage import answers, notices, outcomes, people, reminders, sheets
from storage.database import Database
from storage.notices import DIFFICULTY, HANDED_IN, PAPER, RECEIVED
from storage.people import Person
from storage.sheets import POSTER, SHEET
from storage.tables import deliveries as owed
from storage.votes import Answer, Paper
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, ZHANG, draft, gather, opened
from tests.storage.owed import claimed

LATER = NOW + timedelta(hours=1)


async def arrive(db: Database) -> None:
    """Everything that is due is delivered."""
    for row in await claimed(db, LATER):
        if row.state == "sending":
            await outcomes.sent(db, row.id, (1000 + row.id,), LATER)


async def owed_to(db: Database, chat_id: int) -> list[str]:
    found = select(owed.c.kind).where(owed.c.chat_id == chat_id, owed.c.kind.in_((SHEET, POSTER)))
    found = found.order_by(owed.c.id)
    return list(await db.read(lambda connection: connection.scalars(found)))


async def test_every_asked_organisation_with_its_answer_and_liaisons(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), NOW)
    await answers.answer(db, notice_id, LIU, Answer(answer=DIFFICULTY), LATER)
    await answers.explain(db, notice_id, LIU, "没有会议室", NOW)
    await answers.answer(db, notice_id, ZHANG, Answer(answer=RECEIVED), LATER)
    found = await sheets.sheet(db, notice_id)
    assert found is not None
    assert len(found.lines) == 20
    assert [line.organisation.short_name for line in found.lines[:3]] == ["单位1", "单位2", "单位3"]
    assert [person.name for person in found.lines[0].liaisons] == ["陈姐", "小陈"]
    assert (found.lines[0].answer, found.lines[0].answered_by) == (RECEIVED, "陈姐")
    assert (found.lines[1].reason, found.lines[1].answered_at) == ("没有会议室", LATER)
    assert (found.lines[3].answer, found.lines[3].answered_at) == ("", None)
    assert (found.missing, found.difficulties) == (17, 2)
    assert [(one.name, one.read_at) for one in found.readings] == [("张阿姨", LATER)]


async def test_reminders_count_while_an_organisation_was_missing(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await people.remember(db, Person(id=CHEN, name="陈姐", is_reachable=True))
    await reminders.remind(db, notice_id, NOW)
    await arrive(db)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), NOW + timedelta(minutes=10))
    await reminders.remind(db, notice_id, NOW + timedelta(minutes=30))
    await arrive(db)
    found = await sheets.sheet(db, notice_id)
    assert found is not None
    assert found.lines[0].reminded == (NOW,)
    assert found.lines[1].reminded == (NOW, NOW + timedelta(minutes=30))


async def test_changes_and_papers_are_kept(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db, form=PAPER)
    paper = Paper(kind="document", file_id="a", file_unique_id="a", name="表.xlsx")
    handed_in = Answer(answer=HANDED_IN)
    await answers.answer(db, notice_id, CHEN, handed_in, NOW, paper=paper)
    await answers.answer(db, notice_id, CHEN, handed_in, LATER, paper=paper)
    await answers.undo(db, notice_id, CHEN, LATER)
    found = await sheets.sheet(db, notice_id)
    assert found is not None
    assert (found.lines[0].papers, found.lines[0].answer) == (2, "")
    assert [(one.organisation, one.person, one.answer) for one in found.changes] == [
        ("单位1党支部", "陈姐", HANDED_IN),
        ("单位1党支部", "陈姐", HANDED_IN),
        ("单位1党支部", "陈姐", ""),
    ]


async def test_what_did_not_arrive_reminded_nobody(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reminders.remind(db, notice_id, NOW)
    found = await sheets.sheet(db, notice_id)
    assert found is not None
    assert found.lines[1].reminded == ()


async def test_a_sheet_is_owed_once_while_it_is_on_its_way(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    number = await notices.number_of(db, notice_id)
    assert number is not None
    ask = partial(sheets.order, db, number=number, chat_id=WANG, language="zh_CN", now=NOW)
    assert await ask(SHEET)
    assert await ask(SHEET)
    assert await ask(POSTER)
    assert await owed_to(db, WANG) == [SHEET, POSTER]
    await arrive(db)
    assert await ask(SHEET)
    assert await owed_to(db, WANG) == [SHEET, POSTER, SHEET]


async def test_drafts_and_unknown_notices_have_no_sheet(db: Database) -> None:
    await gather(db)
    await draft(db)
    assert not await sheets.order(db, SHEET, 1, WANG, "zh_CN", NOW)
    assert await owed_to(db, WANG) == []
    assert await sheets.sheet(db, 999) is None
