"""What a whole world leaves behind on disk, and where two worlds differ."""

import asyncio
import json
import re
import sqlite3
import tarfile
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from storage.cloaks import NOBODY
from storage.copies import copy
from tests.conversations.alliance import Alliance
from tests.vocabulary import Person

RANDOM = {
    ("voices", "key_name"),
    ("voices", "handle"),
    ("voice_parts", "path"),
    ("trail", "seq"),
    ("trail", "salt"),
    ("trail", "doer_salt"),
    ("trail", "digest"),
    ("trail", "doer_digest"),
    ("trail", "hash"),
}
"""Columns that chance fills, here and in every other world."""
MAKING = re.compile(r"/[^ ]*/(?=data/)|[0-9a-f]{32,}|\b[0-9a-f]{8}\b|\d{8}T\d{6}Z")
"""In a log: where the test keeps its files, what chance fills, and the second of a backup."""
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+\+00:00")
Rows = dict[str, list[dict[str, Any]]]


@dataclass
class Left:
    """What one world left on disk: while the voice was open, and after its end."""

    author: Person
    ids: tuple[str, ...]
    """What Telegram calls the photos."""
    handles: tuple[bytes, ...]
    keys: tuple[bytes, ...]
    log: str
    open_rows: Rows = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)
    """Every file by its name: database, log of it, backups, photos, exports."""
    seen: list[str] = field(default_factory=list)
    """What the author read."""


def handles_of(alliance: Alliance) -> tuple[bytes, ...]:
    with closing(sqlite3.connect(alliance.settings.database)) as connection:
        name, handle = connection.execute("SELECT key_name, handle FROM voices").fetchone()
    assert (alliance.settings.keys / bytes(name).hex()).is_file(), "its key"
    assert len(handle) == 32
    return bytes(name), bytes(handle)


def keys_of(alliance: Alliance) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in alliance.settings.keys.iterdir())


def rows_of(database: Path) -> Rows:
    """Every row of every table."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        names = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return {
            name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608
            for name in names
        }


def told(rows: Rows) -> Rows:
    """With what chance fills by its form; so are moments, which depend on how fast the test is."""
    found = {
        name: [{c: _form(name, c, value) for c, value in row.items()} for row in listed]
        for name, listed in rows.items()
    }
    found["trail"].sort(key=lambda row: str(sorted(row.items(), key=lambda item: item[0])))
    return found


def _form(table: str, column: str, value: object) -> object:
    """The order in which two connections wrote the record at the start is chance as well."""
    if (table, column) in RANDOM:
        return type(value).__name__
    return MOMENT.sub("a moment", value) if isinstance(value, str) else value


def no_moment_is_told(rows: Rows) -> None:
    """When somebody spoke is known by the day; when a draft would go, by the hour."""
    said = [*rows["voices"], *rows["voice_parts"]]
    moments = MOMENT.findall(json.dumps(said, default=repr))
    assert [one for one in moments if ":00:00.000000" not in one] == []
    assert {row["person_id"] for row in said if row.get("side") != "organisation"} == {None}
    unsent = [row for row in rows["deliveries"] if row["chat_id"] == NOBODY]
    assert unsent, "something was owed to somebody without a name"
    assert {row["message_id"] for row in unsent} == {None}


def differing(one: Rows, other: Rows) -> list[str]:
    """Where two worlds are not the same."""
    first, second = told(one), told(other)
    return [
        f"{name}: {mine} is {theirs}"
        for name in first.keys() | second.keys()
        for mine, theirs in zip_longest(first.get(name, []), second.get(name, []))
        if mine != theirs
    ]


async def backed_up(alliance: Alliance, name: str) -> None:
    """As every night."""
    settings = alliance.settings
    now = datetime.fromtimestamp(alliance.clock.now(), UTC)
    await asyncio.to_thread(copy, settings.database, settings.photos, settings.backups / name, now)


def gather(left: Left, alliance: Alliance) -> None:
    """Every file that is there but for the key; what is packed also unpacked."""
    for path in sorted(alliance.data.rglob("*")):
        if not path.is_file() or path.parent == alliance.settings.keys:
            continue
        name = path.relative_to(alliance.data).as_posix()
        left.raw[name] = path.read_bytes()
        if path.suffix == ".tar":
            with tarfile.open(path) as tar:
                for member in tar:
                    content = tar.extractfile(member)
                    if content is not None:
                        left.raw[f"{name}/{member.name}"] = content.read()
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                left.raw |= {f"{name}/{one}": book.read(one) for one in book.namelist()}


def lines_of(log: str) -> list[str]:
    """Sorted, because workers begin in any order."""
    return sorted(MAKING.sub("*", log).splitlines())


def form_of(name: str) -> str:
    return MAKING.sub("*", name)
