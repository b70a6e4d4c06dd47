"""A backup holds all that was committed, and proves it."""

import random
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from storage.availability import UnavailableError
from storage.copies import StoppedError, UnsoundCopyError, copy, made_at, name_of
from storage.restorations import BadCopyError, check, newest_good
from tests.storage.copy_scene import NOW, ask, back_up, furnish, names


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The office's data folder."""
    folder = tmp_path / "data"
    furnish(folder)
    return folder


def why(file: Path) -> str:
    with pytest.raises(BadCopyError) as error:
        check(file)
    return error.value.why


def test_a_backup_says_what_it_holds(office: Path) -> None:
    held = check(back_up(office))
    assert (held.made_at, held.rows["people"], held.rows["photos"]) == (NOW, 1, 2)
    assert (len(held.photos), held.missing) == (2, ())
    assert held.revision == ask(office / "gongjian.db", "SELECT * FROM alembic_version")[0][0]
    assert names(office.parent) == ["data", "kept.tar"]


def test_all_that_was_committed_before_is_in_it(office: Path) -> None:
    """While somebody writes without a pause, in a log that is not yet in the file."""
    ask(office / "gongjian.db", "CREATE TABLE scribbles (id INTEGER PRIMARY KEY)")
    written, stop = [0], threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(office / "gongjian.db", timeout=30)) as file:
            while not stop.is_set():
                file.execute("INSERT INTO scribbles DEFAULT VALUES")
                file.commit()
                written[0] += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for turn in range(5):
            while thread.is_alive() and written[0] < turn * 20:
                pass
            before = written[0]
            held = check(back_up(office))
            assert before <= held.rows["scribbles"] <= written[0] + 1
    finally:
        stop.set()
        thread.join()


def test_a_photo_that_is_gone_or_changed_is_named(office: Path) -> None:
    gone, changed = sorted((office / "photos").rglob("*.jpg"))
    gone.unlink()
    changed.write_bytes(b"something else")
    held = check(back_up(office))
    assert held.photos == {}
    assert {Path(path).name for path in held.missing} == {gone.name, changed.name}


def test_a_loose_file_is_left_out(office: Path) -> None:
    (office / "photos" / "stranger.jpg").write_bytes(b"")
    assert len(check(back_up(office)).photos) == 2


@pytest.mark.slow  # of everything very much
@pytest.mark.parametrize("seed", range(25))
def test_a_backup_with_any_byte_changed_is_not_good(office: Path, seed: int) -> None:
    file = back_up(office)
    data = bytearray(file.read_bytes())
    end = data.rindex(b"}") + 1  # after it a tar has nothing but zeros
    at = random.Random(seed).randrange(end)  # noqa: S311 - for tests
    data[at] ^= 1 << seed % 8
    file.write_bytes(data)
    try:
        held = check(file)
    except BadCopyError:
        return
    assert (held.rows["people"], len(held.photos)) == (1, 2), "only a tar's unused bytes may change"


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.98])
def test_a_backup_that_was_cut_off_is_not_good(office: Path, part: float) -> None:
    file = back_up(office)
    told = file.read_bytes().rstrip(b"\0")  # a tar ends with blank blocks, which may be many
    file.write_bytes(told[: int(len(told) * part)])
    assert why(file) in {"unreadable", "incomplete"}


def test_what_is_no_backup_is_not_good(tmp_path: Path) -> None:
    (tmp_path / "letter.tar").write_text("a letter", encoding="utf-8")
    assert why(tmp_path / "letter.tar") == "unreadable"
    assert why(tmp_path / "nowhere.tar") == "unreadable"
    assert why(tmp_path) == "unreadable"


def test_a_backup_of_a_newer_gongjian_is_not_good(office: Path) -> None:
    ask(office / "gongjian.db", "UPDATE alembic_version SET version_num = 'later'")
    assert why(back_up(office)) == "newer"


def test_a_damaged_database_makes_no_backup(office: Path) -> None:
    database = office / "gongjian.db"
    before = back_up(office).read_bytes()
    data = bytearray(database.read_bytes())
    data[4096 * 5 : 4096 * 6] = b"\xff" * 4096
    database.write_bytes(data)
    with pytest.raises((UnsoundCopyError, sqlite3.DatabaseError)):
        back_up(office)
    assert (office.parent / "kept.tar").read_bytes() == before
    assert names(office.parent) == ["data", "kept.tar"]


def test_a_copy_that_is_not_wanted_any_more_leaves_nothing(office: Path) -> None:
    target = office / "backups" / name_of(NOW)
    with pytest.raises(StoppedError):
        copy(office / "gongjian.db", office / "photos", target, NOW, lambda: False)
    assert names(office / "backups") == []


def test_a_file_that_stays_locked_is_given_up(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.copies.PATIENCE", 0.05)
    with closing(sqlite3.connect(office / "gongjian.db")) as locking:
        locking.execute("PRAGMA locking_mode=EXCLUSIVE")
        locking.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnavailableError, match="locked"):
            back_up(office)
    assert not (office.parent / "kept.tar").exists()


def test_the_newest_good_one_is_found(office: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert newest_good(folder) is None
    for day in (1, 2, 3):
        made = NOW.replace(day=day)
        copy(office / "gongjian.db", office / "photos", folder / name_of(made), made)
    newest = folder / name_of(NOW.replace(day=3))
    newest.write_bytes(newest.read_bytes()[:5000])
    (folder / "gongjian-holiday.tar").write_bytes(b"")
    assert newest_good(folder) == folder / name_of(NOW.replace(day=2))


def test_the_name_tells_the_moment() -> None:
    assert made_at(Path(name_of(NOW))) == NOW
    assert made_at(Path("gongjian-yesterday.tar")) is None
