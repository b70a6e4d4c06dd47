"""Letters for pictures: a font in many sizes, and texts that fit into their room."""

from bisect import bisect_right
from functools import cache
from pathlib import Path

from PIL import ImageFont

from locales.text import clean

ELLIPSIS = "…"
PROOF = "国建"
"""Two characters: a font that lacks them draws the same box for both."""
NOWHERE = "\U0010ffff"
"""No character at all, so every font draws its sign for a missing one."""
SIMPLIFIED = " SC"
"""How fonts of many scripts call the Chinese of the mainland."""
PROBE = 24
LONGEST = 500


class UnfitFontError(Exception):
    """The file is no font, or has no Chinese in it."""


class Lettering:
    """One font. Raises UnfitFontError when it cannot write Chinese."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self._face = _face(self._path)
        self.at = cache(self._load)
        """The font in a size, in pixels."""
        self._is_known = cache(self._draws)
        first, second = (bytes(self.at(PROBE).getmask(one)) for one in PROOF)
        if first == second:
            raise UnfitFontError(self._path)

    def fit(self, text: str, size: int, room: float) -> str:
        """The text as one line that is no wider than the room; what is missing is an ellipsis."""
        line, font = " ".join(self._known(text).split()), self.at(size)
        if font.getlength(line) <= room:
            return line
        return line[: _fitting(font, line, room, ELLIPSIS)].rstrip() + ELLIPSIS

    def wrap(self, text: str, size: int, room: float, lines: int) -> list[str]:
        """The text in at most so many lines; the last one ends with an ellipsis if it has to."""
        left, font = " ".join(self._known(text).split()), self.at(size)
        wrapped: list[str] = []
        while left and len(wrapped) < lines - 1 and font.getlength(left) > room:
            end = _at_a_word(left, max(1, _fitting(font, left, room)))
            wrapped.append(left[:end].rstrip())
            left = left[end:].lstrip()
        return [*wrapped, self.fit(left, size, room)] if left else wrapped

    def _known(self, text: str) -> str:
        """Without characters that the font would draw as boxes; what no line can hold is cut."""
        return "".join(one for one in clean(text[:LONGEST]) if one.isspace() or self._is_known(one))

    def _load(self, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self._path, size, self._face)

    def _draws(self, character: str) -> bool:
        font = self.at(PROBE)
        return bytes(font.getmask(character)) != bytes(font.getmask(NOWHERE))


def _face(path: str) -> int:
    """Where in the file the Chinese of the mainland is; 0 when it does not say."""
    for face in range(64):
        try:
            family, _ = ImageFont.truetype(path, PROBE, face).getname()
        except (OSError, ValueError) as error:
            if face:
                return 0
            raise UnfitFontError(path) from error
        if SIMPLIFIED in (family or ""):
            return face
    return 0


def _fitting(font: ImageFont.FreeTypeFont, text: str, room: float, tail: str = "") -> int:
    """So many of its first characters fit, with the tail behind them."""
    lengths = range(len(text) + 1)
    return max(
        0, bisect_right(lengths, room, key=lambda end: font.getlength(text[:end] + tail)) - 1
    )


def _at_a_word(text: str, end: int) -> int:
    """Where a line ends that may have so many characters: Latin words are not torn."""
    space = text.rfind(" ", 0, end + 1)
    is_latin = text[end - 1].isascii() and text[end : end + 1].isascii()
    return space if is_latin and space > end // 2 else end
