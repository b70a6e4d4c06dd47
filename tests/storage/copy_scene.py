"""A data folder with a little of everything in it, made without the bot."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.copies import copy
from tests.vocabulary.databases import new_database

NOW = datetime(2026, 8, 24, 7, 30, tzinfo=UTC)
AT = "2026-08-24T07:00:00.000000+00:00"


def ask(path: Path, sql: str, *values: object) -> list[Any]:
    with closing(sqlite3.connect(path)) as file, file:
        return file.execute(sql, values).fetchall()


def furnish(folder: Path, photos: int = 2) -> Path:
    """A database with people, a report and its photos on disk; returns its path."""
    database = folder / "gongjian.db"
    new_database(database)
    ask(database, "INSERT INTO people (id, name) VALUES (7, '老周')")
    for number in range(photos):
        keep_photo(folder, number)
    return database


def keep_photo(folder: Path, number: int) -> Path:
    """A photo as the bot keeps it: named by its content, and in the table."""
    content = b"\xff\xd8" + bytes([number % 256]) * 3000 + str(number).encode()
    digest = hashlib.sha256(content).hexdigest()
    path = f"2026/08/{digest}.jpg"
    file = folder / "photos" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    ask(
        folder / "gongjian.db",
        "INSERT INTO photos (chat_id, message_id, person_id, file_id, file_unique_id, sent_at,"
        " due_at, state, path, sha256) VALUES (-1, ?, 7, 'f', 'u', ?, ?, 'kept', ?, ?)",
        *(number, AT, AT, path, digest),
    )
    return file


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def back_up(folder: Path, name: str = "kept.tar") -> Path:
    """A backup beside the data folder."""
    target = folder.parent / name
    copy(folder / "gongjian.db", folder / "photos", target, NOW)
    return target


def names(folder: Path) -> list[str]:
    """What lies in the folder itself."""
    return sorted(path.name for path in folder.iterdir())
