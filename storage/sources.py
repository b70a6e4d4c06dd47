"""What the index knows of each kind of thing: a title, and everything else that is said of it."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import WHOLE
from storage.announcements import ANNOUNCED, PATTERN
from storage.articles import PUBLISHED
from storage.notices import has_left
from storage.partners import DECLINED
from storage.promises import VOID
from storage.tables import (
    activities,
    activity_tags,
    announcements,
    article_columns,
    articles,
    courses,
    lessons,
    liaisons,
    notices,
    organisations,
    partners,
    people,
    points,
    promises,
    tags,
    visits,
    wishes,
)
from storage.values import Value
from storage.wishes import FULFILLED, OPEN

ORGANISATION, NOTICE, ACTIVITY, PERSON = "organisation", "notice", "activity", "person"
VISIT, POINT, COURSE = "visit", "point", "course"
ANNOUNCEMENT, WISH, ARTICLE = "announcement", "wish", "article"
KINDS = (
    *(ORGANISATION, NOTICE, ACTIVITY, PERSON, VISIT, POINT, COURSE),
    *(ANNOUNCEMENT, WISH, ARTICLE),
)
"""The index numbers its rows by the place here, so new ones go to the end."""
TITLE = 60
"""Characters of a notice's first line that count as its title."""


class Text(Value):
    """What can be found of one thing."""

    id: int
    title: str
    body: tuple[str, ...] = ()


is_public = and_(notices.c.number.is_not(None), has_left)
"""A notice that `/notices` shows to everybody; drafts and what waits for its moment are not."""


async def _organisations(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    """Names that it had before count as titles too; who has left is not found."""
    table = organisations.c
    is_member = and_(table.id.in_(ids), table.retired_at.is_(None))
    rows = await connection.execute(select(organisations).where(is_member))
    return tuple(
        Text(
            id=row.id,
            title="\n".join(filter(None, (row.short_name, row.name, row.former_names))),
            body=(row.community, row.address, row.notes, row.phone, row.offers, row.needs),
        )
        for row in rows
    )


async def _notices(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    found = select(notices.c.id, notices.c.text).where(notices.c.id.in_(ids), is_public)
    texts = [(row.id, row.text.strip()) for row in await connection.execute(found)]
    return tuple(
        Text(id=notice_id, title=text.partition("\n")[0][:TITLE], body=(text,))
        for notice_id, text in texts
    )


async def _activities(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    own = select(activities.c.id.label("id"), activities.c.organisation_id)
    others = select(partners.c.activity_id.label("id"), partners.c.organisation_id)
    whose = union(own.where(activities.c.id.in_(ids)), others.where(_takes_part(ids))).subquery()
    names = select(whose.c.id, organisations.c.short_name).join(
        organisations, organisations.c.id == whose.c.organisation_id
    )
    tagged = select(activity_tags.c.activity_id, tags.c.name).join(
        tags, tags.c.id == activity_tags.c.tag_id
    )
    called: dict[int, list[str]] = {}
    for found in (names, tagged.where(activity_tags.c.activity_id.in_(ids))):
        for activity_id, name in await connection.execute(found):
            called.setdefault(activity_id, []).append(name)
    rows = await connection.execute(select(activities).where(activities.c.id.in_(ids), WHOLE))
    return tuple(
        Text(
            id=row.id,
            title=row.title,
            body=(row.caption, row.place, row.materials, *called.get(row.id, ())),
        )
        for row in rows
    )


def _takes_part(ids: Sequence[int]) -> ColumnElement[bool]:
    return and_(partners.c.activity_id.in_(ids), partners.c.state != DECLINED)


async def _people(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    served = (
        select(func.group_concat(organisations.c.short_name, "\n"))
        .join(liaisons, liaisons.c.organisation_id == organisations.c.id)
        .where(liaisons.c.person_id == people.c.id)
        .correlate(people)
        .scalar_subquery()
    )
    columns = people.c.id, people.c.name, people.c.username
    is_somebody = and_(people.c.id.in_(ids), people.c.id > 0)  # below zero: who was forgotten
    named = select(*columns, served.label("served")).where(is_somebody)
    return tuple(
        Text(id=row.id, title=row.name, body=(row.username, row.served or ""))
        for row in await connection.execute(named)
        if row.name or row.username
    )


async def _visits(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    said = (
        select(func.group_concat(promises.c.words, "\n"))
        .where(promises.c.visit_id == visits.c.id, promises.c.state != VOID)
        .correlate(visits)
        .scalar_subquery()
    )
    columns = visits.c.id, visits.c.heard, organisations.c.short_name, organisations.c.name
    found = (
        select(*columns, said.label("said"))
        .join(organisations, organisations.c.id == visits.c.organisation_id)
        .where(visits.c.id.in_(ids), visits.c.deleted_at.is_(None))
    )
    return tuple(
        Text(
            id=row.id,
            title=row.heard.partition("\n")[0][:TITLE],
            body=(row.heard, row.said or "", row.short_name, row.name),
        )
        for row in await connection.execute(found)
    )


async def _points(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    """Those that were retired are not found."""
    columns = points.c.id, points.c.name, points.c.address, points.c.offers
    found = (
        select(*columns, organisations.c.short_name)
        .join(organisations, organisations.c.id == points.c.organisation_id)
        .where(points.c.id.in_(ids), points.c.retired_at.is_(None))
    )
    return tuple(
        Text(id=row.id, title=row.name, body=(row.offers, row.address, row.short_name))
        for row in await connection.execute(found)
    )


async def _wishes(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    """What everybody may see; the private details are not looked through."""
    columns = wishes.c.id, wishes.c.what, wishes.c.whom
    is_seen = and_(wishes.c.id.in_(ids), wishes.c.state.in_((OPEN, FULFILLED)))
    found = (
        select(*columns, organisations.c.short_name, organisations.c.name)
        .join(organisations, organisations.c.id == wishes.c.organisation_id)
        .where(is_seen)
    )
    return tuple(
        Text(id=row.id, title=row.what, body=(row.whom, row.short_name, row.name))
        for row in await connection.execute(found)
    )


async def _courses(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    """Those that are open, with the titles and words of their lessons."""
    taught = and_(lessons.c.course_id.in_(ids), lessons.c.retired_at.is_(None))
    said: dict[int, list[str]] = {}
    for row in await connection.execute(select(lessons).where(taught).order_by(lessons.c.place)):
        said.setdefault(row.course_id, []).extend((row.title, row.text))
    is_open = and_(courses.c.id.in_(ids), courses.c.state == "open")
    rows = await connection.execute(select(courses.c.id, courses.c.title).where(is_open))
    return tuple(Text(id=row.id, title=row.title, body=tuple(said.get(row.id, ()))) for row in rows)


async def _announcements(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    """Those of a pattern are found as the pattern; what liaisons and staff alone see is not."""
    table = announcements.c
    alone = and_(table.state == ANNOUNCED, table.pattern_id.is_(None))
    is_open = and_(table.called_off_at.is_(None), ~table.is_meeting)
    found = (
        select(announcements, organisations.c.short_name, organisations.c.name)
        .join(organisations, organisations.c.id == table.organisation_id)
        .where(table.id.in_(ids), is_open, or_(alone, table.state == PATTERN))
    )
    return tuple(
        Text(id=row.id, title=row.title, body=(row.about, row.place, row.short_name, row.name))
        for row in await connection.execute(found)
    )


async def _articles(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Text, ...]:
    columns = articles.c.id, articles.c.title, articles.c.body
    found = (
        select(*columns, article_columns.c.name, article_columns.c.english)
        .join(article_columns, article_columns.c.id == articles.c.column_id)
        .where(articles.c.id.in_(ids), articles.c.state == PUBLISHED)
    )
    return tuple(
        Text(id=row.id, title=row.title, body=(row.body, row.name, row.english))
        for row in await connection.execute(found)
    )


SOURCES: dict[str, Callable[[AsyncConnection, Sequence[int]], Awaitable[tuple[Text, ...]]]] = {
    ORGANISATION: _organisations,
    NOTICE: _notices,
    ACTIVITY: _activities,
    PERSON: _people,
    VISIT: _visits,
    POINT: _points,
    COURSE: _courses,
    ANNOUNCEMENT: _announcements,
    WISH: _wishes,
    ARTICLE: _articles,
}
"""(connection, ids) -> those of them that somebody may find."""
