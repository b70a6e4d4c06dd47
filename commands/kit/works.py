"""What takes long to make: a process of its own does it, with low priority, one after the other."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from locales import Words
from storage.database import Store


class Trouble(StrEnum):
    """Why something cannot be made, however often it is tried."""

    NOTHING = "nothing"
    """There is nothing to put into it."""
    NO_ROOM = "no room"
    """The disk has too little room for it."""
    TOO_MUCH = "too much"
    """More than anybody could receive."""


class CannotMakeError(Exception):
    """It cannot be made."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True)
class Bench:
    """Where it is made. There is no database: all that is needed was handed over."""

    words: Words
    """Of who asked, and the alliance's zone."""
    now: datetime
    photos: Path
    """The photos' folder."""
    folder: Path
    """Where the files go that are made."""
    tell: Callable[[int, int], None]
    """Says that so much is done, of how much."""


@dataclass(frozen=True)
class Work:
    """A kind of export: what the bot hands over, and what the process makes of it."""

    kind: str
    """The delivery of this kind says how far it is; its subject is the export."""
    gather: Callable[[Store, str], Awaitable[str]]
    """(store, what was asked) -> all that is needed, as text."""
    make: Callable[[str, Bench], tuple[Path, ...]]
    """(what was gathered, bench) -> the files, in the order in which they are sent.

    Raises CannotMakeError.
    """
