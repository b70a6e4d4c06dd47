"""Reads the alliance's register from the lines of a table: all of it, or every fault in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from commands.kit import clip
from commands.kit.faults import Fault, Problem
from commands.kit.readings import Reading, broken_file
from commands.kit.tables import BrokenFileError, Line, csv_lines, decode
from commands.organisations import facts, partners
from commands.organisations.columns import COLUMNS, column_of, is_counter
from commands.organisations.days import LATEST
from commands.organisations.facts import LIMITS, NEEDED
from locales import message
from storage.entries import Partner, Row, folded

UNIQUE = ("name", "short_name")
PLACE = ("latitude", "longitude")
PAIRS = "pairs"
SHOWN = 30
"""So much of a wrong value is repeated to the reader."""
TITLES = 10
"""The header is looked for in so many lines: a title may stand above it."""
KNOWN = 2
"""So many known columns make a line the header."""
__all__ = ["LIMITS", "Fault", "Reading", "decode", "read_csv", "read_lines"]


@dataclass(frozen=True)
class _Header:
    """Which column of the table is which field; None: it is not used."""

    line: int
    titles: tuple[str, ...]
    fields: tuple[str | None, ...]

    def title_of(self, name: str) -> str:
        return clip(self.titles[self.fields.index(name)], SHOWN)


@dataclass(frozen=True)
class _Row:
    line: int
    cells: Mapping[str, str | Problem]
    """What was read, by field."""


def read_csv(text: str) -> Reading[Row]:
    """The register from a CSV's text, its columns in any order."""
    try:
        return read_lines(csv_lines(text))
    except BrokenFileError as broken:
        return broken_file(broken)


def read_lines(lines: Sequence[Line], today: date = LATEST) -> Reading[Row]:
    """The register from the lines of a table that are not empty."""
    if not lines:
        empty = message("The file is empty. The first line names the columns: {columns}")
        return Reading(faults=(Fault(1, "", empty, {"columns": ",".join(COLUMNS)}),))
    at = _header_at(lines)
    header = _header(lines[at])
    faults = list(_header_faults(header))
    if faults:
        return Reading(faults=tuple(faults))
    rows = [_row(header, line) for line in lines[at + 1 :]]
    faults = [*_faults(header, lines[at + 1 :], rows), *_early(header, rows, today)]
    unknown = _unknown(header)
    if faults:
        in_order = sorted(faults, key=lambda fault: fault.line)
        return Reading(faults=tuple(in_order), unknown=unknown)
    if not rows:
        nothing = message("Below the header there is no organisation. Fill in a line for each.")
        return Reading(faults=(Fault(header.line, "", nothing),))
    return Reading(rows=tuple(map(_entry, rows)), unknown=unknown)


def _header_at(lines: Sequence[Line]) -> int:
    for place, line in enumerate(lines[:TITLES]):
        known = [column_of(cell) for cell in line.words]
        if "name" in known and len(set(known) - {None}) >= KNOWN:
            return place
    return 0


def _header(line: Line) -> _Header:
    titles = tuple(line.words)
    return _Header(line.number, titles, tuple(map(column_of, titles)))


def _header_faults(header: _Header) -> Iterator[Fault]:
    for name, times in Counter(filter(None, header.fields)).items():
        if times > 1:
            twice = message("This column is there twice. Remove one of them.")
            yield Fault(header.line, header.title_of(name), twice)
    for name in (*NEEDED, *(PLACE if {*PLACE} & {*header.fields} else ())):
        if name not in header.fields:
            missing = message("This column is missing. The first line must have: {columns}")
            named = [f"{COLUMNS[one][0]} {one}" for one in NEEDED]
            yield Fault(header.line, COLUMNS[name][0], missing, {"columns": ", ".join(named)})


def _unknown(header: _Header) -> tuple[str, ...]:
    pairs = zip(header.titles, header.fields, strict=True)
    return tuple(
        clip(title, SHOWN) for title, one in pairs if one is None and not is_counter(title)
    )


def _row(header: _Header, line: Line) -> _Row:
    cells: dict[str, str | Problem] = {}
    said = [*line.cells, *("" for _ in header.fields)]
    for name, cell in zip(header.fields, said, strict=False):
        if name is not None:
            cells[name] = cell if isinstance(cell, Problem) else facts.read(name, cell)
    return _Row(line.number, cells)


def _faults(header: _Header, lines: Sequence[Line], rows: Sequence[_Row]) -> Iterator[Fault]:
    for line in lines:
        if any(line.words[len(header.fields) :]):
            extra = message("There are more cells than columns. Is there a comma too many?")
            yield Fault(line.number, "", extra)
    for row in rows:
        for name, cell in row.cells.items():
            if isinstance(cell, Problem):
                yield Fault(row.line, header.title_of(name), cell.sentence, cell.values)
        half = [bool(row.cells[name]) for name in PLACE if name in row.cells]
        if any(half) and not all(half):
            both = message("Latitude and longitude belong together: fill in both, or none.")
            yield Fault(row.line, header.title_of(PLACE[half.index(False)]), both)
    yield from _repeated(header, rows)


def _repeated(header: _Header, rows: Iterable[_Row]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        for name in UNIQUE:
            cell = row.cells[name]
            if isinstance(cell, Problem):
                continue
            first = seen.setdefault((name, folded(cell)), row.line)
            if first != row.line:
                again = message("“{value}” is already in line {first}.")
                values: dict[str, str | int] = {"value": clip(cell, SHOWN), "first": first}
                yield Fault(row.line, header.title_of(name), again, values)


def _early(header: _Header, rows: Iterable[_Row], today: date) -> Iterator[Fault]:
    """Pairs that have not begun yet."""
    for row in rows:
        for one in _partners(row):
            if one.since is not None and one.since > today:
                values = {"value": clip(one.whole, SHOWN)}
                yield Fault(row.line, header.title_of(PAIRS), partners.NO_SINCE, values)


def _partners(row: _Row) -> tuple[Partner, ...]:
    cell = row.cells.get(PAIRS, "")
    return () if isinstance(cell, Problem) else tuple(map(partners.partner, cell.splitlines()))


def _entry(row: _Row) -> Row:
    """What the table has no column for is not set."""
    given: dict[str, object] = {
        name: cell or None if name in PLACE else cell for name, cell in row.cells.items()
    }
    if PAIRS in given:
        given[PAIRS] = _partners(row)
    return Row.model_validate(given | {"line": row.line})
