"""The questions of a course's quiz. One that can be asked never changes: another replaces it."""

from datetime import datetime

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import course_writings, sequences, studies
from storage.course_writings import EXPLANATION, OPTIONS, RIGHT, Writing
from storage.database import query, transaction
from storage.tables import quiz_questions as table
from storage.values import Value

BREAK = "\n"
"""Between options; none of them has one."""


class Written(Value):
    """What staff have written of a question so far."""

    text: str
    options: tuple[str, ...] = ()
    right: int | None = None
    """The place of the right option, from 0."""
    explanation: str = ""

    @property
    def is_whole(self) -> bool:
        """True: it can be asked."""
        return len(self.options) > 1 and self.right is not None

    @property
    def lacks(self) -> str | None:
        """The step that is next."""
        if len(self.options) <= 1:
            return OPTIONS
        if self.right is None:
            return RIGHT
        return None if self.explanation else EXPLANATION


class Question(Written):
    """A question of a course."""

    id: int
    course_id: int
    place: int
    retired_at: datetime | None = None


@transaction
async def write(
    connection: AsyncConnection, writing: Writing, written: Written, now: datetime
) -> int:
    """Keeps a question, in place of the one that is corrected if one is, and asks what it lacks."""
    place, replaces = await _place(connection, writing)
    values: dict[str, object] = {"course_id": writing.course_id, "place": place}
    values |= {"text": written.text}
    values |= {"options": BREAK.join(written.options), "right": written.right}
    values |= {"explanation": written.explanation, "replaces": replaces}
    values |= {"written_by": writing.person_id, "written_at": now}
    made = insert(table).values(values).returning(table.c.id)
    number: int = (await connection.execute(made)).scalar_one()
    await _go_on(connection, number, writing.person_id, now)
    return number


@transaction
async def complete(
    connection: AsyncConnection,
    question_id: int,
    values: dict[str, object],
    person_id: int,
    now: datetime,
) -> bool:
    """Adds what it lacked, and asks for the rest; False: that was said before, or it is gone."""
    lacked = {name: table.c[name] == "" for name in ("options", "explanation")}
    lacked["right"] = table.c.right.is_(None)
    this = and_(
        table.c.id == question_id,
        table.c.retired_at.is_(None),
        *(lacked[name] for name in values),
    )
    if (await connection.execute(update(table).where(this).values(values))).rowcount == 0:
        return False
    await _go_on(connection, question_id, person_id, now)
    return True


@transaction
async def leave_unexplained(
    connection: AsyncConnection, question_id: int, person_id: int, now: datetime
) -> bool:
    """It needs no explanation; False: it is gone."""
    found = await whole(connection, question_id)
    if found is None:
        return False
    await course_writings.settle(connection, person_id, now, found.course_id)
    return True


@transaction
async def move_up(connection: AsyncConnection, question_id: int) -> bool:
    """Changes places with the one before it; False: it is the first, or gone."""
    return await sequences.move_up(connection, table, question_id)


@transaction
async def retire(
    connection: AsyncConnection, question_id: int, person_id: int, now: datetime
) -> bool:
    """It is asked no more; who has nothing left to do has finished. False: that was so before."""
    course_id = await _retire(connection, question_id, person_id, now)
    if course_id is None:
        return False
    await course_writings.leave(connection, person_id)
    await studies.settle(connection, course_id, now)
    return True


@query
async def one(connection: AsyncConnection, question_id: int) -> Question | None:
    """The question with this id, also one that was retired."""
    return await whole(connection, question_id)


async def whole(connection: AsyncConnection, question_id: int) -> Question | None:
    """The same within another query or transaction."""
    found = await connection.execute(select(table).where(table.c.id == question_id))
    row = found.one_or_none()
    return None if row is None else _question(row._asdict())


async def of_course(connection: AsyncConnection, course_id: int) -> tuple[Question, ...]:
    """Its questions in their order, within another query; retired ones are left out."""
    which = and_(table.c.course_id == course_id, table.c.retired_at.is_(None))
    rows = await connection.execute(select(table).where(which).order_by(table.c.place, table.c.id))
    return tuple(_question(row._asdict()) for row in rows)


def _question(row: dict[str, object]) -> Question:
    said = str(row["options"])
    return Question.model_validate(row | {"options": said.split(BREAK) if said else ()})


async def _go_on(
    connection: AsyncConnection, question_id: int, person_id: int, now: datetime
) -> None:
    """Asks for what a question lacks; a whole one takes the place of the one it corrects."""
    found = await connection.execute(select(table).where(table.c.id == question_id))
    row = found.one()
    said = _question(row._asdict())
    if said.is_whole and row.replaces is not None:
        await _retire(connection, row.replaces, person_id, now)
    if said.lacks is None:
        await course_writings.settle(connection, person_id, now, said.course_id)
    else:
        ids = {"course_id": said.course_id, "question_id": question_id}
        await course_writings.turn(connection, person_id, said.lacks, now, **ids)


async def _retire(
    connection: AsyncConnection, question_id: int, person_id: int, now: datetime
) -> int | None:
    there = and_(table.c.id == question_id, table.c.retired_at.is_(None))
    gone = update(table).where(there).values(retired_by=person_id, retired_at=now)
    course_id: int | None = (
        await connection.execute(gone.returning(table.c.course_id))
    ).scalar_one_or_none()
    return course_id


async def _place(connection: AsyncConnection, writing: Writing) -> tuple[int, int | None]:
    """Where a new one stands, and which one it corrects."""
    if writing.question_id is not None:
        before = await whole(connection, writing.question_id)
        if before is not None and before.retired_at is None:
            return before.place, before.id
    last = select(func.coalesce(func.max(table.c.place), 0) + 1)
    its = last.where(table.c.course_id == writing.course_id)
    return int((await connection.execute(its)).scalar_one()), None
