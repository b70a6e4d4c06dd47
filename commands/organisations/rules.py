"""Reads the alliance's register from a spreadsheet's CSV: all of it, or every fault in it."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import zip_longest

from markupsafe import Markup

from commands.kit import clip
from commands.organisations.categories import POSSIBLE, category_of
from locales import Words, message
from storage.organisations import Entry, folded

LIMITS = {
    "name": 100,
    "short_name": 30,
    "category": 30,
    "community": 50,
    "address": 200,
    "notes": 500,
}
"""The columns, and how many characters each may have."""
NEEDED = ("name", "short_name", "category")
UNIQUE = ("name", "short_name")
UNREADABLE = "\ufffd"
SHOWN = 30
"""So much of a wrong value is repeated to the reader."""

Cells = dict[str, str]


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell; `column` is empty when it is the whole line."""

    line: int
    column: str
    sentence: str
    """Marked with `message`."""
    values: Mapping[str, str | int] = field(default_factory=dict)

    def say(self, words: Words) -> Markup:
        """Where it is and what to do, in the reader's language."""
        what = words.t(self.sentence, **self.values)
        if not self.column:
            return words.t("Line {line}: {what}", line=self.line, what=what)
        return words.t(
            "Line {line}, column {column}: {what}", line=self.line, column=self.column, what=what
        )


@dataclass(frozen=True)
class Reading:
    """The rows in their order, and the faults; with one fault there are no rows to be used."""

    rows: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


def decode(content: bytes) -> str:
    """UTF-8, or what a Chinese Excel writes; bytes that are neither become U+FFFD."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def read_csv(text: str) -> Reading:
    """The register with `LIMITS`' columns in any order."""
    try:
        lines = list(_lines(text))
    except BrokenLineError as broken:
        return Reading(faults=(broken.fault,))
    if not lines:
        empty = message("The file is empty. The first line names the columns: {columns}")
        return Reading(faults=(Fault(1, "", empty, {"columns": ",".join(LIMITS)}),))
    (first, header), *rest = lines
    columns = [name.casefold() for name in header]
    faults = tuple(_header_faults(first, columns)) or tuple(_faults(columns, rest))
    if faults:
        return Reading(faults=tuple(sorted(faults, key=lambda fault: fault.line)))
    return Reading(rows=tuple(_entry(_cells(columns, line)) for _, line in rest))


class BrokenLineError(Exception):
    """A line whose end cannot be told."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        unclosed = message("A quotation mark is not closed. Check the quotation marks.")
        self.fault = Fault(line, "", unclosed)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that is not empty, with the number of the line where it begins."""
    begins = 1
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        for cells in reader:
            tidy = [" ".join(cell.split()) for cell in cells]
            while tidy and not tidy[-1]:  # spreadsheets pad short lines
                tidy.pop()
            if tidy:
                yield begins, tidy
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BrokenLineError(begins) from error


def _cells(columns: Sequence[str], line: Sequence[str]) -> Cells:
    return dict(zip_longest(columns, line[: len(columns)], fillvalue=""))


def _faults(columns: Sequence[str], lines: Sequence[tuple[int, list[str]]]) -> Iterator[Fault]:
    rows = [(number, _cells(columns, line)) for number, line in lines]
    for number, line in lines:
        if len(line) > len(columns):
            extra = message("There are more cells than columns. Is there a comma too many?")
            yield Fault(number, "", extra)
    for number, cells in rows:
        yield from _cell_faults(number, cells)
    yield from _repeated(rows)


def _header_faults(line: int, columns: Sequence[str]) -> Iterator[Fault]:
    for column, times in Counter(columns).items():
        shown = clip(column, SHOWN)
        if column not in LIMITS:
            unknown = message("This column is not known. The columns are: {columns}")
            yield Fault(line, shown or "?", unknown, {"columns": ",".join(LIMITS)})
        elif times > 1:
            yield Fault(line, shown, message("This column is there twice. Remove one of them."))
    for column in LIMITS:
        if column not in columns:
            missing = message("This column is missing. The first line must have: {columns}")
            yield Fault(line, column, missing, {"columns": ",".join(LIMITS)})


def _cell_faults(line: int, cells: Cells) -> Iterator[Fault]:
    for column, limit in LIMITS.items():
        cell = cells[column]
        if not cell and column in NEEDED:
            yield Fault(line, column, message("It is empty. Please fill it in."))
        elif len(cell) > limit:
            long = message("It has {length} characters; {limit} are allowed.")
            yield Fault(line, column, long, {"length": len(cell), "limit": limit})
        elif UNREADABLE in cell:
            garbled = message("It has characters that cannot be read. Save the file as UTF-8 CSV.")
            yield Fault(line, column, garbled)
        elif column == "category" and category_of(cell) is None:
            unknown = message("“{value}” is not a category. Possible: {possible}")
            values = {"value": clip(cell, SHOWN), "possible": POSSIBLE}
            yield Fault(line, column, unknown, values)


def _repeated(rows: Iterable[tuple[int, Cells]]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for line, cells in rows:
        for column in UNIQUE:
            cell = cells[column]
            first = seen.setdefault((column, folded(cell)), line)
            if cell and first != line:
                again = message("“{value}” is already in line {first}.")
                yield Fault(line, column, again, {"value": clip(cell, SHOWN), "first": first})


def _entry(cells: Cells) -> Entry:
    return Entry.model_validate(cells | {"category": category_of(cells["category"])})
