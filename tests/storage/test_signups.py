"""Places are given in order, the last one once; who waits moves up; patterns have days of rows."""

import asyncio
from datetime import date, timedelta

from storage import (
    announcement_lists,
    announcements,
    deliveries,
    forgetting,
    jobs,
    people,
    rearrangements,
    series,
    signup_lists,
    signups,
)
from storage.announcements import Announcement, Plan
from storage.database import Database
from storage.occasions import Occasion
from storage.signups import CHANGED, EVE, MOVED_UP, OFF, Standing
from tests.storage.activity_scene import LATER
from tests.storage.liuzhai import CHEN, GROUP, WANG, gather

DAY = date(2026, 8, 22)
TODAY = LATER.date()
EVE_AT = LATER + timedelta(days=1)
CROWD = range(9001, 9011)
A, B, C = CROWD[0], CROWD[1], CROWD[2]


def occasion(day: date, original: date | None = None) -> Occasion:
    later = timedelta(days=(day - DAY).days)
    return Occasion(original or day, day, EVE_AT + later, EVE_AT + later + timedelta(days=2))


async def announced(db: Database, days: tuple[Occasion, ...] = (), **changes: object) -> int:
    unit, *_ = await gather(db)
    for one in CROWD:
        await people.remember(db, people.Person(id=one, name=f"居民{one}", is_reachable=True))
    plan = Plan(organisation_id=unit, title="义诊", held_on=DAY, chat_id=GROUP, places=2)
    plan = plan.model_copy(update=changes)
    number = await announcements.draft(db, plan, WANG, LATER)
    assert await series.publish(db, number, days or (occasion(DAY),), None, TODAY, LATER)
    return number


async def told(db: Database, kind: str) -> list[int]:
    """Whom messages of this kind are owed to."""
    found = await db.read(
        lambda connection: connection.exec_driver_sql(
            "SELECT chat_id FROM deliveries WHERE kind = ? ORDER BY id", (kind,)
        )
    )
    return [row.chat_id for row in found]


async def stands(db: Database, number: int, person: int) -> Standing:
    return await signups.standing(db, number, person)


async def the(db: Database, number: int) -> Announcement:
    found = await announcements.one(db, number)
    assert found is not None
    return found


async def test_many_at_once_get_exactly_the_places_that_there_are(db: Database) -> None:
    number = await announced(db)
    made = await asyncio.gather(
        *(signups.sign_up(db, number, person, LATER) for person in CROWD),
        *(signups.sign_up(db, number, person, LATER) for person in CROWD),
    )
    assert sum(one.is_made for one in made) == len(CROWD)
    one = await the(db, number)
    assert (one.going, one.waiting, one.free) == (2, 8, 0)
    line = [each.person_id for each in await signup_lists.of(db, number) if each.is_waiting]
    turns = [(await stands(db, number, person)).turn for person in line]
    assert turns == list(range(1, 9))
    assert await told(db, MOVED_UP) == []


async def test_a_place_goes_to_the_first_in_line_whose_party_fits(db: Database) -> None:
    number = await announced(db)
    for person in (A, B, C, CROWD[3]):
        await signups.sign_up(db, number, person, LATER)
    assert (await signups.bring(db, number, C, 1, LATER)).is_made
    assert not (await signups.bring(db, number, A, 1, LATER)).is_made
    await signups.leave(db, number, A, LATER)
    assert await told(db, MOVED_UP) == [CROWD[3]], "two seats are wanted by the first, one is free"
    assert (await stands(db, number, C)).turn == 1
    await signups.leave(db, number, B, LATER)
    assert await told(db, MOVED_UP) == [CROWD[3]]
    assert (await signups.bring(db, number, C, -1, LATER)).turn == 0
    assert not (await signups.leave(db, number, B, LATER)).is_made
    assert (await the(db, number)).going == 2


async def test_more_places_make_room_and_forgetting_frees_them(db: Database) -> None:
    number = await announced(db)
    for person in (A, B, C, CROWD[3]):
        await signups.sign_up(db, number, person, LATER)
    await rearrangements.change(db, number, {"places": 3}, LATER)
    assert await told(db, MOVED_UP) == [C]
    await forgetting.forget(db, A, lambda place: f"已退出{place}", LATER)
    assert await told(db, MOVED_UP) == [C, CROWD[3]]
    assert [one.person_id for one in await signup_lists.of(db, number)] == [B, C, CROWD[3]]
    assert await signup_lists.mine(db, A, TODAY) == ()
    ((mine, its),) = await signup_lists.mine(db, B, TODAY)
    assert (mine.is_waiting, its.id) == (False, number)


async def test_news_is_owed_once_to_those_who_signed_up_or_wait(db: Database) -> None:
    number = await announced(db)
    for person in (A, B, C):
        await signups.sign_up(db, number, person, LATER)
    await rearrangements.change(db, number, {"place": "广场"}, LATER)
    moved = {"held_on": DAY + timedelta(days=1)}
    on = occasion(DAY + timedelta(days=1))
    await rearrangements.change(db, number, moved, LATER, on)
    assert await told(db, CHANGED) == [A, B, C], "two changes that nobody was told of are one"
    assert [one.due_at for one in await jobs.due(db, on.asks_at)] == [on.eve_at, on.asks_at]
    await signups.remind(db, number, EVE_AT)
    assert await told(db, EVE) == [A, B]
    assert await rearrangements.call_off(db, number, TODAY, LATER)
    assert await told(db, OFF) == [A, B, C]
    assert not (await signups.sign_up(db, number, CROWD[5], LATER)).is_made
    await signups.remind(db, number, EVE_AT)
    assert await told(db, EVE) == [A, B]
    assert await rearrangements.change(db, number, {"place": ""}, LATER) is None
    assert (await the(db, number)).was != ""


async def test_a_pattern_follows_new_holidays_and_leaves_alone_what_was_changed(
    db: Database,
) -> None:
    days = [DAY + timedelta(days=7 * week) for week in range(4)]
    number = await announced(db, tuple(map(occasion, days)), rule="FREQ=WEEKLY;BYDAY=SA")
    first, second, third, last = await announcement_lists.series(db, number)
    await signups.sign_up(db, second.id, A, LATER)
    await signups.sign_up(db, third.id, B, LATER)
    await rearrangements.change(db, last.id, {"place": "广场"}, LATER)
    more = occasion(days[3] + timedelta(days=7))
    moved = occasion(days[1] + timedelta(days=2), days[1])
    await series.go_on(db, number, (occasion(days[0]), moved, more), TODAY, LATER)
    now = {one.id: one for one in await announcement_lists.series(db, number)}
    assert now[second.id].held_on == moved.held_on
    assert now[third.id].called_off_at is not None
    assert now[last.id].called_off_at is None
    assert len(now) == 5
    assert (await told(db, CHANGED), await told(db, OFF)) == ([A], [B])
    assert await series.unplanned(db, TODAY) == ()
    (unplanned,) = await series.unplanned(db, TODAY + timedelta(days=1))
    assert unplanned.id == number
    following = await announcement_lists.next_of(db, number, days[0] + timedelta(days=1))
    assert following is not None
    assert following.id == second.id
    listed = await announcement_lists.upcoming(db, TODAY, 5)
    assert [one.id for one in listed] == [first.id]


async def test_all_of_a_pattern_changes_but_what_has_its_own(db: Database) -> None:
    days = [DAY + timedelta(days=7 * week) for week in range(3)]
    number = await announced(db, tuple(map(occasion, days)), rule="FREQ=WEEKLY;BYDAY=SA")
    first, second, third = await announcement_lists.series(db, number)
    await rearrangements.change(db, first.id, {"starts": "10:00"}, LATER)
    await signups.sign_up(db, first.id, A, LATER)
    await signups.sign_up(db, second.id, B, LATER)
    assert await rearrangements.change_all(db, number, {"starts": "15:00"}, TODAY, LATER)
    now = [one.starts for one in await announcement_lists.series(db, number)]
    assert now == ["10:00", "15:00", "15:00"]
    assert await told(db, CHANGED) == [B]
    later = days[1]
    assert await rearrangements.call_off_all(db, number, later, LATER)
    assert not await rearrangements.call_off_all(db, number, later, LATER)
    off = [one.called_off_at is not None for one in await announcement_lists.series(db, number)]
    assert off == [False, True, True]
    assert await told(db, OFF) == [B]
    assert not await rearrangements.change_all(db, number, {"starts": ""}, TODAY, LATER)
    assert (await the(db, third.id)).called_off_at == LATER


async def test_a_draft_is_announced_once(db: Database) -> None:
    number = await announced(db)
    assert not await series.publish(db, number, (occasion(DAY),), None, TODAY, LATER)
    assert not await announcements.revise(db, number, {"title": "x"})
    assert (await stands(db, 999, CHEN)).announcement is None
    assert await signups.one(db, 999) is None
    shown = await deliveries.showing(db, announcements.CARD, number)
    assert len(shown) == 1
