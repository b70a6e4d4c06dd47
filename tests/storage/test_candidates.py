"""Nobody has a role before staff said yes; each word counts once, whoever says it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import candidates, deliveries, organisations, people, seats, verdicts
from storage.candidates import MOST_A_DAY, TOLD_IN_GROUP, Asked, Candidate
from storage.database import Database
from storage.organisations import Entry
from storage.people import Person
from storage.questions import ANSWER, CANDIDATE_TO_ALL
from storage.seats import Rank
from storage.verdicts import Verdict

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
DAY = timedelta(days=1)
WANG, LI, CHEN, ZHANG = 1001, 1002, 2001, 3001
GROUP, MESSAGE = -100, 7


@pytest.fixture
async def offices(db: Database) -> list[int]:
    """The ids of eight organisations; two staff, and two others."""
    names = [f"单位{place}" for place in range(8)]
    entries = [Entry(name=name, short_name=name, category="community") for name in names]
    await organisations.import_all(db, entries)
    for person_id in (WANG, LI, CHEN, ZHANG):
        await people.remember(db, Person(id=person_id, name=str(person_id), is_reachable=True))
    for person_id in (WANG, LI):
        await people.make_staff(db, person_id)
    return [one.id for one in await organisations.every(db)]


async def asked(db: Database, office: int, person_id: int = ZHANG) -> Candidate:
    """A request in the group."""
    came = await candidates.ask(db, person_id, office, NOW, (GROUP, MESSAGE))
    assert came is Asked.ASKED
    return (await candidates.waiting_of(db, person_id))[-1]


async def held(db: Database, person_id: int) -> dict[int, Rank]:
    return {one.organisation.id: one.rank for one in await seats.of(db, person_id)}


async def test_all_staff_are_asked_about_a_request(db: Database, offices: list[int]) -> None:
    candidate = await asked(db, offices[0])
    asks = await deliveries.showing(db, CANDIDATE_TO_ALL, candidate.id)
    assert [one.chat_id for one in asks] == [WANG, LI]
    assert await held(db, ZHANG) == {}


@pytest.mark.parametrize("rank", Rank)
async def test_a_yes_gives_exactly_that_rank(db: Database, offices: list[int], rank: Rank) -> None:
    candidate = await asked(db, offices[0])
    decided = await verdicts.grant(db, candidate.id, rank, WANG, NOW)
    assert decided.verdict is Verdict.MADE
    assert await held(db, ZHANG) == {offices[0]: rank}
    answers_for = await people.liaisons_of(db, offices[0])
    assert [one.is_deputy for one in answers_for] == {
        Rank.LIAISON: [False],
        Rank.DEPUTY: [True],
        Rank.MEMBER: [],
    }[rank]
    (told,) = await deliveries.showing(db, ANSWER, candidate.id)
    assert told.chat_id == ZHANG


async def test_the_first_word_counts_and_the_other_hears_whose_it_was(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    first, second = await asyncio.gather(
        verdicts.decline(db, candidate.id, LI, NOW),
        verdicts.grant(db, candidate.id, Rank.LIAISON, WANG, NOW),
    )
    assert (first.verdict, second.verdict) == (Verdict.MADE, Verdict.BEFORE)
    assert second.candidate is not None
    assert second.candidate.decider is not None
    assert second.candidate.decider.id == LI
    assert await held(db, ZHANG) == {}
    assert len(await deliveries.showing(db, ANSWER, candidate.id)) == 1
    assert (await verdicts.grant(db, 999, Rank.LIAISON, WANG, NOW)).verdict is Verdict.GONE


async def test_who_cannot_be_told_in_private_hears_of_it_in_the_group(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    await verdicts.grant(db, candidate.id, Rank.MEMBER, WANG, NOW)
    await candidates.tell_in_group(db, candidate.id, NOW)
    (told,) = await deliveries.showing(db, TOLD_IN_GROUP, candidate.id)
    assert (told.chat_id, told.reply_to) == (GROUP, MESSAGE)


async def test_other_staff_are_asked_when_the_first_cannot_be_written_to(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    await people.make_staff(db, CHEN)
    await candidates.pass_on(db, candidate.id, NOW)
    asks = await deliveries.showing(db, CANDIDATE_TO_ALL, candidate.id)
    assert [one.chat_id for one in asks] == [WANG, LI, CHEN]
    await verdicts.decline(db, candidate.id, WANG, NOW)
    await candidates.pass_on(db, candidate.id, NOW)
    assert len(await deliveries.showing(db, CANDIDATE_TO_ALL, candidate.id)) == 3


async def test_only_ones_own_request_is_taken_back_and_once(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    assert (await verdicts.withdraw(db, candidate.id, CHEN, NOW)).verdict is Verdict.GONE
    assert (await verdicts.withdraw(db, candidate.id, ZHANG, NOW)).verdict is Verdict.MADE
    assert (await verdicts.withdraw(db, candidate.id, ZHANG, NOW)).verdict is Verdict.BEFORE
    late = await verdicts.grant(db, candidate.id, Rank.LIAISON, WANG, NOW)
    assert late.verdict is Verdict.BEFORE
    assert await held(db, ZHANG) == {}


async def test_requests_are_few_at_once_and_few_in_a_day(db: Database, offices: list[int]) -> None:
    async def ask(office: int, now: datetime = NOW) -> Asked:
        return await candidates.ask(db, ZHANG, office, now, None)

    for office in offices[:3]:
        assert await ask(office) is Asked.ASKED
    assert await ask(offices[0]) is Asked.WAITS
    assert await ask(offices[3]) is Asked.TOO_MANY
    for candidate in await candidates.waiting_of(db, ZHANG):
        await verdicts.withdraw(db, candidate.id, ZHANG, NOW)
    assert MOST_A_DAY == 6
    for office in offices[3:6]:
        assert await ask(office) is Asked.ASKED
        (candidate,) = await candidates.waiting_of(db, ZHANG)
        await verdicts.withdraw(db, candidate.id, ZHANG, NOW)
    assert await ask(offices[6]) is Asked.TOO_MANY
    assert await ask(offices[6], NOW + DAY + timedelta(seconds=1)) is Asked.ASKED


async def test_after_a_no_the_same_is_asked_again_the_next_day(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    await verdicts.decline(db, candidate.id, WANG, NOW)
    again = (ZHANG, offices[0])
    assert await candidates.ask(db, *again, NOW, None) is Asked.DECLINED
    later = NOW + DAY + timedelta(seconds=1)
    assert await candidates.ask(db, *again, later, None) is Asked.ASKED


async def test_whom_staff_appoint_meanwhile_waits_no_more(db: Database, offices: list[int]) -> None:
    candidate = await asked(db, offices[0])
    await people.appoint(db, ZHANG, offices[0], LI, NOW)
    found = await candidates.one(db, candidate.id)
    assert found is not None
    assert not found.is_open
    assert found.rank is Rank.LIAISON
    assert await candidates.ask(db, ZHANG, offices[0], NOW, None) is Asked.HAS_IT


async def test_a_member_who_is_appointed_is_one_thing_only(
    db: Database, offices: list[int]
) -> None:
    candidate = await asked(db, offices[0])
    await verdicts.grant(db, candidate.id, Rank.MEMBER, WANG, NOW)
    assert [one.id for one in await seats.members_of(db, offices[0])] == [ZHANG]
    await people.appoint(db, ZHANG, offices[0], WANG, NOW, is_deputy=True)
    assert await held(db, ZHANG) == {offices[0]: Rank.DEPUTY}
    assert await seats.members_of(db, offices[0]) == ()


async def test_somebody_may_be_different_things_in_several_organisations(
    db: Database, offices: list[int]
) -> None:
    for office, rank in zip(offices, Rank, strict=False):
        candidate = await asked(db, office)
        await verdicts.grant(db, candidate.id, rank, WANG, NOW)
    assert await held(db, ZHANG) == dict(zip(offices, Rank, strict=False))
    last = await candidates.last_of(db, ZHANG)
    assert last is not None
    assert last.organisation.id == offices[2]
