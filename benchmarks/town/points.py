"""Service points, spread over a town of ten kilometres, and what is said of them."""

import random

from benchmarks.town.size import Size, Tables, some_time, stamp
from storage.points import KINDS

CENTER, WIDE = (34.80, 113.65), 0.045
"""Degrees: Huiji district, and five kilometres to each side."""
SPANS = "[[540,720],[840,1050]]"
HOURS = (
    f'{{"days":[{",".join([SPANS] * 5)},[],[]],"by_calendar":true,"on_holidays":false,'
    '"exceptions":[]}'
)
OTHERS = ("", HOURS, HOURS.replace("1050", "1080"))


def tables(size: Size, draw: random.Random) -> Tables:
    yield "points", (_point(n, size, draw) for n in range(1, size.points + 1))
    numbers = range(1, size.organisations + 1)
    asked = stamp(some_time(draw))
    yield (
        "point_checks",
        ({"organisation_id": n, "round": "2026-03-01", "asked_at": asked} for n in numbers),
    )
    yield (
        "point_complaints",
        (
            {"point_id": n, "person_id": n, "words": "搬走了", "complained_at": asked}
            for n in range(1, size.points // 10 + 1)
        ),
    )


def _point(number: int, size: Size, draw: random.Random) -> dict[str, object]:
    latitude, longitude = (one + draw.uniform(-WIDE, WIDE) for one in CENTER)
    moment = stamp(some_time(draw))
    return {
        "id": number,
        "organisation_id": number % size.organisations + 1,
        "name": f"示例服务点{number}",
        "kind": draw.choice(KINDS),
        "given_latitude": latitude,
        "given_longitude": longitude,
        "datum": "wgs84",
        "latitude": latitude,
        "longitude": longitude,
        "hours": draw.choice(OTHERS),
        "offers": draw.choice(("量血压", "理发、缝补", "法律咨询")),
        "made_at": moment,
        "confirmed_at": moment,
    }
