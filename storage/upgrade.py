"""Brings the database file up to this code's schema, with a verified copy taken before."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DatabaseError, OperationalError

from storage.engine import own_transactions

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabaseError(Exception):
    """The file was written by a newer version of the code; it was left untouched."""


class SpoiltDatabaseError(Exception):
    """The file, or the copy made of it, does not pass SQLite's own check."""


def upgrade(path: Path, now: datetime) -> Path | None:
    """Upgrades the file in place; returns the copy taken before, None if none was needed.

    Nothing else may have the file open. Raises NewerDatabaseError or SpoiltDatabaseError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    kept = _revision(path)
    if kept == script.get_current_head():
        return None
    if kept is not None and kept not in {revision.revision for revision in script.walk_revisions()}:
        raise NewerDatabaseError(path)
    copy = _verified_copy(path, now) if kept is not None else None
    engine = _engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
    return copy


def _revision(path: Path) -> str | None:
    """The schema's revision, read without writing a byte; None for a new file."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    engine = _engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    except OperationalError:
        raise  # locked, or no permission: nothing is known of the file itself
    except DatabaseError as error:
        raise SpoiltDatabaseError(path) from error
    finally:
        engine.dispose()


def _engine(url: str) -> Engine:
    """SQLite's driver commits around each change of schema unless transactions are ours."""
    engine = create_engine(url)
    own_transactions(engine)
    return engine


def _verified_copy(path: Path, now: datetime) -> Path:
    copy = path.with_name(f"{path.stem}-before-{now:%Y%m%dT%H%M%S}{path.suffix}")
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
