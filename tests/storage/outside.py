"""Somebody opens the alliance's file with another program."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def ask(path: Path, sql: str, *values: object) -> list[Any]:
    """What that program reads; what it changes is on disk."""
    with closing(sqlite3.connect(path)) as file, file:
        return file.execute(sql, values).fetchall()
