"""The month as one long picture, to be forwarded: figures, the best photos, thanks by name."""

import logging
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image

from commands.activities.looking import facts
from commands.activities.monthly.views import month_name
from commands.kit import LINKAGE_NAMES, Studio
from commands.kit.brushes import Brush, Canvas
from commands.kit.lettering import Lettering
from locales import Words, plain
from storage import giving
from storage.kinds import FlawedError
from storage.months import Month, Star

log = logging.getLogger(__name__)

WIDTH, MARGIN, GAP = 1080, 48, 24
INSIDE = WIDTH - 2 * MARGIN
HEAD, TILE, KIND, HEADING, FOOT = 250, 170, 56, 92, 96
LARGE, SMALL, SAID = 600, 330, 100
"""Pixels: the first photo's height, the others', and the words below each."""
NAMES_LINE, NAMES_MOST, NAMES_SIZE = 48, 12, 32
INK, SOFT, PAPER, WHITE = "#17212e", "#5b6675", "#f3f6f9", "#ffffff"
BAND, BRIGHT, ACCENT, TRACK = "#b3261e", "#ffe3df", "#c0362c", "#e3e8ee"
PHOTO_PIXELS = 2000
Picture = tuple[Star, Image.Image]


def poster(studio: Studio, found: Month, alliance: str, font: Path) -> bytes:
    """A JPEG, as high as it needs. Bot API, sendPhoto: both sides 10,000 pixels in all, 10 MB.

    Raises UnfitFontError.
    """
    return _Poster(studio, found, alliance, Lettering(font)).drawn()


def tiles(words: Words, found: Month) -> list[tuple[str, str]]:
    """The figures and what they count; what nobody said is left out."""
    hours = f"{found.minutes / 60:.1f}".removesuffix(".0")
    counted = (
        (found.activities, words.number(found.activities), words.t("activities held")),
        (found.served, words.number(found.served), words.t("people served")),
        (found.joined, words.number(found.joined), words.t("people taking part")),
        (found.minutes, hours, words.t("hours of service")),
        (found.money, words.number(found.money), words.t("yuan given")),
    )
    return [(said, plain(what)) for count, said, what in counted if count]


class _Poster:
    """Measures first, then draws from the top."""

    def __init__(self, studio: Studio, found: Month, alliance: str, letters: Lettering) -> None:
        self._words = studio.words
        self._found = found
        self._alliance = alliance
        self._now = studio.now
        self._letters = letters
        counted = tiles(studio.words, found)
        across = 2 if len(counted) in {2, 4} else 3
        self._rows = [counted[at : at + across] for at in range(0, len(counted), across)]
        self._kinds = [
            (plain(studio.words.t(name)), found.kinds[linkage])
            for linkage, name in LINKAGE_NAMES.items()
            if found.kinds.get(linkage)
        ]
        self._photos = list(_opened(studio.photos, found.stars))
        self._names = _in_lines(letters, studio.words, found.organisations)

    def drawn(self) -> bytes:
        canvas = Canvas(WIDTH, self._height(), PAPER)
        brush = Brush(canvas, self._letters)
        brush.card((-12, -12, WIDTH + 24, HEAD + 12), BAND, BAND)
        brush.text(MARGIN, 56, self._alliance, 38, BRIGHT, INSIDE)
        title = self._words.t(
            "{month} in pictures", month=month_name(self._words, self._found.number)
        )
        brush.text(MARGIN, 118, plain(title), 78, WHITE, INSIDE)
        top = self._figures(brush, HEAD + 32)
        top = self._by_kind(brush, top)
        top = self._pictures(brush, canvas, top)
        self._thanks(brush, top)
        day = self._words.day(self._now.astimezone(self._words.zone).date())
        made = plain(self._words.t("As of {day}", day=day))
        brush.text(MARGIN, brush.height - FOOT + 28, made, 26, SOFT, INSIDE)
        return canvas.jpeg()

    def _height(self) -> int:
        high = HEAD + 32 + len(self._rows) * (TILE + GAP)
        if self._kinds:
            high += HEADING + len(self._kinds) * KIND
        if self._photos:
            small = -(-(len(self._photos) - 1) // 2)
            high += HEADING + LARGE + SAID + small * (SMALL + SAID)
        if self._names:
            high += HEADING + len(self._names) * NAMES_LINE
        return high + FOOT

    def _figures(self, brush: Brush, top: int) -> int:
        """Three tiles in a row, or two; the last row is filled as well."""
        for row in self._rows:
            wide = (INSIDE - (len(row) - 1) * GAP) // len(row)
            for column, (said, what) in enumerate(row):
                left = MARGIN + column * (wide + GAP)
                brush.card((left, top, wide, TILE), WHITE, TRACK)
                brush.text(left + 28, top + 22, said, 70, ACCENT, wide - 56)
                brush.text(left + 28, top + 116, what, 30, SOFT, wide - 56)
            top += TILE + GAP
        return top

    def _by_kind(self, brush: Brush, top: int) -> int:
        if not self._kinds:
            return top
        top = self._heading(brush, top, plain(self._words.t("What was done")))
        most = max(count for _, count in self._kinds)
        for name, count in self._kinds:
            brush.text(MARGIN, top + 6, name, 32, INK, 430)
            brush.bar(MARGIN + 450, top + 12, 440, 26, TRACK, [(count / most, ACCENT)])
            brush.text(MARGIN + 910, top + 4, str(count), 34, INK, 74)
            top += KIND
        return top

    def _pictures(self, brush: Brush, canvas: Canvas, top: int) -> int:
        if not self._photos:
            return top
        top = self._heading(brush, top, plain(self._words.t("Moments")))
        first, *others = self._photos
        self._picture(brush, canvas, (MARGIN, top, INSIDE, LARGE), first)
        top += LARGE + SAID
        wide = (INSIDE - GAP) // 2
        for place, one in enumerate(others):
            row, column = divmod(place, 2)
            left, at = MARGIN + column * (wide + GAP), top + row * (SMALL + SAID)
            self._picture(brush, canvas, (left, at, wide, SMALL), one)
        return top + -(-len(others) // 2) * (SMALL + SAID)

    def _picture(
        self, brush: Brush, canvas: Canvas, box: tuple[int, int, int, int], one: Picture
    ) -> None:
        star, photo = one
        left, top, wide, high = box
        canvas.photo(box, photo)
        brush.text(left, top + high + 10, star.title, 34, INK, wide)
        day = facts.short_day(self._words, star.held_on, star.held_on)
        said = " · ".join(filter(None, (star.organisation, plain(day))))
        brush.text(left, top + high + 54, said, 26, SOFT, wide)

    def _thanks(self, brush: Brush, top: int) -> None:
        if not self._names:
            return
        top = self._heading(brush, top, plain(self._words.t("Thank you")))
        for line in self._names:
            brush.text(MARGIN, top, line, NAMES_SIZE, INK, INSIDE)
            top += NAMES_LINE

    def _heading(self, brush: Brush, top: int, text: str) -> int:
        brush.card((MARGIN, top + 34, 10, 40), ACCENT, ACCENT)
        brush.text(MARGIN + 28, top + 30, text, 40, INK, INSIDE - 28)
        return top + HEADING


def _in_lines(letters: Lettering, words: Words, names: Sequence[str]) -> list[str]:
    """No name is torn; what has no room any more is left out of the last line."""
    lines: list[list[str]] = []
    font = letters.at(NAMES_SIZE)
    for name in (letters.fit(one, NAMES_SIZE, INSIDE) for one in names):
        longer = [*lines[-1], name] if lines else [name]
        if lines and font.getlength(plain(words.list(longer))) <= INSIDE:
            lines[-1] = longer
        else:
            lines.append([name])
    return [plain(words.list(line)) for line in lines[:NAMES_MOST]]


def _opened(folder: Path, stars: Sequence[Star]) -> Iterator[Picture]:
    """Photos that cannot be opened any more are left out."""
    for star in stars:
        try:
            data = (folder / (star.photo.path or "")).read_bytes()
            with Image.open(BytesIO(giving.cleaned(data, PHOTO_PIXELS).data)) as picture:
                picture.load()
                yield star, picture
        except (OSError, FlawedError) as error:
            log.warning("%s is not on the poster: %s", star.photo.path, type(error).__name__)
