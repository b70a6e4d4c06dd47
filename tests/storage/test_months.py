"""A month: what was done in it, the best photos, and that it is posted once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert, update

from storage import deliveries, hiding, jobs, keeping, month_posts, months, people
from storage.database import Database
from storage.features import Place
from storage.keeping import Kept
from storage.month_posts import POST, POSTER, PREPARE, PREVIEW, SEND
from storage.months import number_of
from storage.partners import Named
from storage.tables import activities, likes, partners
from tests.storage.activity_scene import DAY, only_photo, reported
from tests.storage.liuzhai import CHEN, GROUP, NOW, WANG, ZHANG, gather

AUGUST = number_of(DAY)
PLACE = Place(chat_id=GROUP, topic_id=None, title="群", topic="")
LATER = NOW + timedelta(hours=5)


async def shown(db: Database, message_id: int, title: str, **changes: object) -> int:
    """An activity with a photo on disk; gives the photo."""
    number = await reported(db, message_id, title=title, **changes)
    photo = await only_photo(db, number)
    name = f"{message_id}.jpg"
    await keeping.kept(db, photo.id, Kept(path=name, sha256=name, bytes=3))
    return photo.id


async def stars(db: Database) -> list[str]:
    found = await months.month(db, AUGUST)
    assert found is not None
    return [star.title for star in found.stars]


async def test_sums_and_thanks(db: Database) -> None:
    first, second, *_ = await gather(db)
    named = (Named(organisation_id=second), Named(organisation_id=first))
    await reported(db, 1, organisation_id=first, partners=named, minutes=30, money=7)
    await reported(db, 2, organisation_id=None, linkage="safety", joined=4)
    await reported(db, 3, held_on=date(2026, 9, 1))
    await reported(db, 4, held_on=None)
    found = await months.month(db, AUGUST)
    assert found is not None
    assert (found.activities, found.served, found.joined) == (2, 24, 4)
    assert (found.minutes, found.money, found.kinds) == (30, 7, {"": 1, "safety": 1})
    assert found.organisations == ("单位1",)
    said = update(partners).values(state="confirmed")
    await db.write(lambda connection: connection.execute(said))
    found = await months.month(db, AUGUST)
    assert found is not None
    assert found.organisations == ("单位1", "单位2")


async def test_an_empty_month_is_none(db: Database) -> None:
    await gather(db)
    assert await months.month(db, AUGUST) is None


async def test_featured_ones_come_first_then_the_liked_then_those_that_served_most(
    db: Database,
) -> None:
    await gather(db)
    for message_id, title, served in ((1, "a", 1), (2, "b", 50), (3, "c", 2), (4, "d", 3)):
        await shown(db, message_id, title, served=served)
    marked = update(activities).where(activities.c.title == "c").values(featured_at=NOW)
    await db.write(lambda connection: connection.execute(marked))
    row = {"chat_id": GROUP, "message_id": 9, "person_id": ZHANG, "activity_id": 1}
    liked = insert(likes).values(row | {"liked_at": NOW})
    await db.write(lambda connection: connection.execute(liked))
    assert await stars(db) == ["c", "a", "b", "d"]


@pytest.mark.parametrize("gone", ["hidden", "taken down", "not on disk"])
async def test_photos_that_nobody_may_see_are_not_shown(db: Database, gone: str) -> None:
    await gather(db)
    if gone == "not on disk":
        await reported(db, 1)
    else:
        photo = await shown(db, 1, "a")
        act = hiding.hide if gone == "hidden" else hiding.take_down
        await act(db, photo, CHEN, NOW, "privacy")
    assert await stars(db) == []


async def test_it_is_planned_once(db: Database) -> None:
    await gather(db)
    for _ in range(2):
        await month_posts.plan(db, AUGUST, NOW)
    assert [job.kind for job in await jobs.due(db, NOW)] == [PREPARE]
    assert len((await jobs.due(db, NOW))[0].ids) == 1


async def test_what_was_shown_is_not_planned_again(db: Database) -> None:
    await gather(db)
    await people.make_staff(db, WANG)
    await db.write(lambda connection: people.reach(connection, WANG, is_reachable=True))
    await month_posts.prepare(db, AUGUST, NOW, LATER)
    (preview,) = await deliveries.showing(db, PREVIEW, AUGUST)
    assert preview.chat_id == WANG
    await month_posts.skip(db, AUGUST)
    await month_posts.plan(db, AUGUST, NOW)
    assert await jobs.due(db, LATER) == ()


async def test_it_is_posted_once_in_each_place(db: Database) -> None:
    await gather(db)
    await month_posts.prepare(db, AUGUST, NOW, LATER)
    assert (await month_posts.standing(db, AUGUST)).sends_at == LATER
    assert await month_posts.send(db, AUGUST, PLACE, NOW)
    assert not await month_posts.send(db, AUGUST, PLACE, NOW)
    topic = PLACE.model_copy(update={"topic_id": 7})
    assert await month_posts.send(db, AUGUST, topic, NOW)
    assert [one.topic_id for one in await deliveries.showing(db, POST, AUGUST)] == [None, 7]
    assert len(await deliveries.showing(db, POSTER, AUGUST)) == 2
    standing = await month_posts.standing(db, AUGUST)
    assert (standing.posted_to, standing.sends_at) == ((GROUP,), None)
    assert await month_posts.last_place(db) == (GROUP, 7)
    assert [job.kind for job in await jobs.due(db, LATER) if job.kind == SEND] == []
