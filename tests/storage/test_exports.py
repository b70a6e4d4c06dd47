"""Files that take long to make: one after the other, begun anew, given up, forgotten."""

from datetime import timedelta

from storage import deliveries, exports, hiding
from storage.database import Database
from storage.exports import FAILED, FILE, MADE, MAKING, TRIES, WAITING, Export, Made
from tests.storage.activity_scene import only_photo, reported
from tests.storage.liuzhai import CHEN, NOW, WANG, gather

KIND = "activities.ledger"
LATER = NOW + timedelta(minutes=1)


async def ordered(db: Database, asked: str = "{}") -> bool:
    return await exports.order(db, KIND, asked, WANG, WANG, "zh_CN", NOW)


async def begun(db: Database) -> Export:
    export = await exports.begin(db, NOW)
    assert export is not None
    return export


async def state(db: Database, export_id: int) -> str:
    export = await exports.one(db, export_id)
    assert export is not None
    return export.state


async def test_an_order_is_told_of_at_once_and_not_taken_twice(db: Database) -> None:
    await gather(db)
    assert await ordered(db)
    assert not await ordered(db)
    assert await ordered(db, '{"form": "photos"}')
    (progress,) = await deliveries.showing(db, KIND, 1)
    assert (progress.chat_id, progress.due_at, progress.language) == (WANG, NOW, "zh_CN")
    second = await exports.one(db, 2)
    assert second is not None
    assert (second.state, second.ahead) == (WAITING, 1)


async def test_one_is_made_after_the_other(db: Database) -> None:
    await gather(db)
    assert await exports.begin(db, NOW) is None
    await ordered(db)
    await ordered(db, '{"form": "photos"}')
    first = await begun(db)
    assert (first.id, first.state, first.tries) == (1, MAKING, 1)
    await exports.goes_on(db, first.id, 3, 7)
    shown = await exports.one(db, 1)
    assert shown is not None
    assert (shown.done, shown.total) == (3, 7)
    files = [Made(name="a_1-2.zip", bytes=3), Made(name="a_2-2.zip", bytes=4)]
    assert await exports.made(db, first, files, LATER)
    assert (await begun(db)).id == 2
    assert await state(db, 1) == MADE
    for place in (1, 2):
        (owed,) = await deliveries.showing(db, FILE, place)
        file = await exports.file(db, place)
        assert file is not None
        assert (owed.chat_id, file.name, file.place, file.count) == (
            *(WANG, f"a_{place}-2.zip", place),
            2,
        )


async def test_what_a_restart_cut_off_is_begun_anew_and_given_up_in_the_end(db: Database) -> None:
    await gather(db)
    await ordered(db)
    for tries in range(1, TRIES + 1):
        assert (await begun(db)).tries == tries
        await exports.take_up(db)
    assert await state(db, 1) == FAILED
    assert await exports.begin(db, NOW) is None


async def test_what_fails_is_tried_again_and_what_is_hopeless_is_not(db: Database) -> None:
    await gather(db)
    await ordered(db)
    for expected in (WAITING, WAITING, FAILED):
        await exports.failed(db, await begun(db), "", NOW)
        assert await state(db, 1) == expected
    await ordered(db)
    await exports.failed(db, await begun(db), "nothing", NOW)
    assert await state(db, 2) == FAILED


async def test_a_photo_that_is_hidden_meanwhile_goes_out_with_none(db: Database) -> None:
    await gather(db)
    photo = await only_photo(db, await reported(db))
    await ordered(db)
    first = await begun(db)
    await hiding.hide(db, photo.id, CHEN, NOW - timedelta(seconds=1))
    assert not await exports.made(db, first, [Made(name="a.zip", bytes=3)], LATER)
    assert await deliveries.showing(db, FILE, 1) == ()
    again = await exports.begin(db, LATER + timedelta(minutes=1))
    assert again is not None
    assert (again.id, again.tries) == (first.id, 1)
    assert await exports.made(db, again, [Made(name="a.zip", bytes=3)], LATER)


async def test_a_file_that_waits_is_stale_once_a_photo_is_hidden(db: Database) -> None:
    await gather(db)
    photo = await only_photo(db, await reported(db))
    await ordered(db)
    await exports.made(db, await begun(db), [Made(name="a.zip", bytes=3)], NOW)
    fresh = await exports.file(db, 1)
    await hiding.hide(db, photo.id, CHEN, NOW)
    stale = await exports.file(db, 1)
    assert fresh is not None
    assert stale is not None
    assert (fresh.is_stale, stale.is_stale) == (False, True)


async def test_files_are_forgotten_after_a_while(db: Database) -> None:
    await gather(db)
    await ordered(db)
    await exports.made(db, await begun(db), [Made(name="a.zip", bytes=3)], NOW)
    assert await exports.over(db, NOW) == ()
    assert await exports.over(db, LATER) == (1,)
    await exports.forget(db, 1)
    assert await exports.over(db, LATER) == ()
    assert await exports.file(db, 1) is None
