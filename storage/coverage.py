"""Whom the street office does not reach yet: a query for each gap, of all that have not left.

The street office itself covers the others, and is counted in none of them.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import WHOLE
from storage.database import query
from storage.partners import CONFIRMED
from storage.tables import (
    activities,
    liaisons,
    organisations as table,
    pairings,
    partners,
    people,
    visits,
)
from storage.values import Value

STREET = "street"
"""Of `organisations.CATEGORIES`."""
NO_LIAISON, UNREACHED, NO_ACTIVITY = "no liaison", "unreached", "no activity"
NO_PAIR, NO_VISIT = "no pair", "no visit"
GAPS = (NO_LIAISON, UNREACHED, NO_ACTIVITY, NO_PAIR, NO_VISIT)
"""Buttons name a gap by its place, so new ones go to the end."""


class Lacking(Value):
    """An organisation in a gap."""

    id: int
    short_name: str
    category: str


class Cover(Value):
    """How many organisations there are, and how many lack what; by the name of the gap."""

    organisations: int
    lacking: dict[str, int]


@query
async def counted(connection: AsyncConnection, first: date, last: date) -> Cover:
    """All gaps, in the days from the first to the last."""
    number = (await connection.execute(select(func.count()).where(_THERE))).scalar_one()
    lacking = {}
    for gap in GAPS:
        found = select(func.count()).select_from(_lacking(gap, first, last).subquery())
        lacking[gap] = (await connection.execute(found)).scalar_one()
    return Cover(organisations=number, lacking=lacking)


@query
async def without(
    connection: AsyncConnection, gap: str, first: date, last: date
) -> tuple[Lacking, ...]:
    """Who is in a gap, in the register's order."""
    found = _lacking(gap, first, last).order_by(table.c.position, table.c.id)
    return Lacking.each(await connection.execute(found))


@query
async def reported(
    connection: AsyncConnection, organisation_id: int, first: date, last: date
) -> bool:
    """True when an organisation did something in these days that was reported."""
    found = select(table.c.id).where(table.c.id == organisation_id, _did(first, last))
    return (await connection.execute(found)).first() is not None


_THERE = and_(table.c.retired_at.is_(None), table.c.category != STREET)
_ANSWERED_FOR = exists().where(liaisons.c.organisation_id == table.c.id)
_REACHED = exists().where(
    liaisons.c.organisation_id == table.c.id,
    people.c.id == liaisons.c.person_id,
    people.c.is_reachable,
)


def _lacking(gap: str, first: date, last: date) -> Select[Any]:
    lacks = {
        NO_LIAISON: ~_ANSWERED_FOR,
        UNREACHED: and_(_ANSWERED_FOR, ~_REACHED),
        NO_ACTIVITY: ~_did(first, last),
        NO_PAIR: ~_paired(),
        NO_VISIT: ~exists().where(
            visits.c.organisation_id == table.c.id,
            visits.c.held_on.between(first, last),
            visits.c.deleted_at.is_(None),
        ),
    }
    return select(table.c.id, table.c.short_name, table.c.category).where(_THERE, lacks[gap])


def _did(first: date, last: date) -> ColumnElement[bool]:
    """Its own activities, and those in which it confirmed that it took part."""
    then = activities.c.held_on.between(first, last)
    own = exists().where(activities.c.organisation_id == table.c.id, then, WHOLE)
    joined = exists().where(
        partners.c.organisation_id == table.c.id,
        partners.c.state == CONFIRMED,
        activities.c.id == partners.c.activity_id,
        then,
        WHOLE,
    )
    return or_(own, joined)


def _paired() -> ColumnElement[bool]:
    """With somebody who has not left either."""
    other = table.alias()
    of_both = (
        (pairings.c.organisation_id, pairings.c.community_id),
        (pairings.c.community_id, pairings.c.organisation_id),
    )
    return or_(
        *(
            exists().where(mine == table.c.id, other.c.id == theirs, other.c.retired_at.is_(None))
            for mine, theirs in of_both
        )
    )
