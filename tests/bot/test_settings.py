"""Settings: a wrong one gives one sentence that says what to do, and never the token."""

import os
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import PREFIX, RunSettings, Settings, faults_of
from locales import LANGUAGES, Catalogues
from tests.bot.programs import run

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
EX_CONFIG = 78


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but the test's own: neither of this shell nor of an `.env`."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


def faults(monkeypatch: pytest.MonkeyPatch, **settings: str) -> dict[str, str]:
    """The sentence for each setting that is wrong."""
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError) as caught:
        RunSettings()
    return {fault.name: fault.sentence for fault in faults_of(caught.value)}


def test_only_the_token_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGJIAN_TOKEN", TOKEN)
    settings = RunSettings()
    assert (settings.zone, settings.language) == ("Asia/Shanghai", "zh_CN")
    assert settings.database == Path.cwd() / "data" / "gongjian.db"
    assert settings.base_url == "https://api.telegram.org/bot"


def test_settings_are_read_from_a_file_and_the_environment_goes_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = f"GONGJIAN_TOKEN={TOKEN}\nGONGJIAN_LANGUAGE=en\nGONGJIAN_ZONE=Asia/Urumqi\n"
    Path(".env").write_text(lines, encoding="utf-8")
    monkeypatch.setenv("GONGJIAN_ZONE", "Asia/Hong_Kong")
    settings = RunSettings()
    assert (settings.language, settings.zone) == ("en", "Asia/Hong_Kong")


def test_the_office_needs_no_token_at_its_desk() -> None:
    assert Settings().database.name == "gongjian.db"


@pytest.mark.parametrize("base", ["http://127.0.0.1:8081", "http://127.0.0.1:8081/"])
def test_another_bot_api_may_be_named(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    monkeypatch.setenv("GONGJIAN_TOKEN", TOKEN)
    monkeypatch.setenv("GONGJIAN_API_URL", base)
    settings = RunSettings()
    assert settings.base_url == "http://127.0.0.1:8081/bot"
    assert settings.base_file_url == "http://127.0.0.1:8081/file/bot"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GONGJIAN_TOKEN", ""),
        ("GONGJIAN_TOKEN", "my-token"),
        ("GONGJIAN_TOKEN", f"bot{TOKEN}"),
        ("GONGJIAN_TOKEN", f"{TOKEN} {TOKEN}"),
        ("GONGJIAN_API_URL", "api.telegram.org"),
        ("GONGJIAN_ZONE", "Beijing"),
        ("GONGJIAN_ZONE", "../../etc/passwd"),
        ("GONGJIAN_ZONE", ""),
        ("GONGJIAN_LANGUAGE", "klingon"),
        ("GONGJIAN_LOG", "loud"),
        ("GONGJIAN_WEBHOOK_URL", "http://example.org/hook"),
        ("GONGJIAN_WEBHOOK_LISTEN", "localhost"),
        ("GONGJIAN_WEBHOOK_SECRET", "with spaces"),
        ("GONGJIAN_FONT", "nowhere/NotoSansCJK.ttc"),
        ("GONGJIAN_FONT", "plain"),
        ("GONGJIAN_DATA", "file/in/the/way"),
        ("GONGJIAN_DATA", "file"),
        ("GONGJIAN_QUIET", "22"),
        ("GONGJIAN_QUIET", "25:00-7:00"),
        ("GONGJIAN_QUIET", "7:00-7:00"),
        ("GONGJIAN_WORKING_DAYS", "perhaps"),
        ("GONGJIAN_HOLIDAYS", "nowhere.txt"),
    ],
)
def test_each_wrong_setting_has_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    Path("file").touch()
    Path("plain").touch()
    found = faults(monkeypatch, **{"GONGJIAN_TOKEN": TOKEN, name: value})
    assert list(found) == [name]
    for language in LANGUAGES:
        said = Catalogues().words(language).t(found[name], name=name, line="")
        assert said.startswith(name)
        assert not value or value not in said


def test_every_wrong_setting_is_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = faults(monkeypatch, GONGJIAN_ZONE="nowhere", GONGJIAN_LANGUAGE="klingon")
    assert set(found) == {"GONGJIAN_TOKEN", "GONGJIAN_ZONE", "GONGJIAN_LANGUAGE"}


def test_the_office_has_days_and_hours_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("days").write_text("\ufeff# ours\n2027-01-04 休\n", encoding="utf-8")
    monkeypatch.setenv("GONGJIAN_HOLIDAYS", "days")
    monkeypatch.setenv("GONGJIAN_QUIET", "22:00-6:30")
    monkeypatch.setenv("GONGJIAN_WORKING_DAYS", "off")
    office = Settings().office
    assert not office.calendar.is_working(date(2027, 1, 4))
    assert (str(office.quiet), office.working_days) == ("22:00-06:30", False)


def test_without_a_word_nights_and_days_off_are_quiet() -> None:
    office = Settings().office
    assert (str(office.quiet), office.working_days) == ("21:30-07:30", True)


def test_a_bad_line_of_days_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "days").write_text("# 2027\n\n2027-01-01 休\n2027-02-30 班\n", encoding="utf-8")
    done = run(tmp_path, "staff", "list", GONGJIAN_HOLIDAYS="days")
    assert done.returncode == EX_CONFIG
    chinese, english = done.stderr.splitlines()
    assert chinese.startswith("GONGJIAN_HOLIDAYS：第 4 行")
    assert english.startswith("GONGJIAN_HOLIDAYS: line 4 is not a day.")


def test_nobody_sees_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGJIAN_TOKEN", TOKEN)
    assert TOKEN not in f"{RunSettings()} {RunSettings()!r}"


def test_without_a_token_it_says_so_in_both_languages(tmp_path: Path) -> None:
    done = run(tmp_path, "run")
    assert done.returncode == EX_CONFIG
    said = done.stderr.splitlines()
    assert len(said) == len(LANGUAGES)
    assert all(line.startswith("GONGJIAN_TOKEN") and "@BotFather" in line for line in said)
    assert done.stdout == ""


def test_a_wrong_token_is_not_printed(tmp_path: Path) -> None:
    secret = TOKEN.replace(":", ";")
    done = run(tmp_path, "run", GONGJIAN_TOKEN=secret, GONGJIAN_ZONE="nowhere")
    assert done.returncode == EX_CONFIG
    assert len(done.stderr.splitlines()) == 2 * len(LANGUAGES)
    assert secret not in done.stderr
    assert "Traceback" not in done.stderr
