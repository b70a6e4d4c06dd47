"""A file that somebody sent -> what stands in it, in a process of its own. Pure."""

from datetime import date

from commands.kit.perusing import lines_of
from commands.kit.readings import Reading, broken_file, written
from commands.kit.tables import BrokenFileError, Line
from commands.organisations.columns import column_of
from commands.organisations.days import LATEST
from commands.organisations.rules import read_lines
from storage.entries import Row


def peruse(name: str, data: bytes, today: date = LATEST) -> Reading[Row]:
    """Reads a workbook or a CSV, by what it is; its name only says what it was meant to be.

    No pair in it began after today.
    """
    try:
        return read_lines(lines_of(name, data, _is_header), today)
    except BrokenFileError as broken:
        return broken_file(broken)


def read_file(name: str, data: bytes, today: date) -> str:
    """What stands in a file, as text."""
    return written(peruse(name, data, today))


def _is_header(line: Line) -> bool:
    return "name" in map(column_of, line.words)
