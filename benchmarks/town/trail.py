"""The record of changes: an entry for each activity and each tenth answer, as it was written."""

import json
import random
from datetime import timedelta

from benchmarks.town.size import NOW, STAFF, Size, Tables, stamp

DIGEST = bytes(32)


def tables(size: Size, draw: random.Random) -> Tables:
    """Entries alone; nobody verifies this file."""
    every = size.activities
    yield (
        "trail",
        (
            {
                "seq": n,
                "at": stamp(NOW - timedelta(minutes=(every - n) * 26)),
                "subject": "activities" if n % 2 else "answers",
                "doer": "person",
                "doer_id": STAFF + draw.randrange(size.organisations) + 1,
                "doer_digest": DIGEST,
                "key": json.dumps([n]),
                "after": json.dumps({"title": "义诊", "state": "reported"}, ensure_ascii=False),
                "organisation_id": draw.randrange(size.organisations) + 1,
                "activity_id": n if n % 2 else None,
                "notice_id": None if n % 2 else n % size.notices + 1,
                "digest": DIGEST,
                "hash": DIGEST,
            }
            for n in range(1, every + 1)
        ),
    )
