"""Somebody without a name: known again by a one-way handle, with a key that is not in the file.

The handle is HMAC-SHA256 of the person's number, with a key that each voice has for itself. The
keys lie in a folder of their own, in no database and in no backup; with the end of a voice its key
is deleted, and then even a backup that still has the handle leads to nobody.
"""

import hmac
import os
import secrets
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NAME_BYTES = 16
SEAL = bytes(NAME_BYTES)
"""The name of the key for sealing: that of no voice."""
PART = ".part"
NONCE_BYTES = 12
"""NIST SP 800-38D: 96 bits, chosen anew each time."""
MARK = "sealed:"
NOBODY = 0
"""The chat of somebody without a name: which it is, is found when it is sent, and kept nowhere."""
A_DAY = 5
"""So many voices of one person a day."""
SHA256 = "sha256"


class SealError(Exception):
    """What was sealed cannot be opened: by another key, or it was changed."""


@dataclass(frozen=True)
class Screen:
    """The preview that somebody has in sight; known in this run alone."""

    message_id: int
    album: str | None


@dataclass(eq=False)
class Cloak:
    """The keys, and what is known of people without a name while the program runs, and no longer.

    Raises OSError when the folder cannot be read or written.
    """

    folder: Path | None = None
    """None: the keys are in memory alone."""
    keys: dict[bytes, bytes] = field(default_factory=dict, repr=False)
    """By their names, which voices bear."""
    screens: dict[int, Screen] = field(default_factory=dict, init=False, repr=False)
    _fresh: set[bytes] = field(default_factory=set, init=False, repr=False)
    """Made just now: the voice that bears it may not be written down yet."""
    _sealing: AESGCM = field(init=False, repr=False)
    _day: date | None = field(default=None, init=False)
    _marking: bytes = field(default=b"", init=False, repr=False)
    _said: Counter[bytes] = field(default_factory=Counter, init=False, repr=False)

    def __post_init__(self) -> None:
        """Reads the keys; that for sealing is made if there is none."""
        if self.folder is not None:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in self.folder.iterdir():
                if path.suffix != PART:
                    self.keys[bytes.fromhex(path.name)] = path.read_bytes()
        if SEAL not in self.keys:
            self._keep(SEAL)
        self._sealing = AESGCM(self.keys[SEAL])

    def new_key(self) -> bytes:
        """Makes the key of one voice, on disk after this, and gives its name."""
        name = secrets.token_bytes(NAME_BYTES)
        self._fresh.add(name)
        self._keep(name)
        return name

    def let_go(self, but: Iterable[bytes]) -> None:
        """Deletes the keys of all voices but these, and but what was made since the last time."""
        for name in self.keys.keys() - {SEAL, *self._fresh, *but}:
            path = self.folder / name.hex() if self.folder else None
            if path is not None:
                path.unlink(missing_ok=True)
            del self.keys[name]
        self._fresh.clear()

    def handle(self, name: bytes, person_id: int) -> bytes:
        """What stands in the file instead of the person."""
        return hmac.digest(self.keys[name], str(person_id).encode(), SHA256)

    def is_of(self, name: bytes | None, handle: bytes | None, person_id: int) -> bool:
        """Whether the handle is this person's; one whose key is gone is nobody's."""
        if name is None or handle is None or name not in self.keys:
            return False
        return hmac.compare_digest(self.handle(name, person_id), handle)

    def among(self, name: bytes | None, handle: bytes | None, ids: Iterable[int]) -> int | None:
        """Whose the handle is of these people; None: nobody's."""
        return next((one for one in ids if self.is_of(name, handle, one)), None)

    def seal(self, text: str) -> str:
        """The text as nobody reads it without the key."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._sealing.encrypt(nonce, text.encode(), None)
        return MARK + (nonce + sealed).hex()

    def open(self, text: str) -> str:
        """The text again; what was never sealed as it is. Raises SealError."""
        if not text.startswith(MARK):
            return text
        try:
            data = bytes.fromhex(text.removeprefix(MARK))
            opened = self._sealing.decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], None)
        except (InvalidTag, ValueError) as error:
            raise SealError from error
        return opened.decode()

    def has_room(self, person_id: int, today: date) -> bool:
        """Whether the person may say one more today."""
        return self._said[self._mark(person_id, today)] < A_DAY

    def count(self, person_id: int, today: date) -> None:
        """The person has said one more. Counted in memory, under a key of the day's own."""
        self._said[self._mark(person_id, today)] += 1

    def _mark(self, person_id: int, today: date) -> bytes:
        if self._day != today:
            self._day, self._marking = today, secrets.token_bytes(KEY_BYTES)
            self._said.clear()
        return hmac.digest(self._marking, str(person_id).encode(), SHA256)

    def _keep(self, name: bytes) -> None:
        """Whole at its place after this, or not there at all."""
        key = secrets.token_bytes(KEY_BYTES)
        if self.folder is not None:
            part = self.folder / f"{name.hex()}{PART}"
            part.unlink(missing_ok=True)
            number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
            part.replace(part.with_suffix(""))
        self.keys[name] = key
