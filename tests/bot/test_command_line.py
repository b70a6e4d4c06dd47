"""What the office does at its desk: each end has its exit code, and its sentence."""

import sqlite3
import subprocess
from contextlib import closing
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from bot.cli import EXTRAS, _run_extra
from bot.lock import held
from tests.bot.programs import ROOT, run

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

REGISTER = ROOT / "examples" / "liuzhai" / "organisations.csv"
EX_OK, EX_USAGE, EX_DATAERR, EX_IOERR, EX_CONFIG = 0, 2, 65, 74, 78


def sentences(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What it said of a fault; never a traceback."""
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def execute(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "data" / "gongjian.db")) as file, file:
        file.execute(sql)


def test_a_register_is_imported_and_again_when_it_changed(tmp_path: Path) -> None:
    first = run(tmp_path, "import", "organisations", str(REGISTER), GONGJIAN_LANGUAGE="en")
    assert (first.returncode, first.stderr) == (EX_OK, "")
    assert first.stdout == "Organisations: 21 added, 0 changed, 0 as before.\n"
    second = run(tmp_path, "import", "organisations", str(REGISTER), GONGJIAN_LANGUAGE="en")
    assert second.stdout == "Organisations: 0 added, 0 changed, 21 as before.\n"


def test_a_register_with_faults_is_not_imported(tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    columns = "name,short_name,category,community,address,notes"
    file.write_text(f"{columns}\n甲单位,甲,street,,,\n乙单位,乙,nonsense,,,\n", "utf-8")
    done = run(tmp_path, "import", "organisations", str(file))
    assert done.returncode == EX_DATAERR
    assert any("3" in sentence and "category" in sentence for sentence in sentences(done))
    assert run(tmp_path, "import", "organisations", str(REGISTER)).returncode == EX_OK


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "import", "organisations", "nowhere.csv")
    assert done.returncode == EX_DATAERR
    assert len(sentences(done)) == 1
    assert "nowhere.csv" in done.stderr


def test_staff_is_added_and_listed(tmp_path: Path) -> None:
    assert run(tmp_path, "staff", "add", "1001").returncode == EX_OK
    listed = run(tmp_path, "staff", "list")
    assert (listed.returncode, listed.stdout.split()[0]) == (EX_OK, "1001")


@pytest.mark.parametrize("number", ["", "@ann", "1087968824", "9" * 20])
def test_only_a_person_can_be_staff(tmp_path: Path, number: str) -> None:
    done = run(tmp_path, "staff", "add", *([number] if number else []))
    assert done.returncode == EX_USAGE
    assert sentences(done)
    assert not (tmp_path / "data" / "gongjian.db").exists()


def test_while_the_bot_is_at_work_it_is_left_alone(tmp_path: Path) -> None:
    with held(tmp_path / "data"):
        done = run(tmp_path, "staff", "list")
    assert done.returncode == EX_CONFIG
    assert len(sentences(done)) == 2


def test_a_database_of_a_newer_gongjian_is_named(tmp_path: Path) -> None:
    assert run(tmp_path, "staff", "list").returncode == EX_OK
    database = tmp_path / "data" / "gongjian.db"
    execute(tmp_path, "UPDATE alembic_version SET version_num = 'later'")
    before = database.read_bytes()
    done = run(tmp_path, "staff", "list")
    assert done.returncode == EX_CONFIG
    assert all(str(database) in sentence for sentence in sentences(done))
    assert len(sentences(done)) == 2
    assert database.read_bytes() == before


def test_help_is_in_both_languages(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert done.returncode == EX_OK
    assert "启动机器人 / talk to Telegram" in done.stdout


def test_a_disk_that_would_not_is_said_and_is_no_damage(tmp_path: Path) -> None:
    assert run(tmp_path, "staff", "add", "1001").returncode == EX_OK
    in_the_way = tmp_path / "data" / "gongjian.db-shm"
    in_the_way.mkdir()
    done = run(tmp_path, "staff", "add", "1002")
    assert done.returncode == EX_IOERR
    assert "Is the disk full?" in sentences(done)[-1]
    in_the_way.rmdir()
    assert run(tmp_path, "staff", "list").stdout.split()[0] == "1001"


def test_a_command_that_needs_more_says_what_to_install(capsys: pytest.CaptureFixture[str]) -> None:
    missing = EntryPoint("drill", "no_such_module.cli:main", EXTRAS)
    assert _run_extra(missing, []) == EX_CONFIG
    assert "pip install 'gongjian[simulator]'" in capsys.readouterr().err
