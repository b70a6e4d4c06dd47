"""What can be found: whatever changes is noticed, and found by what it says by then."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import findings, jobs, organisations, people, searches, seats
from storage.database import Database
from storage.findings import ALIKE, BATCH, EXACTLY, IN_PIECES, INDEX, Findings
from storage.organisations import Entry
from storage.people import Person
from storage.sources import ACTIVITY, KINDS, NOTICE, ORGANISATION, PERSON
from storage.tables import (
    activities,
    activity_tags,
    notices,
    organisations as register,
    partners,
    people as persons,
    tags,
    unindexed,
)
from storage.tags import rename
from tests.storage.activity_scene import reported
from tests.storage.liuzhai import CHEN, NOW, draft, gather, opened


@pytest.fixture
async def first(db: Database) -> int:
    """The id of 单位1, in an alliance that gathered."""
    return (await gather(db))[0]


async def ask(db: Database, words: str) -> Findings:
    await findings.begin(db, words, NOW)
    return await findings.find(db, words, KINDS)


async def found(db: Database, words: str, kind: str) -> tuple[int, ...]:
    return (await ask(db, words)).ids.get(kind, ())


async def test_an_organisation_is_found_by_all_that_the_register_says(
    db: Database, first: int
) -> None:
    said = Entry(
        name="单位1党支部",
        short_name="单位1",
        category="community",
        address="刘寨路8号",
        notes="提供会议场地",
    )
    await organisations.import_all(db, [said])
    for words in ("单位1", "刘寨路", "会议场地", "地", "danwei1", "dw1", "dwzb"):
        assert (first in await found(db, words, ORGANISATION)) == (words != "dwzb"), words
    moved = said.model_copy(update={"address": "文化路"})
    await organisations.import_all(db, [moved])
    assert await found(db, "刘寨路", ORGANISATION) == ()
    assert await found(db, "文化路", ORGANISATION) == (first,)


async def test_a_notice_is_found_from_when_it_leaves(db: Database, first: int) -> None:
    assert first
    drafted = await draft(db, "明天大扫除")
    assert await found(db, "大扫除", NOTICE) == ()
    notice_id = await opened(db, "周五义诊报名\n请带身份证")
    for panel, ids in (("held", ()), ("held:1", ()), ("", (notice_id,))):
        shown = update(notices).where(notices.c.id == notice_id).values(panel=panel)
        await db.write(partial(AsyncConnection.execute, statement=shown))
        assert await found(db, "义诊", NOTICE) == await found(db, "身份证", NOTICE) == ids
    changed = update(notices).where(notices.c.id == notice_id).values(text="周六义诊")
    await db.write(lambda connection: connection.execute(changed))
    assert await found(db, "周五", NOTICE) == ()
    assert drafted not in await found(db, "周六", NOTICE)


async def test_an_activity_is_found_by_its_words_tags_and_people(db: Database, first: int) -> None:
    activity_id = await reported(db, organisation_id=first)
    for words in ("金秋助学", "慰问", "困难学子", "单位1", "jqzx", "学"):
        assert activity_id in await found(db, words, ACTIVITY), words
    tag = select(tags.c.id).where(tags.c.name == "义诊")
    tag_id = await db.read(lambda connection: connection.scalar(tag))
    tagged = activity_tags.insert().values(activity_id=activity_id, tag_id=tag_id)
    await db.write(lambda connection: connection.execute(tagged))
    assert await found(db, "义诊", ACTIVITY) == (activity_id,)
    assert await rename(db, tag_id or 0, "看病")
    assert await found(db, "看病", ACTIVITY) == (activity_id,)
    await db.write(lambda connection: connection.execute(delete(activity_tags)))
    assert await found(db, "看病", ACTIVITY) == ()


@pytest.mark.parametrize("what", [{"deleted_at": NOW}, {"part_of": 99}])
async def test_an_activity_that_lists_leave_out_is_not_found(
    db: Database, first: int, what: dict[str, object]
) -> None:
    activity_id = await reported(db, organisation_id=first)
    assert await found(db, "金秋", ACTIVITY) == (activity_id,)
    await db.write(lambda connection: connection.execute(update(activities).values(**what)))
    assert await found(db, "金秋", ACTIVITY) == ()


async def test_a_partner_that_declined_is_not_found_by_it(db: Database, first: int) -> None:
    activity_id = await reported(db)
    named = partners.insert().values(activity_id=activity_id, organisation_id=first)
    await db.write(lambda connection: connection.execute(named))
    assert await found(db, "单位1", ACTIVITY) == (activity_id,)
    declined = update(partners).values(state="declined")
    await db.write(lambda connection: connection.execute(declined))
    assert await found(db, "单位1", ACTIVITY) == ()


async def test_a_new_name_of_an_organisation_reaches_all_that_bears_it(
    db: Database, first: int
) -> None:
    activity_id = await reported(db, organisation_id=first)
    await ask(db, "单位1")
    for name in ("梧桐", "银杏"):
        renamed = update(register).where(register.c.id == first).values(short_name=name)
        await db.write(partial(AsyncConnection.execute, statement=renamed))
    result = await ask(db, "银杏")
    assert result.ids[ORGANISATION] == (first,)
    assert result.ids[ACTIVITY] == (activity_id,)
    assert CHEN in result.ids[PERSON]


async def test_a_person_is_found_by_name_and_by_whom_they_speak_for(
    db: Database, first: int
) -> None:
    assert await found(db, "陈姐", PERSON) == (CHEN,)
    assert await found(db, "chenjie", PERSON) == (CHEN,)
    assert CHEN in await found(db, "单位1", PERSON)
    await seats.dismiss(db, CHEN, first)
    assert CHEN not in await found(db, "单位1", PERSON)
    for name in ("陈大姐", "陈阿姨"):  # twice, and nobody asks in between
        await people.remember(db, Person(id=CHEN, name=name))
    assert await found(db, "陈姐", PERSON) == ()
    assert await found(db, "陈阿姨", PERSON) == (CHEN,)


async def test_whoever_writes_again_under_the_same_name_changes_nothing(
    db: Database, first: int
) -> None:
    assert first
    await ask(db, "陈姐")
    await people.remember(db, Person(id=CHEN, name="陈姐", is_reachable=True))
    assert await waiting(db) == 0


async def test_what_is_like_it_is_found_only_when_it_is_not_there_itself(
    db: Database, first: int
) -> None:
    assert first
    names = ("东风路小学", "兴隆社区")
    await organisations.import_all(
        db, [Entry(name=name, short_name=name, category="community") for name in names]
    )
    hows = {words: (await ask(db, words)).how for words in ("小学", "东风小学", "东风路小雪")}
    assert hows == {"小学": EXACTLY, "东风小学": IN_PIECES, "东风路小雪": ALIKE}
    assert await found(db, "图书馆", ORGANISATION) == ()


async def test_a_title_that_begins_with_it_goes_first(db: Database, first: int) -> None:
    entries = {"同心社区": "银杏路", "银杏社区": "", "金银杏公司": "", "银杏": ""}
    await organisations.import_all(
        db,
        [
            Entry(name=f"{name}党支部", short_name=name, category="community", address=address)
            for name, address in entries.items()
        ],
    )
    every = {one.id: one.short_name for one in await organisations.every(db)}
    assert first in every
    best = [every[one] for one in await found(db, "银杏", ORGANISATION)]
    assert best == ["银杏", "银杏社区", "金银杏公司", "同心社区"]


async def test_many_are_taken_in_by_and_by(db: Database) -> None:
    met = [{"id": number, "name": f"居民{number}"} for number in range(1, BATCH + 2)]
    await db.write(lambda connection: connection.execute(persons.insert(), met))
    begun = await findings.begin(db, "居民", NOW)
    assert begun.waiting == 1
    (due,) = await jobs.due(db, NOW + timedelta(minutes=1))
    assert due.kind == INDEX
    assert len(await found(db, "居民", PERSON)) == findings.MOST
    await findings.go_on(db, NOW)
    assert await waiting(db) == 0
    assert await found(db, "居民1", PERSON) != ()


async def test_a_question_has_one_number_until_it_is_old(db: Database) -> None:
    first = (await findings.begin(db, "义诊", NOW)).id
    assert (await findings.begin(db, "义诊", NOW)).id == first
    kept = await searches.one(db, first)
    assert kept is not None
    assert kept.words == "义诊"
    await findings.begin(db, "助学", NOW + searches.KEPT * 2)
    assert await searches.one(db, first) is None


async def waiting(db: Database) -> int:
    count = select(func.count()).select_from(unindexed)
    return await db.read(partial(_count, of=count))


async def _count(connection: AsyncConnection, of: Select[int]) -> int:
    return (await connection.execute(of)).scalar_one()
