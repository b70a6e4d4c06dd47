"""A table of service points -> its rows, or what is wrong by line and column. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from commands.kit import clip
from commands.kit.faults import Fault, Problem
from commands.kit.perusing import lines_of
from commands.kit.readings import Reading, broken_file, written
from commands.kit.tables import BrokenFileError, Line
from commands.points import facts
from commands.points.files.columns import COLUMNS, NEEDED, column_of, is_counter
from commands.points.kinds import level_in
from locales import message
from storage.entries import folded
from storage.point_registers import Row

SHOWN = 30
TITLES = 10
"""The header is looked for in so many lines: a title may stand above it."""
EMPTY = message("It is empty. Please fill it in.")
NO_KIND = message("“{value}” is not a kind of service point. The second sheet has all of them.")
NO_LEVEL = message("“{value}” is no level. Possible: street, community, grid, or nothing.")
NO_DATUM = message(
    "“{value}” is no datum that I take. Write WGS-84 for GPS, or GCJ-02 for Amap and Tencent."
    " Baidu’s BD-09 is not taken."
)
BOTH = message("Latitude, longitude and datum belong together: fill in all three, or none.")
TWICE = message("This service point is already in line {first}.")
DOUBLE = message("This column is there twice. Remove one of them.")
MISSING = message("This column is missing. The first line must have: {columns}")
NOTHING = message("Below the header there is no service point. Fill in a line for each.")


def read_file(name: str, data: bytes, today: date) -> str:
    """What stands in a file, as text."""
    return written(peruse(name, data, today))


def is_ours(name: str, data: bytes) -> bool:
    """Whether a file's header is one of service points, whatever the file was sent as."""
    try:
        return any(map(_is_header, lines_of(name, data, _is_header)[:TITLES]))
    except BrokenFileError:
        return False


def peruse(name: str, data: bytes, today: date) -> Reading[Row]:
    """Reads a workbook or a CSV."""
    try:
        return _read(lines_of(name, data, _is_header), today)
    except BrokenFileError as broken:
        return broken_file(broken)


def _is_header(line: Line) -> bool:
    return set(NEEDED) <= set(map(column_of, line.words))


def _read(lines: Sequence[Line], today: date) -> Reading[Row]:
    at = next((place for place, line in enumerate(lines[:TITLES]) if _is_header(line)), 0)
    header = lines[at] if lines else Line(1, ())
    fields = tuple(map(column_of, header.words))
    faults = list(_header_faults(header, fields))
    if faults:
        return Reading(faults=tuple(faults))
    pairs = zip(header.words, fields, strict=True)
    unknown = tuple(clip(one, SHOWN) for one, f in pairs if f is None and not is_counter(one))
    rows, seen = [], dict[tuple[str, str], int]()
    for line in lines[at + 1 :]:
        said, wrong = _row(line, header, fields, today)
        key = folded(str(said.get("organisation"))), folded(str(said.get("name")))
        first = seen.setdefault(key, line.number)
        if first != line.number:
            wrong.append(Fault(line.number, "", TWICE, {"first": first}))
        faults += wrong
        rows.append(said)
    if not faults and not rows:
        faults.append(Fault(header.number, "", NOTHING))
    if faults:
        return Reading(faults=tuple(faults), unknown=unknown)
    return Reading(tuple(map(Row.model_validate, rows)), unknown=unknown)


def _header_faults(header: Line, fields: Sequence[str | None]) -> Iterator[Fault]:
    for name in COLUMNS:
        if fields.count(name) > 1:
            yield Fault(header.number, COLUMNS[name][0], DOUBLE)
    columns = ", ".join(f"{COLUMNS[one][0]} {one}" for one in NEEDED)
    for name in NEEDED:
        if name not in fields:
            yield Fault(header.number, COLUMNS[name][0], MISSING, {"columns": columns})


def _row(
    line: Line, header: Line, fields: Sequence[str | None], today: date
) -> tuple[dict[str, Any], list[Fault]]:
    """What a line says, by the row's fields, and what is wrong in it."""
    said: dict[str, Any] = {"line": line.number}
    faults: list[Fault] = []
    cells = [*line.cells, *("" for _ in fields)]
    for title, name, cell in zip(header.words, fields, cells, strict=False):
        if name is None:
            continue
        value = cell if isinstance(cell, Problem) else _value(name, cell, today)
        if isinstance(value, Problem):
            faults.append(Fault(line.number, clip(title, SHOWN), value.sentence, value.values))
        else:
            said[name] = value
    place = [said.pop(one, "") for one in ("latitude", "longitude")]
    given = [*place, said.get("datum", "")]
    if any(given) and not all(given) and not faults:
        faults.append(Fault(line.number, "", BOTH))
    if {"latitude", "longitude"} <= set(fields) and not faults:
        numbers = [float(one) if one else None for one in place]
        said |= dict(zip(("given_latitude", "given_longitude"), numbers, strict=True))
    return said, faults


def _value(name: str, cell: str, today: date) -> str | Problem:
    """A cell as it is kept."""
    shown = {"value": clip(cell, SHOWN)}
    if name in NEEDED and not cell.strip():
        return Problem(EMPTY)
    if name == "organisation":
        return cell.strip()
    if name in {"latitude", "longitude"}:
        return facts.read_degrees(name, cell)
    if name == "hours":
        return facts.read_rule(cell, today)
    chosen = {"kind": (facts.read_kind, NO_KIND), "level": (level_in, NO_LEVEL)}
    chosen["datum"] = (facts.read_datum, NO_DATUM)
    if name in chosen:
        read, sentence = chosen[name]
        value = read(cell)
        return Problem(sentence, shown) if value is None else value
    return facts.read_words(name, cell)
