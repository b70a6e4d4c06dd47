"""A link as a picture that a phone's camera reads, on a screen or on a printed page."""

from dataclasses import dataclass
from pathlib import Path

import segno

from commands.kit.brushes import SHARP, Canvas
from commands.kit.lettering import Lettering

WIDTH = 900
"""Telegram shows photos at up to 1280 pixels."""
QUIET = 4
"""So many empty modules around it: ISO/IEC 18004."""
LINES = ((54, 84, "#17212e"), (34, 56, "#17212e"), (28, 52, "#5b6675"))
"""Size, height and colour of the name, of what it is for, and of until when."""
MARGIN = 48


@dataclass(frozen=True)
class Sheet:
    """What stands on it; the lines below the code are the name, what it is for, until when."""

    url: str
    lines: tuple[str, str, str]


def picture(sheet: Sheet, font: Path | None) -> bytes:
    """A PNG; without a font with Chinese the code alone."""
    matrix = segno.make(sheet.url, error="m", micro=False).matrix
    module = WIDTH // (len(matrix) + 2 * QUIET)
    side = module * len(matrix)
    left, top = (WIDTH - side) // 2, QUIET * module
    below = sum(high for _, high, _ in LINES) + MARGIN if font else 0
    canvas = Canvas(WIDTH, side + 2 * top + below, "#ffffff")
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            if is_dark:
                _square(canvas, left + x * module, top + y * module, module)
    if font:
        _write(canvas, Lettering(font), sheet.lines, side + 2 * top)
    return canvas.png()


def _square(canvas: Canvas, left: int, top: int, side: int) -> None:
    corners = (left * SHARP, top * SHARP, (left + side) * SHARP - 1, (top + side) * SHARP - 1)
    canvas.draw.rectangle(corners, "#000000")


def _write(canvas: Canvas, letters: Lettering, lines: tuple[str, str, str], top: int) -> None:
    """Each line in the middle, cut to its room."""
    room = (WIDTH - 2 * MARGIN) * SHARP
    for text, (size, high, ink) in zip(lines, LINES, strict=True):
        font = letters.at(size * SHARP)
        line = letters.fit(text, size * SHARP, room)
        left = (WIDTH * SHARP - font.getlength(line)) / 2
        canvas.draw.text((left, top * SHARP), line, ink, font)
        top += high
