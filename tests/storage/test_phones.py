"""A number is kept with the moment of its owner's consent, and taken back leaves no trace."""

from datetime import timedelta

from sqlalchemy import text

from storage import phones
from storage.database import Database
from tests.storage.liuzhai import CHEN, LIU, NOW, gather

MINUTE = timedelta(minutes=1)


async def test_a_number_is_given_changed_and_taken_back(db: Database) -> None:
    await gather(db)
    await phones.give(db, CHEN, "13800000000", NOW)
    await phones.give(db, CHEN, "13900000000", NOW + MINUTE)
    kept = await phones.of(db, CHEN)
    assert kept is not None
    assert (kept.number, kept.consented_at) == ("13900000000", NOW + MINUTE)
    assert await phones.of(db, LIU) is None
    assert await phones.of_each(db, [CHEN, LIU]) == {CHEN: "13900000000"}
    assert await phones.take_back(db, CHEN)
    assert not await phones.take_back(db, CHEN)
    assert await phones.of_each(db, [CHEN, LIU]) == {}


async def test_the_record_of_changes_does_not_know_it(db: Database) -> None:
    await gather(db)
    await phones.give(db, CHEN, "13877775555", NOW)
    await phones.take_back(db, CHEN)
    noted = await db.read(lambda connection: connection.execute(text("SELECT * FROM trail")))
    assert "13877775555" not in str(noted.all())
