"""What is announced is asked about once, by whoever can be reached, unless it was settled."""

from datetime import date, timedelta

import pytest

from storage import (
    announcement_lists,
    announcements,
    deliveries,
    follow_ups,
    jobs,
    people,
    rearrangements,
    series,
)
from storage.announcements import CARD, Plan
from storage.database import Database
from storage.follow_ups import DAY_AFTER
from storage.matches import ASK
from storage.occasions import Occasion
from tests.storage.activity_scene import LATER, found, report, reported, sent
from tests.storage.liuzhai import CHEN, GROUP, WANG, gather

DAY = date(2026, 8, 22)
MORNING = LATER + timedelta(days=3)


async def announced(db: Database, **changes: object) -> int:
    """王主任 announces for 单位1; gives the announcement's id."""
    unit, *_ = await gather(db)
    await people.appoint(db, CHEN, unit, WANG, LATER)
    plan = Plan(organisation_id=unit, title="义诊", held_on=DAY, place="活动室", chat_id=GROUP)
    plan = plan.model_copy(update=changes)
    number = await announcements.draft(db, plan, WANG, LATER)
    on = Occasion(DAY, DAY, LATER - timedelta(days=1), MORNING)
    assert await series.publish(db, number, (on,), None, LATER.date(), LATER)
    return number


async def asked(db: Database, number: int) -> list[int]:
    """In which chats it was asked about."""
    return [row.chat_id for row in await deliveries.showing(db, ASK, number)]


async def test_it_is_asked_about_once_where_somebody_reads_it(db: Database) -> None:
    number = await announced(db)
    assert len(await deliveries.showing(db, CARD, number)) == 1
    (job,) = await jobs.due(db, MORNING)
    assert (job.kind, job.subject_id) == (DAY_AFTER, number)
    for _ in range(2):
        await follow_ups.ask(db, number, MORNING)
    assert await asked(db, number) == [GROUP]


async def test_its_liaisons_are_asked_in_private(db: Database) -> None:
    number = await announced(db)
    await people.remember(db, people.Person(id=CHEN, name="陈姐", is_reachable=True))
    await follow_ups.ask(db, number, MORNING)
    assert await asked(db, number) == [CHEN]
    for _ in range(2):
        await follow_ups.unreached(db, number, MORNING)
    assert await asked(db, number) == [CHEN, GROUP]


async def test_what_was_called_off_is_not_asked_about(db: Database) -> None:
    number = await announced(db)
    assert [one.id for one in await announcement_lists.upcoming(db, DAY, 5)] == [number]
    assert await announcement_lists.upcoming(db, DAY + timedelta(days=1), 5) == ()
    assert await rearrangements.call_off(db, number, LATER.date(), LATER)
    assert not await rearrangements.call_off(db, number, LATER.date(), LATER)
    assert await jobs.due(db, MORNING) == ()
    await follow_ups.ask(db, number, MORNING)
    assert await asked(db, number) == []
    assert await announcement_lists.upcoming(db, DAY, 5) == ()


@pytest.mark.parametrize("same_day", [True, False])
async def test_what_its_organisation_reported_of_that_day_settles_it(
    db: Database, *, same_day: bool
) -> None:
    number = await announced(db)
    shown = await announcements.one(db, number)
    assert shown is not None
    day = DAY if same_day else DAY - timedelta(days=1)
    activity = await reported(db, organisation_id=shown.organisation_id, held_on=day)
    await follow_ups.ask(db, number, MORNING)
    settled = await announcements.one(db, number)
    assert settled is not None
    assert settled.activity_id == (activity if same_day else None)
    assert await asked(db, number) == ([] if same_day else [GROUP])


async def test_an_album_is_one_report(db: Database) -> None:
    number = await announced(db)
    first = await follow_ups.report(db, number, report(5), sent(5, group=None), LATER)
    again = await follow_ups.report(db, number, report(6), sent(6, group=None), LATER)
    assert (first.outcome, again.outcome) == ("new", "again")
    assert first.activity_id == again.activity_id
    assert len((await found(db, first.activity_id)).photos) == 2
    assert not await rearrangements.call_off(db, number, LATER.date(), LATER)
