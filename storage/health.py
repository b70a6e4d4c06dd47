"""What an office should know of its data, read while the bot may be at work; nothing is written."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from storage.abilities import INLINE
from storage.jobs import TRIES
from storage.soundness import is_sound, is_sound_in_use, reading, reading_at_rest
from storage.upgrade import current
from storage.values import Value

UNDONE = "SELECT received_at AS at, fault, tries, error FROM inbox WHERE fault IS NOT NULL"
STUCK = (
    "SELECT kind, subject_id, due_at AS at, fault, tries FROM jobs WHERE tries >= ? ORDER BY due_at"
)
KEPT = "SELECT DISTINCT path FROM photos WHERE state = 'kept' AND path IS NOT NULL"


class SetAside(Value):
    """An update that was given up; `error` is our program's own words, never somebody's."""

    at: datetime
    fault: str
    tries: int
    error: str | None


class StuckJob(Value):
    """A job that was given up."""

    kind: str
    subject_id: int
    at: datetime
    fault: str
    tries: int


class Health(Value):
    """How it stands with the data. `photos_missing` counts those that are not on disk."""

    revision: str
    unknown: int
    failed: int
    set_aside: tuple[SetAside, ...]
    stuck: tuple[StuckJob, ...]
    unreached: int
    photos_missing: int
    is_asked_inline: bool | None = None
    """Whether Telegram lets people search from other chats; None: it was not asked yet."""


def looks_sound(database: Path, *, in_use: bool) -> bool:
    """SQLite's quick check; with its locks when a bot is at work on the file."""
    return is_sound_in_use(database) if in_use else is_sound(database)


def revision_of(database: Path, *, in_use: bool) -> str:
    """The schema's revision in a sound file."""
    with _reading(database, in_use=in_use) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def is_current(revision: str) -> bool:
    """Whether this code reads a file of that revision as it is."""
    return revision == current()


def look(database: Path, photos: Path, *, in_use: bool) -> Health:
    """Reads a sound file of today's schema. Raises sqlite3.Error."""
    revision = revision_of(database, in_use=in_use)
    with _reading(database, in_use=in_use) as connection:
        connection.row_factory = sqlite3.Row
        return Health(
            revision=revision,
            unknown=_count(connection, "deliveries", "state = 'unknown'"),
            failed=_count(connection, "deliveries", "state = 'failed'"),
            set_aside=tuple(SetAside(**dict(row)) for row in connection.execute(UNDONE)),
            stuck=tuple(StuckJob(**dict(row)) for row in connection.execute(STUCK, (TRIES,))),
            unreached=_count(connection, "people", "unreached_at IS NOT NULL"),
            is_asked_inline=_is_asked_inline(connection),
            photos_missing=sum(not (photos / path).is_file() for path in _kept(connection)),
        )


def _reading(database: Path, *, in_use: bool) -> AbstractContextManager[sqlite3.Connection]:
    return reading(database) if in_use else reading_at_rest(database)


def _count(connection: sqlite3.Connection, table: str, which: str) -> int:
    found = connection.execute(f"SELECT count(*) FROM {table} WHERE {which}")  # noqa: S608 - our own words
    return int(found.fetchone()[0])


def _is_asked_inline(connection: sqlite3.Connection) -> bool | None:
    row = connection.execute("SELECT is_on FROM abilities WHERE name = ?", (INLINE,)).fetchone()
    return bool(row["is_on"]) if row else None


def _kept(connection: sqlite3.Connection) -> Iterator[str]:
    return (str(row["path"]) for row in connection.execute(KEPT))
