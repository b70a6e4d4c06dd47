"""What a member of staff is writing of a course just now: one thing at a time.

It is a row that goes with each step; a prompt is a delivery of the row, so one of an earlier step
shows nothing any more.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import course_writings as table
from storage.values import Value

PROMPT = "courses.prompt"
"""The delivery that says what is wanted next; its subject is the row here."""
TITLE, RETITLE = "title", "retitle"
LESSON, REWORD = "lesson", "reword"
QUESTION, OPTIONS, RIGHT, EXPLANATION = "question", "options", "right", "explanation"
DONE = "done"
"""Nothing is wanted any more; the prompt leads back to the course."""
LASTS = timedelta(hours=2)
"""Who says nothing for so long has turned to other things: what they say then is not taken."""


class Writing(Value):
    """What is written next, by whom."""

    id: int
    person_id: int
    step: str
    course_id: int | None
    lesson_id: int | None
    question_id: int | None
    at: datetime


@query
async def of(connection: AsyncConnection, person_id: int, now: datetime) -> Writing | None:
    """What somebody is writing now."""
    mine = select(table).where(
        table.c.person_id == person_id, table.c.at > now - LASTS, table.c.step != DONE
    )
    return Writing.of((await connection.execute(mine)).one_or_none())


@query
async def one(connection: AsyncConnection, writing_id: int) -> Writing | None:
    """The step with this id, as long as it is the last one of its person."""
    found = await connection.execute(select(table).where(table.c.id == writing_id))
    return Writing.of(found.one_or_none())


@transaction
async def ask(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    person_id: int,
    step: str,
    now: datetime,
    *,
    course_id: int | None = None,
    lesson_id: int | None = None,
    question_id: int | None = None,
) -> None:
    """Somebody turns to a step, and is asked for it."""
    ids = {"course_id": course_id, "lesson_id": lesson_id, "question_id": question_id}
    await turn(connection, person_id, step, now, **ids)


@transaction
async def stop(connection: AsyncConnection, person_id: int) -> None:
    """Nothing is written any more."""
    await leave(connection, person_id)


async def turn(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    person_id: int,
    step: str,
    now: datetime,
    *,
    course_id: int | None = None,
    lesson_id: int | None = None,
    question_id: int | None = None,
) -> None:
    """The same as `ask` within another transaction."""
    await leave(connection, person_id)
    values = {"person_id": person_id, "step": step, "at": now, "course_id": course_id}
    values |= {"lesson_id": lesson_id, "question_id": question_id}
    made = insert(table).values(values).returning(table.c.id)
    number: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, PROMPT, number, person_id, now)


async def settle(
    connection: AsyncConnection, person_id: int, now: datetime, course_id: int
) -> None:
    """What was wanted is there: the prompt that follows leads back to the course."""
    await turn(connection, person_id, DONE, now, course_id=course_id)


async def lesson_of(connection: AsyncConnection, writing_id: int) -> int | None:
    """The lesson that is begun, within another transaction; None: what comes begins one."""
    found = select(table.c.lesson_id).where(table.c.id == writing_id)
    return (await connection.execute(found)).scalar_one_or_none()


async def go_on(connection: AsyncConnection, person_id: int, lesson_id: int, now: datetime) -> None:
    """What comes next goes into this lesson as well; nothing new is asked."""
    mine = update(table).where(table.c.person_id == person_id)
    await connection.execute(mine.values(lesson_id=lesson_id, at=now))


async def leave(connection: AsyncConnection, person_id: int) -> None:
    """The same as `stop` within another transaction."""
    await connection.execute(delete(table).where(table.c.person_id == person_id))


async def leave_course(connection: AsyncConnection, course_id: int) -> None:
    """Nobody writes at this course any more."""
    await connection.execute(delete(table).where(table.c.course_id == course_id))
