"""A quiz of several questions: each answer is weighed by its own question, once, for one person."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import (
    course_reminders,
    course_writings,
    courses,
    deliveries,
    forgetting,
    learners,
    quiz_questions,
    sittings,
    studies,
)
from storage.course_writings import QUESTION
from storage.database import Database
from storage.lessons import Added, add
from storage.people import Person, remember
from storage.quiz_questions import Written
from storage.tables import quiz_items

NOW = datetime(2026, 8, 20, 1, tzinfo=UTC)
WANG, CHEN = 1, 2


@pytest.fixture
async def db(db: Database) -> Database:
    """A course with a lesson and three questions; of each another option is right."""
    for number in (WANG, CHEN):
        await remember(db, Person(id=number, name=str(number)))
    course_id = await courses.begin(db, "认识联盟", WANG, NOW)
    writing = await course_writings.of(db, WANG, NOW)
    assert writing is not None
    await add(db, writing, Added(message_id=1, title="一"), NOW)
    for right in (0, 1, 2):
        await course_writings.ask(db, WANG, QUESTION, NOW, course_id=course_id)
        writing = await course_writings.of(db, WANG, NOW)
        assert writing is not None
        written = Written(text="？", options=("一", "二", "三"), right=right, explanation="因")
        await quiz_questions.write(db, writing, written, NOW)
    await courses.publish(db, course_id, WANG, NOW)
    return db


async def sat(db: Database, *chosen: int) -> sittings.Sitting:
    """How it goes with these answers, one after the other."""
    await sittings.sit(db, 1, CHEN, NOW)
    newest = select(quiz_items.c.id).order_by(quiz_items.c.id.desc()).limit(3)
    found = await db.read(lambda connection: connection.execute(newest))
    for item_id, option in zip(sorted(found.scalars()), chosen, strict=True):
        assert await sittings.answer(db, item_id, CHEN, option, NOW)
        assert not await sittings.answer(db, item_id, CHEN, option, NOW)
        assert not await sittings.answer(db, item_id, WANG, option, NOW)
    whole = await sittings.one(db, await _last(db))
    assert whole is not None
    return whole


async def _last(db: Database) -> int:
    newest = select(quiz_items.c.sitting_id).order_by(quiz_items.c.id.desc()).limit(1)
    found = await db.read(lambda connection: connection.execute(newest))
    return int(found.scalar_one())


async def test_two_of_three_are_sixty_percent_and_one_is_not(db: Database) -> None:
    failed = await sat(db, 0, 0, 0)
    assert (failed.right, failed.asked, failed.needed, failed.is_passed) == (1, 3, 2, False)
    passed = await sat(db, 0, 0, 2)
    assert (passed.right, passed.is_passed) == (2, True)


async def test_only_who_opened_all_lessons_has_finished_with_the_quiz(db: Database) -> None:
    await sat(db, 0, 1, 2)
    assert (await studies.progress(db, CHEN, 1)).finished_at is None
    await studies.study(db, CHEN, 1, ("courses.lesson",), NOW)
    progress = await studies.progress(db, CHEN, 1)
    assert (set(progress.opened), progress.has_passed) == ({1}, True)
    assert progress.finished_at == NOW


async def test_without_the_last_question_who_read_everything_has_finished(db: Database) -> None:
    await studies.study(db, CHEN, 1, ("courses.lesson",), NOW)
    for number in (1, 2, 3):
        assert (await studies.progress(db, CHEN, 1)).finished_at is None
        assert await quiz_questions.retire(db, number, WANG, NOW)
        assert not await quiz_questions.retire(db, number, WANG, NOW)
    assert (await studies.progress(db, CHEN, 1)).finished_at == NOW


async def test_who_is_forgotten_is_counted_and_reminded_of_nothing(db: Database) -> None:
    await studies.study(db, CHEN, 1, ("courses.lesson",), NOW)
    await sat(db, 0, 1, 2)
    due = NOW + timedelta(3)
    assert await course_reminders.wish(db, CHEN, 1, due) == due
    assert await course_reminders.wish(db, CHEN, 1, due + timedelta(1)) == due
    await forgetting.forget(db, CHEN, lambda number: f"前成员 {number}", NOW)
    assert (await studies.progress(db, CHEN, 1)).opened == frozenset()
    assert await learners.count(db, 1) == 1
    await course_reminders.remind(db, 1, due)
    assert await deliveries.showing(db, course_reminders.REMIND, 1) == ()
