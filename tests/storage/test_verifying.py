"""Whatever the bot writes is noted, and whatever somebody else writes into the file is seen."""

from pathlib import Path

import pytest

from storage import answers, people
from storage.chains import read_head
from storage.database import Database
from storage.notices import RECEIVED
from storage.replaying import Fault, Finding
from storage.tables import metadata
from storage.verifying import Verdict, verify
from storage.votes import Answer
from storage.watching import UNWATCHED, WATCHED
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, gather, opened
from tests.storage.outside import ask


def faults(verdict: Verdict) -> set[tuple[Fault, str, str]]:
    return {(one.fault, one.table, one.key) for one in verdict.findings}


def wrong(path: Path) -> set[tuple[Fault, str, str]]:
    return faults(verify(path))


@pytest.fixture
async def file(db: Database) -> Path:
    """An alliance in which one organisation has answered notice 1."""
    await gather(db)
    notice_id = await opened(db)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), NOW)
    assert verify(db.path).findings == ()
    return db.path


def test_each_table_is_watched_or_it_is_said_why_not() -> None:
    assert WATCHED.keys() | UNWATCHED.keys() == metadata.tables.keys() | {"findings"}
    assert WATCHED.keys() & UNWATCHED.keys() == set()
    assert all(UNWATCHED.values())
    for name, left_out in WATCHED.items():
        assert left_out <= {column.name for column in metadata.tables[name].columns}


SEEDED = ("article_columns", "tags")


def test_what_the_migrations_made_is_noted_as_theirs(migrated: Path) -> None:
    verdict = verify(migrated)
    made = [ask(migrated, f"SELECT count(*) FROM {one}")[0][0] for one in SEEDED]  # noqa: S608 - ours
    assert verdict.findings == ()
    assert verdict.head
    assert verdict.head.seq == sum(made)
    noted = ask(migrated, "SELECT DISTINCT subject, doer FROM trail")
    assert sorted(noted) == [(one, "opening") for one in SEEDED]


ROWS = [
    ("UPDATE answers SET answer = 'difficulty'", (Fault.ALTERED, "answers", "[1]")),
    ("DELETE FROM answers", (Fault.DELETED, "answers", "[1]")),
    ("DELETE FROM changes", (Fault.DELETED, "changes", "[1]")),
    ("UPDATE people SET is_staff = 1 WHERE id = 3001", (Fault.ALTERED, "people", "[3001]")),
    ("INSERT INTO people (id, is_staff) VALUES (7, 1)", (Fault.ADDED, "people", "[7]")),
    ("UPDATE notices SET text = '不用来了'", (Fault.ALTERED, "notices", "[1]")),
    (
        "DELETE FROM liaisons WHERE person_id = 2003 AND organisation_id = 3",
        (Fault.DELETED, "liaisons", "[2003,3]"),
    ),
]


@pytest.mark.parametrize(("sql", "found"), ROWS, ids=[sql for sql, _ in ROWS])
async def test_a_row_that_was_changed_from_outside_is_seen(
    file: Path, sql: str, found: tuple[Fault, str, str]
) -> None:
    ask(file, sql)
    assert wrong(file) == {found}


async def test_the_columns_that_were_changed_are_named(file: Path) -> None:
    ask(file, "UPDATE answers SET answer = 'difficulty', reason = '没人'")
    (found,) = verify(file).findings
    assert found == Finding(Fault.ALTERED, "answers", "[1]", columns=("answer", "reason"))


async def test_what_the_bot_does_later_does_not_cover_it_up(file: Path) -> None:
    ask(file, "UPDATE people SET is_staff = 1 WHERE id = ?", LIU)
    async with Database(file) as second:
        await people.make_staff(second, WANG)
        assert not await people.make_staff(second, LIU)
        await people.remove_staff(second, LIU)
    (found,) = verify(file).findings
    assert (found.fault, found.key, found.columns) == (Fault.ALTERED, f"[{LIU}]", ("is_staff",))
    assert found.first > 0, "it is the bot's own entry that met another row than noted"


async def test_what_was_put_in_and_then_changed_by_the_bot_is_seen(file: Path) -> None:
    ask(file, "INSERT INTO people (id, name) VALUES (8, '无名')")
    async with Database(file) as second:
        await people.make_staff(second, 8)
    assert (Fault.ADDED, "people", "[8]") in wrong(file)


CUT = "DELETE FROM trail WHERE seq = (SELECT max(seq) FROM trail)"
ENTRIES = [
    ("UPDATE trail SET after = replace(after, '单位', '某处') WHERE seq = 60", Fault.ENTRY),
    ("UPDATE trail SET doer_id = 5 WHERE seq = 60", Fault.ENTRY),
    ("UPDATE trail SET person_id = 5 WHERE seq = 60", Fault.ENTRY),
    ("UPDATE trail SET at = '2020-01-01T00:00:00.000000+00:00' WHERE seq = 60", Fault.CHAIN),
    ("UPDATE trail SET digest = zeroblob(32) WHERE seq = 60", Fault.CHAIN),
    ("UPDATE trail SET hash = zeroblob(32) WHERE seq = 60", Fault.CHAIN),
    ("DELETE FROM trail WHERE seq BETWEEN 60 AND 62", Fault.MISSING),
    (CUT, Fault.CUT),
    (
        (
            "UPDATE trail SET salt = NULL, key = '', before = NULL, after = NULL, organisation_id ="
            " NULL, person_id = NULL, notice_id = NULL, activity_id = NULL WHERE seq = 60"
        ),
        Fault.BLANKED,
    ),
]


@pytest.mark.parametrize(("sql", "fault"), ENTRIES, ids=[sql[:60] for sql, _ in ENTRIES])
async def test_an_entry_that_was_changed_is_seen(file: Path, sql: str, fault: Fault) -> None:
    ask(file, sql)
    assert fault in {one.fault for one in verify(file).findings}


async def test_who_cuts_the_end_with_all_that_belongs_to_it_is_found_by_an_older_head(
    file: Path,
) -> None:
    kept = verify(file).head
    ask(file, CUT)
    ask(file, "UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM trail) WHERE name = 'trail'")
    ask(file, "DELETE FROM changes")
    assert verify(file).findings == ()
    assert verify(file, kept).findings[0].fault is Fault.HEAD


async def test_a_head_that_was_kept_is_found_again_whatever_came_after(db: Database) -> None:
    await gather(db)
    head = verify(db.path).head
    await opened(db)
    assert head
    kept = read_head(str(head))
    assert kept == head
    assert verify(db.path, kept).findings == ()
    assert verify(db.path, read_head(f"{head.seq}:{head.hash.hex()[:16]}")).findings == ()
    assert verify(db.path, read_head(f"{head.seq - 1}:{head.hash.hex()}")).findings != ()


@pytest.mark.parametrize("said", ["", "12", "12:", "12:xyz", "0:" + "a" * 64, "-1:aa", "12:ab"])
def test_what_is_no_head_is_none(said: str) -> None:
    assert read_head(said) is None
