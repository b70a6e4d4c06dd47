"""Who is not covered: what counts as covered, and that nobody who left is counted."""

from datetime import date, timedelta
from functools import partial

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import coverage, nudges, pairings, partners, people, visits
from storage.coverage import NO_ACTIVITY, NO_LIAISON, NO_PAIR, NO_VISIT, UNREACHED
from storage.database import Database
from storage.nudges import NUDGE, Outcome
from storage.partners import CONFIRMED
from storage.people import Person
from storage.tables import activities, deliveries, organisations, partners as parts
from storage.visits import Told, Writer
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, YOUNG_CHEN, gather
from tests.storage.test_query_plans import planned

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
INSIDE, BEFORE = date(2026, 8, 20), date(2026, 6, 30)


async def lacking(db: Database, gap: str) -> set[int]:
    return {one.id for one in await coverage.without(db, gap, FIRST, LAST)}


async def did(db: Database, organisation_id: int, day: date, message: int, **more: object) -> int:
    """An activity on record."""
    values = {
        "organisation_id": organisation_id,
        "held_on": day,
        "title": "义诊",
        "caption": "义诊",
        "reporter_id": CHEN,
        "chat_id": -1,
        "message_id": message,
        "reported_at": NOW,
    } | more
    made = activities.insert().values(values).returning(activities.c.id)
    return int(await db.write(lambda connection: connection.scalar(made)) or 0)


async def test_liaisons_count_when_one_of_them_can_be_written_to(db: Database) -> None:
    first, second, third, *others = await gather(db)
    assert await lacking(db, NO_LIAISON) == set(others)
    assert await lacking(db, UNREACHED) == {first, second, third}
    await people.remember(db, Person(id=YOUNG_CHEN, name="小陈", is_reachable=True))
    assert await lacking(db, UNREACHED) == {second, third}


async def test_an_activity_counts_for_all_that_took_part_and_only_in_its_quarter(
    db: Database,
) -> None:
    first, second, third, fourth, *_ = every = await gather(db)
    activity_id = await did(db, first, INSIDE, 1)
    await did(db, second, BEFORE, 2)
    await did(db, third, INSIDE, 3, deleted_at=NOW, deleted_by=WANG)
    for whose, state in ((fourth, CONFIRMED), (third, partners.NAMED)):
        joined = parts.insert().values(activity_id=activity_id, organisation_id=whose, state=state)
        await db.write(partial(AsyncConnection.execute, statement=joined))
    assert await lacking(db, NO_ACTIVITY) == set(every) - {first, fourth}
    assert await coverage.reported(db, fourth, FIRST, LAST)
    assert not await coverage.reported(db, second, FIRST, LAST)


async def test_a_pair_counts_for_both_unless_one_of_them_left(db: Database) -> None:
    first, second, third, *_ = every = await gather(db)
    of_second = organisations.c.id.in_((second, third))
    social = update(organisations).where(of_second).values(category="social")
    await db.write(partial(AsyncConnection.execute, statement=social))
    for unit in (second, third):
        await pairings.pair(db, unit, first, WANG, NOW)
    assert await lacking(db, NO_PAIR) == set(every) - {first, second, third}
    without = {one.id for one in await pairings.without(db)}
    assert without == await lacking(db, NO_PAIR)
    gone = update(organisations).where(organisations.c.id == first).values(retired_at=NOW)
    await db.write(partial(AsyncConnection.execute, statement=gone))
    assert await lacking(db, NO_PAIR) == set(every) - {first}


async def test_a_visit_counts_until_it_is_deleted(db: Database) -> None:
    first, *others = await gather(db)
    writer = Writer(WANG, WANG, NOW, lambda _due, now: now)
    visit_id = await visits.record(db, Told(organisation_id=first, held_on=INSIDE), writer)
    assert await lacking(db, NO_VISIT) == set(others)
    await visits.remove(db, visit_id, WANG, NOW)
    assert first in await lacking(db, NO_VISIT)


async def test_the_counts_are_those_of_the_lists_and_who_left_is_in_none(db: Database) -> None:
    first, *_ = every = await gather(db)
    gone = update(organisations).where(organisations.c.id == first).values(retired_at=NOW)
    await db.write(partial(AsyncConnection.execute, statement=gone))
    cover = await coverage.counted(db, FIRST, LAST)
    assert cover.organisations == len(every) - 1
    for gap, number in cover.lacking.items():
        found = await lacking(db, gap)
        assert (len(found), first in found) == (number, False)


async def test_nothing_reads_all_activities(db: Database) -> None:
    await gather(db)
    with planned(db) as plans:
        await coverage.counted(db, FIRST, LAST)
    assert [one for one in plans.scans if "activities" in one.partition(":")[0]] == []
    assert plans.steps


async def test_an_organisation_is_asked_once_a_week_and_it_can_be_taken_back(
    db: Database,
) -> None:
    first, second, *_ = await gather(db)
    assert (await nudges.ask(db, first, WANG, NOW, NOW)).outcome is Outcome.NOBODY
    for person_id, name in ((CHEN, "陈姐"), (YOUNG_CHEN, "小陈"), (LIU, "刘敏")):
        await people.remember(db, Person(id=person_id, name=name, is_reachable=True))
    await people.rank(db, YOUNG_CHEN, first, is_deputy=True)
    done = await nudges.ask(db, first, WANG, NOW, NOW + timedelta(seconds=10))
    assert (done.outcome, done.names) == (Outcome.DONE, ("陈姐",))
    assert (await nudges.ask(db, first, WANG, NOW, NOW)).outcome is Outcome.AGAIN
    assert (await nudges.ask(db, second, WANG, NOW, NOW)).outcome is Outcome.DONE
    assert await nudges.undo(db, done.id, NOW)
    assert not await nudges.undo(db, done.id, NOW)
    again = await nudges.ask(db, first, WANG, NOW, NOW)
    assert again.outcome is Outcome.DONE
    late = NOW + timedelta(days=8)
    assert (await nudges.ask(db, first, WANG, late, late)).outcome is Outcome.DONE
    asked = select(deliveries.c.chat_id).where(deliveries.c.kind == NUDGE)
    owed = list(await db.read(lambda connection: connection.scalars(asked)))
    assert owed == [CHEN, LIU, CHEN, CHEN]
