"""Taking a course's quiz: its questions one after the other, each a poll, to the last."""

from datetime import datetime, timedelta

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, studies
from storage.database import query, transaction
from storage.quiz_questions import Question, whole as question_of
from storage.studies import COMING, is_asked
from storage.tables import (
    courses,
    quiz_items as items,
    quiz_questions as questions,
    sittings as table,
)
from storage.values import Value

QUESTION, RESULT = "courses.question", "courses.result"
"""The deliveries: a question, whose subject is the item; how it went, whose subject is the sitting.

A question goes out as a quiz, which Telegram lets somebody answer once.
"""
PAUSE = timedelta(seconds=2)
"""Between an answer and the next question: so that it can be seen what was right."""


class Item(Value):
    """A question within a sitting."""

    id: int
    number: int
    count: int
    question: Question


class Sitting(Value):
    """How somebody's sitting went."""

    id: int
    person_id: int
    course_id: int
    ended_at: datetime | None
    is_passed: bool
    right: int
    asked: int
    needed: int


@transaction
async def sit(connection: AsyncConnection, course_id: int, person_id: int, now: datetime) -> bool:
    """Owes the question that is next, of the sitting that goes on or of a new one.

    False: the course asks nothing. A question that is on its way is not owed again.
    """
    asked = select(questions.c.id).where(is_asked(course_id)).order_by(questions.c.place)
    wanted = list((await connection.execute(asked)).scalars())
    if not wanted:
        return False
    sitting_id = await _going_on(connection, course_id, person_id, wanted, now)
    if sitting_id is None:
        sitting_id = await _begun(connection, course_id, person_id, wanted, now)
    item_id = await _next(connection, sitting_id)
    assert item_id is not None  # noqa: S101 - a sitting whose last one was answered has ended
    if not await deliveries.was_owed(connection, QUESTION, item_id, person_id, None, COMING):
        await deliveries.owe(connection, QUESTION, item_id, person_id, now)
    return True


@transaction
async def answer(
    connection: AsyncConnection, item_id: int, person_id: int, option: int, now: datetime
) -> bool:
    """Keeps somebody's answer and owes the next question, or how it went.

    False: it was answered before, the sitting is over, or it is somebody else's.
    """
    mine = select(table.c.id).where(table.c.person_id == person_id, table.c.ended_at.is_(None))
    right = select(questions.c.right).where(questions.c.id == items.c.question_id)
    waits = and_(items.c.id == item_id, items.c.chosen.is_(None), items.c.sitting_id.in_(mine))
    values = {"chosen": option, "answered_at": now}
    values |= {"is_right": right.scalar_subquery() == option}
    kept = update(items).where(waits).values(values).returning(items.c.sitting_id)
    sitting_id = (await connection.execute(kept)).scalar_one_or_none()
    if sitting_id is None:
        return False
    following = await _next(connection, sitting_id)
    if following is not None:
        await deliveries.owe(connection, QUESTION, following, person_id, now + PAUSE)
    else:
        await _end(connection, sitting_id, now)
        await deliveries.owe(connection, RESULT, sitting_id, person_id, now + PAUSE)
    return True


@query
async def item(connection: AsyncConnection, item_id: int) -> Item | None:
    """The question of an item; None: it is answered, or its sitting is over."""
    open_ones = select(table.c.id).where(table.c.ended_at.is_(None))
    this = and_(items.c.id == item_id, items.c.chosen.is_(None), items.c.sitting_id.in_(open_ones))
    row = (await connection.execute(select(items).where(this))).one_or_none()
    found = await question_of(connection, row.question_id) if row else None
    if row is None or found is None:
        return None
    own = select(func.count()).where(items.c.sitting_id == row.sitting_id)
    count = (await connection.execute(own)).scalar_one()
    return Item(id=row.id, number=row.place, count=count, question=found)


@query
async def one(connection: AsyncConnection, sitting_id: int) -> Sitting | None:
    """How it went."""
    return await _one(connection, sitting_id)


async def _one(connection: AsyncConnection, sitting_id: int) -> Sitting | None:
    right = func.count().filter(items.c.is_right).label("right")
    counts = select(func.count().label("asked"), right)
    row = (await connection.execute(select(table).where(table.c.id == sitting_id))).one_or_none()
    if row is None:
        return None
    asked = (await connection.execute(counts.where(items.c.sitting_id == sitting_id))).one()
    needed = -(-asked.asked * row.share // 100)
    figures = {"asked": asked.asked, "right": asked.right, "needed": needed}
    return Sitting.model_validate(row._asdict() | figures)


async def _going_on(
    connection: AsyncConnection, course_id: int, person_id: int, wanted: list[int], now: datetime
) -> int | None:
    """The sitting that was not ended; with other questions than the course has now it ends here."""
    mine = and_(
        table.c.person_id == person_id, table.c.course_id == course_id, table.c.ended_at.is_(None)
    )
    found = select(table.c.id).where(mine).order_by(table.c.id.desc()).limit(1)
    sitting_id = (await connection.execute(found)).scalar_one_or_none()
    if sitting_id is None:
        return None
    own = select(items.c.question_id).where(items.c.sitting_id == sitting_id)
    if set((await connection.execute(own)).scalars()) == set(wanted):
        return int(sitting_id)
    await connection.execute(update(table).where(mine).values(ended_at=now))
    return None


async def _begun(
    connection: AsyncConnection, course_id: int, person_id: int, wanted: list[int], now: datetime
) -> int:
    share = select(courses.c.share).where(courses.c.id == course_id).scalar_subquery()
    values = {"course_id": course_id, "person_id": person_id, "share": share, "begun_at": now}
    made = insert(table).values(values).returning(table.c.id)
    sitting_id: int = (await connection.execute(made)).scalar_one()
    rows = [
        {"sitting_id": sitting_id, "question_id": one_of_them, "place": place}
        for place, one_of_them in enumerate(wanted, start=1)
    ]
    await connection.execute(insert(items).values(rows))
    return sitting_id


async def _next(connection: AsyncConnection, sitting_id: int) -> int | None:
    waits = select(items.c.id).where(items.c.sitting_id == sitting_id, items.c.chosen.is_(None))
    first = waits.order_by(items.c.place).limit(1)
    return (await connection.execute(first)).scalar_one_or_none()


async def _end(connection: AsyncConnection, sitting_id: int, now: datetime) -> None:
    """Passed with as many right as were needed when it began; who is through has finished."""
    sat = await _one(connection, sitting_id)
    assert sat is not None  # noqa: S101 - it was just answered
    is_passed = sat.right >= sat.needed
    this = update(table).where(table.c.id == sitting_id)
    await connection.execute(this.values(ended_at=now, is_passed=is_passed))
    if is_passed:
        await studies.settle(connection, sat.course_id, now, sat.person_id)
