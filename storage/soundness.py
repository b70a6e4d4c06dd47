"""Whether a database file is whole, found out without changing a byte of it or of its log."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.availability import PASSING, PRIMARY

LOG_HEADER = 32
"""Bytes. SQLite's file format: magic number, version, page size, salts, and a sum of all that."""
LOG_MAGIC = {0x377F0682: "little", 0x377F0683: "big"}
LOOKS = 3
"""A file that another program writes meanwhile may look spoilt once, not three times."""
ALONE = "immutable=1"
"""For SQLite: nobody changes the file, so it needs neither locks nor an index beside it."""
BEGINNING = b"SQLite format 3\0"


def is_sound(path: Path) -> bool:
    """SQLite's quick check, of a file that nobody writes to.

    Raises OSError or sqlite3.OperationalError when it cannot be known: on a full disk, say.
    A byte that changed inside a text is not seen: SQLite keeps no sum of its pages.
    """
    for _ in range(LOOKS):
        before = _signs(path)
        if _is_whole(path):
            return True
        if _signs(path) == before:
            return False
    return False


def is_sound_in_use(path: Path) -> bool:
    """The same of a file that the bot is at work on, with SQLite's own locks."""
    with reading(path) as connection:
        return _passes(connection, "quick_check")


def passes_every_check(path: Path) -> bool:
    """The long check, and that every reference leads somewhere, of a file without a log."""
    with reading(path, ALONE) as connection:
        return _passes(connection, "integrity_check") and not _dangling(connection)


@contextmanager
def reading(path: Path, how: str = "mode=ro") -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Nothing is known of the file before it is asked."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as connection:
        yield connection


@contextmanager
def reading_at_rest(path: Path) -> Iterator[sqlite3.Connection]:
    """The same of a file that nobody has open: beside one without a log, nothing is written."""
    with reading(path, "mode=ro" if _has_log(path) else ALONE) as connection:
        yield connection


def _has_log(path: Path) -> bool:
    log = _log_of(path)
    return log.exists() and log.stat().st_size > 0


def _is_whole(path: Path) -> bool:
    with path.open("rb") as file:
        if file.read(len(BEGINNING)) != BEGINNING:
            return False
    log = _log_of(path)
    if _has_log(path):
        return _log_is_ours(log) and _is_whole_with(path, log)
    with reading(path, ALONE) as connection:
        return _passes(connection, "quick_check")


def _is_whole_with(path: Path, log: Path) -> bool:
    """SQLite writes an index beside a log that it reads: so it is shown both in another folder."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".look-") as folder:
        there = Path(folder) / path.name
        try:
            os.link(path, there)
            os.link(log, _log_of(there))
        except OSError:
            there = path  # no hard links here: only the index may change
        with reading(there) as connection:
            return _passes(connection, "quick_check")


def _log_is_ours(log: Path) -> bool:
    """SQLite takes a log with a spoilt header for an empty one, and what it held would be lost.

    A header that was never written whole has nothing behind it that was ever promised.
    """
    with log.open("rb") as file:
        header = file.read(LOG_HEADER)
    if len(header) < LOG_HEADER or not any(header):
        return True
    order = LOG_MAGIC.get(int.from_bytes(header[:4], "big"))
    return order is not None and _sum(header[:24], order) == header[24:]


def _sum(data: bytes, order: str) -> bytes:
    """SQLite's file format, 4.2: the sum of a log's header."""
    first = second = 0
    for at in range(0, len(data), 8):
        one, two = (_number(data[at + 4 * half : at + 4 * half + 4], order) for half in (0, 1))
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first.to_bytes(4, "big") + second.to_bytes(4, "big")


def _number(data: bytes, order: str) -> int:
    return int.from_bytes(data, "big" if order == "big" else "little")


def _passes(connection: sqlite3.Connection, check: str) -> bool:
    """Of a badly damaged file the check raises instead of answering."""
    try:
        return connection.execute(f"PRAGMA {check}").fetchall() == [("ok",)]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & PRIMARY in PASSING:
            raise  # nothing is known of the file itself
        return False
    except sqlite3.DatabaseError:
        return False


def _dangling(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA foreign_key_check").fetchall())


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _signs(path: Path) -> list[tuple[int, int] | None]:
    """Size and time of the file and of its log: they change when somebody writes."""
    files = (path, _log_of(path))
    return [(f.stat().st_size, f.stat().st_mtime_ns) if f.exists() else None for f in files]
