"""Photos are fetched, fail, are given up: each once, whatever is said twice."""

from datetime import timedelta

from storage import activities, keeping, outcomes
from storage.database import Database
from storage.keeping import Kept
from storage.photos import QUIET
from tests.storage.activity_scene import (
    LATER,
    loose,
    only_photo,
    receipt_is_sent,
    receipt_of,
    report,
    reported,
    sent,
)
from tests.storage.liuzhai import NOW, gather
from tests.storage.owed import claimed


def at(path: str, sha256: str) -> Kept:
    return Kept(path=path, sha256=sha256, bytes=9)


async def test_only_photos_of_activities_are_fetched_the_longest_due_first(db: Database) -> None:
    await gather(db)
    await loose(db, 8, 9)
    assert await keeping.waiting(db, NOW, 9) == ()
    assert await keeping.next_due(db) is None
    await reported(db, 2)
    await activities.report(db, report(1), sent(1, None), NOW - QUIET)
    assert [photo.message_id for photo in await keeping.waiting(db, NOW, 9)] == [1, 2]
    assert len(await keeping.waiting(db, NOW, 1)) == 1
    assert await keeping.waiting(db, NOW - timedelta(hours=1), 9) == ()
    assert await keeping.next_due(db) == NOW - QUIET


async def test_a_kept_photo_is_shown_on_the_receipt_once(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await receipt_is_sent(db, number)
    await keeping.kept(db, photo.id, at("2026/08/aa.jpg", "aa"))
    assert (await receipt_of(db, number)).edit_owed
    (owed,) = await claimed(db, LATER)
    await outcomes.edited(db, owed.id, owed.revision)
    await keeping.kept(db, photo.id, at("elsewhere.jpg", "bb"))
    assert not (await receipt_of(db, number)).edit_owed
    kept = await only_photo(db, number)
    assert (kept.state, kept.path, kept.sha256) == ("kept", "2026/08/aa.jpg", "aa")
    assert await keeping.next_due(db) is None


async def test_a_failed_photo_is_fetched_again_later(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    for _ in range(2):
        await keeping.failed(db, photo.id, "TimedOut", LATER)
    waiting = await only_photo(db, number)
    assert (waiting.state, waiting.tries, waiting.fault) == ("waiting", 1, "TimedOut")
    assert await keeping.waiting(db, NOW, 9) == ()
    assert await keeping.next_due(db) == LATER


async def test_a_photo_that_failed_for_good_is_shown_on_the_receipt(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await receipt_is_sent(db, number)
    for _ in range(2):
        await keeping.failed(db, photo.id, "BadRequest", None)
    failed = await only_photo(db, number)
    assert (failed.state, failed.tries) == ("failed", 1)
    assert (await receipt_of(db, number)).edit_owed
    assert await keeping.next_due(db) is None


async def test_a_photo_that_is_kept_does_not_fail(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await keeping.kept(db, photo.id, at("aa.jpg", "aa"))
    await keeping.failed(db, photo.id, "TimedOut", None)
    await keeping.failed(db, photo.id, "TimedOut", LATER)
    assert (await only_photo(db, number)).state == "kept"
