"""What notices leave: whom they asked, answers, reminders, copies, and messages."""

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from benchmarks.town.size import GROUP, NOW, STAFF, Row, Size, Tables, stamp

OPEN = 8
"""So many take answers still."""
COPIES, REMINDED, READERS = 60, 20, 25


def tables(size: Size, draw: random.Random) -> Tables:
    organisations, notices, people = size.organisations, size.notices, size.people
    numbers = range(1, notices + 1)
    sent = {n: NOW - timedelta(hours=(notices - n) * 40 + 1) for n in numbers}
    opened = range(max(1, notices - OPEN + 1), notices + 1)
    yield (
        "notices",
        (
            {
                "id": n,
                "number": n,
                "text": f"通知{n}：明天下午三点开会，请各单位收到后回复",
                "author_id": n % STAFF + 1,
                "state": "open" if n in opened else "closed",
                "chat_id": GROUP,
                "created_at": stamp(sent[n]),
                "decided_by": n % STAFF + 1,
                "decided_at": stamp(sent[n]),
                "form": "receipt",
                "deadline": stamp(sent[n] + timedelta(days=3)),
            }
            for n in numbers
        ),
    )
    yield (
        "asked",
        (
            {"notice_id": n, "organisation_id": o}
            for n in numbers
            for o in range(2, organisations + 1)
        ),
    )
    answered = [(n, o) for n in numbers for o in range(2, organisations + 1) if (n * 7 + o) % 11]
    for table, when in (("answers", "answered_at"), ("changes", "changed_at")):
        yield (
            table,
            (
                {
                    "notice_id": n,
                    "organisation_id": o,
                    "person_id": STAFF + o,
                    "answer": "received" if o % 9 else "difficulty",
                    when: stamp(sent[n] + timedelta(minutes=o)),
                }
                for n, o in answered
            ),
        )
    yield ("destinations", ({"notice_id": n, "chat_id": GROUP} for n in numbers))
    yield (
        "reads",
        (
            {"notice_id": n, "person_id": draw.randrange(people) + 1, "read_at": stamp(sent[n])}
            for n in numbers
            for _ in range(READERS)
        ),
    )
    yield (
        "turns",
        (
            {"notice_id": n, "turn": turn, "person_id": 1, "turned_at": stamp(sent[n])}
            for n in numbers
            for turn in ("sent", "closed")
        ),
    )
    copies = [(n, who) for n in numbers for who in range(COPIES + REMINDED)]
    yield (
        "reminders",
        (
            {
                "id": place,
                "notice_id": n,
                "person_id": STAFF + 1 + (who * 3) % (organisations - 2),
                "reminded_at": stamp(sent[n]),
                "is_copy": int(who < COPIES),
            }
            for place, (n, who) in enumerate(copies, start=1)
        ),
    )
    yield (
        "broadcasts",
        ({"notice_id": n, "state": "running" if n in opened else "done"} for n in numbers),
    )
    yield (
        "calls",
        (
            {"notice_id": n, "organisation_id": o, "person_id": 1, "taken_at": stamp(sent[n])}
            for n in numbers
            for o in (3, 4)
        ),
    )
    yield ("deliveries", _deliveries(numbers, copies, sent))
    yield (
        "jobs",
        (
            {
                "kind": "notices.deadline",
                "subject_id": n,
                "due_at": stamp(sent[n] + timedelta(days=9)),
            }
            for n in opened
        ),
    )


def _deliveries(
    numbers: Iterable[int], copies: list[tuple[int, int]], sent: dict[int, datetime]
) -> Iterator[Row]:
    for n in numbers:
        yield _delivery("notices.card", n, GROUP, n + 20_000_000, sent[n])
    for place, (n, who) in enumerate(copies, start=1):
        kind = "notices.copy" if who < COPIES else "notices.reminder"
        yield _delivery(kind, place, STAFF + who, place + 30_000_000, sent[n])


def _delivery(kind: str, subject_id: int, chat_id: int, message_id: int, when: datetime) -> Row:
    return {
        "kind": kind,
        "subject_id": subject_id,
        "chat_id": chat_id,
        "state": "sent",
        "message_id": message_id,
        "due_at": stamp(when),
        "sent_at": stamp(when),
    }
