"""Activities in lists: of everybody, of one organisation, of some days; a page at a time."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import partners
from storage.database import query
from storage.tables import (
    activities as table,
    activity_tags,
    liaisons,
    likes,
    organisations,
    photos as pictures,
    tags,
)
from storage.values import Value

WHOLE = and_(table.c.part_of.is_(None), table.c.deleted_at.is_(None))
"""True for an activity that lists and figures count: not joined to another, not deleted."""

_ORDER = table.c.held_on.desc().nulls_first(), table.c.id.desc()


class Wanted(Value):
    """Which activities; what is not given is any."""

    organisation_id: int | None = None
    first: date | None = None
    last: date | None = None
    linkage: str = ""
    community: str = ""
    """Of its organisations, or named by its place."""
    person_id: int | None = None
    """Reported by this person, or of an organisation that they answer for."""
    words: str = ""
    """In its title, words, place, things, tags or organisation; each of them somewhere."""


class Line(Value):
    """An activity in a list."""

    id: int
    title: str
    held_on: date | None
    organisation: str | None
    photo_count: int
    likes: int = 0


class Listing(Value):
    """A page of a list, `number` of `pages`, and the totals of the whole list."""

    lines: tuple[Line, ...]
    number: int
    pages: int
    activities: int
    served: int


@query
async def page(connection: AsyncConnection, wanted: Wanted, number: int, size: int) -> Listing:
    """A page of the activities wanted, or the nearest that there is; undated ones come first."""
    which = matching(wanted)
    totals = select(func.count(), func.coalesce(func.sum(table.c.served), 0)).where(which)
    count, served = (await connection.execute(totals)).one()
    pages = max(1, -(-count // size))
    number = min(max(number, 1), pages)
    chosen = select(table.c.id).where(which).order_by(*_ORDER)
    chosen = chosen.limit(size).offset((number - 1) * size)
    lines = _lines().where(table.c.id.in_(chosen))  # only these are counted for
    return Listing(
        lines=Line.each(await connection.execute(lines)),
        number=number,
        pages=pages,
        activities=count,
        served=served,
    )


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Line, ...]:
    """Those of the activities that lists count."""
    which = and_(WHOLE, table.c.id.in_(ids))
    return Line.each(await connection.execute(_lines().where(which)))


def matching(wanted: Wanted) -> ColumnElement[bool]:
    """True for an activity that is wanted; within a query."""
    conditions: list[ColumnElement[bool]] = [WHOLE]
    if wanted.organisation_id is not None:
        conditions.append(partners.is_of(wanted.organisation_id))
    if wanted.first is not None:
        conditions.append(table.c.held_on >= wanted.first)
    if wanted.last is not None:
        conditions.append(table.c.held_on <= wanted.last)
    if wanted.linkage:
        conditions.append(table.c.linkage == wanted.linkage)
    if wanted.community:
        conditions.append(_in_community(wanted.community))
    if wanted.person_id is not None:
        served = select(liaisons.c.organisation_id).where(liaisons.c.person_id == wanted.person_id)
        is_reporter = table.c.reporter_id == wanted.person_id
        conditions.append(or_(is_reporter, partners.is_of_any(served)))
    conditions += [_says(word) for word in wanted.words.split()]
    return and_(*conditions)


def _in_community(community: str) -> ColumnElement[bool]:
    members = select(organisations.c.id).where(organisations.c.community == community)
    is_there = table.c.place.contains(community, autoescape=True)
    return or_(is_there, partners.is_of_any(members))


def _says(word: str) -> ColumnElement[bool]:
    columns = (table.c.title, table.c.caption, table.c.place, table.c.materials)
    tagged = exists().where(
        activity_tags.c.activity_id == table.c.id,
        tags.c.id == activity_tags.c.tag_id,
        tags.c.name.icontains(word, autoescape=True),
    )
    names = or_(
        organisations.c.name.icontains(word, autoescape=True),
        organisations.c.short_name.icontains(word, autoescape=True),
    )
    named = partners.is_of_any(select(organisations.c.id).where(names))
    return or_(*(one.icontains(word, autoescape=True) for one in columns), tagged, named)


def _lines() -> Select[tuple[object, ...]]:
    seen = and_(pictures.c.activity_id == table.c.id, pictures.c.hidden_at.is_(None))
    photo_count = select(func.count()).where(seen).scalar_subquery()
    who = func.count(likes.c.person_id.distinct())
    liked = select(who).where(likes.c.activity_id == table.c.id).scalar_subquery()
    return (
        select(
            table.c.id,
            table.c.title,
            table.c.held_on,
            organisations.c.short_name.label("organisation"),
            photo_count.label("photo_count"),
            liked.label("likes"),
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .order_by(*_ORDER)
    )
