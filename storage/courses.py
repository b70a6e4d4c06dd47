"""Courses (在线党课): written by staff, open to everybody once published, retired some day."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import course_writings, deliveries, studies
from storage.course_writings import LESSON
from storage.database import query, transaction
from storage.features import Place
from storage.lessons import Lesson, of_courses
from storage.quiz_questions import Question, of_course
from storage.tables import (
    completions,
    courses as table,
    quiz_items,
    sittings,
    studies as studied,
)
from storage.values import Value

DRAFT, OPEN, RETIRED = "draft", "open", "retired"
ANNOUNCEMENT = "courses.announcement"
"""The delivery that tells a group of it; its subject is the course."""
SHARES = (60, 80, 100)
"""Percent of the questions that have to be right; staff choose one."""


class Course(Value):
    """A course with its lessons and its questions in their order, without what was retired."""

    id: int
    title: str
    state: str
    share: int
    """Percent of the questions that have to be right."""
    published_at: datetime | None = None
    lessons: tuple[Lesson, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def asked(self) -> tuple[Question, ...]:
        """Those of its questions that are complete."""
        return tuple(one for one in self.questions if one.is_whole)

    @property
    def needed(self) -> int:
        """So many have to be right."""
        return -(-len(self.asked) * self.share // 100)


class Listed(Value):
    """A course in a list, with one person's own progress."""

    id: int
    title: str
    state: str
    lessons: int
    opened: int
    is_finished: bool


@transaction
async def begin(connection: AsyncConnection, title: str, person_id: int, now: datetime) -> int:
    """A new draft, and its first lesson is asked for; gives its id."""
    values = {"title": title, "written_by": person_id, "written_at": now}
    made = insert(table).values(values).returning(table.c.id)
    course_id: int = (await connection.execute(made)).scalar_one()
    await course_writings.turn(connection, person_id, LESSON, now, course_id=course_id)
    return course_id


@transaction
async def retitle(
    connection: AsyncConnection, course_id: int, title: str, person_id: int, now: datetime
) -> None:
    """Another title; groups that were told of it read it as well."""
    await connection.execute(update(table).where(table.c.id == course_id).values(title=title))
    await deliveries.owe_edit(connection, ANNOUNCEMENT, course_id)
    await course_writings.settle(connection, person_id, now, course_id)


@transaction
async def choose_share(connection: AsyncConnection, course_id: int, share: int) -> None:
    """How many of the questions have to be right, in percent; who passed before has passed."""
    await connection.execute(update(table).where(table.c.id == course_id).values(share=share))
    await deliveries.owe_edit(connection, ANNOUNCEMENT, course_id)


@transaction
async def publish(
    connection: AsyncConnection,
    course_id: int,
    person_id: int,
    now: datetime,
    place: Place | None = None,
) -> bool:
    """Opens it to everybody, and tells a group of it; False: it was open before.

    What staff tried while it was a draft was a preview, and is no progress.
    """
    waits = and_(table.c.id == course_id, table.c.state != OPEN)
    was_draft = select(table.c.id).where(waits, table.c.published_at.is_(None))
    is_new = (await connection.execute(was_draft)).first() is not None
    values: dict[str, object] = {"state": OPEN, "retired_by": None, "retired_at": None}
    values |= {"published_by": person_id, "published_at": now}
    if (await connection.execute(update(table).where(waits).values(values))).rowcount == 0:
        return False
    if is_new:
        await _forget_previews(connection, course_id)
    await course_writings.leave(connection, person_id)
    await deliveries.owe_edit(connection, ANNOUNCEMENT, course_id)
    if place is not None:
        await _tell(connection, course_id, place, now)
    return True


@transaction
async def tell(connection: AsyncConnection, course_id: int, place: Place, now: datetime) -> bool:
    """Owes a group the word of it; False: it is not open, or the group was told before."""
    is_open = select(table.c.id).where(table.c.id == course_id, table.c.state == OPEN)
    if (await connection.execute(is_open)).first() is None:
        return False
    return await _tell(connection, course_id, place, now)


@transaction
async def retire(
    connection: AsyncConnection, course_id: int, person_id: int, now: datetime
) -> bool:
    """Nobody is shown it any more; what people learnt is kept. False: that was so before."""
    there = and_(table.c.id == course_id, table.c.state != RETIRED)
    values = {"state": RETIRED, "retired_by": person_id, "retired_at": now}
    if (await connection.execute(update(table).where(there).values(values))).rowcount == 0:
        return False
    await course_writings.leave_course(connection, course_id)
    await deliveries.owe_edit(connection, ANNOUNCEMENT, course_id)
    return True


@query
async def one(connection: AsyncConnection, course_id: int) -> Course | None:
    """The course with this id, in whatever state."""
    return await whole(connection, course_id)


async def whole(connection: AsyncConnection, course_id: int) -> Course | None:
    """The same within another query or transaction."""
    row = (await connection.execute(select(table).where(table.c.id == course_id))).one_or_none()
    if row is None:
        return None
    held = (await of_courses(connection, (course_id,))).get(course_id, ())
    asked = await of_course(connection, course_id)
    return Course.model_validate(row).model_copy(update={"lessons": held, "questions": asked})


@query
async def listed(
    connection: AsyncConnection, person_id: int, *, also_drafts: bool = False
) -> tuple[Listed, ...]:
    """The open courses, or all that are not retired, the newest first, with one's own progress."""
    states = (DRAFT, OPEN) if also_drafts else (OPEN,)
    progress = studies.progress_of(person_id)
    order = table.c.published_at.desc().nulls_first(), table.c.id.desc()
    found = (
        select(table.c.id, table.c.title, table.c.state, *progress)
        .where(table.c.state.in_(states))
        .order_by(*order)
    )
    return Listed.each(await connection.execute(found))


@query
async def retired(connection: AsyncConnection, most: int) -> tuple[Listed, ...]:
    """The retired ones, the latest first; of nobody's progress."""
    found = (
        select(table.c.id, table.c.title, table.c.state, *studies.progress_of(0))
        .where(table.c.state == RETIRED)
        .order_by(table.c.retired_at.desc(), table.c.id.desc())
        .limit(most)
    )
    return Listed.each(await connection.execute(found))


@query
async def titles(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, str]:
    """The titles of those of the courses that are open."""
    found = select(table.c.id, table.c.title).where(table.c.id.in_(ids), table.c.state == OPEN)
    return {row.id: row.title for row in await connection.execute(found)}


@query
async def called(connection: AsyncConnection, words: str, most: int) -> tuple[int, ...]:
    """The open courses whose title has the words in it, the newest first."""
    said = func.lower(table.c.title).contains(words.lower(), autoescape=True)
    either = or_(said, func.lower(table.c.title) == words.lower())
    found = select(table.c.id).where(table.c.state == OPEN, either)
    newest = found.order_by(table.c.published_at.desc(), table.c.id.desc()).limit(most)
    return tuple((await connection.execute(newest)).scalars())


async def _tell(connection: AsyncConnection, course_id: int, place: Place, now: datetime) -> bool:
    where = course_id, place.chat_id
    if await deliveries.was_owed(connection, ANNOUNCEMENT, *where, place.topic_id):
        return False
    await deliveries.owe(connection, ANNOUNCEMENT, *where, now, topic_id=place.topic_id)
    return True


async def _forget_previews(connection: AsyncConnection, course_id: int) -> None:
    tried = select(sittings.c.id).where(sittings.c.course_id == course_id)
    own = studies.lessons_of(course_id)
    await connection.execute(delete(quiz_items).where(quiz_items.c.sitting_id.in_(tried)))
    await connection.execute(delete(sittings).where(sittings.c.course_id == course_id))
    await connection.execute(delete(completions).where(completions.c.course_id == course_id))
    await connection.execute(delete(studied).where(studied.c.lesson_id.in_(own)))
