"""Who may what: roles are given and taken in single steps, and nobody is locked out."""

import asyncio
from datetime import UTC, datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import organisations, people, seats
from storage.database import Database
from storage.organisations import Entry
from storage.people import Leave, Person

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
WANG, LI, CHEN = 1001, 1002, 2001


async def an_organisation(db: Database) -> int:
    entry = Entry(name="兴隆社区党支部", short_name="兴隆社区", category="community")
    await organisations.import_all(db, (entry,))
    return (await organisations.every(db))[0].id


async def test_staff_may_be_somebody_never_met(db: Database) -> None:
    assert await people.make_staff(db, WANG)
    assert not await people.make_staff(db, WANG)
    assert [person.id for person in await people.staff(db)] == [WANG]


async def test_the_first_message_gives_a_name_and_keeps_the_role(db: Database) -> None:
    await people.make_staff(db, WANG)
    await people.remember(db, Person(id=WANG, name="王主任"))
    (person,) = await people.staff(db)
    assert (person.name, person.is_staff) == ("王主任", True)


async def test_making_staff_keeps_a_known_name(db: Database) -> None:
    await people.remember(db, Person(id=WANG, name="王主任"))
    await people.make_staff(db, WANG)
    assert (await people.staff(db))[0].name == "王主任"


async def test_who_is_seen_is_remembered_with_the_role(db: Database) -> None:
    await people.make_staff(db, LI, Person(id=LI, name="小李"))
    assert (await people.staff(db))[0].name == "小李"


async def test_the_last_staff_stays(db: Database) -> None:
    await people.make_staff(db, WANG)
    assert await people.remove_staff(db, WANG) is Leave.LAST
    assert await people.remove_staff(db, LI) is Leave.NO_STAFF
    await people.make_staff(db, LI)
    assert await people.remove_staff(db, WANG) is Leave.DONE
    assert [person.id for person in await people.staff(db)] == [LI]


async def test_two_who_remove_each_other_leave_one(db: Database) -> None:
    await people.make_staff(db, WANG)
    await people.make_staff(db, LI)
    done = await asyncio.gather(people.remove_staff(db, WANG), people.remove_staff(db, LI))
    assert sorted(leave.value for leave in done) == ["done", "last"]
    assert len(await people.staff(db)) == 1


async def test_a_liaison_is_appointed_once_and_removed_once(db: Database) -> None:
    xinglong = await an_organisation(db)
    assert await people.appoint(db, CHEN, xinglong, WANG, NOW, Person(id=CHEN, name="陈姐"))
    assert not await people.appoint(db, CHEN, xinglong, WANG, NOW)
    assert [person.name for person in await people.liaisons_of(db, xinglong)] == ["陈姐"]
    _, answers_for = await people.known(db, CHEN)
    assert [one.id for one in answers_for] == [xinglong]
    assert await seats.dismiss(db, CHEN, xinglong)
    assert not await seats.dismiss(db, CHEN, xinglong)
    assert await people.liaisons_of(db, xinglong) == ()


async def test_menus_are_for_everybody_with_a_role(db: Database) -> None:
    xinglong = await an_organisation(db)
    await people.make_staff(db, WANG)
    await people.appoint(db, CHEN, xinglong, WANG, NOW)
    await people.remember(db, Person(id=3001, name="张阿姨"))
    roles = await people.with_roles(db)
    assert [(person.id, person.is_staff) for person in roles] == [(WANG, True), (CHEN, False)]


async def test_a_chosen_language_outlives_the_next_message(db: Database) -> None:
    await people.remember(db, Person(id=CHEN, language="zh_CN"))
    await people.speak(db, CHEN, "en")
    await people.remember(db, Person(id=CHEN, language="zh_CN"))
    person, _ = await people.known(db, CHEN)
    assert person is not None
    assert person.language == "en"


async def test_blocked_is_not_reachable_and_started_again_is(db: Database) -> None:
    async def is_reachable() -> bool:
        person, _ = await people.known(db, CHEN)
        return person is not None and person.is_reachable

    async def reach(connection: AsyncConnection, *, opened: bool) -> None:
        await people.reach(connection, CHEN, is_reachable=opened)

    await people.remember(db, Person(id=CHEN, is_reachable=True))
    await people.remember(db, Person(id=CHEN))
    assert await is_reachable()
    await db.write(partial(reach, opened=False))
    assert not await is_reachable()
    await db.write(partial(reach, opened=True))
    assert await is_reachable()


async def test_nobody_is_known_before_the_first_meeting(db: Database) -> None:
    assert await people.known(db, CHEN) == (None, ())


async def test_only_news_of_a_person_wakes_who_listens(db: Database) -> None:
    woken: list[bool] = []
    db.listen(people.TOPIC, lambda: woken.append(True))
    chen = Person(id=CHEN, name="陈姐", language="zh_CN")
    for person, times in (
        (chen, 1),
        (chen, 1),
        (chen.model_copy(update={"language": "en"}), 1),
        (chen.model_copy(update={"name": "陈大姐"}), 2),
        (chen.model_copy(update={"name": "陈大姐", "is_reachable": True}), 3),
        (chen.model_copy(update={"name": "陈大姐", "is_reachable": True}), 3),
        (chen.model_copy(update={"name": "陈大姐"}), 3),
    ):
        await people.remember(db, person)
        assert len(woken) == times, person
    known, _ = await people.known(db, CHEN)
    assert known is not None
    assert (known.language, known.is_reachable) == ("zh_CN", True)
