"""Activities, with photos, partners, likes, messages, and what staff asked and corrected."""

import random
from datetime import datetime, timedelta

from benchmarks.town.size import GROUP, NOW, STAFF, Row, Size, Tables, some_time, stamp

WHAT = ("义诊", "防火讲座", "慰问老人", "大扫除", "反诈宣传", "读书会", "招聘会", "文艺演出")
LINKAGES = ("livelihood", "education", "culture", "safety", "development")
WHERE = ("文化广场", "便民大厅", "活动中心", "图书室", "篮球场")


def tables(size: Size, draw: random.Random) -> Tables:
    numbers = range(1, size.activities + 1)
    held = [some_time(draw) for _ in numbers]
    yield ("activities", (_activity(number, held[number - 1], size, draw) for number in numbers))
    photos = [number for number in numbers for _ in range(1 + number % 2)]
    yield (
        "photos",
        (
            {
                "chat_id": GROUP,
                "message_id": 10_000_000 + place,
                "media_group_id": f"album{number}",
                "person_id": STAFF + number % size.organisations,
                "activity_id": number if number % 50 else None,
                "file_id": f"f{place}",
                "file_unique_id": f"u{place}",
                "sent_at": stamp(held[number - 1]),
                "state": "stored",
                "due_at": stamp(held[number - 1]),
                "path": f"2026-08/{place}.jpg",
                "sha256": f"{place:064x}",
            }
            for place, number in enumerate(photos)
        ),
    )
    tags = 32
    yield ("activity_tags", ({"activity_id": n, "tag_id": n % tags + 1} for n in numbers))
    yield (
        "partners",
        (
            {
                "activity_id": n,
                "organisation_id": draw.randrange(size.organisations) + 1,
                "state": draw.choice(("confirmed", "confirmed", "named", "declined")),
            }
            for n in numbers
            if n % 7 == 0
        ),
    )
    yield (
        "likes",
        (
            {
                "chat_id": GROUP,
                "message_id": n,
                "person_id": draw.randrange(size.people) + 1,
                "activity_id": n,
                "liked_at": stamp(NOW),
            }
            for n in numbers
            if n % 2
        ),
    )
    yield (
        "deliveries",
        (
            {
                "kind": "activities.receipt",
                "subject_id": n,
                "chat_id": STAFF + n % size.organisations,
                "state": "sent",
                "message_id": n,
                "due_at": stamp(held[n - 1]),
                "sent_at": stamp(held[n - 1]),
            }
            for n in numbers
        ),
    )


def _activity(number: int, held: datetime, size: Size, draw: random.Random) -> Row:
    what = draw.choice(WHAT)
    waits = number > size.activities - 200
    return {
        "id": number,
        "organisation_id": draw.randrange(size.organisations) + 1,
        "reporter_id": STAFF + number % size.organisations + 1,
        "chat_id": GROUP,
        "message_id": number,
        "caption": f"{what}，服务{number % 200}人",
        "title": what,
        "held_on": held.date().isoformat(),
        "served": number % 200,
        "reported_at": stamp(held),
        "state": "reported" if waits else "approved",
        "linkage": draw.choice(LINKAGES),
        "place": draw.choice(WHERE),
        "minutes": 120 if number % 3 else None,
        "part_of": number - 1 if number % 100 == 0 else None,
        "deleted_at": stamp(NOW) if number % 97 == 0 else None,
        "deleted_by": 1 if number % 97 == 0 else None,
    }


def looked_over(size: Size, draw: random.Random) -> Tables:
    """Questions, corrections, features and announcements."""
    few = range(1, size.activities // 50)
    moment = stamp(NOW - timedelta(days=30))
    yield (
        "queries",
        (
            {
                "activity_id": n * 50,
                "words": "多少人？",
                "asked_by": 1,
                "asked_at": moment,
                "answer": "30",
            }
            for n in few
        ),
    )
    yield (
        "revisions",
        (
            {
                "activity_id": n,
                "person_id": 1,
                "field": "title",
                "before": "a",
                "after": "b",
                "changed_at": moment,
            }
            for n in range(1, size.activities, 2)
        ),
    )
    yield (
        "features",
        (
            {"activity_id": n * 50, "chat_id": GROUP, "featured_by": 1, "featured_at": moment}
            for n in few
        ),
    )
    yield (
        "announcements",
        (
            {
                "organisation_id": n % size.organisations + 1,
                "title": draw.choice(WHAT),
                "held_on": (NOW + timedelta(days=30 - n)).date().isoformat(),
                "chat_id": GROUP,
                "announced_by": STAFF + 1,
                "announced_at": moment,
                "places": 30,
            }
            for n in few
        ),
    )
    yield (
        "signups",
        (
            {"announcement_id": n, "person_id": STAFF + 1 + k, "signed_at": moment}
            for n in few
            for k in range(30)
        ),
    )
    yield (
        "objections",
        ({"photo_id": n * 50 + 1, "person_id": STAFF + n, "objected_at": moment} for n in few),
    )
