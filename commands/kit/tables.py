"""Files of tables -> lines of cells: CSV as spreadsheets and offices write it."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from commands.kit.faults import Problem
from locales import message

MOST_LINES = 20_000
MOST_CELLS = 200
"""Of a line: spreadsheets that were painted on have thousands of empty ones."""
SEPARATORS = ",\t;"
FORMULAS = "=+-@\t\r\n＝＋－＠"
"""What a spreadsheet takes for a formula at the beginning of a cell, full-width ones as well."""
GUARDED = re.compile(rf"'+[{re.escape(FORMULAS)}]")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
UNCLOSED = message("A quotation mark is not closed. Check the quotation marks.")
TOO_LONG = message("The table has more than {most} lines. Please split it into several files.")


@dataclass(frozen=True)
class Line:
    """A line that is not empty, by its number in the file; what cannot be read is a problem."""

    number: int
    cells: Sequence[str | Problem]

    @property
    def words(self) -> list[str]:
        """The cells' texts; of a problem, none."""
        return ["" if isinstance(cell, Problem) else cell for cell in self.cells]


class BrokenFileError(Exception):
    """A file, or a line, from which nothing can be read; line 0 is the whole file."""

    def __init__(
        self, sentence: str, line: int = 0, values: Mapping[str, str | int] | None = None
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        """Marked with `message`."""
        self.line = line
        self.values = values or {}


def decode(content: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what a Chinese Excel writes; other bytes become U+FFFD."""
    if content.startswith(UTF_16):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def csv_lines(text: str) -> list[Line]:
    """Each line that is not empty, with the number of the line where it begins.

    Raises BrokenFileError.
    """
    return checked(list(_lines(text.removeprefix("\ufeff"))))


def checked(lines: list[Line]) -> list[Line]:
    """The lines, unless there are too many; raises BrokenFileError."""
    if len(lines) > MOST_LINES:
        raise BrokenFileError(TOO_LONG, 0, {"most": MOST_LINES})
    return lines


def tidy(cells: Sequence[str | Problem]) -> list[str | Problem]:
    """One line each; spreadsheets pad short lines, which are cut."""
    kept = [one if isinstance(one, Problem) else unguarded(one.strip()) for one in cells]
    while kept and not kept[-1]:
        kept.pop()
    return kept[:MOST_CELLS]


def guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text[:1] in set(FORMULAS) or GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The same back."""
    return text[1:] if GUARDED.match(text) else text


def _lines(text: str) -> Iterator[Line]:
    begins = 1
    reader = csv.reader(StringIO(text, newline=""), strict=True, delimiter=_separator(text))
    try:
        for cells in reader:
            kept = tidy(cells)
            if kept:
                yield Line(begins, kept)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BrokenFileError(UNCLOSED, begins) from error


def _separator(text: str) -> str:
    """What stands most often in the first line: Excel writes tabs into "Unicode text"."""
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=first.count)
