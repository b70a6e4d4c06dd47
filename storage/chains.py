"""How the entries of the record of changes hang together, as plain functions.

An entry has two sealed parts: who did it, and what changed. The hash that links it to the entry
before covers a salted digest of each, so that either can be blanked later and the chain holds.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SALT_BYTES = 16
START = bytes(32)
"""What the first entry has for the hash of the one before."""
FORGOTTEN = "trail"
"""The subject of an entry that says which entries were blanked: the trail itself."""

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Note:
    """A change of one row, before it is sealed. `key`, `before`, `after` are JSON.

    `before` and `after` have the columns that changed; all of them when the row came or went, and
    then the other is None.
    """

    at: str
    subject: str
    doer: str
    doer_id: int | None
    key: str
    before: str | None
    after: str | None
    about: tuple[int | None, ...] = (None, None, None, None)
    """Of which organisation, person, notice, activity it is."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry: whoever keeps it can prove later that nothing before it was changed."""

    seq: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash.hex()}"


def doer_text(doer: str, doer_id: int | None) -> str:
    """Who did it, as it is sealed."""
    return f"{doer}\n{'' if doer_id is None else doer_id}"


def what_text(
    key: str, before: str | None, after: str | None, about: tuple[int | None, ...]
) -> str:
    """What changed, as it is sealed. JSON has no line breaks of its own: the parts stay apart."""
    ids = ",".join("" if one is None else str(one) for one in about)
    return f"{key}\n{before or ''}\n{after or ''}\n{ids}"


def digest_of(salt: bytes, text: str) -> bytes:
    """What stands in the chain for a text; without the salt nobody can guess the text from it."""
    return hashlib.sha256(salt + text.encode()).digest()


def link(  # noqa: PLR0913, PLR0917 - all that an entry is
    previous: bytes, seq: int, at: str, subject: str, doer: bytes, what: bytes
) -> bytes:
    """The hash of an entry, from the one before and the digests of its two sealed parts."""
    return hashlib.sha256(previous + f"{seq}\n{at}\n{subject}\n".encode() + doer + what).digest()


def sealed(note: Note, seq: int, previous: bytes) -> tuple[Any, ...]:
    """The entry as a row of the trail, in the order of its columns; the hash comes last."""
    salts = secrets.token_bytes(2 * SALT_BYTES)
    doer_salt, salt = salts[:SALT_BYTES], salts[SALT_BYTES:]
    doer = digest_of(doer_salt, doer_text(note.doer, note.doer_id))
    what = digest_of(salt, what_text(note.key, note.before, note.after, note.about))
    made = link(previous, seq, note.at, note.subject, doer, what)
    who = (note.doer, note.doer_id, doer_salt, doer)
    changed = (note.key, note.before, note.after, *note.about, salt, what)
    return (seq, note.at, note.subject, *who, *changed, made)


def changed_columns(before: Columns, after: Columns) -> tuple[Columns, Columns]:
    """Of both only the columns that differ."""
    names = [name for name in after if before.get(name) != after[name]]
    return {n: before.get(n) for n in names}, {n: after[n] for n in names}


def as_json(columns: Mapping[str, Any] | list[Any]) -> str:
    """JSON on one line, with the characters that people read."""
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def read_head(text: str) -> Head | None:
    """A head as `Head` prints it; at least 16 of its 64 digits are enough. None: it is none."""
    number, _, digits = text.strip().partition(":")
    try:
        hashed = bytes.fromhex(digits)
        seq = int(number)
    except ValueError:
        return None
    return Head(seq, hashed) if seq > 0 and len(digits) >= SALT_BYTES else None
