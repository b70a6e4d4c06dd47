"""`gongjian verify`: whether anything was changed behind the bot, in the office's language."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli import main
from bot.desk_record import sentence
from bot.lock import held
from locales import LANGUAGES, Catalogues, plain
from storage.replaying import Fault, Finding
from tests.bot.programs import run

WELL, LOOK, EX_USAGE, EX_DATAERR = 0, 1, 2, 65


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in whose data 1001 is staff; `gongjian` works there, in Chinese."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GONGJIAN_LANGUAGE", "zh_CN")
    assert code("staff", "add", "1001") == WELL
    return tmp_path


def code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def execute(folder: Path, sql: str) -> None:
    with closing(sqlite3.connect(folder / "data" / "gongjian.db")) as file, file:
        file.execute(sql)


def test_all_is_well_and_the_head_proves_it_later(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    with held(office / "data"):
        assert code("verify") == WELL
    said = capsys.readouterr().out
    assert "变更记录完好" in said
    head = said.partition("末条为：")[2].split()[0]
    assert code("staff", "add", "1002") == WELL
    assert code("verify", "--head", head) == WELL
    execute(office, "DELETE FROM trail WHERE seq = (SELECT max(seq) FROM trail)")
    execute(office, "DELETE FROM people WHERE id = 1002")
    capsys.readouterr()
    assert code("verify", "--head", head) == LOOK
    assert "变更记录被截短" in capsys.readouterr().out


def test_a_row_that_was_changed_is_named(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    execute(office, "UPDATE people SET is_staff = 0")
    capsys.readouterr()
    assert code("verify") == LOOK
    assert "❌ people 1001：is_staff 被其他程序改动过。" in capsys.readouterr().out


@pytest.mark.usefixtures("office")
def test_what_is_no_head_is_said_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert code("verify", "--head", "yesterday") == EX_USAGE
    assert "编号:哈希" in capsys.readouterr().err


def test_without_a_database_there_is_nothing_to_verify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert code("verify") == EX_DATAERR
    assert "还没有数据库" in capsys.readouterr().err


def test_the_doctor_and_the_backup_tell_of_it(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    code("doctor")
    assert "✅ 变更记录完好。" in capsys.readouterr().out
    assert code("backup", "kept.tar") == WELL
    head = capsys.readouterr().out.partition("变更记录：")[2].split()[0]
    assert code("verify", "--head", head) == WELL
    execute(office, "UPDATE people SET name = '别人'")
    capsys.readouterr()
    assert code("doctor") == LOOK
    assert "有 1 处与变更记录不符" in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("first", [0, 7])
@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_a_sentence(fault: Fault, first: int, language: str) -> None:
    if fault is Fault.DELETED and first:
        return  # an entry never meets a row that is gone
    one = Finding(fault, "answers", "[1,2]", first, first, ("answer", "reason"))
    said = plain(sentence(one, Catalogues().words(language)))
    assert said
    assert ("answers 1 2" in said) == (fault.value in {"altered", "added", "deleted", "entry"})


@pytest.mark.slow
def test_it_is_a_command_of_the_program(tmp_path: Path) -> None:
    assert run(tmp_path, "staff", "add", "1001").returncode == WELL
    done = run(tmp_path, "verify", GONGJIAN_LANGUAGE="en")
    assert (done.returncode, done.stderr) == (WELL, "")
    assert "The record of changes holds" in done.stdout
