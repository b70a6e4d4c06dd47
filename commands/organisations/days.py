"""Since when: a day that has been, in whatever way offices write it."""

import re
import unicodedata
from contextlib import suppress
from datetime import date

WRITTEN = re.compile(r"(\d{4})(?:[-./年 ]+(\d{1,2})(?:[-./月 ]+(\d{1,2}))?)?[月日号年]?")
OLDEST, LATEST = date(1949, 1, 1), date.max
TODAY = ("今天", "今日", "today")


def read_since(said: str, today: date) -> date | None:
    """`2016-08-24`, `2016年8月` (its first day), `2016`; None for none, or one that is to come."""
    text = unicodedata.normalize("NFKC", said).strip().casefold()
    if text in TODAY:
        return today
    found = WRITTEN.fullmatch(text.removesuffix("起").removesuffix("开始"))
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    with suppress(ValueError):
        since = date(year, month, day)
        return since if OLDEST <= since <= today else None
    return None
