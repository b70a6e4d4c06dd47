"""The register as files that can be read again: a workbook, and CSV. Pure."""

import csv
import io
from collections.abc import Mapping, Sequence
from io import BytesIO

from xlsxwriter import Workbook

from commands.kit import CATEGORY_NAMES
from commands.kit.cells import Cell, Page, Styles
from commands.kit.tables import GUARDED, guarded
from commands.organisations.categories import CALLED
from commands.organisations.columns import CHINESE, COLUMNS, ENGLISH
from commands.organisations.rules import PAIRS
from locales import LANGUAGES, Words, plain
from storage.organisations import CATEGORIES, Organisation

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""
NAMES = "；"
"""Between several former names in one cell."""
WIDEST = 40
NOBODY: Mapping[int, str] = {}


def workbook(
    words: Words,
    organisations: Sequence[Organisation],
    paired: Mapping[int, str] = NOBODY,
) -> bytes:
    """One sheet to be filled in or changed, and one that says what may stand there.

    Who is paired has a cell in `paired`, by the id.
    """
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        styles = Styles(book, words.zone)
        page = Page(book, styles, plain(words.t("Register")))
        rows = [_cells(words, one, paired) for one in organisations]
        looks = ["plain"] * len(rows)
        page.table(0, titles(words), rows, [WIDEST] * len(COLUMNS), looks)
        page.keep_in_sight(1, 2)
        help_ = Page(book, styles, plain(words.t("Categories")))
        for row, category in enumerate(CATEGORIES):
            help_.write(row, 0, category_name(words, category), "text")
            help_.write(row, 1, plain(words.t(CATEGORY_NAMES[category])), "note")
    return written.getvalue()


def as_csv(
    words: Words, organisations: Sequence[Organisation], paired: Mapping[int, str] = NOBODY
) -> bytes:
    """A line for each organisation; no cell of it is a formula."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(titles(words))
    for one in organisations:
        table.writerow([guarded(_text(words, one, name, paired)) for name in COLUMNS])
    return (BOM + written.getvalue()).encode()


def titles(words: Words) -> list[str]:
    """The headers in the reader's language; both are understood again."""
    which = CHINESE if words.language == LANGUAGES[0] else ENGLISH
    return [called[which] for called in COLUMNS.values()]


def category_name(words: Words, category: str) -> str:
    """As it is written in a cell."""
    return CALLED[category][0] if words.language == LANGUAGES[0] else category


def _cells(words: Words, one: Organisation, paired: Mapping[int, str]) -> list[Cell]:
    return [_cell(words, one, name, paired) for name in COLUMNS]


def _cell(words: Words, one: Organisation, name: str, paired: Mapping[int, str]) -> Cell:
    """A text stays a text there, but one that looks guarded would lose its apostrophe."""
    if name in {"latitude", "longitude"}:
        degrees: float | None = getattr(one, name)
        return None if degrees is None else str(degrees)
    text = _text(words, one, name, paired)
    return f"'{text}" if GUARDED.match(text) else text


def _text(words: Words, one: Organisation, name: str, paired: Mapping[int, str]) -> str:
    if name == PAIRS:
        return paired.get(one.id, "")
    if name == "category":
        return category_name(words, one.category)
    if name == "former_names":
        return NAMES.join(one.once_called)
    kept = getattr(one, name)
    return "" if kept is None else str(kept)
