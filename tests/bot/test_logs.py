"""The log: one line an event, and never a token in it."""

import json
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot import logs
from bot.logs import about, conceal, formatter, redact
from tests.leaks import Listener, in_files

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
TALKATIVE = f"""
import logging, threading, warnings
from telegram.error import NetworkError
from bot.logs import about, start_log

start_log()
logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot{TOKEN}/getMe")
logging.getLogger("bot.app").info("asked https://api.telegram.org/bot%s/getMe", "{TOKEN}")
for name in ("telegram.ext", "telegram.ext.Updater"):
    try:
        raise NetworkError("httpx.ConnectError at /bot{TOKEN}/getUpdates")
    except NetworkError as error:
        logging.getLogger(name).exception("Exception happened while polling for updates.")
try:
    raise LookupError("{TOKEN}")
except LookupError:
    with about(update=12):
        logging.getLogger("bot.router").exception("Fault a1b2c3")
warnings.warn("{TOKEN}")
thread = threading.Thread(target=lambda: int("{TOKEN}"))
thread.start()
thread.join()
raise ValueError({TOKEN.replace(":", "%3A")!r})
"""


@pytest.fixture(scope="module")
def log() -> list[str]:
    """What a process of its own writes to standard error, line by line."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", TALKATIVE],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stderr.splitlines()


def test_no_line_bears_a_token(log: list[str]) -> None:
    assert not [line for line in log if TOKEN in line or TOKEN.split(":")[1] in line]
    assert any("asked https://api.telegram.org/bot[token]/getMe" in line for line in log)


def test_warnings_threads_and_the_end_of_the_program_go_through_it_too(log: list[str]) -> None:
    assert any("py.warnings" in line for line in log)
    assert sum("The program ends" in line for line in log) == 2
    assert log[-1] == "ValueError: [token]"


def test_the_library_that_logs_addresses_is_kept_short(log: list[str]) -> None:
    assert not [line for line in log if "httpx:" in line]


def test_a_fault_while_polling_is_one_line(log: list[str]) -> None:
    said = [line for line in log if "polling" in line]
    assert len(said) == 2
    assert all(line.endswith("/bot[token]/getUpdates") for line in said)


def test_a_fault_of_ours_keeps_its_traceback_and_says_which_update(log: list[str]) -> None:
    at = next(number for number, line in enumerate(log) if "Fault a1b2c3" in line)
    assert log[at].endswith("update=12")
    assert log[at + 1] == "Traceback (most recent call last):"
    assert "LookupError: [token]" in log


@pytest.mark.parametrize("text", ["12:30", "2026-08-24 07:30:00", "http://127.0.0.1:8081/", "3:2"])
def test_what_only_looks_a_little_like_a_token_stays(text: str) -> None:
    assert text in formatter().format(record(text))


def record(text: str) -> logging.LogRecord:
    return logging.LogRecord("bot", logging.INFO, "", 0, text, (), None)


def test_a_line_of_json_bears_what_is_bound() -> None:
    with about(update=12):
        said = json.loads(formatter("json").format(record("您好")))
    assert (said["event"], said["update"], said["level"]) == ("您好", 12, "info")


def test_a_secret_without_a_form_is_concealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_secrets", set[str]())
    conceal("hook-me-up")
    assert redact("X-Secret: hook-me-up") == "X-Secret: [secret]"


def test_a_leak_would_be_found(tmp_path: Path) -> None:
    listener = Listener()
    listener.emit(record(TOKEN))
    assert listener.leaks == []
    listener.setFormatter(logging.Formatter())
    listener.emit(record(TOKEN))
    assert len(listener.leaks) == 1
    (tmp_path / "kept").write_text(f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert len(in_files(tmp_path)) == 1
    (tmp_path / "kept").unlink()
