"""The lessons of a course: words, and the pictures, films and files that go with them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import course_writings, deliveries, sequences, studies
from storage.course_writings import Writing
from storage.database import query, transaction
from storage.tables import lesson_files as files, lessons as table
from storage.values import Value

RECEIPT = "courses.receipt"
"""The delivery that tells staff what a lesson has by now; its subject is the lesson."""
QUIET = timedelta(seconds=2)
"""The receipt waits until an album has been quiet for so long."""
WAITS = ("pending",)
DOCUMENT = "document"
MOST = 10
"""Of pictures with films, and of files. Bot API, sendMediaGroup: 2-10 items."""
LESSONS = 30


class LessonFile(Value):
    """A file that goes with a lesson, by the id that Telegram gave this bot."""

    kind: str
    """`photo`, `video` or `document`."""
    file_id: str
    name: str = ""


class Lesson(Value):
    """A lesson with its files in the order in which they were sent."""

    id: int
    course_id: int
    place: int
    """From 1; the numbers that people read are counted, as a retired one leaves a gap."""
    title: str
    text: str
    files: tuple[LessonFile, ...] = ()
    retired_at: datetime | None = None

    @property
    def pictures(self) -> tuple[LessonFile, ...]:
        """Photos and films."""
        return tuple(one for one in self.files if one.kind != DOCUMENT)

    @property
    def papers(self) -> tuple[LessonFile, ...]:
        return tuple(one for one in self.files if one.kind == DOCUMENT)


class Added(Value):
    """Something that was sent for a lesson."""

    message_id: int
    title: str = ""
    text: str = ""
    file: LessonFile | None = None


@transaction
async def add(connection: AsyncConnection, writing: Writing, added: Added, now: datetime) -> bool:
    """Adds words or a file to the lesson that is written, or begins one; owes its receipt.

    False: there is no room for another file of its kind.
    """
    assert writing.course_id is not None  # noqa: S101 - only a title is written without a course
    lesson_id = await _lesson(connection, writing, now)
    await course_writings.go_on(connection, writing.person_id, lesson_id, now)
    has_room = added.file is None or await _add_file(connection, writing, lesson_id, added)
    await _add_words(connection, lesson_id, added)
    await _show(connection, lesson_id, writing.person_id, now)
    return has_room


@transaction
async def reword(
    connection: AsyncConnection, writing: Writing, title: str, text: str, now: datetime
) -> None:
    """Other words in place of those; its files stay."""
    this = update(table).where(table.c.id == writing.lesson_id)
    await connection.execute(this.values(title=title, text=text))
    assert writing.course_id is not None  # noqa: S101 - a lesson has one
    await course_writings.settle(connection, writing.person_id, now, writing.course_id)


@transaction
async def clear(connection: AsyncConnection, lesson_id: int) -> int:
    """Takes its files away; gives how many."""
    gone = delete(files).where(files.c.lesson_id == lesson_id)
    return (await connection.execute(gone)).rowcount


@transaction
async def move_up(connection: AsyncConnection, lesson_id: int) -> bool:
    """Changes places with the one before it; False: it is the first, or gone."""
    return await sequences.move_up(connection, table, lesson_id)


@transaction
async def retire(
    connection: AsyncConnection, lesson_id: int, person_id: int, now: datetime
) -> bool:
    """It is in the course no more; who has learnt all the others has finished. False: it was so."""
    there = and_(table.c.id == lesson_id, table.c.retired_at.is_(None))
    gone = update(table).where(there).values(retired_by=person_id, retired_at=now)
    course_id = (await connection.execute(gone.returning(table.c.course_id))).scalar_one_or_none()
    if course_id is None:
        return False
    await course_writings.leave(connection, person_id)
    await studies.settle(connection, course_id, now)
    return True


@transaction
async def restore(connection: AsyncConnection, lesson_id: int) -> bool:
    """It is in the course again, at its place; False: it was there."""
    gone = and_(table.c.id == lesson_id, table.c.retired_at.is_not(None))
    back = update(table).where(gone).values(retired_by=None, retired_at=None)
    return (await connection.execute(back)).rowcount == 1


@query
async def one(connection: AsyncConnection, lesson_id: int) -> Lesson | None:
    """The lesson with this id, also one that was retired."""
    return await whole(connection, lesson_id)


async def whole(connection: AsyncConnection, lesson_id: int) -> Lesson | None:
    """The same within another query or transaction."""
    row = (await connection.execute(select(table).where(table.c.id == lesson_id))).one_or_none()
    if row is None:
        return None
    own = (await _files(connection, (lesson_id,))).get(lesson_id, ())
    return Lesson.model_validate(row).model_copy(update={"files": own})


async def of_courses(
    connection: AsyncConnection, ids: Sequence[int]
) -> dict[int, tuple[Lesson, ...]]:
    """The lessons of each course in their order, within another query; not retired ones."""
    which = and_(table.c.course_id.in_(ids), table.c.retired_at.is_(None))
    rows = (
        await connection.execute(
            select(table).where(which).order_by(table.c.course_id, table.c.place, table.c.id)
        )
    ).all()
    own = await _files(connection, [row.id for row in rows])
    found: dict[int, tuple[Lesson, ...]] = {}
    for row in rows:
        lesson = Lesson.model_validate(row).model_copy(update={"files": own.get(row.id, ())})
        found[row.course_id] = (*found.get(row.course_id, ()), lesson)
    return found


async def _files(
    connection: AsyncConnection, ids: Sequence[int]
) -> dict[int, tuple[LessonFile, ...]]:
    order = files.c.lesson_id, files.c.message_id, files.c.id
    found: dict[int, tuple[LessonFile, ...]] = {}
    for row in await connection.execute(
        select(files).where(files.c.lesson_id.in_(ids)).order_by(*order)
    ):
        before = found.get(row.lesson_id, ())
        found[row.lesson_id] = (*before, LessonFile.model_validate(row))
    return found


async def _lesson(connection: AsyncConnection, writing: Writing, now: datetime) -> int:
    """The one that is written, also when a brother of the same album has just begun it."""
    begun = await course_writings.lesson_of(connection, writing.id)
    if begun is not None:
        return begun
    last = select(func.coalesce(func.max(table.c.place), 0) + 1)
    place = last.where(table.c.course_id == writing.course_id).scalar_subquery()
    values: dict[str, object] = {"course_id": writing.course_id, "place": place}
    values |= {"written_by": writing.person_id, "written_at": now}
    made = insert(table).values(values).returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


async def _add_file(
    connection: AsyncConnection, writing: Writing, lesson_id: int, added: Added
) -> bool:
    assert added.file is not None  # noqa: S101 - asked by the caller
    is_paper = added.file.kind == DOCUMENT
    same = files.c.kind == DOCUMENT if is_paper else files.c.kind != DOCUMENT
    count = select(func.count()).where(files.c.lesson_id == lesson_id, same)
    if (await connection.execute(count)).scalar_one() >= MOST:
        return False
    values = added.file.model_dump() | {"lesson_id": lesson_id, "sent_by": writing.person_id}
    values |= {"message_id": added.message_id}
    await connection.execute(insert(files).values(values))
    return True


async def _add_words(connection: AsyncConnection, lesson_id: int, added: Added) -> None:
    """Below those that it has; its title is in the first ones."""
    if not added.title and not added.text:
        return
    row = (await connection.execute(select(table).where(table.c.id == lesson_id))).one()
    if not row.title and not row.text:
        words = {"title": added.title, "text": added.text}
    else:
        more = "\n".join(one for one in (added.title, added.text) if one)
        words = {"text": "\n\n".join(one for one in (row.text, more) if one)}
    await connection.execute(update(table).where(table.c.id == lesson_id).values(words))


async def _show(connection: AsyncConnection, lesson_id: int, chat_id: int, now: datetime) -> None:
    """Below what was sent last, so that it is seen what was taken; one for a whole album."""
    if not await deliveries.was_owed(connection, RECEIPT, lesson_id, chat_id, None, WAITS):
        await deliveries.owe(connection, RECEIPT, lesson_id, chat_id, now + QUIET)
    await deliveries.postpone(connection, RECEIPT, lesson_id, now + QUIET)
