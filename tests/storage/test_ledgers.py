"""What stands in a ledger: whole activities, without what is hidden, joined or deleted."""

from datetime import date

import pytest
from sqlalchemy import update

from storage import hiding, keeping, ledgers, photos, twins
from storage.activity_lists import Wanted
from storage.database import Database
from storage.keeping import Kept
from storage.partners import Named
from storage.tables import activities as table, partners
from tests.storage.activity_scene import DAY, only_photo, reported, sent
from tests.storage.liuzhai import CHEN, NOW, gather

AUGUST = Wanted(first=date(2026, 8, 1), last=date(2026, 8, 31))


async def kept(db: Database, activity_id: int, name: str = "a.jpg") -> int:
    """The activity's photo is on disk."""
    photo = await only_photo(db, activity_id)
    await keeping.kept(db, photo.id, Kept(path=name, sha256=name, bytes=3))
    return photo.id


async def test_an_activity_stands_there_whole(db: Database) -> None:
    first, second, *_ = await gather(db)
    named = (Named(organisation_id=second, is_host=False),)
    number = await reported(db, organisation_id=first, partners=named, tags=(1, 2), money=500)
    await kept(db, number)
    (entry,) = (await ledgers.ledger(db, Wanted())).entries
    assert (entry.id, entry.organisation, entry.money) == (number, "单位1", 500)
    assert entry.tags == ("主题党日", "党课")
    assert [shot.path for shot in entry.photos] == ["a.jpg"]
    assert entry.partners == ()
    confirmed = update(partners).values(state="confirmed")
    await db.write(lambda connection: connection.execute(confirmed))
    (entry,) = (await ledgers.ledger(db, Wanted())).entries
    assert [part.organisation for part in entry.partners] == ["单位2"]
    own = await ledgers.ledger(db, Wanted(organisation_id=second))
    assert (own.organisation, len(own.entries)) == ("单位2", 1)


async def test_days_bound_it_and_what_has_none_is_counted(db: Database) -> None:
    await gather(db)
    await reported(db, 1)
    await reported(db, 2, held_on=date(2026, 9, 1))
    await reported(db, 3, held_on=None)
    august = await ledgers.ledger(db, AUGUST)
    assert ([entry.held_on for entry in august.entries], august.undated) == ([DAY], 1)
    whole = await ledgers.ledger(db, Wanted())
    assert ([entry.id for entry in whole.entries], whole.undated) == ([1, 2, 3], 0)


@pytest.mark.parametrize("gone", ["hidden", "taken down", "waiting", "flawed"])
async def test_photos_that_nobody_may_see_are_left_out(db: Database, gone: str) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    if gone != "waiting":
        flaw = "damaged" if gone == "flawed" else ""
        await keeping.kept(db, photo.id, Kept(path="a.jpg", sha256="a", bytes=3, flaw=flaw))
    if gone == "hidden":
        await hiding.hide(db, photo.id, CHEN, NOW)
    elif gone == "taken down":
        await hiding.take_down(db, photo.id, CHEN, NOW, "privacy")
    (entry,) = (await ledgers.ledger(db, Wanted())).entries
    assert entry.photos == ()


async def test_a_film_is_known_as_one(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    film = sent(2, group=None).model_copy(update={"kind": "video"})
    await photos.take_in(db, film, NOW, activity_id=number)
    waiting = await keeping.waiting(db, NOW, 9)
    for photo in waiting:
        await keeping.kept(db, photo.id, Kept(path=f"{photo.id}.x", sha256=str(photo.id), bytes=3))
    (entry,) = (await ledgers.ledger(db, Wanted())).entries
    assert [shot.is_film for shot in entry.photos] == [False, True]


async def test_what_was_joined_or_deleted_is_no_activity(db: Database) -> None:
    await gather(db)
    first, second, third = [await reported(db, number) for number in (1, 2, 3)]
    await twins.join(db, first, second, CHEN, NOW)
    deleted = update(table).where(table.c.id == third).values(deleted_at=NOW)
    await db.write(lambda connection: connection.execute(deleted))
    assert [entry.id for entry in (await ledgers.ledger(db, Wanted())).entries] == [first]


async def test_however_many_there_are(db: Database) -> None:
    await gather(db)
    for number in range(1, 4):
        await kept(db, await reported(db, number), f"{number}.jpg")
    before, ledgers.CHUNK = ledgers.CHUNK, 2
    try:
        found = await ledgers.ledger(db, Wanted())
    finally:
        ledgers.CHUNK = before
    assert [shot.path for entry in found.entries for shot in entry.photos] == [
        *("1.jpg", "2.jpg", "3.jpg")
    ]
