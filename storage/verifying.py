"""Whether the record of changes holds, and whether what stands in the file is what it says.

Read only, over a plain connection, so it works beside a bot, on a copy, and at a migration.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from storage.chains import Columns, Head
from storage.replaying import Fault, Finding, Place, Replay, replayed
from storage.sealing import head_of
from storage.soundness import reading, reading_at_rest
from storage.tables import metadata
from storage.watching import (
    WATCHED,
    about,
    columns_of,
    default_of,
    json_of,
    key_json_of,
    key_of,
)

HASH_AT = "SELECT hash FROM trail WHERE seq = ?"
About = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that is wrong, and where the record ends; `head` None: it is empty."""

    findings: tuple[Finding, ...]
    head: Head | None


def verify(database: Path, kept: Head | None = None, *, in_use: bool = True) -> Verdict:
    """Goes through a file of today's schema; `kept` is a head that somebody kept before.

    Raises sqlite3.Error when the file cannot be read.
    """
    with reading(database) if in_use else reading_at_rest(database) as connection:
        connection.isolation_level = None
        connection.execute("BEGIN")  # one state of the file, whatever is written meanwhile
        return examine(connection, kept)


def examine(connection: sqlite3.Connection, kept: Head | None = None) -> Verdict:
    """The same over a connection, within its transaction."""
    replay = Replay()
    with closing(connection.cursor()) as cursor:
        findings = [*replayed(cursor, replay), *differences(cursor, replay.rows)]
        if kept is not None and not _has(cursor, kept):
            findings.append(Finding(Fault.HEAD, first=kept.seq, last=kept.seq))
        return Verdict(tuple(findings), head_of(cursor))


def differences(cursor: sqlite3.Cursor, noted: Mapping[Place, str | None]) -> Iterator[Finding]:
    """The rows that do not stand as they were noted."""
    there = set[Place]()
    for name in WATCHED:
        table = metadata.tables[name]
        for key, standing, _ in standing_rows(cursor, table):
            there.add((name, key))
            was = noted.get((name, key))
            if was is None:
                yield Finding(Fault.ADDED, name, key)
            elif was != standing:
                wrong = wrong_columns(table, json.loads(was), json.loads(standing))
                if wrong:
                    yield Finding(Fault.ALTERED, name, key, columns=wrong)
    for place, was in noted.items():
        if was is not None and place not in there and place[0] in WATCHED:
            yield Finding(Fault.DELETED, *place)


def standing_rows(cursor: sqlite3.Cursor, table: Table) -> Iterator[tuple[str, str, About]]:
    """Key and watched columns of each row, as JSON, and what it is about.

    A file before a migration may lack columns, or the table: there is nothing of it to read then.
    """
    there = {str(row[1]) for row in cursor.execute(f"PRAGMA table_info({table.name})")}
    if there.issuperset(key_of(table)):
        wanted = ", ".join((key_json_of(table), json_of(table, there), *about(table, there)))
        for key, row, *ids in cursor.execute(f"SELECT {wanted} FROM {table.name}"):  # noqa: S608 - names of ours
            yield str(key), str(row), tuple(ids)


def wrong_columns(table: Table, noted: Columns, standing: Columns) -> tuple[str, ...]:
    """The columns that differ; what was noted before a column was added has its default."""
    return tuple(
        column.name
        for column in columns_of(table)
        if column.name in standing
        and noted.get(column.name, default_of(column)) != standing[column.name]
    )


def _has(cursor: sqlite3.Cursor, kept: Head) -> bool:
    row = cursor.execute(HASH_AT, (kept.seq,)).fetchone()
    return row is not None and bytes(row[0]).startswith(kept.hash)
