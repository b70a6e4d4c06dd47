"""Organisations, people, who answers for whom."""

import random
from datetime import timedelta

from benchmarks.town.size import GROUP, NOW, STAFF, Row, Size, Tables, stamp

CATEGORIES = ("community", "enterprise", "social", "stationed")


def tables(size: Size, draw: random.Random) -> Tables:
    yield (
        "organisations",
        (
            {
                "id": number,
                "position": number,
                "name": f"第{number}单位党支部",
                "short_name": f"第{number}单位",
                "category": "street" if number == 1 else CATEGORIES[number % 4],
                "community": f"第{number % 40}社区",
            }
            for number in range(1, size.organisations + 1)
        ),
    )
    yield (
        "people",
        (
            {
                "id": number,
                "name": f"居民{number}",
                "username": f"u{number}" if number % 3 else "",
                "is_staff": int(number <= STAFF),
                "is_reachable": int(number % 5 != 0),
            }
            for number in range(1, size.people + 1)
        ),
    )
    since = stamp(NOW - timedelta(days=900))
    seat: Row = {"since": since, "added_by": 1}
    pairs = [
        (STAFF + number, (number - 1) % size.organisations + 1)
        for number in range(1, size.organisations * 3 // 2)
    ]
    yield ("liaisons", [{"person_id": who, "organisation_id": one} | seat for who, one in pairs])
    members = range(STAFF + size.organisations * 2, size.people, 3)
    yield (
        "memberships",
        [
            {"person_id": who, "organisation_id": who % size.organisations + 1} | seat
            for who in members
        ],
    )
    yield (
        "chats",
        [
            {"id": GROUP - number, "title": f"群{number}", "is_administrator": 1}
            for number in range(3)
        ],
    )
    communities = [n for n in range(2, size.organisations + 1) if CATEGORIES[n % 4] == "community"]
    yield (
        "pairings",
        [
            {
                "organisation_id": n,
                "community_id": draw.choice(communities),
                "paired_by": 1,
                "paired_at": since,
            }
            for n in range(2, size.organisations + 1)
            if n % 4 and n % 3
        ],
    )
    yield ("searches", [{"words": f"义诊{number}", "asked_at": since} for number in range(500)])
