"""A backup is put back whole or not at all, and what was there is kept aside."""

import io
import shutil
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from storage import restorations
from storage.restorations import BadCopyError, finish, restore
from tests.storage.copy_scene import NOW, ask, back_up, contents, furnish, keep_photo, names

pytestmark = pytest.mark.slow  # every way in which it may be cut off


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The office's data folder."""
    folder = tmp_path / "data"
    furnish(folder)
    return folder


def test_what_is_restored_is_what_was_there(office: Path, tmp_path: Path) -> None:
    people = ask(office / "gongjian.db", "SELECT * FROM people")
    photos = contents(office / "photos")
    file = back_up(office)
    elsewhere = tmp_path / "new"
    restore(file, elsewhere, NOW)
    assert ask(elsewhere / "gongjian.db", "SELECT * FROM people") == people
    assert contents(elsewhere / "photos") == photos


def test_the_present_data_are_set_aside(office: Path) -> None:
    file = back_up(office)
    ask(office / "gongjian.db", "UPDATE people SET name = '后来'")
    later = keep_photo(office, 9)
    aside = restore(file, office, NOW)
    assert ask(office / "gongjian.db", "SELECT name FROM people") == [("老周",)]
    assert ask(aside / "gongjian.db", "SELECT name FROM people") == [("后来",)]
    assert (aside / later.relative_to(office)).exists()
    assert not later.exists()
    assert names(office) == ["gongjian-before-restore-20260824T073000", "gongjian.db", "photos"]


def test_two_restores_in_one_second_keep_both(office: Path) -> None:
    file = back_up(office)
    asides = {restore(file, office, NOW) for _ in range(2)}
    assert len(asides) == 2
    assert all((aside / "gongjian.db").exists() for aside in asides)


def test_an_old_log_does_not_get_to_the_new_file(office: Path) -> None:
    file = back_up(office)
    database = office / "gongjian.db"
    with closing(sqlite3.connect(database)) as writing:
        writing.execute("UPDATE people SET name = '没有了'")
        writing.commit()
        log = database.with_name("gongjian.db-wal").read_bytes()
    database.with_name("gongjian.db-wal").write_bytes(log)
    restore(file, office, NOW)
    assert ask(database, "SELECT name FROM people") == [("老周",)]


def test_a_bad_backup_changes_nothing(office: Path) -> None:
    file = back_up(office)
    file.write_bytes(file.read_bytes()[:-20000])
    before, there = contents(office), names(office)
    with pytest.raises(BadCopyError):
        restore(file, office, NOW)
    assert (contents(office), names(office)) == (before, there)


@pytest.mark.parametrize("step", range(1, 6))
def test_a_restore_cut_off_anywhere_is_finished(
    office: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """The power goes before the first, second, ... time that a part is moved."""
    file = back_up(office)
    ask(office / "gongjian.db", "UPDATE people SET name = '后来'")
    moves = [0]
    honest = Path.replace

    def move(self: Path, target: Path) -> Path:
        moves[0] += 1
        if moves[0] == step:
            raise KeyboardInterrupt
        return honest(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", move)
        with pytest.raises(KeyboardInterrupt):
            restore(file, office, NOW)
    begun = finish(office)
    name = ask(office / "gongjian.db", "SELECT name FROM people")
    assert name == [("老周",) if begun else ("后来",)]
    assert begun == (step > 1)
    assert len(contents(office / "photos")) == 2
    assert not list(office.glob(f"{restorations.READY}*"))
    assert not finish(office)


def test_a_member_that_leads_out_of_the_folder_is_refused(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "evil.tar"
    shutil.copy(back_up(office), file)
    with tarfile.open(file, "a:") as tar:
        entry = tarfile.TarInfo("photos/../../../out.txt")
        entry.size = 3
        tar.addfile(entry, io.BytesIO(b"out"))
    with pytest.raises(BadCopyError):
        restore(file, office, NOW)
    assert not (tmp_path / "out.txt").exists()


def test_what_was_still_to_be_sent_is_in_doubt(office: Path) -> None:
    """It may have been sent since the backup: the program does not send it twice."""
    database = office / "gongjian.db"
    owed = "INSERT INTO deliveries (kind, subject_id, chat_id, due_at, state) VALUES {}"
    rows = ", ".join(f"('k', 1, 7, 'x', '{state}')" for state in ("pending", "sending", "failed"))
    ask(database, owed.format(rows))
    restore(back_up(office), office, NOW)
    states = [state for (state,) in ask(database, "SELECT state FROM deliveries ORDER BY id")]
    assert states[-3:] == ["unknown", "unknown", "failed"]
