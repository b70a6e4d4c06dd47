"""Drawing: texts, marks, bars and cards on a canvas, in whole pixels of the finished picture."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from commands.kit.lettering import Lettering

SHARP = 2
"""Drawn so much larger and made smaller: edges are smooth."""
RADIUS = 10
QUALITY = 88
Box = tuple[int, int, int, int]


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * SHARP, height * SHARP), ground)
        self.draw = ImageDraw.Draw(self.image)

    def png(self) -> bytes:
        written = BytesIO()
        small = self.image.resize(self.size, Image.Resampling.BOX)
        small.quantize(128).save(written, "PNG")
        return written.getvalue()

    def jpeg(self) -> bytes:
        """For pictures with photos in them."""
        written = BytesIO()
        self.image.resize(self.size, Image.Resampling.BOX).save(written, "JPEG", quality=QUALITY)
        return written.getvalue()

    def photo(self, box: Box, picture: Image.Image) -> None:
        """Fills the box: left, top, width and height; what does not fit is cut at the edges."""
        left, top, wide, high = box
        fitted = ImageOps.fit(picture.convert("RGB"), (wide * SHARP, high * SHARP))
        self.image.paste(fitted, (left * SHARP, top * SHARP))


class Brush:
    """Draws on a canvas with one font; places and sizes are pixels, from the left and the top."""

    def __init__(self, canvas: Canvas, letters: Lettering) -> None:
        self._draw = canvas.draw
        self._letters = letters
        self.height = canvas.size[1]

    def text(  # noqa: PLR0913, PLR0917 - where, what, how large, in which colour, how wide
        self, left: int, top: int, text: str, size: int, ink: str, room: int
    ) -> int:
        """One line, cut to its room; returns how wide it became."""
        line = self._letters.fit(text, size * SHARP, room * SHARP)
        font = self._letters.at(size * SHARP)
        self._draw.text((left * SHARP, top * SHARP), line, ink, font)
        return round(font.getlength(line) / SHARP)

    def lines(  # noqa: PLR0913, PLR0917 - as above
        self, left: int, top: int, text: str, size: int, ink: str, room: int
    ) -> None:
        """Two lines at most."""
        wrapped = self._letters.wrap(text, size * SHARP, room * SHARP, 2)
        for place, line in enumerate(wrapped):
            self.text(left, top + place * round(size * 1.3), line, size, ink, room)

    def card(self, box: Box, ground: str, edge: str) -> None:
        """A rounded field: left, top, width and height."""
        left, top, wide, high = box
        corners = _scaled(left, top, left + wide, top + high)
        self._draw.rounded_rectangle(corners, RADIUS * SHARP, ground, edge, 2 * SHARP)

    def bar(  # noqa: PLR0913, PLR0917 - a box, its ground and its parts
        self,
        left: int,
        top: int,
        wide: int,
        high: int,
        ground: str,
        parts: Sequence[tuple[float, str]],
    ) -> None:
        """A bar with parts side by side, each a share of the whole."""
        self._draw.rectangle(_scaled(left, top, left + wide, top + high), ground)
        begin = float(left)
        for share, ink in parts:
            end = begin + share * wide
            if share:
                corners = _scaled(round(begin), top, round(end), top + high)
                self._draw.rectangle(corners, ink)
            begin = end

    def mark(self, left: int, top: int, size: int, state: str, ink: str) -> None:
        """A tick or a cross in a disc, an exclamation mark in a triangle, or an empty ring."""
        corners = _scaled(left, top, left + size, top + size)
        line = max(2, size // 9) * SHARP
        if state == "missing":
            self._draw.ellipse(corners, None, ink, line)
        elif state == "difficulty":
            self._draw.polygon(_points(corners, (0.5, 0.02), (1, 0.96), (0, 0.96)), ink)
            self._draw.line(_points(corners, (0.5, 0.34), (0.5, 0.64)), "#ffffff", line)
            self._draw.line(_points(corners, (0.5, 0.74), (0.5, 0.85)), "#ffffff", line)
        elif state == "cannot":
            self._draw.ellipse(corners, ink)
            for begin, end in (((0.32, 0.32), (0.68, 0.68)), ((0.68, 0.32), (0.32, 0.68))):
                self._draw.line(_points(corners, begin, end), "#ffffff", line)
        else:
            self._draw.ellipse(corners, ink)
            tick = _points(corners, (0.26, 0.52), (0.44, 0.7), (0.76, 0.34))
            self._draw.line(tick, "#ffffff", line, "curve")


def _scaled(*pixels: int) -> Box:
    left, top, right, bottom = (pixel * SHARP for pixel in pixels)
    return left, top, right, bottom


def _points(box: Box, *places: tuple[float, float]) -> list[tuple[float, float]]:
    """Shares of a box as places on the canvas."""
    left, top, right, bottom = box
    return [(left + x * (right - left), top + y * (bottom - top)) for x, y in places]
