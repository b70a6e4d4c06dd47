"""The record of changes gone through from its beginning: how each row must stand, what is wrong."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from storage.chains import FORGOTTEN, START, as_json, digest_of, doer_text, link, what_text
from storage.watching import ABOUT

ENTRIES = "SELECT * FROM trail ORDER BY seq"
EVER = "SELECT seq FROM sqlite_sequence WHERE name = 'trail'"
Place = tuple[str, str]
"""A table's name, and the key of a row as JSON."""


class Fault(Enum):
    """What is wrong."""

    CHAIN = "chain"
    """An entry does not follow from the one before it: one of the two was changed."""
    ENTRY = "entry"
    """An entry does not say what it said when it was sealed."""
    MISSING = "missing"
    """Entries are gone from the middle."""
    CUT = "cut"
    """Entries are gone from the end."""
    BLANKED = "blanked"
    """An entry was blanked, and no later entry says so."""
    ALTERED = "altered"
    ADDED = "added"
    DELETED = "deleted"
    """A row was changed, written or deleted by something that is not Gongjian."""
    HEAD = "head"
    """The record has not the entry that somebody kept as its head."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `first` and `last` are entries; 0 for a row as it stands now.

    Of a row with an entry it is wrong what that entry found when Gongjian itself changed it.
    """

    fault: Fault
    table: str = ""
    key: str = ""
    first: int = 0
    last: int = 0
    columns: tuple[str, ...] = ()


@dataclass(eq=False)
class Replay:
    """Goes through the record, and knows each row as it must stand."""

    rows: dict[Place, str | None] = field(default_factory=dict)
    """As JSON; None: it was deleted."""
    seq: int = 0
    _previous: bytes = START
    _blanked: set[tuple[int, str]] = field(default_factory=set)
    _vouched: set[tuple[int, str]] = field(default_factory=set)
    """Number of an entry, and the name of the salt that is gone."""
    _unsaid: set[str] = field(default_factory=set)
    """Tables of which entries are blanked: nobody can say any more of which rows."""

    def take(self, entry: sqlite3.Row) -> Iterator[Finding]:
        """The next entry; tells what is wrong with it, and goes on with what it says."""
        seq = entry["seq"]
        if seq != self.seq + 1:
            yield Finding(Fault.MISSING, first=self.seq + 1, last=seq - 1)
        elif self._hash(entry) != entry["hash"]:
            yield Finding(Fault.CHAIN, first=seq, last=seq)
        self.seq, self._previous = seq, entry["hash"]
        if not self._is_genuine(entry):
            yield Finding(Fault.ENTRY, entry["subject"], entry["key"], seq, seq)
        elif entry["salt"] is None:
            self._unsaid.add(entry["subject"])
        elif entry["subject"] == FORGOTTEN:
            said = json.loads(entry["after"])
            self._vouched |= {(one, part) for part, seqs in said.items() for one in seqs}
        else:
            yield from self._apply(entry)

    def end(self) -> Iterator[Finding]:
        """What only the whole of it shows."""
        for seq in sorted({seq for seq, _ in self._blanked - self._vouched}):
            yield Finding(Fault.BLANKED, first=seq, last=seq)

    def _hash(self, entry: sqlite3.Row) -> bytes:
        digests = entry["doer_digest"], entry["digest"]
        return link(self._previous, entry["seq"], entry["at"], entry["subject"], *digests)

    def _is_genuine(self, entry: sqlite3.Row) -> bool:
        about = tuple(entry[name] for name in ABOUT.values())
        who = doer_text(entry["doer"], entry["doer_id"])
        what = what_text(entry["key"], entry["before"], entry["after"], about)
        for salt, digest, text in (("doer_salt", "doer_digest", who), ("salt", "digest", what)):
            if entry[salt] is None:
                self._blanked.add((entry["seq"], salt))
                if text.strip("\n,"):
                    return False
            elif digest_of(entry[salt], text) != entry[digest]:
                return False
        return True

    def _apply(self, entry: sqlite3.Row) -> Iterator[Finding]:
        place, seq = (entry["subject"], entry["key"]), entry["seq"]
        before = json.loads(entry["before"]) if entry["before"] else {}
        noted = self.rows.get(place)
        stood = json.loads(noted) if noted else {}
        wrong = tuple(name for name in before if name in stood and stood[name] != before[name])
        if wrong:
            yield Finding(Fault.ALTERED, *place, seq, seq, wrong)
        if before and noted is None and entry["subject"] not in self._unsaid:
            yield Finding(Fault.ADDED, *place, seq, seq)
        if entry["after"] is None or entry["before"] is None:
            self.rows[place] = entry["after"]
        else:
            self.rows[place] = as_json(stood | json.loads(entry["after"]))


def replayed(cursor: sqlite3.Cursor, replay: Replay) -> Iterator[Finding]:
    """What is wrong with the record itself; the replay knows the rows once this has ended."""
    cursor.row_factory = sqlite3.Row
    for entry in cursor.execute(ENTRIES):
        yield from replay.take(entry)
    cursor.row_factory = None
    yield from replay.end()
    ever = cursor.execute(EVER).fetchone()
    if ever is not None and ever[0] > replay.seq:
        yield Finding(Fault.CUT, first=replay.seq + 1, last=ever[0])


def rows_noted(cursor: sqlite3.Cursor) -> dict[Place, str | None]:
    """Every watched row as the record says that it stands."""
    replay = Replay()
    for _ in replayed(cursor, replay):
        pass  # what is wrong with it is told by whoever verifies
    return replay.rows
