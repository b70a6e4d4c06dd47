"""The log: one line an event, and never a token in it."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot.logs import LINE, Redacted

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
TALKATIVE = f"""
import logging
from telegram.error import NetworkError
from bot.logs import start_log

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
    logging.getLogger("bot.router").exception("Fault a1b2c3")
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
        check=True,
    )
    return done.stderr.splitlines()


def test_no_line_bears_a_token(log: list[str]) -> None:
    assert not [line for line in log if TOKEN in line or TOKEN.split(":")[1] in line]
    assert any("asked https://api.telegram.org/bot[token]/getMe" in line for line in log)


def test_the_library_that_logs_addresses_is_kept_short(log: list[str]) -> None:
    assert not [line for line in log if "httpx:" in line]


def test_a_fault_while_polling_is_one_line(log: list[str]) -> None:
    said = [line for line in log if "polling" in line]
    assert len(said) == 2
    assert all(line.endswith("/bot[token]/getUpdates") for line in said)


def test_a_fault_of_ours_keeps_its_traceback(log: list[str]) -> None:
    at = next(number for number, line in enumerate(log) if "Fault a1b2c3" in line)
    assert log[at + 1] == "Traceback (most recent call last):"
    assert log[-1] == "LookupError: [token]"
    assert sum("Traceback" in line for line in log) == 1


@pytest.mark.parametrize("text", ["12:30", "2026-08-24 07:30:00", "http://127.0.0.1:8081/", "3:2"])
def test_what_only_looks_a_little_like_a_token_stays(text: str) -> None:
    record = logging.LogRecord("bot", logging.INFO, "", 0, text, (), None)
    assert text in Redacted(LINE).format(record)
