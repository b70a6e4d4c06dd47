"""What people said: most under their name or closed, some without a name and open."""

import hashlib
import random
from datetime import timedelta

from benchmarks.town.size import STAFF, Size, Tables, some_time, stamp

OPEN_ONES, NAMELESS = 300, 100
"""So many of the latest are open, and so many of those without a name."""


def tables(size: Size, draw: random.Random) -> Tables:
    numbers = range(1, size.visits + 1)
    said = sorted(some_time(draw) for _ in numbers)
    open_from, nameless_from = size.visits - OPEN_ONES, size.visits - NAMELESS
    yield (
        "voices",
        (
            {
                "number": n,
                "state": "passed" if n > open_from else "closed",
                "person_id": None if n > nameless_from or n % 2 else n % size.people + 1,
                "key_name": hashlib.md5(b"%d" % n, usedforsecurity=False).digest()
                if n > nameless_from
                else None,
                "handle": hashlib.sha256(b"%d" % n).digest() if n > nameless_from else None,
                "said_on": said[n - 1].date().isoformat(),
                "closed_on": None if n > open_from else said[n - 1].date().isoformat(),
            }
            for n in numbers
        ),
    )
    yield (
        "voice_parts",
        (
            {
                "voice_id": n,
                "side": "speaker",
                "is_first": 1,
                "text": f"{n % 40} 号楼{draw.choice(('楼道灯坏了', '垃圾没人收', '电梯有异响'))}",
                "path": f"voices/{n:032x}.jpg" if n % 3 == 0 else None,
                "sha256": f"{n:064x}" if n % 3 == 0 else None,
            }
            for n in numbers
        ),
    )
    yield (
        "voice_passes",
        (
            {
                "voice_id": n,
                "organisation_id": n % size.organisations + 1,
                "passed_by": n % STAFF + 1,
                "passed_at": stamp(said[n - 1]),
                "answer_by": (said[n - 1] + timedelta(days=5)).date().isoformat(),
                "first_word_at": stamp(said[n - 1] + timedelta(hours=n % 70)),
                "solved_at": None if n > open_from else stamp(said[n - 1] + timedelta(days=n % 9)),
            }
            for n in numbers
        ),
    )
