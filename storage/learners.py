"""How many of an organisation's people have finished a course: numbers, and never who."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import CTE, func, select, true, union
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import completions, courses, liaisons, memberships, organisations
from storage.values import Value

NO_COURSE = 0


class Learnt(Value):
    """How far an organisation is with a course."""

    organisation_id: int
    organisation: str
    people: int
    """Those whom it is known to have: who answers for it, and who only belongs to it."""
    finished: int


class Finished(Value):
    """How many finished a course, of one organisation."""

    course_id: int
    organisation_id: int
    finished: int


class Taught(Value):
    """A course that was published, and how many finished it in all."""

    id: int
    title: str
    finished: int


class Sheet(Value):
    """Everything that stands in the table of courses and organisations."""

    courses: tuple[Taught, ...]
    organisations: tuple[Learnt, ...]
    """What is said of one course, they say of none."""
    finished: tuple[Finished, ...]


@transaction
async def ask(
    connection: AsyncConnection, kind: str, subject_id: int, chat_id: int, now: datetime
) -> None:
    """Owes somebody the table as a file."""
    await deliveries.owe(connection, kind, subject_id, chat_id, now)


@query
async def by_organisation(connection: AsyncConnection, course_id: int) -> tuple[Learnt, ...]:
    """Every organisation that has people here, in the register's order."""
    return await _learnt(connection, course_id)


@query
async def of_some(
    connection: AsyncConnection, course_id: int, organisations_ids: Collection[int]
) -> tuple[Learnt, ...]:
    """The same of these organisations alone."""
    return await _learnt(connection, course_id, organisations_ids)


async def _learnt(
    connection: AsyncConnection, course_id: int, among: Collection[int] | None = None
) -> tuple[Learnt, ...]:
    own = _belonging(among)
    done = select(completions.c.person_id).where(completions.c.course_id == course_id)
    count = func.count(own.c.person_id)
    found = (
        select(
            organisations.c.id.label("organisation_id"),
            organisations.c.short_name.label("organisation"),
            count.label("people"),
            count.filter(own.c.person_id.in_(done)).label("finished"),
        )
        .join(own, own.c.organisation_id == organisations.c.id)
        .where(organisations.c.retired_at.is_(None))
        .group_by(organisations.c.id)
        .order_by(organisations.c.position)
    )
    return Learnt.each(await connection.execute(found))


@query
async def sheet(connection: AsyncConnection, course_id: int | None = None) -> Sheet:
    """All courses that were published, or one of them, and all organisations with people here."""
    done = select(func.count()).where(completions.c.course_id == courses.c.id)
    taught = (
        select(courses.c.id, courses.c.title, done.scalar_subquery().label("finished"))
        .where(courses.c.published_at.is_not(None))
        .order_by(courses.c.published_at.desc(), courses.c.id.desc())
    )
    if course_id is not None:
        taught = taught.where(courses.c.id == course_id)
    return Sheet(
        courses=Taught.each(await connection.execute(taught)),
        organisations=await _learnt(connection, NO_COURSE),
        finished=await _finished(connection),
    )


@query
async def count(connection: AsyncConnection, course_id: int) -> int:
    """How many people finished it in all, also those of no organisation."""
    done = select(func.count()).where(completions.c.course_id == course_id)
    return int((await connection.execute(done)).scalar_one())


async def _finished(connection: AsyncConnection) -> tuple[Finished, ...]:
    """By course and organisation; where nobody did there is no row."""
    own = _belonging()
    columns = completions.c.course_id, own.c.organisation_id
    found = (
        select(*columns, func.count().label("finished"))
        .join(own, own.c.person_id == completions.c.person_id)
        .group_by(*columns)
    )
    return Finished.each(await connection.execute(found))


def _belonging(among: Collection[int] | None = None) -> CTE:
    """Who is with which organisation, each once."""
    parts = [
        select(one.c.organisation_id, one.c.person_id).where(
            true() if among is None else one.c.organisation_id.in_(among)
        )
        for one in (liaisons, memberships)
    ]
    return union(*parts).cte("belonging")
