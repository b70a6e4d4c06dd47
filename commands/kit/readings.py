"""What stands in a table that somebody sent: its rows, or what is wrong in it; and how it is kept.

Pure.
"""

import json
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from commands.kit.faults import Fault
from commands.kit.tables import BrokenFileError
from storage.values import Value

R = TypeVar("R", bound=Value)


@dataclass(frozen=True)
class Reading(Generic[R]):
    """The rows in their order, and the faults; with one fault there are no rows to be used."""

    rows: tuple[R, ...] = ()
    faults: tuple[Fault, ...] = ()
    unknown: tuple[str, ...] = ()
    """Headers of columns that are not used."""


def broken_file(broken: BrokenFileError) -> Reading[Any]:
    """A file of which no line can be read."""
    return Reading(faults=(Fault(broken.line, "", broken.sentence, broken.values),))


def written(reading: Reading[R]) -> str:
    """A reading as text, to be kept."""
    said = {
        "rows": [row.model_dump(mode="json", include=row.model_fields_set) for row in reading.rows],
        "faults": [
            [one.line, one.column, one.sentence, dict(one.values)] for one in reading.faults
        ],
        "unknown": reading.unknown,
    }
    return json.dumps(said, ensure_ascii=False)


def restored(text: str, row: type[R]) -> Reading[R]:
    """The same back."""
    kept: dict[str, Any] = json.loads(text)
    return Reading(
        tuple(map(row.model_validate, kept["rows"])),
        tuple(Fault(*fault) for fault in kept["faults"]),
        tuple(kept["unknown"]),
    )
