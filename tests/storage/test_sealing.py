"""A write is noted with who, when, from what to what, in the transaction that makes it."""

from functools import partial

import pytest
from hypothesis import given, strategies as st
from sqlalchemy import insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sheets, supergroups
from storage.chains import START, Note, read_head, sealed
from storage.database import Database
from storage.replaying import Fault
from storage.sealing import PERSON, Doing
from storage.tables import metadata, organisations, people as people_table
from storage.verifying import Verdict, verify
from tests.storage.liuzhai import GROUP, NOW, WANG, ZHANG, gather, opened
from tests.storage.outside import ask

SUPERGROUP = -100_500


async def test_a_change_says_who_and_when_and_from_what_to_what(db: Database) -> None:
    await gather(db)
    moved = update(organisations).where(organisations.c.id == 2).values(address="南街2号")
    await db.write(partial(_do, statement=moved), Doing(PERSON, WANG, NOW))
    (entry,) = ask(
        db.path,
        "SELECT at, subject, doer, doer_id, key, before, after, organisation_id FROM trail"
        " ORDER BY seq DESC LIMIT 1",
    )
    at = "2026-08-20T01:00:00.000000+00:00"
    changed = ('{"address":""}', '{"address":"南街2号"}')
    assert entry == (at, "organisations", PERSON, WANG, "[2]", *changed, 2)


async def test_what_changes_nothing_is_not_noted(db: Database) -> None:
    await gather(db)
    before = verify(db.path).head
    same = update(organisations).where(organisations.c.id == 2).values(address="")
    await db.write(partial(_do, statement=same))
    assert verify(db.path).head == before


async def test_what_was_rolled_back_is_not_noted(db: Database) -> None:
    await gather(db)
    before = verify(db.path).head
    with pytest.raises(ValueError, match="no"):
        await db.write(_change_and_fail)
    assert verify(db.path) == Verdict((), before)


async def test_a_statement_that_failed_within_a_write_that_went_on_is_not_noted(
    db: Database,
) -> None:
    await gather(db)
    await db.write(_try_two_of_one_name)
    assert verify(db.path).findings == ()
    assert ask(db.path, "SELECT address FROM organisations WHERE id = 3") == [("东街3号",)]


async def test_a_group_that_becomes_a_supergroup_takes_its_rows_along(db: Database) -> None:
    await gather(db)
    await opened(db)
    await db.write(partial(supergroups.migrate, old=GROUP, new=SUPERGROUP, now=NOW))
    assert ask(db.path, "SELECT chat_id FROM destinations") == [(SUPERGROUP,)]
    assert verify(db.path).findings == ()


async def test_each_write_that_shares_a_commit_is_its_own_doers(db: Database) -> None:
    await gather(db)
    named = update(people_table).where(people_table.c.id == ZHANG)
    jobs = [
        db.write(partial(_do, statement=named.values(name=f"张{n}")), Doing(PERSON, n, NOW))
        for n in range(1, 6)
    ]
    for job in jobs:
        await job
    noted = ask(db.path, "SELECT doer_id, after FROM trail WHERE doer_id < 6 ORDER BY seq")
    assert noted == [(n, f'{{"name":"张{n}"}}') for n in range(1, 6)]


@given(st.text(), st.text(), st.integers(1), st.binary(min_size=32, max_size=32))
def test_no_two_entries_have_one_hash(key: str, after: str, seq: int, previous: bytes) -> None:
    note = Note("now", "people", PERSON, 5, key, None, after)
    made, other = (sealed(note, seq, previous) for _ in range(2))
    assert made[-1] != other[-1], "the salts are drawn anew"
    assert len(made) == len(metadata.tables["trail"].columns)


def test_the_first_entry_follows_from_nothing() -> None:
    assert bytes(32) == START


async def _do(connection: AsyncConnection, statement: object) -> None:
    await connection.execute(statement)  # type: ignore[call-overload]


async def _change_and_fail(connection: AsyncConnection) -> None:
    await connection.execute(update(organisations).values(address="哪里"))
    raise ValueError("no")


async def _try_two_of_one_name(connection: AsyncConnection) -> None:
    moved = update(organisations).where(organisations.c.id == 3)
    await connection.execute(moved.values(address="东街3号"))
    dangling = {"person_id": 99, "organisation_id": 1, "since": NOW, "added_by": 1}
    with pytest.raises(IntegrityError):
        await connection.execute(insert(metadata.tables["liaisons"]).values(dangling))
    assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1


async def test_a_sheet_bears_a_head_that_proves_it_later(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    sheet = await sheets.sheet(db, notice_id)
    await opened(db)
    assert sheet is not None
    kept = read_head(sheet.head)
    assert kept is not None
    assert verify(db.path, kept).findings == ()
    ask(db.path, "UPDATE trail SET hash = zeroblob(32) WHERE seq = ?", kept.seq)
    assert Fault.HEAD in {one.fault for one in verify(db.path, kept).findings}
