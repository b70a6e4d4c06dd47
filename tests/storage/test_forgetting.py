"""Somebody who is forgotten is in no byte of the file, and no figure of the alliance changes."""

import asyncio
import shutil
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import answers, deliveries, findings, forgetting, inbox, people
from storage.cloaks import Cloak
from storage.database import Database
from storage.handing_out import everything
from storage.notices import DIFFICULTY, RECEIVED
from storage.people import Person
from storage.sealing import PERSON, Doing
from storage.verifying import verify
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, LI, LIU, NOW, WANG, YOUNG_CHEN, draft, gather, opened
from tests.storage.outside import ask

CLOAK = Cloak()

ZHAO = 7_104_882_615
NAME, USERNAME = "赵铁柱", "zhao_tiezhu"
TOTALS = (
    "SELECT notice_id, answer, count(*), sum(amount) FROM answers GROUP BY 1, 2 ORDER BY 1, 2",
    "SELECT count(*), sum(served), sum(joined) FROM activities WHERE deleted_at IS NULL",
    "SELECT notice_id, count(*) FROM reads GROUP BY 1 ORDER BY 1",
    "SELECT notice_id, count(*), count(DISTINCT person_id) FROM changes GROUP BY 1 ORDER BY 1",
    "SELECT count(*) FROM notices WHERE number IS NOT NULL",
    "SELECT count(*), count(DISTINCT person_id) FROM reminders",
)


def named(number: int) -> str:
    return f"已注销成员 {number}"


def totals(db: Database) -> list[Any]:
    return [ask(db.path, sql) for sql in TOTALS]


def bytes_of(db: Database) -> bytes:
    """All that is on disk beside the database's name."""
    return b"".join(path.read_bytes() for path in sorted(db.path.parent.glob(f"{db.path.name}*")))


def traces(db: Database) -> list[bytes]:
    wanted = (NAME.encode(), USERNAME.encode(), str(ZHAO).encode(), ZHAO.to_bytes(6, "big"))
    found = bytes_of(db)
    return [one for one in wanted if one in found]


async def live(db: Database) -> int:
    """Somebody answers for an organisation, reports, likes, writes drafts and is written to."""
    first, *_ = await gather(db)
    await people.make_staff(db, WANG)
    await people.remember(db, Person(id=ZHAO, name=NAME, username=USERNAME, is_reachable=True))
    for one in (first, 20):
        await people.appoint(db, ZHAO, one, WANG, NOW)
    notice_id = await opened(db)
    doing = Doing(PERSON, ZHAO, NOW)
    for given_answer in (RECEIVED, DIFFICULTY):
        await answers.answer(db, notice_id, ZHAO, Answer(answer=given_answer), NOW)
    await db.write(partial(_note_a_private_message, notice_id=notice_id), doing)
    await draft(db, "草稿")
    await findings.begin(db, NAME, NOW)
    await findings.find(db, NAME, ("person",))
    await inbox.take_in(db, {5: f'{{"message": {{"from": {{"id": {ZHAO}}}}}}}'}, NOW)
    await inbox.set_aside(db, 5, "F1", "ValueError", 3)
    return notice_id


async def _note_a_private_message(connection: AsyncConnection, notice_id: int) -> None:
    await deliveries.owe(connection, "notices.reason", notice_id, ZHAO, NOW)
    await deliveries.owe(connection, "notices.copy", notice_id, ZHAO, NOW)


async def test_no_byte_is_left_and_every_total_is_as_before(db: Database) -> None:
    notice_id = await live(db)
    before = totals(db)
    assert traces(db), "it is there to be found"
    leaving = await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    assert [one.id for one in leaving.bare] == [20]
    assert await db.rewrite()
    assert traces(db) == []
    assert totals(db) == before
    assert ask(db.path, "SELECT name FROM people WHERE id < 0") == [("已注销成员 1",)]
    assert (
        ask(db.path, "SELECT person_id FROM answers WHERE notice_id = ?", notice_id) == [(-1,)] * 2
    )
    assert verify(db.path).findings == (), "the chain holds, and what was blanked is accounted for"


async def test_an_entry_that_names_the_person_by_its_column_alone_is_blanked(db: Database) -> None:
    await live(db)
    (count,) = ask(db.path, "SELECT count(*) FROM trail WHERE person_id = ?", ZHAO)[0]
    assert count > 0
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    assert ask(db.path, "SELECT count(*) FROM trail WHERE person_id = ?", ZHAO) == [(0,)]
    assert ask(db.path, "SELECT count(*) FROM trail WHERE doer_id = ?", ZHAO) == [(0,)]


async def test_who_was_forgotten_is_a_stranger(db: Database) -> None:
    await live(db)
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    assert await people.known(db, ZHAO) == (None, ())
    assert not (await forgetting.outlook(db, ZHAO)).is_known
    await people.remember(db, Person(id=ZHAO, name=NAME))
    assert await people.known(db, ZHAO) == (Person(id=ZHAO, name=NAME), ())
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    await db.rewrite()
    assert traces(db) == []
    assert verify(db.path).findings == ()


async def test_the_last_of_the_staff_stays(db: Database) -> None:
    await live(db)
    assert (await forgetting.forget(db, WANG, named, NOW, CLOAK)).is_last_staff
    assert (await people.known(db, WANG))[0] is not None
    await people.make_staff(db, LI)
    assert not (await forgetting.forget(db, WANG, named, NOW, CLOAK)).is_last_staff
    assert await people.known(db, WANG) == (None, ())
    assert verify(db.path).findings == ()


async def test_staff_hear_that_an_organisation_has_nobody(db: Database) -> None:
    await live(db)
    await people.remember(db, Person(id=WANG, name="王主任", is_reachable=True))
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    told = ask(db.path, "SELECT subject_id, chat_id FROM deliveries WHERE kind = 'privacy.bare'")
    assert told == [(20, WANG)]


async def test_what_somebody_else_changed_afterwards_is_still_verified(db: Database) -> None:
    await live(db)
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    ask(db.path, "UPDATE answers SET answer = 'received' WHERE person_id < 0")
    assert verify(db.path).findings != ()


async def test_the_file_is_written_anew_once(db: Database) -> None:
    await live(db)
    assert not await forgetting.unscrubbed(db)
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    assert await forgetting.unscrubbed(db)
    await forgetting.scrubbed(db, NOW - timedelta(seconds=1), NOW)
    assert await forgetting.unscrubbed(db)
    await forgetting.scrubbed(db, NOW, NOW)
    assert not await forgetting.unscrubbed(db)


async def test_everything_is_handed_out_and_nobody_elses_number_with_it(db: Database) -> None:
    notice_id = await live(db)
    found = await everything(db, ZHAO)
    assert found["people"][0]["name"] == NAME
    assert {row["organisation_id"] for row in found["liaisons"]} == {2, 20}
    assert {row["added_by"] for row in found["liaisons"]} == {"another person"}
    assert [row["notice_id"] for row in found["answers"]] == [notice_id] * 2
    assert found["inbox"][0]["raw"]["message"]["from"]["id"] == ZHAO
    assert len(found["deliveries"]) == 3
    assert found["trail"]
    await forgetting.forget(db, ZHAO, named, NOW, CLOAK)
    assert await everything(db, ZHAO) == {}


PRESSES = st.lists(
    st.tuples(
        st.sampled_from([CHEN, YOUNG_CHEN, LIU, ZHAO]), st.sampled_from([RECEIVED, DIFFICULTY])
    ),
    max_size=8,
)


@pytest.mark.slow
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    PRESSES, st.lists(st.sampled_from([CHEN, YOUNG_CHEN, LIU, ZHAO, LI]), max_size=3, unique=True)
)
def test_whatever_people_answered_the_totals_are_as_before(
    migrated: Path, tmp_path: Path, presses: list[tuple[int, str]], leaving: list[int]
) -> None:
    path = tmp_path / "gongjian.db"
    for old in tmp_path.glob("gongjian.db*"):
        old.unlink()
    shutil.copy(migrated, path)
    asyncio.run(_answer_and_leave(path, presses, leaving))


async def _answer_and_leave(path: Path, presses: list[tuple[int, str]], leaving: list[int]) -> None:
    async with Database(path) as db:
        notice_id = await live(db)
        for person_id, said in presses:
            await answers.answer(db, notice_id, person_id, Answer(answer=said), NOW)
        before = totals(db)
        for person_id in leaving:
            await forgetting.forget(db, person_id, named, NOW, CLOAK)
        assert totals(db) == before
        assert verify(db.path).findings == ()
        known = {row[0] for row in ask(path, "SELECT id FROM people")}
        assert known.isdisjoint(leaving)
