"""Backups at the desk: made, looked into, put back, and named when the database is damaged."""

import os
import subprocess
from pathlib import Path

import pytest

from bot.lock import held
from storage.restorations import READY
from tests.bot.programs import run

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

EX_OK, EX_DATAERR, EX_CONFIG = 0, 65, 78


def desk(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`gongjian ...`, in English; never with a traceback."""
    done = run(folder, *arguments, GONGJIAN_LANGUAGE="en")
    assert "Traceback" not in done.stderr
    return done


def staff(folder: Path) -> list[str]:
    return [line.split()[0] for line in desk(folder, "staff", "list").stdout.splitlines()]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with one member of staff in its data, and a backup of that: `kept.tar`."""
    assert desk(tmp_path, "staff", "add", "1001").returncode == EX_OK
    assert desk(tmp_path, "backup", "kept.tar").returncode == EX_OK
    return tmp_path


def spoil(folder: Path) -> Path:
    database = folder / "data" / "gongjian.db"
    database.write_bytes(database.read_bytes()[:9000])
    return database


def test_a_backup_is_made_while_the_bot_is_at_work(office: Path) -> None:
    with held(office / "data"):
        done = desk(office, "backup")
    assert (done.returncode, done.stderr) == (EX_OK, "")
    (file,) = (office / "data" / "backups").iterdir()
    assert str(file) in done.stdout
    assert "people: 1" in done.stdout


def test_a_backup_is_looked_into_while_the_bot_is_at_work(office: Path) -> None:
    with held(office / "data"):
        done = desk(office, "restore", "kept.tar", "--check")
    assert done.returncode == EX_OK
    assert "kept.tar is good" in done.stdout


def test_restoring_waits_until_the_bot_rests(office: Path) -> None:
    with held(office / "data"):
        done = desk(office, "restore", "kept.tar")
    assert done.returncode == EX_CONFIG
    assert len(done.stderr.splitlines()) == 2
    assert staff(office) == ["1001"]


def test_a_backup_is_put_back_and_the_present_set_aside(office: Path) -> None:
    desk(office, "staff", "add", "1002")
    assert staff(office) == ["1001", "1002"]
    done = desk(office, "restore", "kept.tar")
    assert (done.returncode, done.stderr) == (EX_OK, "")
    assert staff(office) == ["1001"]
    (aside,) = (office / "data").glob("gongjian-before-restore-*")
    assert str(aside) in done.stdout


@pytest.mark.parametrize("options", [["--check"], []])
def test_a_bad_backup_is_named_and_changes_nothing(office: Path, options: list[str]) -> None:
    (office / "kept.tar").write_bytes((office / "kept.tar").read_bytes()[:20000])
    done = desk(office, "restore", "kept.tar", *options)
    assert done.returncode == EX_DATAERR
    assert "kept.tar" in done.stderr
    assert staff(office) == ["1001"]


def test_without_data_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    assert desk(tmp_path, "backup").returncode == EX_DATAERR
    assert not (tmp_path / "data" / "gongjian.db").exists()


def test_a_damaged_database_names_the_newest_good_backup(office: Path) -> None:
    assert desk(office, "backup").returncode == EX_OK
    (good,) = (office / "data" / "backups").iterdir()
    good.with_name("gongjian-29991231T000000Z.tar").write_bytes(b"cut off")
    database = spoil(office)
    before = database.read_bytes()
    done = desk(office, "staff", "list")
    assert done.returncode == EX_CONFIG
    chinese, english = done.stderr.splitlines()
    assert database.read_bytes() == before
    command = f"gongjian restore {good}"
    assert chinese.endswith(command)
    assert english.endswith(command)
    assert desk(office, *command.split()[1:]).returncode == EX_OK
    assert staff(office) == ["1001"]


def test_a_damaged_database_without_a_backup_says_so(office: Path) -> None:
    database = spoil(office)
    done = desk(office, "staff", "list")
    assert done.returncode == EX_CONFIG
    assert all(str(database) in sentence for sentence in done.stderr.splitlines())
    assert "no good backup" in done.stderr
    assert desk(office, "backup").returncode == EX_DATAERR


def test_a_restore_that_was_cut_off_is_finished_and_said(office: Path) -> None:
    desk(office, "restore", "kept.tar")
    data = office / "data"
    ready = data / f"{READY}20260824T073000"
    ready.mkdir()
    (data / "gongjian.db").replace(ready / "gongjian.db")
    done = desk(office, "staff", "list")
    assert (done.returncode, done.stdout.split()[0]) == (EX_OK, "1001")
    assert "cut off" in done.stderr


def test_what_the_program_makes_is_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        desk(tmp_path, "staff", "add", "1001")
        desk(tmp_path, "backup")
    finally:
        os.umask(before)
    everything = [tmp_path / "data", *(tmp_path / "data").rglob("*")]
    assert len(everything) >= 4
    assert [path for path in everything if path.stat().st_mode & 0o077] == []
