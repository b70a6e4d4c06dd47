"""What may be over in a while (a lock, a full disk, a lost mount), told from faults of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError, TimeoutError as PoolTimeoutError

PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
"""SQLite's result codes for it."""
WRITERS = PASSING | {sqlite3.SQLITE_READONLY}
"""A file system that is in trouble turns read-only; a reader that writes is a fault of ours."""
PRIMARY = 0xFF


class UnavailableError(Exception):
    """Nothing can be read or written just now; nothing was. Later it may be possible."""


@contextmanager
def passing(codes: frozenset[int] = PASSING) -> Iterator[None]:
    """Gives what may be over in a while a name of its own; other faults pass as they are."""
    try:
        yield
    except PoolTimeoutError as error:
        raise UnavailableError("no connection is free") from error
    except (OperationalError, sqlite3.OperationalError) as error:
        fault = error.orig if isinstance(error, OperationalError) else error
        code = getattr(fault, "sqlite_errorcode", None) or 0
        if code & PRIMARY in codes:
            raise UnavailableError(str(fault)) from error
        raise
