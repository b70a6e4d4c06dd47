"""Somebody asked to be reminded of a course, once."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs
from storage.database import query, transaction
from storage.tables import completions, course_reminders as table, courses
from storage.values import Value

REMIND = "courses.remind"
"""The job, and the delivery that follows it; their subject is the row here."""


class Reminder(Value):
    """Who is to be reminded of which course."""

    id: int
    person_id: int
    course_id: int
    due_at: datetime


@transaction
async def wish(
    connection: AsyncConnection, person_id: int, course_id: int, due_at: datetime
) -> datetime:
    """Has somebody reminded at that moment; gives when: one that waits already stays as it is."""
    new = insert(table).values(person_id=person_id, course_id=course_id, due_at=due_at)
    same = ["person_id", "course_id"]
    kept = new.on_conflict_do_update(index_elements=same, set_={"course_id": table.c.course_id})
    number: int = (await connection.execute(kept.returning(table.c.id))).scalar_one()
    waits: datetime | None = await jobs.waiting_for(connection, REMIND, number)
    if waits is not None:
        return waits
    await connection.execute(update(table).where(table.c.id == number).values(due_at=due_at))
    await jobs.schedule(connection, REMIND, number, due_at)
    return due_at


@transaction
async def remind(connection: AsyncConnection, reminder_id: int, now: datetime) -> None:
    """The moment has come: owes the word, unless the course is finished or closed by now."""
    row = (await connection.execute(select(table).where(table.c.id == reminder_id))).one_or_none()
    if row is None:
        return
    done = select(completions.c.id).where(
        completions.c.person_id == row.person_id, completions.c.course_id == row.course_id
    )
    is_open = select(courses.c.id).where(courses.c.id == row.course_id, courses.c.state == "open")
    if (await connection.execute(is_open.where(~done.exists()))).first() is not None:
        await deliveries.owe(connection, REMIND, reminder_id, row.person_id, now)


@query
async def one(connection: AsyncConnection, reminder_id: int) -> Reminder | None:
    """The reminder with this id."""
    found = await connection.execute(select(table).where(table.c.id == reminder_id))
    return Reminder.of(found.one_or_none())
