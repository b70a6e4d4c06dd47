"""Who follows a column, and the weekly gathering of what is new in it.

What somebody reads is kept nowhere: a gathering says from when until when, not which articles.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Join, and_, delete, func, insert, literal, or_, select
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import articles, deliveries, jobs
from storage.articles import PUBLISHED, Article
from storage.database import query, touch, transaction
from storage.tables import (
    article_columns,
    articles as written,
    deliveries as owed,
    follows as table,
    gatherings,
    people,
)
from storage.tables.columns import Instant
from storage.values import Value

GATHER = "columns.gather"
"""The job, of no subject."""
GATHERING = "columns.gathering"
"""The delivery to who follows a column."""
NOBODY = 0
NEWS = timedelta(days=35)
"""What is older is no news, also after an outage of a month."""


class Gathering(Value):
    """What is new for somebody: the articles of the columns they follow by now."""

    id: int
    person_id: int
    until: datetime
    articles: tuple[Article, ...] = ()


@transaction
async def follow(
    connection: AsyncConnection, column_id: int, person_id: int, now: datetime
) -> None:
    """What is published there from now on is gathered for this person."""
    made = insert_new(table).values(column_id=column_id, person_id=person_id, followed_at=now)
    await connection.execute(made.on_conflict_do_nothing())


@transaction
async def leave(connection: AsyncConnection, column_id: int, person_id: int) -> bool:
    """It is gathered no more; False: it was not."""
    this = and_(table.c.column_id == column_id, table.c.person_id == person_id)
    return (await connection.execute(delete(table).where(this))).rowcount == 1


@query
async def of(connection: AsyncConnection, person_id: int) -> frozenset[int]:
    """The columns that somebody follows."""
    mine = select(table.c.column_id).where(table.c.person_id == person_id)
    return frozenset((await connection.execute(mine)).scalars())


@query
async def count(connection: AsyncConnection, column_id: int) -> int:
    """How many people follow a column."""
    there = select(func.count()).select_from(table).where(table.c.column_id == column_id)
    return int((await connection.execute(there)).scalar_one())


@transaction
async def plan(connection: AsyncConnection, due_at: datetime) -> None:
    """Has it gathered at the moment, unless that is planned already."""
    if await jobs.waiting_for(connection, GATHER, NOBODY) is None:
        await jobs.schedule(connection, GATHER, NOBODY, due_at)


@transaction
async def gather(
    connection: AsyncConnection, now: datetime, sends_at: datetime, next_at: datetime
) -> None:
    """Owes each follower what is new since the last time, and plans the next.

    Nobody gets one without articles; thousands are a few statements.
    """
    before = (await connection.execute(select(func.max(gatherings.c.id)))).scalar_one() or 0
    last = select(gatherings.c.person_id, func.max(gatherings.c.until).label("until"))
    earlier = last.group_by(gatherings.c.person_id).subquery()
    until = literal(now, Instant)
    followed = _followed().join(people, people.c.id == table.c.person_id)
    new = (
        select(table.c.person_id, earlier.c.until, until)
        .select_from(followed.outerjoin(earlier, earlier.c.person_id == table.c.person_id))
        .where(people.c.is_reachable, _is_news(earlier.c.until, now))
        .group_by(table.c.person_id)
    )
    names = ["person_id", "since", "until"]
    await connection.execute(insert(gatherings).from_select(names, new))
    made = select(
        literal(GATHERING), gatherings.c.id, gatherings.c.person_id, literal(sends_at, Instant)
    ).where(gatherings.c.id > before)
    columns = ["kind", "subject_id", "chat_id", "due_at"]
    await connection.execute(insert(owed).from_select(columns, made))
    touch(connection, deliveries.TOPIC)
    await jobs.schedule(connection, GATHER, NOBODY, next_at)


@query
async def gathering(connection: AsyncConnection, gathering_id: int) -> Gathering | None:
    """What is new for its reader, the newest first; what was withdrawn is left out."""
    this = select(gatherings).where(gatherings.c.id == gathering_id)
    row = (await connection.execute(this)).one_or_none()
    if row is None:
        return None
    mine = select(written.c.id).select_from(_followed())
    news = _is_news(literal(row.since, Instant), row.until)
    ids = mine.where(table.c.person_id == row.person_id, news)
    order = written.c.published_at.desc(), written.c.id.desc()
    newest = articles.named().where(written.c.id.in_(ids)).order_by(*order)
    found = await articles.whole(connection, newest)
    return Gathering(id=row.id, person_id=row.person_id, until=row.until, articles=found)


def _followed() -> Join:
    """Each article with each who follows its column, or the one above it."""
    own = article_columns.c.id == written.c.column_id
    either = or_(
        table.c.column_id == written.c.column_id, table.c.column_id == article_columns.c.parent_id
    )
    return written.join(article_columns, own).join(table, either)


def _is_news(since: ColumnElement[Any], until: datetime) -> ColumnElement[bool]:
    """Published after it was followed and after the last gathering, and before this one."""
    at = written.c.published_at
    return and_(
        *(written.c.state == PUBLISHED, at > until - NEWS, at <= until),
        *(at > table.c.followed_at, or_(since.is_(None), at > since)),
    )
