"""Visits, what was promised there, and who was asked to report."""

import random
from datetime import timedelta

from benchmarks.town.size import STAFF, Size, Tables, some_time, stamp


def tables(size: Size, draw: random.Random) -> Tables:
    numbers = range(1, size.visits + 1)
    held = [some_time(draw) for _ in numbers]
    yield (
        "visits",
        (
            {
                "id": n,
                "organisation_id": n % size.organisations + 1,
                "held_on": held[n - 1].date().isoformat(),
                "heard": "停车难",
                "recorded_by": n % STAFF + 1,
                "recorded_at": stamp(held[n - 1]),
            }
            for n in numbers
        ),
    )
    yield (
        "visitors",
        (
            {"visit_id": n, "person_id": who}
            for n in numbers
            for who in (n % STAFF + 1, (n + 3) % STAFF + 1)
        ),
    )
    yield (
        "promises",
        (
            {
                "visit_id": n,
                "words": "协调物业",
                "due_on": (held[n - 1] + timedelta(days=30)).date().isoformat(),
                "promised_by": n % STAFF + 1,
                "promised_at": stamp(held[n - 1]),
                "state": draw.choice(("kept",) * 8 + ("broken", "open")),
            }
            for n in numbers
        ),
    )
    yield (
        "nudges",
        (
            {
                "organisation_id": n % size.organisations + 1,
                "asked_by": 1,
                "asked_at": stamp(held[n - 1]),
            }
            for n in range(1, size.visits // 4)
        ),
    )
