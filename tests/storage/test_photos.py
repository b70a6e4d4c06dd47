"""Photos wait, are fetched, fail, are forgotten: each once, whatever is said twice."""

from storage import activities, deliveries, photos
from storage.database import Database
from storage.photos import ASK_WORDS, QUIET
from tests.storage.activity_scene import (
    LATER,
    loose,
    messages_of,
    only_photo,
    report,
    reported,
    sent,
)
from tests.storage.liuzhai import NOW, gather


async def test_a_loose_photo_is_due_when_it_finds_its_activity(db: Database) -> None:
    await gather(db)
    await loose(db, 1)
    await activities.report(db, report(9), sent(1), LATER)
    assert (await only_photo(db, 1)).due_at == LATER


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
