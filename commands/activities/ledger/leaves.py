"""One sheet of the ledger: the activities of a kind, each a row with its photos made small."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from commands.activities.ledger import figures
from commands.activities.ledger.thumbnails import BOX, GAP, Thumbnails
from commands.kit.cells import Cell, Page, width
from locales import Words, message, plain
from storage.ledgers import Entry

HEADER = 2
"""The row of the columns' titles, from 0; it and what is above it stay in sight."""
PINNED = 3
"""So many columns stay in sight as well: the number, the day, the name."""
LINE, AROUND = 19, 8
"""Pixels: a line of text, and what is left free above and below."""
HIGHEST = 540
"""Pixels of a row. Excel: at most 409 points."""
CHARACTER = 7
"""Pixels of a Latin character in the usual font."""
SAID = 400
"""Characters of the reporter's words: all of them are in the other forms."""


@dataclass(frozen=True)
class Column:
    """One column: its title, marked with `message`, its cell, and how many characters it takes."""

    title: str
    cell: Callable[[Entry], Cell]
    widest: int


def _partners(entry: Entry) -> str:
    return "\n".join(one.organisation for one in entry.partners)


def _said(entry: Entry) -> str:
    """What was written, where it says more than the title."""
    text = " ".join(entry.caption.split())
    if text == entry.title:
        return ""
    return text if len(text) <= SAID else f"{text[: SAID - 1]}…"


def _hours(entry: Entry) -> float | None:
    return None if entry.minutes is None else entry.minutes / figures.HOUR


COLUMNS = (
    Column(message("Date"), lambda entry: entry.held_on, 11),
    Column(message("Activity"), lambda entry: entry.title, 22),
    Column(message("Organisation"), lambda entry: entry.organisation, 14),
    Column(message("Together with"), _partners, 14),
    Column(message("Place"), lambda entry: entry.place, 14),
    Column(message("Tags"), lambda entry: "\n".join(entry.tags), 10),
    Column(message("People served"), lambda entry: entry.served, 9),
    Column(message("People taking part"), lambda entry: entry.joined, 9),
    Column(message("Hours"), _hours, 9),
    Column(message("Money (yuan)"), lambda entry: entry.money, 10),
    Column(message("Things given"), lambda entry: entry.materials, 16),
    Column(message("In their words"), _said, 36),
    Column(message("Record"), lambda entry: entry.id, 8),
)


class Leaf:
    """Writes the rows of one sheet."""

    def __init__(self, page: Page, words: Words, thumbnails: Thumbnails) -> None:
        self._page = page
        self._words = words
        self._thumbnails = thumbnails

    def write(self, title: str, entries: Sequence[Entry]) -> None:
        """The title, the table, its sums, and the photos in the last column."""
        page, words = self._page, self._words
        page.write(0, 0, title, "title")
        page.write(1, 0, plain(self._counted(entries)), "note")
        titles = [plain(words.t(one.title)) for one in COLUMNS]
        rows = [
            [place, *(one.cell(entry) for one in COLUMNS), ""]
            for place, entry in enumerate(entries, start=1)
        ]
        heading = [plain(words.t("No.")), *titles, plain(words.t("Photos"))]
        page.table(
            HEADER, heading, rows, [6, *(one.widest for one in COLUMNS), 10], ["plain"] * len(rows)
        )
        page.column(len(COLUMNS) + 1, self._room())
        for at, entry in enumerate(entries, start=HEADER + 1):
            self._photos(at, entry)
        if entries:
            page.sums(HEADER + 1 + len(rows), self._sums(entries))
        page.keep_in_sight(HEADER + 1, PINNED)

    def _counted(self, entries: Sequence[Entry]) -> Markup:
        count = len(entries)
        return self._words.n("{count} activity", "{count} activities", count)

    def _photos(self, row: int, entry: Entry) -> None:
        """The row is as high as its texts and its photos need."""
        shown = self._thumbnails.of(entry)
        lines = max(_lines(one, entry) for one in COLUMNS)
        high = max(lines * LINE, BOX[1] if shown else 0) + AROUND
        self._page.height(row, min(high, HIGHEST))
        for place, photo in enumerate(shown):
            left = GAP + place * (BOX[0] + GAP) + (BOX[0] - photo.width) // 2
            self._page.picture(row, len(COLUMNS) + 1, left, GAP, photo.jpeg, entry.title)

    def _room(self) -> int:
        """As wide as so many photos beside each other."""
        pixels = GAP + max(1, self._thumbnails.most) * (BOX[0] + GAP)
        return ceil(pixels / CHARACTER)

    def _sums(self, entries: Sequence[Entry]) -> list[Cell]:
        together = figures.figures(entries)
        known = {
            "People served": together.served,
            "People taking part": together.joined,
            "Hours": together.hours,
            "Money (yuan)": together.money,
        }
        sums: Iterator[Cell] = (known.get(one.title, "") for one in COLUMNS)
        return [plain(self._words.t("Together")), *sums, ""]


def _lines(column: Column, entry: Entry) -> int:
    """How many lines a cell takes at the width of its column."""
    cell = column.cell(entry)
    if not isinstance(cell, str):
        return 1
    return sum(max(1, ceil(width(line) / (column.widest - 1))) for line in cell.split("\n"))
