"""A photo that stood somewhere before is known again: by its id, by its bytes, by its looks."""

from storage import activities, keeping, sightings
from storage.database import Database
from storage.keeping import Kept
from storage.sightings import Sighting
from tests.storage.activity_scene import report, reported, sent
from tests.storage.liuzhai import NOW, gather

LOOKS = "96cdb3c2ba5e166c"
NEARLY = "96cdb3c2ba5e166b"
OTHERWISE = "69324c3d45a1e993"


async def on_disk(db: Database, photo_id: int, sha256: str, likeness: str = "") -> None:
    what = Kept(path=f"2026/08/{sha256}.jpg", sha256=sha256, bytes=9, likeness=likeness)
    await keeping.kept(db, photo_id, what, await keeping.resembling(db, photo_id, likeness))


def before(photo_id: int, activity_id: int, *, is_same: bool) -> Sighting:
    return Sighting(photo_id=photo_id, activity_id=activity_id, title="金秋助学", is_same=is_same)


async def test_the_same_file_is_known_before_it_is_fetched(db: Database) -> None:
    await gather(db)
    await reported(db, 1)
    again = sent(2, group=None).model_copy(update={"file_unique_id": "unique1"})
    await activities.report(db, report(2), again, NOW)
    assert await sightings.of(db, 2) == (before(2, 1, is_same=True),)
    assert await sightings.of(db, 1) == ()


async def test_the_same_bytes_are_known_and_the_earliest_is_named(db: Database) -> None:
    await gather(db)
    for number in (1, 2, 3):
        await reported(db, number)
        await on_disk(db, number, "aa")
    assert await sightings.of(db, 3) == (before(3, 1, is_same=True),)


async def test_what_looks_nearly_the_same_is_known(db: Database) -> None:
    await gather(db)
    for number, (sha256, likeness) in enumerate(
        [("aa", LOOKS), ("bb", OTHERWISE), ("cc", NEARLY), ("dd", "")], start=1
    ):
        await reported(db, number)
        await on_disk(db, number, sha256, likeness)
    assert [await sightings.of(db, number) for number in (2, 3, 4)] == [
        (),
        (before(3, 1, is_same=False),),
        (),
    ]


async def test_two_photos_of_one_moment_in_one_activity_are_no_repetition(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    await activities.report(db, report(2), sent(2), NOW)
    await on_disk(db, 1, "aa", LOOKS)
    await on_disk(db, 2, "bb", NEARLY)
    assert await sightings.of(db, 1) == ()
