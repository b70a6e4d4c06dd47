"""MP4 and QuickTime films without what a phone writes beside them: place, device, owner.

A film is a tree of boxes: length, four letters, content. What is not the film itself becomes a
`free` box of the same length, filled with zeros, so that every offset in the film stays right.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from storage.kinds import Flaw, FlawedError

HEAD = 8
LONG_HEAD = 16
FILE = b""
FILM = {
    FILE: frozenset({b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"mfra", b"sidx"}),
    b"moov": frozenset({b"mvhd", b"mvex", b"iods", b"trak"}),
    b"trak": frozenset({b"tkhd", b"edts", b"tref", b"mdia"}),
    b"mdia": frozenset({b"mdhd", b"elng", b"hdlr", b"minf"}),
}
"""Which boxes are the film, by the box that they are in."""
SHOWN = frozenset({b"vide", b"soun"})
"""Tracks that are seen or heard; of others, such as a phone's track of places, nobody knows."""
TRACK = slice(8, 12)
"""Where a track says in its `hdlr` box what it is."""


@dataclass(frozen=True)
class _Box:
    kind: bytes
    begin: int
    content: int
    end: int


def cleaned(data: bytes) -> bytes:
    """The film alone; raises FlawedError when it is none, or has a track that nobody knows."""
    if not {b"ftyp", b"moov"} <= {box.kind for box in _boxes(data, 0, len(data))}:
        raise FlawedError(Flaw.DAMAGED)
    film = bytearray(data)
    _clean(film, FILE, 0, len(film))
    return bytes(film)


def _clean(film: bytearray, inside: bytes, at: int, end: int) -> None:
    for box in _boxes(film, at, end):
        if box.kind not in FILM[inside]:
            film[box.begin + 4 : box.begin + HEAD] = b"free"
            film[box.content : box.end] = bytes(box.end - box.content)
        elif box.kind in FILM:
            _clean(film, box.kind, box.content, box.end)
        elif box.kind == b"hdlr" and bytes(film[box.content : box.end][TRACK]) not in SHOWN:
            raise FlawedError(Flaw.NOTES)


def _boxes(film: bytes | bytearray, at: int, end: int) -> Iterator[_Box]:
    while at + HEAD <= end:
        length, kind = int.from_bytes(film[at : at + 4]), bytes(film[at + 4 : at + HEAD])
        content = at + HEAD
        if length == 1:
            length, content = int.from_bytes(film[content : content + 8]), at + LONG_HEAD
        elif length == 0:
            length = end - at
        if not content <= at + length <= end:
            raise FlawedError(Flaw.DAMAGED)
        yield _Box(kind, at, content, at + length)
        at += length
    if any(film[at:end]):
        raise FlawedError(Flaw.DAMAGED)
