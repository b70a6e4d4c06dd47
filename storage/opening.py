"""Rows that the record of changes has not noted yet: older than it, or changed by a migration."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from itertools import islice

from storage.chains import Note, as_json, changed_columns
from storage.replaying import Place, rows_noted
from storage.sealing import HAS_TRAIL, seal, text_of
from storage.tables import metadata
from storage.verifying import differences, standing_rows, wrong_columns
from storage.watching import WATCHED

OPENING = "opening"
"""Who noted it, for the record: it stood so when the record began, or a migration made it so."""
AT_ONCE = 1000
"""So many notes are in memory."""


def doubtful(connection: sqlite3.Connection) -> frozenset[Place]:
    """The rows that stand otherwise than noted, before a migration: it shall not cover that up."""
    with closing(connection.cursor()) as cursor:
        if cursor.execute(HAS_TRAIL).fetchone() is None:
            return frozenset()
        found = differences(cursor, rows_noted(cursor))
        return frozenset((one.table, one.key) for one in found)


def note(connection: sqlite3.Connection, now: datetime, doubted: frozenset[Place]) -> None:
    """Notes each row that stands otherwise than noted, unless it was doubtful before."""
    with closing(connection.cursor()) as reads, closing(connection.cursor()) as writes:
        if reads.execute(HAS_TRAIL).fetchone() is None:
            return
        notes = (
            one for one in _notes(reads, text_of(now)) if (one.subject, one.key) not in doubted
        )
        while batch := list(islice(notes, AT_ONCE)):
            seal(writes, batch)


def _notes(cursor: sqlite3.Cursor, at: str) -> Iterator[Note]:
    noted = rows_noted(cursor)
    for name in WATCHED:
        table = metadata.tables[name]
        who = (at, name, OPENING, None)
        for key, standing, about in standing_rows(cursor, table):
            was = noted.pop((name, key), None)
            if was is None:
                yield Note(*who, key, None, standing, about)
            elif wrong_columns(table, json.loads(was), json.loads(standing)):
                before, after = changed_columns(json.loads(was), json.loads(standing))
                yield Note(*who, key, as_json(before), as_json(after), about)
    for (name, key), gone in noted.items():
        if gone is not None:
            yield Note(at, name, OPENING, None, key, gone, None)
