"""What people's commands ask of the storage about courses; `benchmarks.asked` has the rest."""

from collections.abc import Awaitable, Callable

from benchmarks.town.draw import Draw
from benchmarks.town.size import NOW
from storage import (
    course_reminders,
    course_writings,
    courses,
    learners,
    lessons,
    quiz_questions,
    sittings,
    studies,
)
from storage.database import Store

LISTED: dict[str, Callable[[Store, Draw], Awaitable[object]]] = {
    "course_reminders.one": lambda db, d: course_reminders.one(db, d.few),
    "course_writings.of": lambda db, d: course_writings.of(db, d.few, NOW),
    "course_writings.one": lambda db, d: course_writings.one(db, d.few),
    "courses.called": lambda db, d: courses.called(db, f"{d.few}", 20),
    "courses.listed": lambda db, d: courses.listed(db, d.person),
    "courses.one": lambda db, d: courses.one(db, d.few),
    "courses.retired": lambda db, _: courses.retired(db, 100),
    "courses.titles": lambda db, d: courses.titles(db, [d.few, d.few]),
    "learners.by_organisation": lambda db, d: learners.by_organisation(db, d.few),
    "learners.count": lambda db, d: learners.count(db, d.few),
    "learners.of_some": lambda db, d: learners.of_some(db, d.few, [d.organisation]),
    "learners.sheet": lambda db, _: learners.sheet(db),
    "lessons.one": lambda db, d: lessons.one(db, d.few),
    "quiz_questions.one": lambda db, d: quiz_questions.one(db, d.few),
    "sittings.item": lambda db, d: sittings.item(db, d.person),
    "sittings.one": lambda db, d: sittings.one(db, d.person),
    "studies.completion": lambda db, d: studies.completion(db, d.person),
    "studies.one": lambda db, d: studies.one(db, d.person),
    "studies.progress": lambda db, d: studies.progress(db, d.person, d.few),
}
"""By module and function."""
