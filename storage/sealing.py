"""Notes of changes become entries of the record, in the transaction that made the changes."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import AdaptedConnection
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.asking import Asked, driver_of
from storage.chains import START, Head, Note, as_json, changed_columns, sealed
from storage.tables import metadata
from storage.watching import DOING, NOTED, key_of, script

HAS_TRAIL = "SELECT 1 FROM sqlite_master WHERE name = 'trail'"
LAST = "SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1"
CLOCK = "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000+00:00'"
"""SQLite's own, in the form in which moments are kept: for tools without a clock of their own."""
COLUMNS = 17
KEEP = f"INSERT INTO trail VALUES ({', '.join('?' * COLUMNS)})"  # noqa: S608 - our own words
NOTES = "notes"
"""Where a connection's notes are found in its `info`, by who has to change them."""
PROGRAM = "program"
PERSON = "person"
JOB = "job"


@dataclass(frozen=True, slots=True)
class Doing:
    """Whose write it is: a person's, a job's, or the program's own; `at` None: nobody said when."""

    doer: str = PROGRAM
    doer_id: int | None = None
    at: datetime | None = None


@dataclass(eq=False)
class Notes:
    """What one connection has noted since the last commit, and for whom it writes now."""

    doings: list[Doing] = field(default_factory=list)
    """Those whose writes share the transaction; the last one's is under way."""
    has_noted: bool = field(default=False, init=False)

    def begin(self, doing: Doing) -> None:
        """What follows in this transaction is theirs."""
        self.doings.append(doing)

    def clear(self) -> None:
        """A transaction begins, and nothing is noted."""
        self.doings.clear()
        self.has_noted = False

    def attach(self, connection: AdaptedConnection, _record: object) -> None:
        """Makes a new connection note what it changes."""

        async def make(driver: Asked) -> None:
            await driver.create_function(DOING, 0, self._doing)
            await driver.ask(_make)

        connection.run_async(make)

    async def seal(self, connection: AsyncConnection) -> None:
        """Before a commit: what was noted becomes entries. Costs nothing when nothing was."""
        if not self.has_noted:
            return
        await (await driver_of(connection)).ask(self._seal)

    def _doing(self) -> int:
        self.has_noted = True
        return len(self.doings) - 1

    def _seal(self, cursor: sqlite3.Cursor) -> None:
        rows = cursor.execute(f"SELECT * FROM {NOTED} ORDER BY rowid").fetchall()  # noqa: S608 - ours
        cursor.execute(f"DELETE FROM {NOTED}")  # noqa: S608 - our own words
        seal(cursor, self._notes(cursor, rows))

    def _notes(self, cursor: sqlite3.Cursor, rows: Iterable[tuple[Any, ...]]) -> Iterator[Note]:
        clock = _clock(cursor)
        for number, subject, key, before, after, *about in rows:
            doing = self.doings[number] if number >= 0 else Doing()
            at = clock() if doing.at is None else text_of(doing.at)
            who = (at, subject, doing.doer, doing.doer_id)
            for part in _parts(subject, key, before, after):
                yield Note(*who, *part, tuple(about))


def seal(cursor: sqlite3.Cursor, notes: Iterable[Note]) -> Head | None:
    """Adds entries to the record, within the transaction of the cursor; returns the new head."""
    head = head_of(cursor)
    seq, previous = (head.seq, head.hash) if head else (0, START)
    rows = []
    for note in notes:
        seq += 1
        row = sealed(note, seq, previous)
        rows.append(row)
        previous = row[-1]
    cursor.executemany(KEEP, rows)
    return Head(seq, previous) if seq else None


def head_of(cursor: sqlite3.Cursor) -> Head | None:
    """The last entry of the record; None: it has none yet."""
    row = cursor.execute(LAST).fetchone()
    return None if row is None else Head(row[0], bytes(row[1]))


def head_in(connection: sqlite3.Connection) -> Head | None:
    """The same over a connection; None as well for a file that is older than the record."""
    with closing(connection.cursor()) as cursor:
        there = cursor.execute(HAS_TRAIL).fetchone() is not None
        return head_of(cursor) if there else None


def text_of(moment: datetime) -> str:
    """A moment as the file keeps it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _parts(
    subject: str, key: str, before: str | None, after: str | None
) -> Iterator[tuple[str, str | None, str | None]]:
    """Key, before and after; a row that got another key is one that went and one that came."""
    if before is None or after is None:
        yield key, before, after
        return
    old, new = json.loads(before), json.loads(after)
    before_key = as_json([old[name] for name in key_of(metadata.tables[subject])])
    if json.loads(before_key) != json.loads(key):
        yield before_key, before, None
        yield key, None, after
        return
    was, became = changed_columns(old, new)
    yield key, as_json(was), as_json(became)


def _clock(cursor: sqlite3.Cursor) -> Callable[[], str]:
    """Asks for the time once, and only when it is wanted."""
    told: list[str] = []

    def tell() -> str:
        if not told:
            told.append(str(cursor.execute(CLOCK).fetchone()[0]))
        return told[0]

    return tell


def _make(cursor: sqlite3.Cursor) -> None:
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.executescript(f"BEGIN; {script()}; COMMIT")
