"""Micro-wishes, who took them on, and what is told about those under way."""

import random
from datetime import timedelta

from benchmarks.town.size import NOW, STAFF, Size, Tables, some_time, stamp

OPEN = 60
"""So many wait; the others came true."""


def tables(size: Size, draw: random.Random) -> Tables:
    numbers = range(1, size.visits // 2 + 1)
    times = [some_time(draw) for _ in numbers]
    yield (
        "wishes",
        (
            {
                "id": n,
                "organisation_id": (4 * n) % size.organisations + 1,
                "what": f"冬衣{n}",
                "whom": "困难家庭",
                "amount": n % 5 + 1,
                "unit": "件",
                "due_on": (times[n - 1] + timedelta(days=30)).date().isoformat(),
                "state": "open" if n <= OPEN else "fulfilled",
                "put_up_by": n % STAFF + 1,
                "put_up_at": stamp(times[n - 1]),
            }
            for n in numbers
        ),
    )
    yield (
        "wish_details",
        ({"wish_id": n, "words": "社区服务大厅"} for n in numbers if n <= OPEN),
    )
    yield (
        "wish_claims",
        (
            {
                "id": n,
                "wish_id": n,
                "person_id": STAFF + n % size.organisations + 1,
                "organisation_id": n % size.organisations + 1 if n % 3 else None,
                "amount": n % 5 + 1 if n > OPEN else 1,
                "claimed_at": stamp(times[n - 1]),
                "given_at": stamp(times[n - 1]) if n > OPEN else None,
                "received_at": stamp(times[n - 1]) if n > OPEN else None,
            }
            for n in numbers
        ),
    )
    yield (
        "wish_words",
        (
            {
                "claim_id": n,
                "person_id": STAFF + n,
                "is_givers": n % 2,
                "words": "周六上午送到",
                "said_at": stamp(NOW),
            }
            for n in numbers
            if n <= OPEN
        ),
    )
