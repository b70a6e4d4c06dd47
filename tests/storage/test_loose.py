"""Photos without a report: their words, where they may belong, and that they can be forgotten."""

from datetime import timedelta

from storage import activities, deliveries, loose, photos
from storage.database import Database
from storage.photos import ASK_WORDS, Photo, Sent
from tests.storage.activity_scene import LATER, report, reported, sent
from tests.storage.liuzhai import CHEN, GROUP, LIU, NOW, gather
from tests.storage.owed import claimed


def said(message_id: int, caption: str) -> Sent:
    return sent(message_id).model_copy(update={"caption": caption})


async def photo(db: Database, photo_id: int) -> Photo:
    found = await photos.one(db, photo_id)
    assert found is not None
    return found


async def test_an_album_has_the_words_of_any_of_its_photos(db: Database) -> None:
    await gather(db)
    for one in (said(1, ""), said(2, "义诊"), said(3, "")):
        await photos.take_in(db, one, NOW)
    assert await loose.words_of(db, said(1, "")) == "义诊"
    assert await loose.words_of(db, said(9, "")) == "义诊"
    assert await loose.words_of(db, sent(9, group=None)) == ""


async def test_words_that_follow_are_asked_about_at_the_end_of_the_chat(db: Database) -> None:
    await gather(db)
    await photos.take_in(db, said(1, "秋游"), NOW, asks=True)
    await photos.take_in(db, said(2, ""), NOW, asks=True)
    newest = await loose.newest(db, GROUP, CHEN, NOW)
    assert newest is not None
    assert newest.message_id == 2
    await loose.say(db, newest, "义诊", LATER)
    assert await deliveries.showing(db, ASK_WORDS, newest.id) == ()
    await claimed(db, LATER)
    await loose.say(db, newest, "健康义诊", LATER)
    await loose.say(db, newest, "健康义诊进社区", LATER)
    assert len(await deliveries.showing(db, ASK_WORDS, newest.id)) == 1
    assert await loose.words_of(db, said(1, "")) == "健康义诊进社区"


async def test_whose_photos_and_since_when(db: Database) -> None:
    await gather(db)
    await photos.take_in(db, sent(1), NOW)
    assert await loose.newest(db, GROUP, LIU, NOW) is None
    assert await loose.newest(db, GROUP, CHEN, LATER) is None
    assert await loose.sent_in(db, GROUP, 1) is not None
    await activities.report(db, report(9), sent(1), NOW)
    assert await loose.newest(db, GROUP, CHEN, NOW) is None
    assert await loose.sent_in(db, GROUP, 1) is None


async def test_photos_may_belong_to_what_was_just_reported(db: Database) -> None:
    await gather(db)
    for number in range(1, 5):
        await reported(db, number)
    assert [home.id for home in await loose.homes_of(db, sent(9))] == [4, 3, 2]
    later = sent(9).model_copy(update={"sent_at": NOW + timedelta(days=3)})
    assert await loose.homes_of(db, later) == ()


async def test_a_loose_album_is_forgotten_and_a_reported_one_never(db: Database) -> None:
    await gather(db)
    for number in (1, 2):
        await photos.take_in(db, sent(number), NOW)
    await loose.forget(db, await photo(db, 1))
    assert [await photos.one(db, number) for number in (1, 2)] == [None, None]
    await reported(db, 3)
    await loose.forget(db, await photo(db, 3))
    assert await photos.one(db, 3) is not None
