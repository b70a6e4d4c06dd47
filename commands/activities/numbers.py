"""An activity's number, behind a command and elsewhere."""

import re

from commands.kit.numbers import WIDE
from storage.database import Store


def read_number(text: str) -> int | None:
    """An activity's number as people write it behind a command: `3`, `3号`, `#3`."""
    found = re.fullmatch(r"[#＃第]?\s*([0-9]{1,9})\s*[号个]?", text.translate(WIDE).strip())
    return int(found[1]) if found else None


async def itself(_store: Store, activity_id: int) -> int | None:
    """People know an activity by its id."""
    return activity_id
