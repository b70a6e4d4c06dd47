"""The picture of a notice's board: who has answered, at one look from the back of the room."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commands.kit import CATEGORY_NAMES
from commands.kit.brushes import Brush, Canvas
from commands.kit.lettering import Lettering
from locales import Words, plain
from storage.notices import CANNOT, DIFFICULTY
from storage.organisations import CATEGORIES
from storage.sheets import Sheet

WIDTH, HEIGHT = 1080, 1520
"""Telegram shows photos at up to 1280 pixels: what is drawn must be read a little smaller."""
MOST_PICTURES = 10
"""Bot API: photos in an album."""
MARGIN, GAP = 48, 12
HEAD, FOOT = 384, 64
HEADING = 66
INK, SOFT, PAPER, WHITE = "#17212e", "#5b6675", "#f3f6f9", "#ffffff"
GREEN, AMBER, RED, TRACK = "#1b7f4d", "#b26a00", "#c0362c", "#d9e0e8"


@dataclass(frozen=True)
class Density:
    """How many organisations stand beside each other, and how large."""

    columns: int
    row: int
    letters: int


DENSITIES = (Density(2, 74, 36), Density(3, 64, 30), Density(4, 52, 24), Density(4, 46, 23))
"""The first that has room for all on one picture is taken; the last goes on to more pictures."""
DRESSES = {
    "answered": ("#e3f4ea", GREEN, INK),
    "difficulty": ("#fff1d6", AMBER, INK),
    "missing": (WHITE, RED, RED),
    "cannot": ("#e6eaef", SOFT, INK),
}
"""By state: background, mark, letters. The marks differ in form too."""
IN_BAR = ("answered", "difficulty", "cannot")
ALWAYS = ("answered", "missing")
"""What the legend has even when there is none of it."""


@dataclass(frozen=True)
class Tile:
    """A name and how it stands: one of `DRESSES`."""

    name: str
    state: str


@dataclass(frozen=True)
class Block:
    """A heading, a category or the people, with the rows below it."""

    title: str
    rows: tuple[tuple[Tile, ...], ...]

    def height(self, density: Density) -> int:
        return HEADING + len(self.rows) * density.row


def pictures(words: Words, sheet: Sheet, now: datetime, font: Path) -> tuple[bytes, ...]:
    """PNGs; several when the organisations do not fit on one. Raises UnfitFontError."""
    letters = Lettering(font)
    density = _density(words, sheet)
    pages = _pages(_blocks(words, sheet, density), density)
    drawn = []
    for number, blocks in enumerate(pages[:MOST_PICTURES], start=1):
        canvas = Canvas(WIDTH, _height(blocks, density), PAPER)
        brush = Brush(canvas, letters)
        _head(brush, words, sheet)
        _body(brush, blocks, density)
        _foot(brush, words, now, f"{number}/{len(pages)}" if len(pages) > 1 else "")
        drawn.append(canvas.png())
    return tuple(drawn)


def state_of(answer: str) -> str:
    """Which mark stands for an answer."""
    if not answer:
        return "missing"
    return {DIFFICULTY: "difficulty", CANNOT: "cannot"}.get(answer, "answered")


def _density(words: Words, sheet: Sheet) -> Density:
    for density in DENSITIES[:-1]:
        blocks = _blocks(words, sheet, density)
        if sum(one.height(density) for one in blocks) <= HEIGHT - HEAD - FOOT:
            return density
    return DENSITIES[-1]


def _blocks(words: Words, sheet: Sheet, density: Density) -> list[Block]:
    blocks = []
    for category in CATEGORIES:
        lines = [line for line in sheet.lines if line.organisation.category == category]
        if lines:
            answered = sum(bool(line.answer) for line in lines)
            title = plain(
                words.t(
                    "{category} {answered}/{asked}",
                    category=words.t(CATEGORY_NAMES[category]),
                    answered=answered,
                    asked=len(lines),
                )
            )
            tiles = [Tile(one.organisation.short_name, state_of(one.answer)) for one in lines]
            blocks.append(Block(title, tuple(_rows(tiles, density.columns))))
    if sheet.people:
        tiles = [Tile(one.person, state_of(one.answer)) for one in sheet.people]
        title = plain(words.t("Answers of people"))
        blocks.append(Block(f"{title} {len(tiles)}", tuple(_rows(tiles, density.columns))))
    return blocks


def _rows(tiles: Sequence[Tile], columns: int) -> Iterator[tuple[Tile, ...]]:
    for at in range(0, len(tiles), columns):
        yield tuple(tiles[at : at + columns])


def _pages(blocks: Iterable[Block], density: Density) -> list[list[Block]]:
    """The blocks on as few pictures as they need; a long one goes on under the same heading."""
    pages: list[list[Block]] = [[]]
    room = HEIGHT - HEAD - FOOT
    left = room
    for block in blocks:
        rows = block.rows
        while rows:
            fits = (left - HEADING) // density.row
            if fits < 1:
                pages.append([])
                left = room
                continue
            pages[-1].append(Block(block.title, rows[:fits]))
            left -= HEADING + len(rows[:fits]) * density.row
            rows = rows[fits:]
    return pages


def _height(blocks: Sequence[Block], density: Density) -> int:
    """As high as it needs, never higher than the usual."""
    return HEAD + sum(one.height(density) for one in blocks) + FOOT


def _head(brush: Brush, words: Words, sheet: Sheet) -> None:
    inside = WIDTH - 2 * MARGIN
    title = plain(words.t("Notice {number}", number=sheet.notice.number or 0))
    brush.text(MARGIN, 36, title, 46, INK, inside)
    brush.lines(MARGIN, 100, sheet.notice.text, 30, SOFT, inside)
    given = [*(one.answer for one in sheet.lines), *(one.answer for one in sheet.people)]
    counted = Counter(map(state_of, given))
    together = counted.total()
    answered = together - counted["missing"]
    figure = f"{answered}/{together}" if sheet.lines else str(answered)
    beside = MARGIN + 36 + brush.text(MARGIN, 182, figure, 120, INK, inside)
    _legend(brush, words, beside, answered, counted)
    shares = [(counted[state] / (together or 1), DRESSES[state][1]) for state in IN_BAR]
    brush.bar(MARGIN, 340, inside, 30, TRACK, shares)


def _legend(brush: Brush, words: Words, left: int, answered: int, counted: Counter[str]) -> None:
    said = {
        "answered": words.t("Answered {count}", count=answered),
        "difficulty": words.t("of these with difficulties {count}", count=counted["difficulty"]),
        "cannot": words.t("of these cannot come {count}", count=counted["cannot"]),
        "missing": words.t("Missing {count}", count=counted["missing"]),
    }
    shown = [one for one in said if one in ALWAYS or counted[one]]
    for place, state in enumerate(shown):
        top = 188 + place * 144 // len(shown)
        brush.mark(left, top, 30, state, DRESSES[state][1])
        room = WIDTH - MARGIN - left - 44
        brush.text(left + 44, top - 3, plain(said[state]), 29, INK, room)


def _body(brush: Brush, blocks: Iterable[Block], density: Density) -> None:
    top = HEAD
    wide = (WIDTH - 2 * MARGIN - (density.columns - 1) * GAP) // density.columns
    for block in blocks:
        brush.text(MARGIN, top + 18, block.title, 32, INK, WIDTH - 2 * MARGIN)
        top += HEADING
        for row in block.rows:
            for place, tile in enumerate(row):
                left = MARGIN + place * (wide + GAP)
                _cell(brush, (left, top, wide, density.row - GAP // 2), tile, density.letters)
            top += density.row


def _cell(brush: Brush, box: tuple[int, int, int, int], tile: Tile, size: int) -> None:
    left, top, wide, high = box
    ground, mark, ink = DRESSES[tile.state]
    brush.card(box, ground, mark if tile.state == "missing" else ground)
    brush.mark(left + 10, top + (high - size) // 2, size, tile.state, mark)
    room = wide - size - 28
    brush.text(left + size + 20, top + (high - size) // 2 - 2, tile.name, size, ink, room)


def _foot(brush: Brush, words: Words, now: datetime, page: str) -> None:
    made = plain(words.t("As of {moment}", moment=words.moment(now, words.zone)))
    said = f"{made} · {page}" if page else made
    brush.text(MARGIN, brush.height - FOOT + 18, said, 24, SOFT, WIDTH - 2 * MARGIN)
