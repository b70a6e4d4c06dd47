"""Photos wait, are fetched, fail, are forgotten: each once, whatever is said twice."""

from datetime import timedelta

from storage import activities, deliveries, outcomes, photos
from storage.database import Database
from storage.photos import ASK_WORDS, QUIET, Photo
from tests.storage.activity_scene import (
    LATER,
    found,
    loose,
    messages_of,
    receipt_is_sent,
    receipt_of,
    report,
    reported,
    sent,
)
from tests.storage.liuzhai import NOW, gather
from tests.storage.owed import claimed


async def only_photo(db: Database, activity_id: int) -> Photo:
    (photo,) = (await found(db, activity_id)).photos
    return photo


async def test_only_photos_of_activities_are_fetched_the_longest_due_first(db: Database) -> None:
    await gather(db)
    await loose(db, 8, 9)
    assert await photos.waiting(db, NOW, 9) == ()
    assert await photos.next_due(db) is None
    await reported(db, 2)
    await activities.report(db, report(1), sent(1, None), NOW - QUIET)
    assert [photo.message_id for photo in await photos.waiting(db, NOW, 9)] == [1, 2]
    assert len(await photos.waiting(db, NOW, 1)) == 1
    assert await photos.waiting(db, NOW - timedelta(hours=1), 9) == ()
    assert await photos.next_due(db) == NOW - QUIET


async def test_a_loose_photo_is_due_when_it_finds_its_activity(db: Database) -> None:
    await gather(db)
    await loose(db, 1)
    await activities.report(db, report(9), sent(1), LATER)
    assert (await only_photo(db, 1)).due_at == LATER


async def test_a_kept_photo_is_shown_on_the_receipt_once(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await receipt_is_sent(db, number)
    await photos.kept(db, photo.id, "2026/08/aa.jpg", "aa")
    assert (await receipt_of(db, number)).edit_owed
    (owed,) = await claimed(db, LATER)
    await outcomes.edited(db, owed.id, owed.revision)
    await photos.kept(db, photo.id, "elsewhere.jpg", "bb")
    assert not (await receipt_of(db, number)).edit_owed
    kept = await only_photo(db, number)
    assert (kept.state, kept.path, kept.sha256) == ("kept", "2026/08/aa.jpg", "aa")
    assert await photos.next_due(db) is None


async def test_a_failed_photo_is_fetched_again_later(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    for _ in range(2):
        await photos.failed(db, photo.id, "TimedOut", LATER)
    waiting = await only_photo(db, number)
    assert (waiting.state, waiting.tries, waiting.fault) == ("waiting", 1, "TimedOut")
    assert await photos.waiting(db, NOW, 9) == ()
    assert await photos.next_due(db) == LATER


async def test_a_photo_that_failed_for_good_is_shown_on_the_receipt(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await receipt_is_sent(db, number)
    for _ in range(2):
        await photos.failed(db, photo.id, "BadRequest", None)
    failed = await only_photo(db, number)
    assert (failed.state, failed.tries) == ("failed", 1)
    assert (await receipt_of(db, number)).edit_owed
    assert await photos.next_due(db) is None


async def test_a_photo_that_is_kept_does_not_fail(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    await photos.kept(db, photo.id, "aa.jpg", "aa")
    await photos.failed(db, photo.id, "TimedOut", None)
    await photos.failed(db, photo.id, "TimedOut", LATER)
    assert (await only_photo(db, number)).state == "kept"


async def test_loose_photos_are_forgotten_and_others_never(db: Database) -> None:
    await gather(db)
    number = await reported(db, 1)
    await loose(db, 8)
    await photos.prune(db, NOW)
    assert await photos.one(db, 2) is not None
    await photos.prune(db, LATER)
    assert await photos.one(db, 2) is None
    assert await messages_of(db, number) == [1]


async def test_the_number_of_a_forgotten_photo_is_never_given_again(db: Database) -> None:
    await gather(db)
    await loose(db, 1)
    await photos.prune(db, LATER)
    await loose(db, 2)
    assert await photos.one(db, 1) is None


async def test_an_album_is_asked_about_once_when_it_is_quiet(db: Database) -> None:
    await gather(db)
    await photos.take_in(db, sent(1), NOW, asks=True)
    await photos.take_in(db, sent(2), LATER, asks=True)
    (question,) = await deliveries.showing(db, ASK_WORDS, 1)
    assert (question.due_at, question.reply_to) == (LATER + QUIET, 1)
    assert await deliveries.showing(db, ASK_WORDS, 2) == ()


async def test_chatter_is_not_asked_about(db: Database) -> None:
    await gather(db)
    await loose(db, 1)
    assert await deliveries.showing(db, ASK_WORDS, 1) == ()
