"""Articles in lists: a column's, the newest first; and what an article said before."""

from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import articles
from storage.articles import DRAFT, PUBLISHED, WITHDRAWN, Article
from storage.database import query
from storage.tables import article_versions, articles as table, people
from storage.values import Value


class Version(Value):
    """A change of an article: who made it, when, and what was there before."""

    id: int
    article_id: int
    field: str
    old: str
    new: str
    person_id: int
    person: str = ""
    changed_at: datetime


@query
async def page(
    connection: AsyncConnection, column_id: int, number: int, size: int
) -> tuple[Article, ...]:
    """A page of what everybody may read in a column, the newest first; pages count from 1."""
    there = and_(table.c.column_id == column_id, table.c.state == PUBLISHED)
    newest = articles.named().where(there).order_by(table.c.published_at.desc(), table.c.id.desc())
    shown = newest.limit(size).offset((number - 1) * size)
    return await articles.whole(connection, shown)


@query
async def counts(connection: AsyncConnection) -> dict[int, int]:
    """How many articles everybody may read, by column."""
    counted = select(table.c.column_id, func.count().label("how_many"))
    state = func.coalesce(table.c.state, "")  # no column, so the index by column alone is read
    there = counted.where(state == PUBLISHED).group_by(table.c.column_id)
    return {row.column_id: row.how_many for row in await connection.execute(there)}


@query
async def unpublished(
    connection: AsyncConnection, author_id: int, most: int
) -> tuple[Article, ...]:
    """Somebody's drafts, and what was withdrawn by whomever, the newest first."""
    mine = and_(table.c.author_id == author_id, table.c.state == DRAFT)
    waits = or_(mine, table.c.state == WITHDRAWN)
    newest = articles.named().where(waits).order_by(table.c.id.desc()).limit(most)
    return await articles.whole(connection, newest)


@query
async def versions(connection: AsyncConnection, article_id: int) -> tuple[Version, ...]:
    """Every change since it was published, the latest first."""
    return await _versions(connection, article_id, None)


@query
async def version(connection: AsyncConnection, article_id: int, version_id: int) -> Version | None:
    """One of them."""
    found = await _versions(connection, article_id, version_id)
    return found[0] if found else None


async def _versions(
    connection: AsyncConnection, article_id: int, version_id: int | None
) -> tuple[Version, ...]:
    changes = article_versions.c
    found = (
        select(article_versions, func.coalesce(people.c.name, "").label("person"))
        .outerjoin(people, people.c.id == changes.person_id)
        .where(changes.article_id == article_id)
        .order_by(changes.id.desc())
    )
    if version_id is not None:
        found = found.where(changes.id == version_id)
    return Version.each(await connection.execute(found))
