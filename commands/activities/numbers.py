"""An activity's number behind a command."""

import re

from commands.kit.numbers import WIDE


def read_number(text: str) -> int | None:
    """An activity's number as people write it behind a command: `3`, `3号`, `#3`."""
    found = re.fullmatch(r"[#＃第]?\s*([0-9]{1,9})\s*[号个]?", text.translate(WIDE).strip())
    return int(found[1]) if found else None
