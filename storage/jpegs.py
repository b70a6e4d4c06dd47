"""JPEG without what is written beside the picture: segments go, pixels are not touched."""

from collections.abc import Iterator

FILL = 0xFF
START, END, SCAN = 0xD8, 0xD9, 0xDA
JFIF, PROFILE, ADOBE = 0xE0, 0xE2, 0xEE
"""Of APP0 to APP15, what programs write, these alone say how the picture looks."""
NO_THUMBNAIL = 16
"""The length of a JFIF segment that has no small picture in it."""
RESTARTS = range(0xD0, 0xD8)
ALONE = frozenset({END, 0x01, *RESTARTS})
"""Markers without a length."""
PICTURE = frozenset({*range(0xC0, 0xD0), *range(SCAN, 0xE0), ADOBE, *ALONE})
"""ITU-T T.81, table B.1: tables, frames and scans. All else, known or not, may say where a picture
was taken and by whom, and goes."""


def bare(data: bytes) -> bytes | None:
    """The picture with its colours' profile and nothing else; None: it is not whole, or no JPEG.

    What stands behind the end of the picture (a film, a second picture) goes as well.
    """
    if data[:2] != bytes((FILL, START)):
        return None
    kept = [data[:2]]
    try:
        for marker, segment in _segments(data):
            if _is_of_the_picture(marker, segment):
                kept.append(segment)
    except (IndexError, ValueError):
        return None
    return b"".join(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its marker, a scan along with its compressed pixels; the last is END.

    Raises IndexError or ValueError where the file is cut off or no marker stands where one has to.
    """
    at, marker = 2, START
    while marker != END:
        begin = at
        while data[at] == FILL:
            at += 1
        if at == begin:
            raise ValueError(begin)
        begin, marker = at - 1, data[at]
        at += 1
        if marker not in ALONE:
            at += int.from_bytes((data[at], data[at + 1]))
        if marker == SCAN:
            at = _end_of_scan(data, at)
        yield marker, data[begin:at]


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the compressed pixels end: 0xFF stands in them only before 0 and RST0 to RST7."""
    while True:
        at = data.index(FILL, at)
        if data[at + 1] != 0 and data[at + 1] not in RESTARTS:
            return at
        at += 2


def _is_of_the_picture(marker: int, segment: bytes) -> bool:
    content = segment[4:]
    if marker == JFIF:
        return content.startswith(b"JFIF\0") and len(segment) == NO_THUMBNAIL + 2
    if marker == PROFILE:
        return content.startswith(b"ICC_PROFILE\0")
    return marker in PICTURE
