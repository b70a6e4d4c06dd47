"""Voices in lists, and how fast organisations see to them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.tables import (
    organisations,
    voice_parts as parts,
    voice_passes as passes,
    voices as table,
)
from storage.values import Value
from storage.voices import DRAFT, SAID, WAITS, Voice, named, whole

LIKELY = 200
"""So many of the latest open ones are looked through for one that is the same."""


class Sum(Value):
    """How many there are before staff."""

    open: int
    overdue: int
    all: int


class Body(Value):
    """What an open one says, to find those that are alike."""

    id: int
    number: int
    text: str


class Stretch(Value):
    """How one organisation saw to one voice: moments of its own alone."""

    number: int
    organisation_id: int
    organisation: str
    passed_at: datetime
    answer_by: date | None
    first_word_at: datetime | None
    solved_at: datetime | None
    ended_at: datetime | None
    state: str
    said_on: date
    is_nameless: bool
    reopened: int


@query
async def count(
    connection: AsyncConnection, today: date, organisation_ids: Sequence[int] | None = None
) -> Sum:
    """Of all, or of those that were passed to these organisations."""
    open_ = func.coalesce(func.sum(case((table.c.state.in_(WAITS), 1), else_=0)), 0)
    late = func.coalesce(func.sum(case((is_late(today), 1), else_=0)), 0)
    which = _told(organisation_ids)
    row = (await connection.execute(select(open_, late, func.count()).where(which))).one()
    return Sum(open=row[0], overdue=row[1], all=row[2])


@query
async def page(
    connection: AsyncConnection,
    today: date,
    size: int,
    number: int,
    organisation_ids: Sequence[int] | None = None,
) -> tuple[Voice, ...]:
    """A page of them, from 1: those that are late first, then open ones, then the latest."""
    order = case((is_late(today), 0), (table.c.state.in_(WAITS), 1), else_=2)
    listed = named().where(_told(organisation_ids)).order_by(order, table.c.number.desc())
    return await whole(connection, listed.limit(size).offset((number - 1) * size))


@query
async def open_bodies(connection: AsyncConnection) -> tuple[Body, ...]:
    """What the latest open ones say that lead themselves."""
    some = select(table.c.id).where(table.c.state.in_(WAITS)).order_by(table.c.number.desc())
    text = func.group_concat(parts.c.text, " ").label("text")
    said = (
        select(table.c.id, table.c.number, text)
        .join(parts, parts.c.voice_id == table.c.id)
        .where(table.c.id.in_(some.limit(LIKELY)), parts.c.is_first)
        .group_by(table.c.id)
    )
    return Body.each(await connection.execute(said.order_by(table.c.number)))


@query
async def joined_to(connection: AsyncConnection, voice_id: int) -> tuple[int, ...]:
    """The numbers of those that are seen to together with it."""
    mine = select(table.c.number).where(table.c.main_id == voice_id).order_by(table.c.number)
    return tuple((await connection.execute(mine)).scalars())


@query
async def stretches(connection: AsyncConnection) -> tuple[Stretch, ...]:
    """Every time that an organisation was asked, in the order of the register."""
    asked = (
        select(passes, table.c.number, table.c.state, table.c.said_on, table.c.reopened)
        .add_columns(organisations.c.short_name.label("organisation"))
        .add_columns(table.c.person_id.is_(None).label("is_nameless"))
        .join(table, table.c.id == passes.c.voice_id)
        .join(organisations, organisations.c.id == passes.c.organisation_id)
        .where(passes.c.passed_at.is_not(None))
        .order_by(organisations.c.position, passes.c.id)
    )
    return Stretch.each(await connection.execute(asked))


def is_late(today: date) -> ColumnElement[bool]:
    """Its day is over, and those who have it did not say that it is solved."""
    over = and_(
        passes.c.voice_id == table.c.id,
        *(passes.c.passed_at.is_not(None), passes.c.ended_at.is_(None)),
        *(passes.c.solved_at.is_(None), passes.c.answer_by < today),
    )
    return and_(table.c.state.in_(WAITS), exists().where(over))


def _told(organisation_ids: Sequence[int] | None) -> ColumnElement[bool]:
    told = table.c.state.not_in((DRAFT, SAID))
    if organisation_ids is None:
        return told
    passed = and_(passes.c.voice_id == table.c.id, passes.c.passed_at.is_not(None))
    return and_(told, exists().where(passed, passes.c.organisation_id.in_(organisation_ids)))
