"""A new database file, made once for all tests of a process: the migrations take half a second."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from storage.upgrade import upgrade

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def new_database(path: Path) -> Path:
    """An empty database of today's schema there, as `upgrade` makes it; the folder as well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty())
    return path


@cache
def _empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gongjian.db"
        upgrade(path, LONG_AGO)
        return path.read_bytes()
