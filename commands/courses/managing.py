"""The buttons of staff: a course is made, mended, published and retired with them."""

from commands.courses import desks, handlers, rules, views
from commands.kit import Post, Talk
from storage import course_writings, courses, lessons, quiz_questions
from storage.course_writings import LESSON, QUESTION, RETITLE, REWORD, TITLE
from storage.courses import SHARES
from storage.lessons import LESSONS, Lesson
from storage.quiz_questions import Question

QUESTIONS = 20
RETIRED_SHOWN = 100


async def new(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """A new course begins with its title."""
    await course_writings.ask(talk.store, talk.asker.person.id, TITLE, talk.now)


async def stop(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """Nothing is written any more."""
    await course_writings.stop(talk.store, talk.asker.person.id)
    await talk.toast(talk.words.t("No course was begun."))


async def desk(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A course as a whole; who was writing at it has finished with that."""
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await course_writings.stop(talk.store, talk.asker.person.id)
        await talk.edit(desks.desk(talk.words, course))


async def add(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next lesson is asked for."""
    course = await handlers.the_course(talk, numbers)
    if course is None:
        return
    if len(course.lessons) >= LESSONS:
        await talk.toast(talk.words.t("A course has at most {most} lessons.", most=LESSONS))
    else:
        await _ask(talk, LESSON, course.id)


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The next question is asked for."""
    course = await handlers.the_course(talk, numbers)
    if course is None:
        return
    if len(course.questions) >= QUESTIONS:
        await talk.toast(talk.words.t("A quiz has at most {most} questions.", most=QUESTIONS))
    else:
        await _ask(talk, QUESTION, course.id)


async def retitle(talk: Talk, numbers: tuple[int, ...]) -> None:
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await _ask(talk, RETITLE, course.id)


async def lesson_list(talk: Talk, numbers: tuple[int, ...]) -> None:
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await talk.edit(desks.lessons(talk.words, course))


async def lesson(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What can be done to a lesson."""
    found = await _lesson(talk, numbers)
    if found is not None:
        await talk.edit(await _lesson_post(talk, found))


async def reword(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _lesson(talk, numbers)
    if found is not None:
        await _ask(talk, REWORD, found.course_id, lesson_id=found.id)


async def more(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What is sent next goes into this lesson."""
    found = await _lesson(talk, numbers)
    if found is not None:
        await _ask(talk, LESSON, found.course_id, lesson_id=found.id)


async def clear(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _lesson(talk, numbers)
    if found is None:
        return
    if await lessons.clear(talk.store, found.id):
        await talk.edit(await _lesson_post(talk, await lessons.one(talk.store, found.id) or found))
    else:
        await talk.toast(talk.words.t("It has no pictures and no files."))


async def lesson_up(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _lesson(talk, numbers)
    if found is None:
        return
    if await lessons.move_up(talk.store, found.id):
        await talk.edit(await _lesson_post(talk, found))
    else:
        await talk.toast(talk.words.t("It is the first one."))


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A lesson is taken out; it can be put back."""
    found = await _lesson(talk, numbers)
    if found is not None:
        await lessons.retire(talk.store, found.id, talk.asker.person.id, talk.now)
        await talk.edit(await _lesson_post(talk, found))


async def undrop(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _lesson(talk, numbers)
    if found is not None:
        await lessons.restore(talk.store, found.id)
        await talk.edit(await _lesson_post(talk, found))


async def question_list(talk: Talk, numbers: tuple[int, ...]) -> None:
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await talk.edit(desks.questions(talk.words, course))


async def question(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _question(talk, numbers)
    if found is not None:
        await talk.edit(desks.question(talk.words, found))


async def correct(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another question takes the place of this one."""
    found = await _question(talk, numbers)
    if found is not None:
        await _ask(talk, QUESTION, found.course_id, question_id=found.id)


async def question_up(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _question(talk, numbers)
    if found is None:
        return
    if await quiz_questions.move_up(talk.store, found.id):
        course = await courses.one(talk.store, found.course_id)
        await talk.edit(
            desks.questions(talk.words, course) if course else Post(views.gone(talk.words))
        )
    else:
        await talk.toast(talk.words.t("It is the first one."))


async def question_drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    found = await _question(talk, numbers)
    if found is None:
        return
    await quiz_questions.retire(talk.store, found.id, talk.asker.person.id, talk.now)
    course = await courses.one(talk.store, found.course_id)
    if course is not None:
        await talk.edit(desks.questions(talk.words, course))


async def right(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Which of the options is the right one."""
    found = await _question(talk, numbers[:1])
    if found is None:
        return
    place = numbers[1] if len(numbers) > 1 else -1
    values: dict[str, object] = {"right": place}
    is_one = 0 <= place < len(found.options)
    person_id = talk.asker.person.id
    if not is_one or not await quiz_questions.complete(
        talk.store, found.id, values, person_id, talk.now
    ):
        await talk.toast(talk.words.t("The right option was chosen before."))


async def plain(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A question without an explanation."""
    found = await _question(talk, numbers)
    if found is not None:
        person_id = talk.asker.person.id
        await quiz_questions.leave_unexplained(talk.store, found.id, person_id, talk.now)


async def shares(talk: Talk, numbers: tuple[int, ...]) -> None:
    course = await handlers.the_course(talk, numbers)
    if course is not None:
        await talk.edit(desks.shares(talk.words, course))


async def share(talk: Talk, numbers: tuple[int, ...]) -> None:
    """So many percent are enough."""
    course = await handlers.the_course(talk, numbers[:1])
    if course is not None and len(numbers) > 1 and numbers[1] in SHARES:
        await courses.choose_share(talk.store, course.id, numbers[1])
        await _show_desk(talk, course.id)


async def _ask(
    talk: Talk,
    step: str,
    course_id: int,
    *,
    lesson_id: int | None = None,
    question_id: int | None = None,
) -> None:
    ids = {"course_id": course_id, "lesson_id": lesson_id, "question_id": question_id}
    await course_writings.ask(talk.store, talk.asker.person.id, step, talk.now, **ids)


async def _show_desk(talk: Talk, course_id: int) -> None:
    course = await courses.one(talk.store, course_id)
    if course is not None:
        await talk.edit(desks.desk(talk.words, course))


async def _lesson(talk: Talk, numbers: tuple[int, ...]) -> Lesson | None:
    found = await lessons.one(talk.store, numbers[0]) if numbers else None
    if found is None:
        await talk.toast(views.gone(talk.words))
    return found


async def _lesson_post(talk: Talk, lesson: Lesson) -> Post:
    course = await courses.one(talk.store, lesson.course_id)
    if course is None:
        return Post(views.gone(talk.words))
    number, _, _ = rules.beside(course, lesson.id)
    return desks.lesson(talk.words, course, lesson, number)


async def _question(talk: Talk, numbers: tuple[int, ...]) -> Question | None:
    found = await quiz_questions.one(talk.store, numbers[0]) if numbers else None
    if found is None or found.retired_at is not None:
        await talk.toast(talk.words.t("This question was replaced or taken out."))
        return None
    return found
