"""A file that somebody sent -> what stands in it, in a process of its own. Pure."""

import json
from datetime import date
from typing import Any

from commands.organisations.days import LATEST
from commands.organisations.importing.tables import BrokenFileError, csv_lines, decode
from commands.organisations.importing.workbooks import NO_WORKBOOK, OLD, workbook_lines
from commands.organisations.rules import Fault, Reading, broken_file, read_lines
from storage.entries import Row

ZIP = b"PK\x03\x04"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"RIFF", b"BM")


def peruse(name: str, data: bytes, today: date = LATEST) -> Reading:
    """Reads a workbook or a CSV, by what it is; its name only says what it was meant to be.

    No pair in it began after today.
    """
    try:
        if data.startswith((ZIP, OLD)):
            return read_lines(workbook_lines(data), today)
        if data and (name.lower().endswith(WORKBOOKS) or data.startswith(PICTURES)):
            return broken_file(BrokenFileError(NO_WORKBOOK))
        return read_lines(csv_lines(decode(data)), today)
    except BrokenFileError as broken:
        return broken_file(broken)


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
