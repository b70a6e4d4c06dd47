"""A file that somebody sent -> lines of cells, by what it is: a workbook, or CSV. Pure."""

from commands.kit.tables import BrokenFileError, Line, csv_lines, decode
from commands.kit.workbooks import NO_WORKBOOK, OLD, IsOurs, workbook_lines

ZIP = b"PK\x03\x04"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et")
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"%PDF", b"RIFF", b"BM")


def lines_of(name: str, data: bytes, is_ours: IsOurs) -> list[Line]:
    """The lines of a file; its name only says what it was meant to be.

    Raises BrokenFileError.
    """
    if data.startswith((ZIP, OLD)):
        return workbook_lines(data, is_ours)
    if data and (name.lower().endswith(WORKBOOKS) or data.startswith(PICTURES)):
        raise BrokenFileError(NO_WORKBOOK)
    return csv_lines(decode(data))
