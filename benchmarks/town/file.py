"""The file: rows are written past the storage, many at once, as it would have written them."""

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from benchmarks.town import (
    activities,
    alliance,
    columns,
    courses,
    notices,
    points,
    trail,
    visits,
    voices,
    wishes,
)
from benchmarks.town.size import NOW, SEED, Row, Size
from storage.upgrade import upgrade

ROOMS = (
    *(alliance.tables, activities.tables, activities.looked_over, notices.tables),
    *(visits.tables, points.tables, courses.tables, wishes.tables, trail.tables),
    *(columns.tables, voices.tables),
)


def fill(path: Path, size: Size) -> None:
    """A new file with all of it."""
    upgrade(path, NOW)
    draw = random.Random(SEED)  # noqa: S311 - the same rows each time
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA synchronous=OFF")
        file.execute("BEGIN")
        for tables in ROOMS:
            for table, rows in tables(size, draw):
                insert(file, table, rows)
        file.execute("DELETE FROM unindexed")  # `benchmarks.search` measures the index
        file.execute("COMMIT")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def insert(file: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Rows that have the same columns."""
    given = iter(rows)
    first = next(given, None)
    if first is None:
        return
    columns = ", ".join(f'"{name}"' for name in first)
    marks = ", ".join("?" * len(first))
    said = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - names of ours
    file.execute(said, tuple(first.values()))
    file.executemany(said, (tuple(row.values()) for row in given))
