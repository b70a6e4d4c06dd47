"""A field changes only while it says what was shown: nobody's words are written over unseen."""

import pytest
from sqlalchemy import select

from storage import alterations, findings, inquiries, newcomers, organisations, people
from storage.alterations import Altered, Outcome
from storage.database import Database
from storage.fields import PLACE, columns_of, text_of
from storage.inquiries import NEWCOMER, QUESTION
from storage.organisations import Entry, Organisation
from storage.people import Person
from storage.sources import ORGANISATION
from storage.tables import asked
from tests.storage.liuzhai import LI, NOW, WANG, gather, opened
from tests.storage.owed import claimed

JUNGAN = Entry(name="军干四所党总支", short_name="军干四所", category="stationed")
COURT = Entry(name="惠济区人民法院党总支", short_name="惠济法院", category="stationed")


@pytest.fixture
async def court(db: Database) -> int:
    await organisations.import_all(db, (JUNGAN, COURT))
    for person_id, name in ((WANG, "王主任"), (LI, "小李")):
        await people.remember(db, Person(id=person_id, name=name))
    return (await organisations.every(db))[1].id


async def kept(db: Database, organisation_id: int) -> Organisation:
    one = await organisations.one(db, organisation_id)
    assert one is not None
    return one


async def alter(db: Database, court: int, field: str, old: str, new: str) -> Altered:
    return await alterations.alter(db, court, field, old, new, WANG, NOW)


async def test_an_answer_changes_the_field_and_can_be_undone(db: Database, court: int) -> None:
    question = await inquiries.ask(db, court, "phone", WANG, WANG, NOW)
    assert question is not None
    assert [(one.kind, one.subject_id) for one in await claimed(db, NOW)] == [(QUESTION, question)]
    done = await alterations.answer(db, question, "12345", WANG, NOW)
    assert done.outcome is Outcome.DONE
    assert done.alteration is not None
    assert (done.alteration.old, done.alteration.new) == ("", "12345")
    assert (await kept(db, court)).phone == "12345"
    undone = await alterations.undo(db, done.alteration.id, WANG, NOW)
    assert undone.outcome is Outcome.DONE
    assert (await kept(db, court)).phone == ""
    again = await alterations.undo(db, done.alteration.id, WANG, NOW)
    assert again.outcome is Outcome.SAME


async def test_of_two_who_change_at_once_the_second_is_shown_the_first(
    db: Database, court: int
) -> None:
    first = await inquiries.ask(db, court, "hours", WANG, WANG, NOW)
    second = await inquiries.ask(db, court, "hours", LI, LI, NOW)
    assert first is not None
    assert second is not None
    await alterations.answer(db, first, "9:00-17:00", WANG, NOW)
    met = await alterations.answer(db, second, "8:00-12:00", LI, NOW)
    assert (met.outcome, met.by) == (Outcome.MEANWHILE, "王主任")
    assert met.alteration is not None
    assert (met.alteration.old, met.alteration.new) == ("9:00-17:00", "8:00-12:00")
    assert (await kept(db, court)).hours == "9:00-17:00"
    done = await alterations.insist(db, met.alteration.id, LI, NOW)
    assert done.outcome is Outcome.DONE
    assert (await kept(db, court)).hours == "8:00-12:00"


async def test_an_undo_does_not_take_a_later_change_along(db: Database, court: int) -> None:
    done = await alter(db, court, "notes", "", "东门")
    await alter(db, court, "notes", "东门", "西门")
    assert done.alteration is not None
    undone = await alterations.undo(db, done.alteration.id, LI, NOW)
    assert undone.outcome is Outcome.MEANWHILE
    assert (await kept(db, court)).notes == "西门"


async def test_a_second_answer_changes_what_the_first_one_made(db: Database, court: int) -> None:
    done = await alter(db, court, "offers", "", "会议室")
    assert done.alteration is not None
    again = await alterations.answer(db, done.alteration.id, "大会议室", WANG, NOW)
    assert again.outcome is Outcome.DONE
    assert (await kept(db, court)).offers == "大会议室"


async def test_a_name_of_another_is_refused_also_of_one_that_has_left(
    db: Database, court: int
) -> None:
    other = (await organisations.every(db))[0].id
    await organisations.retire(db, other, WANG, NOW)
    taken = await alter(db, court, "short_name", "惠济法院", "军干四所")
    assert (taken.outcome, taken.by) == (Outcome.TAKEN, "军干四所党总支")
    assert (await kept(db, court)).short_name == "惠济法院"
    assert (await alter(db, other, "notes", "", "x")).outcome is Outcome.GONE
    assert (await alter(db, 999, "notes", "", "x")).outcome is Outcome.GONE
    assert (await alter(db, court, "retired_at", "", "x")).outcome is Outcome.GONE


async def test_the_old_name_still_finds_it_unless_it_was_a_slip(db: Database, court: int) -> None:
    renamed = await alter(db, court, "short_name", "惠济法院", "区法院")
    one = await kept(db, court)
    assert one.once_called == ("惠济法院",)
    assert organisations.named([one], "惠济法院") == (one,)
    await findings.begin(db, "hjfy", NOW)
    found = await findings.find(db, "hjfy", [ORGANISATION])
    assert found.ids == {ORGANISATION: (court,)}
    assert renamed.alteration is not None
    await alterations.undo(db, renamed.alteration.id, WANG, NOW)
    assert (await kept(db, court)).once_called == ()


async def test_a_place_is_both_of_its_numbers(db: Database, court: int) -> None:
    assert (await alter(db, court, PLACE, "", "34.786612,113.65")).outcome is Outcome.DONE
    one = await kept(db, court)
    assert (one.latitude, one.longitude) == (34.786612, 113.65)
    assert text_of(one, PLACE) == "34.786612,113.65"
    assert (await alter(db, court, PLACE, "34.786612,113.65", "")).outcome is Outcome.DONE
    assert (await kept(db, court)).longitude is None
    assert columns_of("hours", "9-17") == {"hours": "9-17"}


async def test_who_joins_stands_at_the_end_and_only_once(db: Database, court: int) -> None:
    assert (await organisations.every(db))[-1].id == court
    question = await inquiries.ask(db, None, NEWCOMER, WANG, WANG, NOW)
    assert question is not None
    assert await inquiries.propose(db, question, "东风路小学党支部\n东风路小学")
    school = Entry(name="东风路小学党支部", short_name="东风路小学", category="stationed")
    made = await newcomers.join(db, question, school, WANG, NOW)
    assert made.organisation is not None
    assert (await organisations.every(db))[-1] == made.organisation
    assert not await inquiries.propose(db, question, "又\n又")
    assert (await newcomers.join(db, question, school, LI, NOW)).owner == "东风路小学党支部"
    again = COURT.model_copy(update={"name": "另一家"})
    assert (await newcomers.join(db, question, again, LI, NOW)).owner == COURT.name
    assert len(await organisations.every(db)) == 3


async def test_who_leaves_is_asked_no_more_and_keeps_what_it_has(db: Database) -> None:
    first = (await gather(db))[0]
    before = await organisations.every(db)
    assert await organisations.retire(db, first, WANG, NOW)
    assert not await organisations.retire(db, first, LI, NOW)
    assert first not in [one.id for one in await organisations.every(db)]
    assert [one.id for one in await organisations.former(db)] == [first]
    assert len(await organisations.whole(db)) == len(before)
    assert await inquiries.ask(db, first, "phone", WANG, WANG, NOW) is None
    notice_id = await opened(db)
    to_ask = select(asked.c.organisation_id).where(asked.c.notice_id == notice_id)
    assert first not in await db.read(lambda connection: connection.scalars(to_ask))
    assert await organisations.take_back(db, first)
    assert not await organisations.take_back(db, first)
    assert await organisations.every(db) == before
