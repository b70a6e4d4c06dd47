"""How a page of a workbook is written: text stays text, Chinese has room, it can be printed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from io import BytesIO
from itertools import count

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from locales.text import clean


@dataclass(frozen=True)
class Share:
    """A part of a whole, shown in per cent."""

    of_one: float


Cell = str | int | float | Share | date | datetime | None
TEXT_UNITS = 32_767
"""Excel: characters of a cell's text, as UTF-16 units."""
NAME_CHARACTERS = 31
"""Excel: characters of a sheet's name, of which some are forbidden."""
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML does not take."""
MIDNIGHT = time(0)
NARROWEST = 6
ARROW = 3
"""Characters that the filter's arrow covers."""
A4 = 9
INK, HEADING, MISSING, DIFFICULTY, SUM = "#1f2a37", "#1f5f8b", "#fde8e8", "#fff3d6", "#eef2f6"
LOOKS = {"plain": "", "missing": MISSING, "difficulty": DIFFICULTY, "sum": SUM}
"""The background of a row."""


def sheet_text(text: str, most: int = TEXT_UNITS) -> str:
    """What a cell can hold: no control characters, at most so many UTF-16 units."""
    text = NO_CHARACTERS.sub("", clean(text))
    cut = text.encode("utf-16-le")[: 2 * most]
    short = cut.decode("utf-16-le", errors="ignore")
    return short if short == text else f"{short[:-1]}…"


def sheet_name(text: str) -> str:
    """A name that Excel takes."""
    return FORBIDDEN_IN_NAMES.sub("", clean(text)).strip()[:NAME_CHARACTERS] or "1"


def width(text: str) -> int:
    """The widest line in Latin characters; a Chinese one is as wide as two."""
    return max(
        (sum(2 if unicodedata.east_asian_width(one) in "WFA" else 1 for one in line))
        for line in text.split("\n")
    )


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook, zone: tzinfo) -> None:
        self.zone = zone
        self._book = book
        self._made: dict[tuple[str, str], Format] = {}
        self._single = {
            "title": book.add_format({"bold": True, "font_size": 16, "font_color": INK}),
            "figures": book.add_format({"bold": True, "font_size": 12, "font_color": INK}),
            "note": book.add_format({"font_color": "#5b6675"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "heading": book.add_format(
                {
                    "bold": True,
                    "font_color": "#ffffff",
                    "bg_color": HEADING,
                    "border": 1,
                    "border_color": "#d5dce4",
                    "text_wrap": True,
                    "valign": "vcenter",
                }
            ),
        }
        for one in self._single.values():
            one.set_quote_prefix()

    def single(self, name: str) -> Format:
        return self._single[name]

    def of(self, look: str, cell: Cell) -> Format:
        """For a cell of a table: how its row looks, and what kind of value it is."""
        kind = "text" if isinstance(cell, str) else type(cell).__name__
        if (look, kind) not in self._made:
            self._made[look, kind] = self._make(look, kind)
        return self._made[look, kind]

    def _make(self, look: str, kind: str) -> Format:
        one = self._book.add_format({"border": 1, "border_color": "#d5dce4", "valign": "top"})
        if LOOKS[look]:
            one.set_bg_color(LOOKS[look])
        if look == "sum":
            one.set_bold()
        if kind == "text":
            one.set_text_wrap()
            one.set_quote_prefix()  # so that it stays text when somebody edits the cell
        elif kind == "datetime":
            one.set_num_format("yyyy-mm-dd hh:mm")
            one.set_align("left")
        elif kind == "date":
            one.set_num_format("yyyy-mm-dd")
            one.set_align("left")
        elif kind == "float":
            one.set_num_format("0.0")
        elif kind == "Share":
            one.set_num_format("0%")
        return one


class Page:
    """One sheet of a workbook."""

    def __init__(self, book: Workbook, styles: Styles, name: str) -> None:
        self._sheet = book.add_worksheet(sheet_name(name))
        self._styles = styles
        self._sheet.set_landscape()
        self._sheet.set_paper(A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&C&P / &N")

    def write(self, row: int, column: int, text: str, style: str) -> None:
        """A text outside tables."""
        self._sheet.write_string(row, column, sheet_text(text), self._styles.single(style))

    def column(self, place: int, wide: int) -> None:
        self._sheet.set_column(place, place, wide)

    def table(
        self,
        top: int,
        titles: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        widest: Sequence[int],
        looks: Sequence[str],
    ) -> None:
        """Titles with filters, and rows below them; the titles come again on each printed page."""
        for place, title, most in zip(count(), titles, widest):
            cells = [self._shown(row[place]) for row in rows]
            widths = [width(title) + ARROW, *(width(cell) + 1 for cell in cells)]
            self.column(place, max(NARROWEST, min(max(widths), max(most, width(title) + ARROW))))
        self.block(top, titles, rows, looks)
        self._sheet.autofilter(top, 0, top + max(len(rows), 1), len(titles) - 1)
        self._sheet.repeat_rows(top)

    def block(
        self, top: int, titles: Sequence[str], rows: Sequence[Sequence[Cell]], looks: Sequence[str]
    ) -> None:
        """Titles and rows alone, where another table of the page says how wide columns are."""
        for place, title in enumerate(titles):
            self.write(top, place, title, "heading")
        for at, (row, look) in enumerate(zip(rows, looks, strict=True), start=top + 1):
            for place, cell in enumerate(row):
                self._put(at, place, cell, look)

    def sums(self, row: int, cells: Sequence[Cell]) -> None:
        """Below a table: no filter hides it."""
        for place, cell in enumerate(cells):
            self._put(row, place, cell, "sum")

    def height(self, row: int, pixels: int) -> None:
        self._sheet.set_row_pixels(row, pixels)

    def picture(  # noqa: PLR0913, PLR0917 - where, how far inside, what
        self, row: int, column: int, left: int, top: int, jpeg: bytes, words: str
    ) -> None:
        """A picture that moves with its cell when rows are sorted; places are pixels inside it.

        Words say what it shows to who does not see it.
        """
        options = {
            "image_data": BytesIO(jpeg),
            "x_offset": left,
            "y_offset": top,
            "object_position": 1,
            "description": words,
        }
        self._sheet.insert_image(row, column, "photo.jpg", options)

    def keep_in_sight(self, rows: int, columns: int) -> None:
        self._sheet.freeze_panes(rows, columns)

    def _put(self, row: int, column: int, cell: Cell, look: str) -> None:
        style = self._styles.of(look, "" if cell is None else cell)
        if cell is None or cell == "":
            self._sheet.write_blank(row, column, None, style)
        elif isinstance(cell, str):
            self._sheet.write_string(row, column, sheet_text(cell), style)
        elif isinstance(cell, datetime):
            self._sheet.write_datetime(row, column, self._local(cell), style)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, column, datetime.combine(cell, MIDNIGHT), style)
        elif isinstance(cell, Share):
            self._sheet.write_number(row, column, cell.of_one, style)
        else:
            self._sheet.write_number(row, column, cell, style)

    def _local(self, moment: datetime) -> datetime:
        """Excel's times have no zone: the alliance's wall clock."""
        return moment.astimezone(self._styles.zone).replace(tzinfo=None)

    def _shown(self, cell: Cell) -> str:
        if isinstance(cell, Share):
            return "100%"
        return "2026-08-20 09:00" if isinstance(cell, datetime) else str(cell or "")
