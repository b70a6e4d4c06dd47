"""Service points as files that can be read again: a workbook, and CSV. Pure."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook

from commands.kit.cells import Cell, Page, Styles
from commands.kit.tables import GUARDED, guarded
from commands.points import sayings
from commands.points.files.columns import CHINESE, COLUMNS, ENGLISH
from commands.points.kinds import bare_level, bare_name
from commands.points.openings import read
from locales import LANGUAGES, Words, plain
from storage.datums import GCJ02, WGS84
from storage.points import KINDS, LEVELS, Point

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""
WIDTHS = (18, 24, 14, 12, 28, 12, 12, 12, 44, 18, 36)
DATUMS = {WGS84: "WGS-84", GCJ02: "GCJ-02", "": ""}


def workbook(words: Words, points: Sequence[Point], today: date) -> bytes:
    """One sheet to be filled in or changed, and one that says what may stand there."""
    made = BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as book:
        styles = Styles(book, words.zone)
        page = Page(book, styles, plain(words.t("Service points")))
        rows: list[list[Cell]] = [
            [f"'{cell}" if GUARDED.match(cell) else cell for cell in cells(words, one, today)]
            for one in points
        ]
        page.table(0, titles(words), rows, WIDTHS, ["plain"] * len(rows))
        page.keep_in_sight(1, 2)
        page = Page(book, styles, plain(words.t("What may stand there")))
        for column, may in enumerate(_choices(words)):
            for row, text in enumerate(may):
                page.write(row, column, text, "text")
    return made.getvalue()


def as_csv(words: Words, points: Sequence[Point], today: date) -> bytes:
    """A line for each point; no cell of it is a formula."""
    made = io.StringIO(newline="")
    table = csv.writer(made)
    table.writerow(titles(words))
    for one in points:
        table.writerow([guarded(cell) for cell in cells(words, one, today)])
    return (BOM + made.getvalue()).encode()


def titles(words: Words) -> list[str]:
    """The headers in the reader's language; both are understood again."""
    which = CHINESE if words.language == LANGUAGES[0] else ENGLISH
    return [called[which] for called in COLUMNS.values()]


def cells(words: Words, one: Point, today: date) -> list[str]:
    """A point's line: coordinates as they were given, hours in words that are read again."""
    rule = read(one.hours)
    degrees = (one.given_latitude, one.given_longitude)
    return [
        *(one.organisation, one.name, bare_name(words, one.kind), bare_level(words, one.level)),
        one.address,
        *("" if degree is None else str(degree) for degree in degrees),
        DATUMS[one.datum],
        plain(sayings.readable(words, rule, today)) if rule else "",
        *(one.phone, one.offers),
    ]


def _choices(words: Words) -> list[list[str]]:
    return [
        [bare_name(words, kind) for kind in KINDS],
        [bare_level(words, level) for level in LEVELS if level],
        [DATUMS[WGS84], DATUMS[GCJ02]],
    ]
