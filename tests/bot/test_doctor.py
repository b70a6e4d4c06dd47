"""`gongjian doctor`: plain words, nothing written, nobody's words shown."""

import sqlite3
import subprocess
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.doctor import report
from bot.lock import held
from bot.settings import Settings
from locales import Catalogues
from tests.bot.programs import run

pytestmark = pytest.mark.slow  # it starts the program, or talks for long

AT = "2026-08-24T07:00:00.000000+00:00"
WELL, LOOK = 0, 1


def doctor(folder: Path, language: str = "en") -> subprocess.CompletedProcess[str]:
    days = folder / "days"
    days.write_text("2099-12-31 休", encoding="utf-8")  # known for long, whenever this runs
    done = run(folder, "doctor", GONGJIAN_LANGUAGE=language, GONGJIAN_HOLIDAYS=str(days))
    assert done.stderr == ""
    return done


def execute(folder: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "data" / "gongjian.db")) as file, file:
        file.execute(sql, values)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder where all is well, but that the bot rests."""
    assert run(tmp_path, "staff", "add", "1001").returncode == 0
    assert run(tmp_path, "backup").returncode == 0
    return tmp_path


def test_all_is_well_while_the_bot_is_at_work(office: Path) -> None:
    with held(office / "data"):
        done = doctor(office)
    assert done.returncode == WELL, done.stdout
    assert all(line.startswith("✅") for line in done.stdout.splitlines())
    assert "A bot is at work here." in done.stdout


def test_it_speaks_the_language_of_the_settings(office: Path) -> None:
    assert "数据库完好" in doctor(office, "zh_CN").stdout


def test_holidays_that_are_soon_unknown_are_worth_a_look(office: Path) -> None:
    settings = Settings(data=office / "data")
    words = Catalogues(settings.language).words("en")
    known, unknown = datetime(2026, 8, 20, tzinfo=UTC), datetime(2026, 12, 10, tzinfo=UTC)
    said = "\n".join(report(settings, words, known)[0])
    assert "✅ Public holidays are known until Thu 31 Dec 2026." in said
    said = "\n".join(report(settings, words, unknown)[0])
    assert "⚠️ Public holidays are known only until Thu 31 Dec 2026" in said


def test_a_bot_that_rests_is_worth_a_look(office: Path) -> None:
    done = doctor(office)
    assert done.returncode == LOOK
    looks = [line for line in done.stdout.splitlines() if not line.startswith("✅")]
    assert looks == ["⚠️ No bot is at work here now."]


def test_what_was_set_aside_is_named_without_its_words(office: Path) -> None:
    update = "INSERT INTO inbox (update_id, raw, received_at, fault, tries, error)"
    execute(office, f"{update} VALUES (1, ?, ?, 'f00d', 3, 'KeyError')", "私下的话", AT)
    execute(office, f"{update} VALUES (2, '{{}}', ?, NULL, 0, NULL)", AT)
    job = "INSERT INTO jobs (kind, subject_id, due_at, tries, fault)"
    execute(office, f"{job} VALUES ('notices.remind', 12, ?, 3, 'beef')", AT)
    said = doctor(office).stdout
    assert "fault f00d, tries 3. KeyError" in said
    assert "notices.remind 12" in said
    assert "fault beef" in said
    assert "私下的话" not in said
    assert said.count("Set aside") == 2


def test_many_of_them_are_counted(office: Path) -> None:
    for number in range(15):
        update = "INSERT INTO inbox (update_id, raw, received_at, fault) VALUES (?, '', ?, 'f')"
        execute(office, update, number, AT)
    said = doctor(office).stdout
    assert said.count("Set aside") == 10
    assert "… and 5 more." in said


def test_messages_people_and_photos_that_need_a_look(office: Path) -> None:
    for number, state in enumerate(["unknown", "unknown", "failed", "sent"]):
        execute(
            office,
            "INSERT INTO deliveries (kind, subject_id, chat_id, state, due_at)"
            " VALUES ('k', ?, 1, ?, ?)",
            *(number, state, AT),
        )
    execute(office, "UPDATE people SET unreached_at = ?", AT)
    execute(
        office,
        "INSERT INTO photos (chat_id, message_id, person_id, file_id, file_unique_id, sent_at,"
        " due_at, state, path) VALUES (1, 1, 1001, 'f', 'u', ?, ?, 'kept', '2026/08/gone.jpg')",
        *(AT, AT),
    )
    said = doctor(office).stdout
    assert "perhaps did not arrive: 2; that surely did not: 1" in said
    assert "1 person cannot be reached" in said
    assert "1 photo is not on disk" in said


def test_a_damaged_database_is_said_and_not_touched(office: Path) -> None:
    database = office / "data" / "gongjian.db"
    database.write_bytes(b"a letter " * 1000)
    before = database.read_bytes()
    done = doctor(office)
    assert done.returncode == LOOK
    assert "❌ The database" in done.stdout
    assert database.read_bytes() == before


def test_a_newer_database_is_said(office: Path) -> None:
    execute(office, "UPDATE alembic_version SET version_num = 'later'")
    assert "newer Gongjian, later" in doctor(office).stdout


def test_what_others_may_read_is_said(office: Path) -> None:
    (office / "data" / "gongjian.db").chmod(0o644)
    assert "1 file or folder in" in doctor(office).stdout


def test_before_the_first_start_nothing_is_made(tmp_path: Path) -> None:
    done = doctor(tmp_path)
    assert done.returncode == LOOK
    assert "There is no database yet" in done.stdout
    assert [one.name for one in tmp_path.iterdir()] == ["days"]


def test_what_botfather_does_not_allow_is_said(office: Path) -> None:
    execute(office, "INSERT INTO abilities VALUES ('inline', 0)")
    assert "⚠️ Nobody can search from other chats" in doctor(office).stdout
    execute(office, "UPDATE abilities SET is_on = 1")
    assert "search from other chats" not in doctor(office).stdout


def test_no_backup_is_worth_a_look(office: Path) -> None:
    (file,) = (office / "data" / "backups").iterdir()
    file.rename(file.with_name("gongjian-20200101T000000Z.tar"))
    assert "The newest backup is old" in doctor(office).stdout
    (office / "data" / "backups" / "gongjian-20200101T000000Z.tar").unlink()
    assert "There is no backup yet" in doctor(office).stdout
