"""The quarter that counts, and how much of a whole is covered."""

from datetime import date, timedelta

MONTHS = 3
FULL = 100


def quarter(day: date) -> tuple[date, date]:
    """Its first and its last day."""
    month = day.month - (day.month - 1) % MONTHS
    first = day.replace(month=month, day=1)
    after = date(first.year + (month + MONTHS > 12), (month + MONTHS - 1) % 12 + 1, 1)  # noqa: PLR2004 - a year
    return first, after - timedelta(1)


def share(lacking: int, of: int) -> int:
    """How many in a hundred are covered; a hundred only when nobody lacks anything."""
    return FULL if not lacking else min(FULL - 1, round(FULL * (of - lacking) / of))
