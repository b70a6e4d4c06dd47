"""SQLite by SQLAlchemy: one connection that writes, some that can only read."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.asking import connect
from storage.sealing import Notes

READERS = 4
PATIENCE = 5.0
"""Seconds that a connection waits for a lock: only a copy or a check from outside takes one."""


def writer(path: Path, notes: Notes) -> AsyncEngine:
    """The one connection that may write: WAL, FULL, foreign keys, BEGIN IMMEDIATE.

    What is deleted is overwritten in the file, so that no copy of it has it either.

    It notes what it changes; whoever commits seals the notes.

    SQLite 3.7.0 to 3.51.2 can spoil a WAL that two connections write, hence one.
    """
    engine = _engine(f"file:{path}?mode=rwc&uri=true", size=1)
    own_transactions(engine.sync_engine, "BEGIN IMMEDIATE")
    event.listen(engine.sync_engine, "connect", _keep_safe)
    event.listen(engine.sync_engine, "connect", notes.attach)
    return engine


def readers(path: Path) -> AsyncEngine:
    """Connections of `mode=ro`; each read sees one state of the file."""
    engine = _engine(f"file:{path}?mode=ro&uri=true", size=READERS)
    own_transactions(engine.sync_engine)
    return engine


def own_transactions(engine: Engine, begin: str = "BEGIN") -> None:
    """Takes the transactions away from SQLite's driver, which commits where it likes."""
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))


def _engine(uri: str, size: int) -> AsyncEngine:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{uri}",
        poolclass=AsyncAdaptedQueuePool,
        pool_size=size,
        max_overflow=0,
        pool_reset_on_return=None,  # `_leave_nothing_open` does
        connect_args={"timeout": PATIENCE, "async_creator_fn": connect},
        hide_parameters=True,  # an error is logged, and what people wrote is none of the log's
    )
    event.listen(engine.sync_engine, "reset", _leave_nothing_open)
    return engine


def _leave_transactions_to_us(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI
    connection.isolation_level = None


def _leave_nothing_open(connection: Any, _record: object, _state: object) -> None:  # noqa: ANN401 - DBAPI
    """Whoever gives a connection back has mostly ended the transaction in its thread: no hop."""
    if connection.driver_connection.in_transaction:
        connection.rollback()


def _keep_safe(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI
    cursor = connection.cursor()
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()
