"""Hidden, shown again, taken down: a photo and its copies, wherever they stand."""

from functools import partial

from storage import (
    activities,
    activity_lists,
    deliveries,
    hiding,
    keeping,
    objections,
    people,
    photos,
)
from storage.activity_lists import Wanted
from storage.database import Database
from storage.objections import ANSWER, OBJECTION, Decision
from storage.photos import Photo
from tests.storage.activity_scene import LATER, found, loose, receipt_of, report, reported, sent
from tests.storage.liuzhai import CHEN, NOW, WANG, gather
from tests.storage.test_keeping import at


async def album(db: Database, activity_id: int) -> tuple[Photo, ...]:
    return await photos.album(db, activity_id)


async def again(db: Database, message_id: int) -> int:
    """Another activity, with the very photo of the first message."""
    same = sent(message_id, group=None).model_copy(update={"file_unique_id": "unique1"})
    return (await activities.report(db, report(message_id), same, NOW)).activity_id


async def test_a_hidden_photo_is_in_no_list_and_comes_back(db: Database) -> None:
    await gather(db)
    number = await reported(db, 1)
    assert await hiding.hide(db, 1, WANG, LATER)
    assert not await hiding.hide(db, 1, CHEN, LATER)
    hidden = await found(db, number)
    assert (hidden.photos, hidden.hidden_photos) == ((), 1)
    assert (await activity_lists.page(db, Wanted(), 1, 9)).lines[0].photo_count == 0
    (photo,) = await album(db, number)
    assert (photo.hidden_by, photo.hidden_at) == (WANG, LATER)
    assert await hiding.show(db, 1)
    assert not await hiding.show(db, 1)
    assert len((await found(db, number)).photos) == 1
    assert (await receipt_of(db, number)).edit_owed


async def test_its_copies_go_with_it(db: Database) -> None:
    await gather(db)
    first, second, third = await reported(db, 1), await again(db, 2), await reported(db, 3)
    await keeping.kept(db, 1, at("2026/08/aa.jpg", "aa"))
    await keeping.kept(db, 3, at("2026/08/aa.jpg", "aa"))
    await hiding.hide(db, 1, WANG, LATER)
    assert [(await found(db, one)).hidden_photos for one in (first, second, third)] == [1, 1, 1]


async def test_one_that_is_taken_down_is_deleted_and_says_who_and_why(db: Database) -> None:
    await gather(db)
    number = await reported(db, 1)
    await keeping.kept(db, 1, at("2026/08/aa.jpg", "aa"))
    assert await hiding.take_down(db, 1, WANG, LATER, "private")
    assert not await hiding.take_down(db, 1, WANG, LATER, "private")
    assert not await hiding.show(db, 1)
    assert [one.path for one in await keeping.to_delete(db)] == ["2026/08/aa.jpg"]
    await keeping.deleted(db, 1)
    assert await keeping.to_delete(db) == ()
    (photo,) = await album(db, number)
    assert (photo.state, photo.path, photo.hidden_by, photo.hidden_why) == (
        *("removed", None),
        *(WANG, "private"),
    )


async def test_one_that_is_taken_down_before_it_came_to_disk_goes_from_there(db: Database) -> None:
    await gather(db)
    await reported(db, 1)
    await hiding.take_down(db, 1, WANG, LATER, "asked")
    assert await keeping.waiting(db, LATER, 9) == ()
    await keeping.kept(db, 1, at("2026/08/aa.jpg", "aa"))
    assert [one.id for one in await keeping.to_delete(db)] == [1]


async def test_what_was_taken_down_is_not_taken_in_again(db: Database) -> None:
    await gather(db)
    await reported(db, 1)
    await keeping.kept(db, 1, at("2026/08/aa.jpg", "aa"))
    await hiding.take_down(db, 1, WANG, LATER, "asked")
    by_id, by_bytes = await again(db, 2), await reported(db, 3)
    await keeping.kept(db, 3, at("2026/08/aa.jpg", "aa"))
    assert [(await album(db, one))[0].state for one in (by_id, by_bytes)] == ["removed"] * 2
    assert [one.id for one in await keeping.to_delete(db)] == [1, 3]


async def test_an_objection_is_made_once_and_decided_once(db: Database) -> None:
    await gather(db)
    await people.make_staff(db, WANG)
    await db.write(partial(people.reach, person_id=WANG, is_reachable=True))
    number = await reported(db, 1)
    made = await objections.make(db, 1, CHEN, NOW)
    assert made is not None
    assert (made.activity_id, made.decision) == (number, "")
    assert await objections.make(db, 1, CHEN, LATER) == made
    assert [one.chat_id for one in await deliveries.showing(db, OBJECTION, made.id)] == [WANG]
    decided = await objections.decide(db, made.id, Decision.REMOVED, WANG, LATER)
    assert decided is not None
    assert await objections.decide(db, made.id, Decision.KEPT, CHEN, LATER) == decided
    assert [one.chat_id for one in await deliveries.showing(db, ANSWER, made.id)] == [CHEN]
    assert (await album(db, number))[0].hidden_why == "asked"


async def test_nobody_objects_to_what_is_not_shown(db: Database) -> None:
    await gather(db)
    await loose(db, 8)
    await reported(db, 1)
    await hiding.hide(db, 2, WANG, NOW)
    assert [await objections.make(db, one, CHEN, NOW) for one in (1, 2, 99)] == [None] * 3
    assert await objections.decide(db, 1, Decision.HIDDEN, WANG, NOW) is None
