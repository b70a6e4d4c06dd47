"""Visits are kept whole; promises are reminded of until they are settled."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from storage import findings, organisations, people, promises, visit_lists, visits
from storage.database import Database
from storage.people import Person
from storage.promises import BROKEN, CARD, KEPT, OPEN, REMIND, VOID, Promised
from storage.sources import VISIT
from storage.tables import deliveries, jobs
from storage.visits import DATE, HEARD, Told, Writer
from tests.storage.liuzhai import LI, NOW, WANG, gather

TODAY = date(2026, 8, 20)
DUE = date(2026, 9, 1)
MANAGER = Promised(words="协调物业", due_on=DUE)


def reminds(due: date, now: datetime) -> datetime:
    """A stand-in for the rule: half a day after the moment."""
    assert due >= DUE
    return now + timedelta(hours=12)


WRITER = Writer(WANG, WANG, NOW, reminds)


async def visited(db: Database, *made: Promised, heard: str = "停车难") -> int:
    """A visit of 王主任 and 小李 to the first organisation."""
    first = (await gather(db))[0]
    told = Told(
        organisation_id=first,
        held_on=TODAY,
        heard=heard,
        visitors=(LI,),
        promises=made or (MANAGER,),
    )
    return await visits.record(db, told, WRITER)


async def planned(db: Database) -> list[int]:
    found = select(jobs.c.subject_id).where(jobs.c.kind == REMIND)
    return list(await db.read(lambda connection: connection.scalars(found)))


async def owed_to(db: Database, kind: str) -> list[int]:
    found = select(deliveries.c.chat_id).where(deliveries.c.kind == kind)
    return list(await db.read(lambda connection: connection.scalars(found)))


async def the(db: Database, visit_id: int) -> visits.Visit:
    found = await visits.one(db, visit_id)
    assert found is not None
    return found


async def test_a_visit_has_who_went_what_was_heard_and_what_was_promised(db: Database) -> None:
    visit_id = await visited(db)
    found = await the(db, visit_id)
    assert (found.organisation, found.heard, found.held_on) == ("单位1", "停车难", TODAY)
    assert {one.id for one in found.visitors} == {WANG, LI}
    (one,) = found.promises
    assert (one.words, one.due_on, one.state, one.promiser) == ("协调物业", DUE, OPEN, "王主任")
    assert await owed_to(db, CARD) == [WANG]
    assert await planned(db) == [one.id]


async def test_one_that_is_not_written_to_its_end_is_not_begun_twice(db: Database) -> None:
    first = (await gather(db))[0]
    told = Told(organisation_id=first, held_on=TODAY)
    begun = [await visits.record(db, told, WRITER, DATE) for _ in range(2)]
    assert len(set(begun)) == 1
    assert await visits.revise(db, begun[0], {"step": ""}, WRITER) == ()
    assert await visits.record(db, told, WRITER, DATE) != begun[0]


async def test_a_step_asks_what_only_words_answer(db: Database) -> None:
    visit_id = await visited(db)
    await visits.revise(db, visit_id, {"step": HEARD}, WRITER)
    assert await owed_to(db, "visits.ask_heard") == [WANG]
    ids = await visits.revise(db, visit_id, {"heard": "停水"}, WRITER, (MANAGER,))
    assert ids is not None
    assert [one.id for one in (await the(db, visit_id)).promises][1:] == list(ids)


async def test_who_promised_is_reminded_until_it_is_settled(db: Database) -> None:
    visit_id = await visited(db)
    (one,) = (await the(db, visit_id)).promises
    await people.remember(db, Person(id=WANG, name="王主任", is_reachable=True))
    await people.make_staff(db, WANG)
    await promises.remind(db, one.id, NOW, NOW + timedelta(days=7))
    assert await owed_to(db, REMIND) == [WANG]
    assert await promises.settle(db, one.id, KEPT, WANG, NOW)
    assert not await promises.settle(db, one.id, KEPT, WANG, NOW)
    assert await planned(db) == []
    await promises.remind(db, one.id, NOW, NOW + timedelta(days=7))
    assert await owed_to(db, REMIND) == [WANG]
    assert await promises.reopen(db, one.id, NOW, reminds)
    assert not await promises.reopen(db, one.id, NOW, reminds)
    assert await planned(db) == [one.id]


async def test_all_staff_are_reminded_when_who_promised_cannot_be(db: Database) -> None:
    visit_id = await visited(db)
    (one,) = (await the(db, visit_id)).promises
    await people.remember(db, Person(id=LI, name="小李", is_reachable=True))
    await people.make_staff(db, LI)
    await promises.remind(db, one.id, NOW, NOW + timedelta(days=7))
    assert await owed_to(db, REMIND) == [LI]


async def test_what_is_put_off_remembers_its_first_day(db: Database) -> None:
    visit_id = await visited(db)
    (one,) = (await the(db, visit_id)).promises
    later = DUE + timedelta(9)
    assert await promises.put_off(db, one.id, later, NOW, reminds)
    owed = await promises.one(db, one.id)
    assert owed is not None
    assert (owed.promise.due_on, owed.promise.first_due_on) == (later, DUE)
    assert await promises.put_off(db, one.id, None, NOW, reminds)
    assert await planned(db) == []
    assert await promises.settle(db, one.id, BROKEN, WANG, NOW, "业主不同意")
    assert not await promises.put_off(db, one.id, later, NOW, reminds)


async def test_a_deleted_visit_counts_nowhere_and_comes_back_whole(db: Database) -> None:
    visit_id = await visited(db)
    organisation_id = (await the(db, visit_id)).organisation_id
    assert await visits.remove(db, visit_id, WANG, NOW)
    assert not await visits.remove(db, visit_id, WANG, NOW)
    assert await planned(db) == []
    assert await visit_lists.every(db) == ()
    assert await visits.some(db, [visit_id]) == ()
    assert await visits.revise(db, visit_id, {"heard": "x"}, WRITER) is None
    standing = await visit_lists.standing(db, organisation_id, TODAY)
    assert (standing.visits, standing.last_on, standing.open) == (0, None, 0)
    assert await visits.restore(db, visit_id, NOW, reminds)
    assert not await visits.restore(db, visit_id, NOW, reminds)
    assert len(await planned(db)) == 1
    assert len(await visit_lists.every(db, organisation_id)) == 1


async def test_late_promises_come_first_and_what_was_none_counts_nowhere(db: Database) -> None:
    first, second, *_ = await gather(db)
    for whose, due_on in ((first, DUE + timedelta(30)), (second, DUE)):
        told = Told(
            organisation_id=whose,
            held_on=TODAY,
            promises=(Promised(words="a", due_on=due_on), Promised(words="b")),
        )
        await visits.record(db, told, WRITER)
    found = await visit_lists.standings(db, DUE + timedelta(1))
    assert [(one.organisation_id, one.open, one.overdue) for one in found] == [
        (second, 2, 1),
        (first, 2, 0),
    ]
    (late, other) = (await visit_lists.every(db, second))[0].promises
    await promises.settle(db, late.id, VOID, WANG, NOW)
    standing = await visit_lists.standing(db, second, DUE + timedelta(1))
    assert (standing.open, standing.overdue) == (1, 0)
    assert other.words == "b"


async def test_the_last_who_was_there_stays(db: Database) -> None:
    visit_id = await visited(db)
    await visits.went(db, visit_id, LI, is_there=False)
    await visits.went(db, visit_id, WANG, is_there=False)
    assert [one.id for one in (await the(db, visit_id)).visitors] == [WANG]
    await visits.went(db, visit_id, LI, is_there=True)
    assert {one.id for one in (await the(db, visit_id)).visitors} == {WANG, LI}


async def test_a_visit_is_found_by_what_was_said_and_by_the_name_of_whom(db: Database) -> None:
    visit_id = await visited(db)

    async def finds(words: str) -> tuple[int, ...]:
        await findings.begin(db, words, NOW)
        return (await findings.find(db, words, (VISIT,))).ids.get(VISIT, ())

    for words in ("停车难", "协调物业", "单位1"):
        assert await finds(words) == (visit_id,), words
    (one,) = (await the(db, visit_id)).promises
    await promises.settle(db, one.id, VOID, WANG, NOW)
    assert await finds("协调物业") == ()
    register = [
        entry.model_copy(update={"short_name": "绿洲之家"})
        if entry.short_name == "单位1"
        else entry
        for entry in await organisations.every(db)
    ]
    await organisations.import_all(db, register)
    assert await finds("绿洲之家") == (visit_id,)
    await visits.remove(db, visit_id, WANG, NOW)
    assert await finds("停车难") == ()
    await visits.restore(db, visit_id, NOW, reminds)
    assert await finds("停车难") == (visit_id,)
