"""Excel workbooks -> lines of cells: the values that were shown when the file was saved.

Only `.xlsx` (ECMA-376). A file that unfolds to more than anybody types is not opened.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from commands.kit.faults import Problem
from commands.kit.tables import BrokenFileError, Line, checked, tidy
from locales import message

UNFOLDED = 64 << 20
"""Bytes of all parts that are read: 20,000 lines have 20 MiB."""
WHOLE = 1e15
"""Up to here a number with a decimal point is exact to the last digit."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OLD = b"\xd0\xcf\x11\xe0"
"""The beginning of an Excel file of before 2007, and of one with a password."""
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
AT = re.compile(r"([A-Z]{1,3})(\d{1,7})")
NO_WORKBOOK = message(
    "This is no Excel workbook that I can open. Save it in Excel or WPS as .xlsx, or as CSV."
)
OLD_WORKBOOK = message(
    "This Excel file is of an old kind, or has a password. Save it as .xlsx without a password."
)
TOO_LARGE = message("The table is too large to be opened. Keep only the rows and columns in use.")
NO_VALUE = message(
    "There is a formula without a result. Open the file in Excel and save it, or paste the values."
)
WRONG_VALUE = message("The formula gives {value}. Write the value itself.")
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, ET.ParseError),
    *(RuntimeError, LookupError, ValueError, OSError, EOFError),
)
"""What reading ends in when it is no workbook; RuntimeError: a password, or an unknown packing."""
Cell = str | Problem
IsOurs = Callable[[Line], bool]
"""Whether a line is a header of the table that is looked for."""


def workbook_lines(data: bytes, is_ours: IsOurs) -> list[Line]:
    """The lines of the first sheet with a header of ours, else of the first that is shown.

    Raises BrokenFileError.
    """
    if data.startswith(OLD):
        raise BrokenFileError(OLD_WORKBOOK)
    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            return _lines_of(file, is_ours)
    except BROKEN as error:
        raise BrokenFileError(NO_WORKBOOK) from error


def _lines_of(file: zipfile.ZipFile, is_ours: IsOurs) -> list[Line]:
    if sum(part.file_size for part in file.infolist()) > UNFOLDED:
        raise BrokenFileError(TOO_LARGE)
    shared = _shared(file)
    first: list[Line] | None = None
    for path in _sheets(file):
        lines = checked(_lines(_root(file, path), shared))
        if any(is_ours(line) for line in lines[:10]):
            return lines
        first = lines if first is None else first
    if first is None:
        raise BrokenFileError(NO_WORKBOOK)
    return first


def _root(file: zipfile.ZipFile, path: str) -> ET.Element:
    data = file.read(path)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # no spreadsheet writes one
        raise BrokenFileError(NO_WORKBOOK)
    return ET.fromstring(data)  # noqa: S314 - no entities, and a process of its own


def _sheets(file: zipfile.ZipFile) -> Iterator[str]:
    """The paths of the sheets that are shown, in their order."""
    relations = _root(file, "xl/_rels/workbook.xml.rels")
    targets = {one.attrib["Id"]: one.attrib["Target"] for one in relations}
    for sheet in _root(file, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        if sheet.attrib.get("state", "visible") == "visible":
            target = targets[sheet.attrib[f"{OFFICE}id"]]
            yield target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _shared(file: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in file.namelist():
        return []
    return [_text(item) for item in _root(file, "xl/sharedStrings.xml").iter(f"{MAIN}si")]


def _text(item: ET.Element) -> str:
    """A text and its parts in other fonts, without how it is pronounced."""
    found = [*item.findall(f"{MAIN}t"), *item.findall(f"{MAIN}r/{MAIN}t")]
    said = "".join(one.text or "" for one in found)
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), said)


def _lines(root: ET.Element, shared: list[str]) -> list[Line]:
    table: dict[int, dict[int, Cell]] = {}
    for row in root.iter(f"{MAIN}row"):
        number = int(row.attrib.get("r", max(table, default=0) + 1))
        cells: dict[int, Cell] = {}
        for cell in row.iter(f"{MAIN}c"):
            at = AT.fullmatch(cell.attrib.get("r", ""))
            place = _place(at[1]) if at else max(cells, default=-1) + 1
            cells[place] = _value(cell, shared)
        table[number] = cells
    _unmerge(root, table)
    whole = ((number, tidy(_in_row(cells))) for number, cells in sorted(table.items()))
    return [Line(number, cells) for number, cells in whole if cells]


def _in_row(cells: dict[int, Cell]) -> list[Cell]:
    return [cells.get(place, "") for place in range(min(max(cells, default=-1) + 1, 1000))]


def _unmerge(root: ET.Element, table: dict[int, dict[int, Cell]]) -> None:
    """A cell that was merged downwards counts for each of its lines."""
    last = max(table, default=0)
    for merged in root.iter(f"{MAIN}mergeCell"):
        corners = AT.findall(merged.attrib.get("ref", ""))
        if len(corners) == 2:  # noqa: PLR2004 - from here, to there
            (letters, top), (_, bottom) = corners
            place, value = _place(letters), table.get(int(top), {}).get(_place(letters), "")
            for number in range(int(top) + 1, min(int(bottom), last) + 1):
                if table.get(number):
                    table[number][place] = value


def _value(cell: ET.Element, shared: list[str]) -> Cell:
    kind, value = cell.attrib.get("t", "n"), cell.findtext(f"{MAIN}v")
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return "" if inline is None else _text(inline)
    if value is None or (not value and kind != "str"):
        return Problem(NO_VALUE) if cell.find(f"{MAIN}f") is not None else ""
    if kind == "s":
        return shared[int(value)]
    if kind == "e":
        return Problem(WRONG_VALUE, {"value": value[:20]})
    return _number(value) if kind == "n" else ESCAPED.sub(lambda code: chr(int(code[1], 16)), value)


def _number(value: str) -> str:
    """As it was typed: a telephone number has no decimals."""
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < WHOLE else repr(number)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1
