"""Who left a group keeps the role until staff decide; they hear of it once."""

import asyncio

import pytest

from storage import deliveries, departures, people, seats
from storage.database import Database
from storage.departures import DEPARTED, KEPT, REMOVED, RETURNED
from storage.people import Person
from tests.storage.liuzhai import CHEN, GROUP, LI, LIU, NOW, WANG, ZHANG, gather


@pytest.fixture
async def alliance(db: Database) -> Database:
    """王主任 and 小李 are staff to whom the bot can write."""
    await gather(db)
    for person_id in (WANG, LI):
        await people.remember(db, Person(id=person_id, name=str(person_id), is_reachable=True))
        await people.make_staff(db, person_id)
    return db


async def leaves(db: Database, person_id: int) -> None:
    await db.write(lambda c: departures.note(c, GROUP, person_id, NOW))


async def told(db: Database, departure_id: int = 1) -> list[int]:
    return [one.chat_id for one in await deliveries.showing(db, DEPARTED, departure_id)]


async def test_staff_hear_once_and_nothing_changes(alliance: Database) -> None:
    await leaves(alliance, LIU)
    await leaves(alliance, LIU)
    assert await told(alliance) == [WANG, LI]
    assert await departures.one(alliance, 2) is None
    found = await departures.one(alliance, 1)
    assert found is not None
    assert (found.group, len(found.organisations)) == ("刘寨共建联盟", 2)
    assert len(await seats.of(alliance, LIU)) == 2


async def test_nobody_is_told_of_who_has_no_role(alliance: Database) -> None:
    await leaves(alliance, ZHANG)
    await leaves(alliance, 987654)
    assert await departures.one(alliance, 1) is None


async def test_of_staff_the_others_hear(alliance: Database) -> None:
    await leaves(alliance, LI)
    assert await told(alliance) == [WANG]


async def test_the_first_decision_counts(alliance: Database) -> None:
    await leaves(alliance, LIU)
    (first, _), (second, found) = await asyncio.gather(
        departures.decide(alliance, 1, WANG, NOW, keeps=True),
        departures.decide(alliance, 1, LI, NOW, keeps=False),
    )
    assert (first, second) == (True, False)
    assert found is not None
    assert found.state == KEPT
    assert found.decider is not None
    assert found.decider.id == WANG
    assert len(await seats.of(alliance, LIU)) == 2
    assert await departures.decide(alliance, 9, LI, NOW, keeps=False) == (False, None)


async def test_removed_means_of_every_organisation(alliance: Database) -> None:
    await leaves(alliance, LIU)
    is_made, found = await departures.decide(alliance, 1, WANG, NOW, keeps=False)
    assert is_made
    assert found is not None
    assert (found.state, len(found.organisations)) == (REMOVED, 2)
    assert await seats.of(alliance, LIU) == ()


async def test_who_comes_back_settles_it_and_may_leave_again(alliance: Database) -> None:
    await leaves(alliance, CHEN)
    await alliance.write(lambda c: departures.come_back(c, GROUP, CHEN))
    await alliance.write(lambda c: departures.come_back(c, GROUP, ZHANG))
    found = await departures.one(alliance, 1)
    assert found is not None
    assert found.state == RETURNED
    assert await departures.decide(alliance, 1, WANG, NOW, keeps=False) == (False, found)
    await leaves(alliance, CHEN)
    assert await told(alliance, 2) == [WANG, LI]
