"""Articles, what they said before, and who follows columns."""

import random
from datetime import timedelta

from benchmarks.town.size import GROUP, NOW, STAFF, Size, Tables, some_time, stamp

COLUMNS = 16
"""As a migration makes them."""
EACH = 5
"""So many articles for each notice."""


def tables(size: Size, draw: random.Random) -> Tables:
    numbers = range(1, size.notices * EACH + 1)
    published = [some_time(draw) for _ in numbers]
    yield (
        "articles",
        (
            {
                "id": n,
                "column_id": n % COLUMNS + 1,
                "title": f"办事指南第{n}篇",
                "body": "带上身份证到社区。" * 20,
                "state": "published",
                "chat_id": GROUP,
                "author_id": n % STAFF + 1,
                "written_at": stamp(published[n - 1]),
                "published_by": n % STAFF + 1,
                "published_at": stamp(published[n - 1]),
            }
            for n in numbers
        ),
    )
    yield "article_openings", ({"article_id": n, "count": n} for n in numbers)
    yield (
        "article_versions",
        (
            {
                "article_id": n // 50 * 50 or 50,
                "field": "body",
                "old": "旧",
                "new": "新",
                "person_id": n % STAFF + 1,
                "changed_at": stamp(published[n - 1]),
            }
            for n in numbers
        ),
    )
    people = range(1, size.people + 1)
    yield (
        "follows",
        (
            {
                "column_id": column,
                "person_id": n,
                "followed_at": stamp(NOW - timedelta(days=300)),
            }
            for n in people
            for column in {n % COLUMNS + 1, n // 7 % COLUMNS + 1}
        ),
    )
    yield (
        "gatherings",
        (
            {
                "id": n,
                "person_id": n,
                "since": stamp(NOW - timedelta(days=7)),
                "until": stamp(NOW),
            }
            for n in people
        ),
    )
