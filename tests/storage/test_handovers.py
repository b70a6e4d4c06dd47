"""A role goes from one to another: with staff's yes, with the open notices, and whole or not."""

import pytest
from sqlalchemy import select

from storage import (
    candidates,
    deliveries,
    handovers,
    invitations,
    jobs,
    outcomes,
    people,
    seats,
    verdicts,
)
from storage.candidates import Asked, Candidate
from storage.database import Database
from storage.handovers import DESERTED, HANDED
from storage.invitations import Outcome
from storage.people import Person
from storage.questions import ANSWER, TAKE_ALONG
from storage.reminders import COPY
from storage.seats import Rank
from storage.tables import deliveries as owed, reminders
from storage.verdicts import Verdict
from tests.storage.liuzhai import CHEN, NOW, WANG, YOUNG_CHEN, gather, opened

FANG = 7001
TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture
async def unit(db: Database) -> int:
    """An organisation that a sent notice asks; Chen is its liaison, Fang its member."""
    first, *_ = await gather(db)
    await opened(db)
    await seats.dismiss(db, YOUNG_CHEN, first)
    for person_id in (WANG, CHEN, FANG):
        await people.remember(db, Person(id=person_id, name=str(person_id), is_reachable=True))
    await db.write(lambda c: seats.seat(c, FANG, first, Rank.MEMBER, WANG, NOW))
    return first


async def proposed(db: Database, unit: int, *, stays_deputy: bool = False) -> Candidate:
    came = await handovers.propose(db, unit, CHEN, FANG, NOW, stays_deputy=stays_deputy)
    assert came is Asked.ASKED
    return (await candidates.open_ones(db))[0]


async def ranks(db: Database, unit: int) -> dict[int, Rank | None]:
    return {one: await seats.rank_in(db, one, unit) for one in (CHEN, FANG)}


async def copies(db: Database, person_id: int) -> list[int]:
    """The notices of which somebody is owed a copy."""
    shown = (
        select(reminders.c.notice_id)
        .join(owed, owed.c.subject_id == reminders.c.id)
        .where(owed.c.kind == COPY, owed.c.chat_id == person_id)
    )
    return list(await db.read(lambda connection: connection.scalars(shown)))


@pytest.mark.parametrize(("stays", "old"), [(True, Rank.DEPUTY), (False, None)])
async def test_with_staffs_yes_the_role_and_the_open_notices_go_along(
    db: Database, unit: int, *, stays: bool, old: Rank | None
) -> None:
    candidate = await proposed(db, unit, stays_deputy=stays)
    assert await ranks(db, unit) == {CHEN: Rank.LIAISON, FANG: Rank.MEMBER}
    assert await copies(db, FANG) == []
    decided = await verdicts.grant(db, candidate.id, Rank.LIAISON, WANG, NOW)
    assert decided.verdict is Verdict.MADE
    assert await ranks(db, unit) == {CHEN: old, FANG: Rank.LIAISON}
    assert await copies(db, FANG) == list(await handovers.open_notices(db, unit)) == [1]
    assert [one.chat_id for one in await deliveries.showing(db, HANDED, candidate.id)] == [CHEN]
    assert [one.chat_id for one in await deliveries.showing(db, ANSWER, candidate.id)] == [FANG]


async def test_after_a_no_all_is_as_before_and_only_the_liaison_hears(
    db: Database, unit: int
) -> None:
    candidate = await proposed(db, unit)
    await verdicts.decline(db, candidate.id, WANG, NOW)
    assert await ranks(db, unit) == {CHEN: Rank.LIAISON, FANG: Rank.MEMBER}
    assert [one.chat_id for one in await deliveries.showing(db, HANDED, candidate.id)] == [CHEN]
    assert await deliveries.showing(db, ANSWER, candidate.id) == ()


async def test_only_who_has_the_role_hands_it_over_and_asks_once(db: Database, unit: int) -> None:
    nothing = await handovers.propose(db, unit, FANG, CHEN, NOW, stays_deputy=False)
    assert nothing is Asked.HAS_IT
    await proposed(db, unit)
    again = await handovers.propose(db, unit, CHEN, FANG, NOW, stays_deputy=False)
    assert again is Asked.WAITS
    given = await handovers.hand_over(db, unit, FANG, CHEN, WANG, NOW, stays_deputy=True)
    assert given is None


async def test_staff_hand_over_at_once_and_settle_what_was_asked(db: Database, unit: int) -> None:
    await proposed(db, unit)
    given = await handovers.hand_over(db, unit, CHEN, FANG, WANG, NOW, stays_deputy=True)
    assert given is not None
    assert await candidates.open_ones(db) == ()
    assert await ranks(db, unit) == {CHEN: Rank.DEPUTY, FANG: Rank.LIAISON}
    assert await copies(db, FANG) == [1]


async def test_whom_the_bot_cannot_write_to_gets_them_once_the_chat_is_open(
    db: Database, unit: int
) -> None:
    await db.write(lambda c: people.reach(c, FANG, is_reachable=False))
    await handovers.hand_over(db, unit, CHEN, FANG, WANG, NOW, stays_deputy=True)
    assert await copies(db, FANG) == []
    (answer,) = await deliveries.showing(db, ANSWER, 1)
    await outcomes.not_sent(db, answer.id, "dropped", "Forbidden")
    await db.write(lambda c: people.reach(c, FANG, is_reachable=True))
    (answer,) = await deliveries.showing(db, ANSWER, 1)
    assert answer.state == "pending"
    (job,) = await jobs.due(db, NOW)
    assert (job.kind, job.subject_id) == (TAKE_ALONG, 1)
    await handovers.take_along(db, 1, NOW)
    assert await copies(db, FANG) == [1]
    await db.write(lambda c: people.reach(c, FANG, is_reachable=True))
    assert len(await jobs.due(db, NOW)) == 1


async def test_a_link_hands_over_to_who_opens_it_after_staffs_yes(db: Database, unit: int) -> None:
    hand = (db, TOKEN, unit, CHEN, NOW)
    await invitations.invite(*hand, predecessor=CHEN, stays_deputy=True)
    assert (await invitations.use(db, TOKEN, CHEN, NOW)).outcome is Outcome.ALREADY
    assert (await invitations.use(db, TOKEN, FANG, NOW)).outcome is Outcome.ASKED
    (candidate,) = await candidates.open_ones(db)
    await verdicts.grant(db, candidate.id, Rank.LIAISON, WANG, NOW)
    assert await ranks(db, unit) == {CHEN: Rank.DEPUTY, FANG: Rank.LIAISON}


async def test_a_link_ends_with_the_role_that_it_hands_over(db: Database, unit: int) -> None:
    await invitations.invite(db, TOKEN, unit, CHEN, NOW, predecessor=CHEN)
    await seats.dismiss(db, CHEN, unit)
    assert (await invitations.use(db, TOKEN, FANG, NOW)).outcome is Outcome.UNKNOWN


async def test_staff_hear_when_the_last_one_leaves(db: Database, unit: int) -> None:
    await people.make_staff(db, WANG)
    await people.appoint(db, FANG, unit, WANG, NOW, is_deputy=True)
    assert await handovers.leave(db, CHEN, unit, NOW) is Rank.LIAISON
    assert await deliveries.showing(db, DESERTED, unit) == ()
    assert await handovers.leave(db, FANG, unit, NOW) is Rank.DEPUTY
    assert [one.chat_id for one in await deliveries.showing(db, DESERTED, unit)] == [WANG]
    assert await handovers.leave(db, FANG, unit, NOW) is None
