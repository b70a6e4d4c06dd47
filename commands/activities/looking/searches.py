"""What somebody wants to see of the activities: an organisation's, a month's, both, or all."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date

from commands.activities.captions.days import (
    ENGLISH_MONTH,
    MONTHS,
    OLDEST_YEAR,
    SHORT_NUMBER,
    YEAR,
    month_number,
    written_year,
)
from commands.kit.numbers import WIDE
from storage.tags import CULTURE, DEVELOPMENT, EDUCATION, LIVELIHOOD, SAFETY

MONTH = re.compile(
    rf"{YEAR}?\s*(?P<month>{SHORT_NUMBER})\s*月份?"
    r"|(?<![0-9])(?P<iso_year>[0-9]{4})\s*[-./]\s*(?P<iso_month>[0-9]{1,2})(?![0-9])"
    r"|(?P<last>上个?月|\blast month\b)|(?P<this>[本这]个?月|当月|\bthis month\b)"
    r"|(?P<whole_year>[0-9]{4})\s*年|(?P<whole_year_word>今年|去年|前年)",
    re.IGNORECASE,
)
ENGLISH = re.compile(rf"\b{ENGLISH_MONTH}(?:\s+(?P<year>[0-9]{{4}})(?![0-9]))?")
NO_MONTH = (0, 0)
MINE = frozenset({"我的", "我们的", "mine", "ours"})
KINDS = {
    "党群教育": EDUCATION,
    "民生工作": LIVELIHOOD,
    "区域文化": CULTURE,
    "安全稳定": SAFETY,
    "区域发展": DEVELOPMENT,
    "education": EDUCATION,
    "livelihood": LIVELIHOOD,
    "culture": CULTURE,
    "safety": SAFETY,
    "development": DEVELOPMENT,
}
"""As people type the five 联动."""


@dataclass(frozen=True)
class Search:
    """Words that name an organisation, and a year with a month; 0 stands for any."""

    words: str
    year: int = 0
    month: int = 0
    linkage: str = ""
    is_mine: bool = False


def read_search(text: str, today: date) -> Search:
    """Takes month, kind and `mine` out of what somebody typed; the rest is words.

    A month without a year is the latest that began.
    """
    dated = _dated(" ".join(text.split()), today)
    left, linkage, is_mine = dated.words, "", False
    for word in dated.words.split():
        if word.lower() in MINE:
            is_mine = True
        elif word.lower() in KINDS and not linkage:
            linkage = KINDS[word.lower()]
        else:
            continue
        left = left.replace(word, " ", 1)
    words = " ".join(left.split())
    return replace(dated, words=words, linkage=linkage, is_mine=is_mine)


def _dated(text: str, today: date) -> Search:
    plain = text.translate(WIDE)
    for pattern in (MONTH, ENGLISH):
        if found := pattern.search(plain):
            year, month = _month(found.groupdict(), today)
            if span(year, month) is not None:
                rest = f"{text[: found.start()]} {text[found.end() :]}"
                return Search(" ".join(rest.split()), year, month)
    return Search(text)


def span(year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a month, or of a year when the month is 0; None: no such."""
    if not (OLDEST_YEAR <= year < MAXYEAR and 0 <= month <= len(MONTHS)):
        return None
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _month(parts: dict[str, str | None], today: date) -> tuple[int, int]:
    if parts.get("last"):
        return (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    if parts.get("this"):
        return today.year, today.month
    if parts.get("whole_year") or parts.get("whole_year_word"):
        whole = {"year": parts["whole_year"], "year_word": parts["whole_year_word"]}
        return written_year(whole, today) or 0, 0
    month = month_number(parts.get("iso_month") or parts["month"] or "")
    if month == 0:
        return NO_MONTH
    if iso_year := parts.get("iso_year"):
        return int(iso_year), month
    began = today.year if month <= today.month else today.year - 1
    return written_year(parts, today) or began, month
