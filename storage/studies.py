"""How far each person got in a course: the lessons that were opened, and what is finished.

A course is finished when all its lessons were opened and its quiz was passed, or there is none.
Once that is so it stays so, whatever becomes of the course.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import (
    completions,
    courses,
    lessons,
    quiz_questions as questions,
    sittings,
    studies as table,
)
from storage.values import Value

PICTURES, PAPERS, LESSON = "courses.pictures", "courses.papers", "courses.lesson"
"""The deliveries that a lesson is; their subject is the study. The last has words and buttons."""
FINISHED = "courses.finished"
"""The delivery that congratulates where no quiz does; its subject is the completion."""
COMING = ("pending", "sending")


class Study(Value):
    """That somebody opened a lesson."""

    id: int
    person_id: int
    lesson_id: int


class Progress(Value):
    """How far somebody is in a course."""

    opened: frozenset[int] = frozenset()
    """The lessons, by id."""
    has_passed: bool = False
    finished_at: datetime | None = None


class Completion(Value):
    """That somebody finished a course."""

    id: int
    person_id: int
    course_id: int
    finished_at: datetime


@transaction
async def study(
    connection: AsyncConnection,
    person_id: int,
    lesson_id: int,
    kinds: Collection[str],
    now: datetime,
) -> None:
    """Notes that a lesson was opened and owes it; what is on its way already is not owed again.

    `kinds` are the deliveries that it is made of. Who is through with it is congratulated.
    """
    made = insert_new(table).values(person_id=person_id, lesson_id=lesson_id, opened_at=now)
    await connection.execute(made.on_conflict_do_nothing())
    this = and_(table.c.person_id == person_id, table.c.lesson_id == lesson_id)
    study_id: int = (await connection.execute(select(table.c.id).where(this))).scalar_one()
    if not await deliveries.was_owed(connection, LESSON, study_id, person_id, None, COMING):
        for kind in (PICTURES, PAPERS, LESSON):
            if kind in kinds:
                await deliveries.owe(connection, kind, study_id, person_id, now)
    its_course = select(lessons.c.course_id).where(lessons.c.id == lesson_id)
    course_id: int = (await connection.execute(its_course)).scalar_one()
    for number in await settle(connection, course_id, now, person_id):
        await deliveries.owe(connection, FINISHED, number, person_id, now)


@query
async def progress(connection: AsyncConnection, person_id: int, course_id: int) -> Progress:
    """How far somebody is."""
    opened = select(table.c.lesson_id).where(
        table.c.person_id == person_id, table.c.lesson_id.in_(lessons_of(course_id))
    )
    done = select(completions.c.finished_at).where(
        completions.c.person_id == person_id, completions.c.course_id == course_id
    )
    passed = select(_has_passed(person_id, course_id))
    return Progress(
        opened=frozenset((await connection.execute(opened)).scalars()),
        has_passed=bool((await connection.execute(passed)).scalar_one()),
        finished_at=(await connection.execute(done)).scalar_one_or_none(),
    )


@query
async def one(connection: AsyncConnection, study_id: int) -> Study | None:
    """The study with this id."""
    found = await connection.execute(select(table).where(table.c.id == study_id))
    return Study.of(found.one_or_none())


@query
async def completion(connection: AsyncConnection, completion_id: int) -> Completion | None:
    """The completion with this id."""
    this = select(completions).where(completions.c.id == completion_id)
    return Completion.of((await connection.execute(this)).one_or_none())


async def settle(
    connection: AsyncConnection, course_id: int, now: datetime, person_id: int | None = None
) -> tuple[int, ...]:
    """Notes who has finished by now, one person or whoever; gives the new completions' ids."""
    there = and_(lessons.c.course_id == course_id, lessons.c.retired_at.is_(None))
    number = select(func.count()).select_from(lessons).where(there).scalar_subquery()
    asks = select(questions.c.id).where(is_asked(course_id)).exists()
    learnt = (
        select(table.c.person_id, courses.c.id, literal(now, completions.c.finished_at.type))
        .join(lessons, lessons.c.id == table.c.lesson_id)
        .join(courses, courses.c.id == lessons.c.course_id)
        .where(there, or_(~asks, _has_passed(table.c.person_id, course_id)))
        .group_by(table.c.person_id, courses.c.id)
        .having(func.count() == number)
    )
    if person_id is not None:
        learnt = learnt.where(table.c.person_id == person_id)
    names = ["person_id", "course_id", "finished_at"]
    made = insert_new(completions).from_select(names, learnt).on_conflict_do_nothing()
    return tuple((await connection.execute(made.returning(completions.c.id))).scalars())


def is_asked(course_id: int) -> ColumnElement[bool]:
    """A question of the course that is complete and was not retired."""
    return and_(
        questions.c.course_id == course_id,
        questions.c.retired_at.is_(None),
        questions.c.right.is_not(None),
    )


def lessons_of(course_id: int) -> Select[int]:
    """The lessons of a course, retired ones too."""
    return select(lessons.c.id).where(lessons.c.course_id == course_id)


def progress_of(person_id: int) -> tuple[ColumnElement[Any], ...]:
    """Of a row of `courses`: how many lessons it has, how many somebody opened, and the end."""
    there = and_(lessons.c.course_id == courses.c.id, lessons.c.retired_at.is_(None))
    of_all = select(func.count()).select_from(lessons).where(there)
    of_mine = (
        select(func.count())
        .select_from(lessons.join(table, table.c.lesson_id == lessons.c.id))
        .where(there, table.c.person_id == person_id)
    )
    done = select(completions.c.id).where(
        completions.c.course_id == courses.c.id, completions.c.person_id == person_id
    )
    return (
        of_all.correlate(courses).scalar_subquery().label("lessons"),
        of_mine.correlate(courses).scalar_subquery().label("opened"),
        done.correlate(courses).exists().label("is_finished"),
    )


def _has_passed(person_id: ColumnElement[int] | int, course_id: int) -> ColumnElement[bool]:
    passed = and_(
        sittings.c.person_id == person_id, sittings.c.course_id == course_id, sittings.c.is_passed
    )
    return select(sittings.c.id).where(passed).correlate(table).exists()
