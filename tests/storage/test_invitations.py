"""A link makes one person a candidate, once, for seven days; who it becomes, staff decide."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import candidates, deliveries, invitations, organisations, people
from storage.database import Database
from storage.invitations import LIFE, Outcome, invite, new_token, use
from storage.organisations import Entry
from storage.people import Person
from storage.questions import CANDIDATE
from storage.tables import invitations as table

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
WANG, LI, CHEN, LAO_ZHOU = 1001, 1002, 2001, 2002
TOKEN = "0123456789abcdef0123456789abcdef"


async def invited(db: Database, *, is_deputy: bool = False) -> int:
    """Wang invited somebody for an organisation; returns its id."""
    entry = Entry(name="兴隆社区党支部", short_name="兴隆社区", category="community")
    await organisations.import_all(db, (entry,))
    for person_id in (CHEN, LAO_ZHOU):
        await people.remember(db, Person(id=person_id))
    for person_id in (WANG, LI):
        await people.remember(db, Person(id=person_id, is_reachable=True))
        await people.make_staff(db, person_id)
    organisation_id = (await organisations.every(db))[0].id
    until = await invite(db, TOKEN, organisation_id, WANG, NOW, is_deputy=is_deputy)
    assert until == NOW + LIFE
    return organisation_id


async def outcome(db: Database, person_id: int, now: datetime = NOW, token: str = TOKEN) -> Outcome:
    return (await use(db, token, person_id, now)).outcome


async def test_a_link_makes_a_candidate_and_asks_the_inviter(db: Database) -> None:
    organisation_id = await invited(db)
    opened = await use(db, TOKEN, CHEN, NOW)
    assert opened.outcome is Outcome.ASKED
    assert opened.organisation is not None
    assert opened.organisation.id == organisation_id
    assert await people.liaisons_of(db, organisation_id) == ()
    (candidate,) = await candidates.open_ones(db)
    assert candidate.person.id == CHEN
    (question,) = await deliveries.showing(db, CANDIDATE, candidate.id)
    assert question.chat_id == WANG


async def test_a_used_link_is_refused_to_others_and_kind_to_its_owner(db: Database) -> None:
    await invited(db)
    await use(db, TOKEN, CHEN, NOW)
    assert await outcome(db, CHEN) is Outcome.WAITS
    assert await outcome(db, LAO_ZHOU) is Outcome.USED


async def test_of_two_at_once_exactly_one_is_asked_about(db: Database) -> None:
    await invited(db)
    outcomes = await asyncio.gather(outcome(db, CHEN), outcome(db, LAO_ZHOU))
    assert sorted(one.value for one in outcomes) == ["asked", "used"]
    assert len(await candidates.open_ones(db)) == 1


async def test_a_link_ends_after_seven_days(db: Database) -> None:
    await invited(db)
    assert await outcome(db, CHEN, NOW + LIFE) is Outcome.EXPIRED
    assert await outcome(db, CHEN, NOW + LIFE - timedelta(seconds=1)) is Outcome.ASKED


async def test_trying_ones_own_link_or_being_liaison_already_does_not_use_it_up(
    db: Database,
) -> None:
    organisation_id = await invited(db)
    assert await outcome(db, WANG) is Outcome.OWN
    await people.appoint(db, LAO_ZHOU, organisation_id, WANG, NOW)
    assert await outcome(db, LAO_ZHOU) is Outcome.ALREADY
    assert await outcome(db, CHEN) is Outcome.ASKED


async def test_a_deputy_may_open_a_liaisons_link_and_not_a_deputys(db: Database) -> None:
    organisation_id = await invited(db, is_deputy=True)
    await people.appoint(db, CHEN, organisation_id, WANG, NOW, is_deputy=True)
    assert await outcome(db, CHEN) is Outcome.ALREADY
    other = TOKEN[::-1]
    await invite(db, other, organisation_id, WANG, NOW)
    assert await outcome(db, CHEN, token=other) is Outcome.ASKED


async def test_a_link_for_each_of_many_organisations(db: Database) -> None:
    first = await invited(db)
    entry = Entry(name="同乐社区党支部", short_name="同乐社区", category="community")
    await organisations.import_all(db, (entry,))
    second = next(one.id for one in await organisations.every(db) if one.id != first)
    until = await invitations.invite_all(db, {first: "a" * 32, second: "b" * 32}, WANG, NOW)
    assert until == NOW + LIFE
    assert await outcome(db, CHEN, token="a" * 32) is Outcome.ASKED
    opened = await use(db, "b" * 32, LAO_ZHOU, NOW)
    assert opened.organisation is not None
    assert opened.organisation.id == second


async def test_a_link_of_who_left_the_alliance_is_unknown(db: Database) -> None:
    organisation_id = await invited(db)
    await organisations.retire(db, organisation_id, WANG, NOW)
    assert await outcome(db, CHEN) is Outcome.UNKNOWN
    assert await candidates.open_ones(db) == ()


async def test_an_invented_link_is_unknown(db: Database) -> None:
    await invited(db)
    assert await outcome(db, CHEN, token="f" * 32) is Outcome.UNKNOWN
    assert await outcome(db, CHEN, token="") is Outcome.UNKNOWN


async def test_the_links_of_who_left_the_office_end(db: Database) -> None:
    await invited(db)
    await people.remove_staff(db, WANG)
    assert await outcome(db, CHEN) is Outcome.UNKNOWN


async def test_what_stands_in_the_link_is_not_kept(db: Database) -> None:
    await invited(db)

    async def hashes(connection: AsyncConnection) -> list[str]:
        return list((await connection.execute(select(table.c.token_hash))).scalars())

    (kept,) = await db.read(hashes)
    assert TOKEN not in kept


def test_tokens_are_128_bits_that_a_link_bears() -> None:
    assert re.fullmatch("[0-9a-f]{32}", new_token())
    assert new_token() != new_token()
    assert len(f"join_{new_token()}") <= 64
    assert invitations.TOKEN_BYTES == 16
