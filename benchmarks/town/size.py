"""How large the alliance is, and moments in it."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
SEED = 1949
YEARS = 5
GROUP = -1001
STAFF = 10
"""The first ids of people."""
Row = dict[str, Any]
Tables = Iterator[tuple[str, Iterable[Row]]]
"""Table by table, each with rows of the same columns."""


@dataclass(frozen=True)
class Size:
    """How much of everything; `of` gives a part of it."""

    organisations: int = 300
    people: int = 30_000
    activities: int = 100_000
    notices: int = 1_000
    visits: int = 6_000
    points: int = 5_000

    def part(self, of: int) -> "Size":
        """So many times less."""
        numbers = self.organisations, self.people, self.activities, self.notices, self.visits
        return Size(*(number // of for number in (*numbers, self.points)))


def stamp(moment: datetime) -> str:
    """As `storage.tables.columns.Instant` writes it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def some_time(draw: random.Random) -> datetime:
    """A moment of the last years."""
    return NOW - timedelta(minutes=draw.randrange(60, YEARS * 365 * 24 * 60))
