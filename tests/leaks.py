"""The whole suite is listened to: no line of its log and no file that it leaves bears a secret."""

import logging
import os
import re
from pathlib import Path

import pytest

from bot.logs import formatter

TOKEN = re.compile(
    rb"(?<![0-9])[0-9]{3,20}(?::|%3[Aa])(?:SIMULATED|AA)[A-Za-z0-9_-]*|only-telegram-knows"
)
"""What tests use: the simulator's token, such as @BotFather gives, and a webhook's secret."""
SIGNS = (
    *(colon + part for colon in (b":", b"%3A", b"%3a") for part in (b"SIMULATED", b"AA")),
    b"only-telegram-knows",
)
"""One of these is in all that `TOKEN` finds, and looking for them is quick."""
ALLOWED = frozenset({".env"})
"""Where a token belongs."""
SHOWN = 10
TOLD = "leaks"


class Listener(logging.Handler):
    """Formats every record as the program does, and keeps what bears a token."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(formatter())
        self.leaks: list[str] = []
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        self.lines += 1
        if TOKEN.search(line.encode(errors="surrogateescape")):
            self.leaks.append(f"log: {line}")


def hear(written: str) -> str:
    """What a program of the tests wrote to standard error; gives it on."""
    lines = (line for line in written.splitlines() if TOKEN.search(line.encode()))
    LISTENER.leaks += [f"program: {line}" for line in lines]
    return written


def in_files(folder: Path) -> list[str]:
    """The files that bear a token."""
    paths = (Path(root) / name for root, _, names in os.walk(folder) for name in names)
    return [f"file: {path}" for path in paths if path.name not in ALLOWED and _bears(path)]


def _bears(path: Path) -> bool:
    """Another run of the suite may tidy up what lies in the common folder, also meanwhile."""
    try:
        return path.is_file() and _leaks(path.read_bytes())
    except FileNotFoundError:
        return False


def _leaks(data: bytes) -> bool:
    """A thousand databases are looked through, and the pattern alone takes a minute for them."""
    return any(sign in data for sign in SIGNS) and TOKEN.search(data) is not None


LISTENER = Listener()


def pytest_configure() -> None:
    """From the first test on, at the level of the program."""
    logging.getLogger().setLevel(logging.INFO)
    logging.getLogger().addHandler(LISTENER)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A leak fails the whole run; a worker of many tells the one that started it."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told[TOLD] = LISTENER.leaks
        return
    factory = getattr(session.config, "_tmp_path_factory", None)
    folder = factory.getbasetemp() if factory is not None else None
    found = LISTENER.leaks + (in_files(folder) if folder is not None else [])
    if not found:
        return
    session.exitstatus = pytest.ExitCode.TESTS_FAILED
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.write_line(f"\n{len(found)} times a token got out:", red=True)
        for leak in found[:SHOWN]:
            reporter.write_line(leak[:300])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """What a worker has heard; the files of all workers lie below this process's own folder."""
    LISTENER.leaks += getattr(node, "workeroutput", {}).get(TOLD, [])
