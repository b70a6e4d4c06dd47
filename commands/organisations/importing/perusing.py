"""A file that somebody sent -> what stands in it, in a process of its own. Pure."""

import json
from datetime import date
from typing import Any

from commands.kit.faults import Fault
from commands.kit.perusing import lines_of
from commands.kit.tables import BrokenFileError, Line
from commands.organisations.columns import column_of
from commands.organisations.days import LATEST
from commands.organisations.rules import Reading, broken_file, read_lines
from storage.entries import Row


def peruse(name: str, data: bytes, today: date = LATEST) -> Reading:
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


def written(reading: Reading) -> str:
    """A reading as text, to be kept."""
    return json.dumps(
        {
            "rows": [
                row.model_dump(mode="json", include=row.model_fields_set) for row in reading.rows
            ],
            "faults": [
                [fault.line, fault.column, fault.sentence, dict(fault.values)]
                for fault in reading.faults
            ],
            "unknown": reading.unknown,
        },
        ensure_ascii=False,
    )


def restored(text: str) -> Reading:
    """The same back."""
    kept: dict[str, Any] = json.loads(text)
    return Reading(
        tuple(map(Row.model_validate, kept["rows"])),
        tuple(Fault(*fault) for fault in kept["faults"]),
        tuple(kept["unknown"]),
    )


def _is_header(line: Line) -> bool:
    return "name" in map(column_of, line.words)
