"""Brings the database file up to this code's schema, with a verified copy taken before."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine

from storage import opening
from storage.availability import WRITERS, passing
from storage.engine import own_transactions
from storage.soundness import is_sound, reading_at_rest

MIGRATIONS = Path(__file__).parent / "migrations"
STAMP = "%Y%m%dT%H%M%S"
KEPT = timedelta(days=30)
"""So long the copy from before an upgrade stays: who was forgotten since is still in it."""


class NewerDatabaseError(Exception):
    """The file was written by a newer version of the code; it was left untouched."""


class SpoiltDatabaseError(Exception):
    """The file, or the copy made of it, does not pass SQLite's own check."""


def upgrade(path: Path, now: datetime) -> Path | None:
    """Upgrades the file in place; returns the copy taken before, None if none was needed.

    Nothing else may have the file open. Raises NewerDatabaseError, SpoiltDatabaseError, or
    UnavailableError when the disk is full or gone.
    """
    with passing(WRITERS):
        return _upgrade(path, now)


def _upgrade(path: Path, now: datetime) -> Path | None:
    path.parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    if not path.exists():
        _make(path, config, now)
        return None
    if not is_sound(path):
        raise SpoiltDatabaseError(path)
    kept = revision(path)
    if kept == current():
        return None
    if kept is not None and not is_known(kept):
        raise NewerDatabaseError(path)
    copy = _verified_copy(path, now)
    _migrate(path, config, now)
    return copy


def forget_copies(path: Path, now: datetime) -> tuple[Path, ...]:
    """Deletes the copies of this file that were taken before upgrades long ago; returns them."""
    old = f"{path.stem}-before-{now - KEPT:{STAMP}}{path.suffix}"
    found = path.parent.glob(f"{path.stem}-before-{'[0-9]' * 8}T{'[0-9]' * 6}{path.suffix}")
    gone = tuple(sorted(copy for copy in found if copy.name < old))
    for copy in gone:
        copy.unlink(missing_ok=True)
    return gone


def is_known(name: str) -> bool:
    """Whether this code can read a database of that revision, or bring it up to date."""
    return name in {each.revision for each in _script(MIGRATIONS).walk_revisions()}


def current() -> str | None:
    """The revision that this code works with."""
    return _script(MIGRATIONS).get_current_head()


@cache
def _script(folder: Path) -> ScriptDirectory:
    """The migrations, read from their folder once."""
    return ScriptDirectory(str(folder))


def _make(path: Path, config: Config, now: datetime) -> None:
    """A new file gets its name when it is whole: an empty one of that name has lost its pages."""
    part = path.with_suffix(".part")
    for left in (part, *part.parent.glob(f"{part.name}-*")):
        left.unlink(missing_ok=True)
    _migrate(part, config, now)
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    part.replace(path)


def _migrate(path: Path, config: Config, now: datetime) -> None:
    """What the migrations changed is noted as theirs, within the same transaction."""
    engine = _engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError(raw)
        doubted = opening.doubtful(raw)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        opening.note(raw, now, doubted)
    engine.dispose()


def revision(path: Path) -> str | None:
    """The schema's revision in a sound file that rests; None if there is no schema."""
    with reading_at_rest(path) as connection:
        known = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        if connection.execute(known).fetchone() is None:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def _engine(url: str) -> Engine:
    """SQLite's driver commits around each change of schema unless transactions are ours."""
    engine = create_engine(url)
    own_transactions(engine)
    return engine


def _verified_copy(path: Path, now: datetime) -> Path:
    copy = path.with_name(f"{path.stem}-before-{now:{STAMP}}{path.suffix}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if not _is_sound(target):
            raise SpoiltDatabaseError(path)
    return copy


def _is_sound(connection: sqlite3.Connection) -> bool:
    """SQLite's own check; of a badly damaged file it raises instead of answering."""
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False
