"""Wishes are claimed piece by piece by several at once, and nothing private of them stays."""

import asyncio
from datetime import date, datetime, timedelta

from sqlalchemy import Table, select

from storage import forgetting, people, wish_claims, wish_handovers, wish_lists, wish_words, wishes
from storage.database import Database
from storage.people import Person
from storage.tables import deliveries, jobs, trail, wish_details, wish_words as said
from storage.wish_claims import REMIND, TAKEN, THANK, TOLD, WORD, Claimed, Outcome
from storage.wish_lists import GATHERED, Standing
from storage.wishes import CARD, DETAILS, DONE, FULFILLED, OPEN, WITHDRAWN, Author, Wish
from tests.storage.liuzhai import CHEN, GROUP, LI, LIU, NOW, ZHANG, gather

ADDRESS = "服务大厅，找值班台"
WORDS = "周六上午送到"
MONDAY = date(2026, 8, 17).toordinal()
AUTHOR = Author(CHEN, CHEN, NOW)
COATS = {"what": "冬衣", "whom": "困难家庭", "amount": 20, "unit": "件", "step": DETAILS}


def reminds(_due: date | None, now: datetime) -> datetime:
    return now + timedelta(days=1)


async def put_up(db: Database) -> tuple[int, tuple[int, ...]]:
    """Twenty coats, open; the wish, and the organisations."""
    units = await gather(db)
    await people.remember(db, Person(id=CHEN, name="陈姐", is_reachable=True))
    wish_id = await wishes.begin(db, units[0], COATS, AUTHOR)
    assert await wishes.revise(db, wish_id, {"step": DONE}, AUTHOR, ADDRESS)
    assert await wishes.open_to_all(db, wish_id, NOW)
    return wish_id, units


async def claim(db: Database, wish_id: int, who: int, amount: int, unit: int | None) -> Claimed:
    return await wish_claims.claim(db, wish_id, unit, amount, who, NOW, reminds)


async def the(db: Database, wish_id: int) -> Wish:
    found = await wishes.one(db, wish_id)
    assert found is not None
    return found


async def count(db: Database, table: Table) -> int:
    rows = select(table)
    return len((await db.read(lambda connection: connection.execute(rows))).all())


async def owed_to(db: Database, kind: str) -> list[int]:
    found = select(deliveries.c.chat_id).where(deliveries.c.kind == kind)
    return list(await db.read(lambda connection: connection.scalars(found)))


async def test_of_those_who_want_the_last_one_gets_it(db: Database) -> None:
    wish_id, units = await put_up(db)
    assert (await claim(db, wish_id, LIU, 19, units[1])).left == 1
    both = await asyncio.gather(claim(db, wish_id, ZHANG, 1, None), claim(db, wish_id, LI, 1, None))
    assert sorted(one.outcome.value for one in both) == ["done", "fewer"]
    assert (await the(db, wish_id)).claimed == 20
    assert (await claim(db, wish_id, ZHANG, 0, None)).outcome is Outcome.OVER
    assert len(await wish_claims.of(db, wish_id)) == 2


async def test_more_for_the_same_is_one_claim_and_the_community_hears_of_it(db: Database) -> None:
    wish_id, units = await put_up(db)
    assert await owed_to(db, CARD) == [GROUP]
    await claim(db, wish_id, LIU, 2, units[1])
    await claim(db, wish_id, LIU, 3, units[1])
    await claim(db, wish_id, LIU, 1, None)
    amounts = [(one.organisation_id, one.amount) for one in await wish_claims.of(db, wish_id)]
    assert amounts == [(units[1], 5), (None, 1)]
    assert {*await owed_to(db, TOLD)} == {CHEN}
    assert set(await owed_to(db, TAKEN)) == {LIU}
    planned = select(jobs.c.subject_id).where(jobs.c.kind == REMIND)
    assert len(list(await db.read(lambda connection: connection.scalars(planned)))) == 2


async def test_once_all_is_handed_over_nothing_private_is_left(db: Database) -> None:
    wish_id, units = await put_up(db)
    await claim(db, wish_id, LIU, 20, units[1])
    (one,) = await wish_claims.of(db, wish_id)
    assert await wish_words.say(db, one.id, WORDS, LIU, NOW, is_givers=True)
    assert await wishes.details_of(db, wish_id) == ADDRESS
    assert await wish_handovers.hand_over(db, one.id, NOW, by_giver=True)
    assert not await wish_handovers.hand_over(db, one.id, NOW, by_giver=True)
    assert await count(db, said) == 1
    assert await wish_handovers.hand_over(db, one.id, NOW, by_giver=False)
    assert (await the(db, wish_id)).state == FULFILLED
    assert (await count(db, said), await count(db, wish_details)) == (0, 0)
    assert not await wish_words.say(db, one.id, WORDS, LIU, NOW, is_givers=True)
    assert not await wish_handovers.give_back(db, one.id, LIU, NOW)
    assert await owed_to(db, THANK) == await owed_to(db, WORD) == [CHEN]
    entries = select(trail.c.before, trail.c.after)
    told = str((await db.read(lambda connection: connection.execute(entries))).all())
    assert "冬衣" in told
    assert ADDRESS not in told
    assert WORDS not in told
    assert await wish_lists.standing(db, units[0]) == Standing(put_up=1, fulfilled=1, given=0)
    assert await wish_lists.standing(db, units[1]) == Standing(put_up=0, fulfilled=0, given=1)


async def test_who_is_forgotten_leaves_what_they_took_on_to_others(db: Database) -> None:
    wish_id, units = await put_up(db)
    await claim(db, wish_id, ZHANG, 5, None)
    await claim(db, wish_id, LIU, 1, units[1])
    draft = await wishes.begin(db, units[0], COATS, Author(ZHANG, ZHANG, NOW))
    await forgetting.forget(db, ZHANG, lambda number: f"居民{number}", NOW)
    assert (await the(db, wish_id)).claimed == 1
    assert await wishes.one(db, draft) is None
    planned = select(jobs.c.subject_id).where(jobs.c.kind == REMIND)
    assert len(list(await db.read(lambda connection: connection.scalars(planned)))) == 1


async def test_a_withdrawn_wish_keeps_no_address_and_fewer_than_claimed_cannot_be_wished(
    db: Database,
) -> None:
    wish_id, units = await put_up(db)
    await claim(db, wish_id, LIU, 5, units[1])
    assert not await wishes.revise(db, wish_id, {"amount": 4}, AUTHOR)
    assert await wishes.revise(db, wish_id, {"amount": 5}, AUTHOR)
    assert await wish_handovers.withdraw(db, wish_id, CHEN, NOW)
    assert not await wish_handovers.withdraw(db, wish_id, CHEN, NOW)
    assert (await the(db, wish_id)).state == WITHDRAWN
    assert (await count(db, wish_details), await wish_claims.of(db, wish_id)) == (0, ())
    assert (await claim(db, wish_id, LIU, 1, None)).outcome is Outcome.OVER
    assert not await wishes.revise(db, wish_id, {"amount": 9}, AUTHOR)


async def test_the_group_is_reminded_once_in_a_week_of_what_nobody_took_on(db: Database) -> None:
    wish_id, _ = await put_up(db)
    assert (await the(db, wish_id)).state == OPEN
    assert await wish_lists.gather(db, MONDAY, NOW)
    assert not await wish_lists.gather(db, MONDAY, NOW)
    await claim(db, wish_id, LIU, 20, None)
    assert not await wish_lists.gather(db, MONDAY + 7, NOW)
    assert await owed_to(db, GATHERED) == [GROUP]


async def test_a_draft_that_is_begun_anew_takes_the_place_of_the_one_before(db: Database) -> None:
    units = await gather(db)
    first = await wishes.begin(db, units[0], COATS, AUTHOR)
    await wishes.revise(db, first, {}, AUTHOR, ADDRESS)
    second = await wishes.begin(db, units[0], COATS, AUTHOR)
    assert await wishes.one(db, first) is None
    assert await count(db, wish_details) == 0
    found = await wishes.writing(db, CHEN, NOW)
    assert found is not None
    assert found.id == second
    assert await wishes.writing(db, CHEN, NOW + wishes.WRITING) is None
    assert await wishes.discard(db, second)
    assert not await wishes.discard(db, second)
