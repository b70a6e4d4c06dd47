"""Courses, and how far everybody is with them."""

import random

from benchmarks.town.size import Size, Tables, some_time, stamp

COURSES, LESSONS, QUESTIONS = 50, 5, 3


def tables(size: Size, draw: random.Random) -> Tables:
    """Everybody has learnt one course to its end, and begun another."""
    at = stamp(some_time(draw))
    courses = range(1, COURSES + 1)
    people = range(1, size.people + 1)
    written = {"written_by": 1, "written_at": at}
    open_ = {"state": "open", "published_by": 1, "published_at": at}
    yield "courses", ({"id": n, "title": f"党课 {n}"} | written | open_ for n in courses)
    yield (
        "lessons",
        (
            {"id": (n - 1) * LESSONS + place, "course_id": n, "place": place, "title": "五联动"}
            | written
            for n in courses
            for place in range(1, LESSONS + 1)
        ),
    )
    yield (
        "quiz_questions",
        (
            {"course_id": n, "place": place, "text": "几联动？", "options": "三\n五", "right": 1}
            | written
            for n in courses
            for place in range(1, QUESTIONS + 1)
        ),
    )
    yield (
        "studies",
        (
            {"person_id": who, "lesson_id": (course - 1) * LESSONS + place, "opened_at": at}
            for who in people
            for course, most in ((who % COURSES + 1, LESSONS), ((who + 7) % COURSES + 1, 2))
            for place in range(1, most + 1)
        ),
    )
    sat = {"share": 60, "begun_at": at, "ended_at": at, "is_passed": 1}
    yield (
        "sittings",
        ({"id": who, "person_id": who, "course_id": who % COURSES + 1} | sat for who in people),
    )
    yield (
        "quiz_items",
        (
            {"sitting_id": who, "question_id": who % COURSES * QUESTIONS + place, "place": place}
            | {"chosen": 1, "is_right": 1, "answered_at": at}
            for who in people
            for place in range(1, QUESTIONS + 1)
        ),
    )
    yield (
        "completions",
        ({"person_id": who, "course_id": who % COURSES + 1, "finished_at": at} for who in people),
    )
