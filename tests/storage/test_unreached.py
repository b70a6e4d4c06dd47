"""Who with a role is out of reach; tried again, the outcome is told once it is known."""

from datetime import timedelta

from storage import deliveries, people, unreached
from storage.database import Database
from storage.people import Person
from storage.unreached import CAME_THROUGH, HELLO, WAITING
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, ZHANG, gather

SECOND = timedelta(seconds=1)


async def test_only_those_with_a_role_are_missed(db: Database) -> None:
    await gather(db)
    await people.make_staff(db, WANG)
    await people.remember(db, Person(id=CHEN, name="陈姐", is_reachable=True))
    lost = [one.id for one in await unreached.unreached(db)]
    assert CHEN not in lost
    assert ZHANG not in lost
    assert {WANG, LIU} < set(lost)
    assert await unreached.count(db) == len(lost)


async def test_somebody_is_tried_once_at_a_time_and_the_outcome_waits_for_it(db: Database) -> None:
    await gather(db)
    assert await unreached.try_again(db, LIU, WANG, NOW)
    assert not await unreached.try_again(db, LIU, WANG, NOW)
    (hello,) = await deliveries.showing(db, HELLO, LIU)
    (outcome,) = await deliveries.showing(db, CAME_THROUGH, LIU)
    assert (hello.chat_id, hello.due_at) == (LIU, NOW)
    assert (outcome.chat_id, outcome.due_at) == (WANG, NOW + WAITING)
    await unreached.came_through(db, LIU, NOW + SECOND)
    (outcome,) = await deliveries.showing(db, CAME_THROUGH, LIU)
    assert outcome.due_at == NOW + SECOND
    found, _ = await people.known(db, LIU)
    assert found is not None
    assert found.is_reachable
    assert not await unreached.try_again(db, LIU, WANG, NOW + SECOND)


async def test_of_who_is_still_away_it_is_told_at_once(db: Database) -> None:
    await gather(db)
    await unreached.try_again(db, LIU, WANG, NOW)
    await unreached.tell(db, LIU, NOW + SECOND)
    (outcome,) = await deliveries.showing(db, CAME_THROUGH, LIU)
    assert outcome.due_at == NOW + SECOND
