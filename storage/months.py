"""A month in figures and pictures: what the alliance did in it.

A month is a number, of which its days can be told (`number_of`, `span`).
"""

from calendar import monthrange
from datetime import date

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.activity_lists import WHOLE
from storage.database import query
from storage.partners import CONFIRMED
from storage.photos import Photo
from storage.tables import (
    activities as table,
    likes,
    organisations,
    partners,
    photos,
)
from storage.values import Value

MOST_STARS = 5
YEAR = 12
FIRST_YEAR, LAST_YEAR = 1900, 9998
"""Of the months that have a number."""


class Star(Value):
    """An activity that is shown with a photo of it."""

    title: str
    organisation: str
    held_on: date
    photo: Photo


class Month(Value):
    """What the alliance did in a month."""

    number: int
    activities: int
    served: int
    joined: int
    minutes: int
    money: int
    """In yuan."""
    kinds: dict[str, int]
    """How many activities of each 联动; the empty text: of none."""
    stars: tuple[Star, ...]
    organisations: tuple[str, ...]
    """Short names of all that did something or confirmed their part, in the register's order."""


def number_of(day: date) -> int:
    """The month's number."""
    return day.year * YEAR + day.month - 1


def is_month(number: int) -> bool:
    """Whether a number from outside is a month's."""
    return FIRST_YEAR <= number // YEAR <= LAST_YEAR


def span(number: int) -> tuple[date, date]:
    """Its first and its last day."""
    year, month = divmod(number, YEAR)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, 1), date(year, month + 1, last)


@query
async def month(connection: AsyncConnection, number: int) -> Month | None:
    """The month; None: nothing was done in it."""
    which = and_(WHOLE, table.c.held_on.between(*span(number)))
    columns = (table.c.served, table.c.joined, table.c.minutes, table.c.money)
    sums = [func.coalesce(func.sum(column), 0) for column in columns]
    row = (await connection.execute(select(func.count(), *sums).where(which))).one()
    if row[0] == 0:
        return None
    counted = select(table.c.linkage, func.count()).where(which).group_by(table.c.linkage)
    kinds = {row.linkage: row[1] for row in await connection.execute(counted)}
    of_all = dict(zip(("activities", "served", "joined", "minutes", "money"), row, strict=True))
    return Month(
        number=number,
        **of_all,
        kinds=kinds,
        stars=await _stars(connection, number),
        organisations=await _organisations(connection, number),
    )


async def _stars(connection: AsyncConnection, number: int) -> tuple[Star, ...]:
    """The featured ones first, then those that are liked most, then those that served most."""
    fans = select(func.count(likes.c.person_id.distinct()))
    liked = fans.where(likes.c.activity_id == table.c.id).scalar_subquery()
    which = and_(WHOLE, table.c.held_on.between(*span(number)))
    order = (
        table.c.featured_at.is_(None),
        liked.desc(),
        table.c.served.desc().nulls_last(),
        table.c.id,
    )
    best = (
        select(table.c.id, table.c.title, table.c.held_on)
        .add_columns(func.coalesce(organisations.c.short_name, "").label("organisation"))
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .where(which, _best_photo().exists())
        .order_by(*order)
        .limit(MOST_STARS)
    )
    stars = []
    for row in (await connection.execute(best)).all():
        photo = select(photos).where(photos.c.id == _best_photo(row.id).scalar_subquery())
        found = Photo.of((await connection.execute(photo)).one())
        stars.append(Star.model_validate(row._asdict() | {"photo": found}))
    return tuple(stars)


def _best_photo(activity_id: int | None = None) -> Select[int]:
    """Those that staff chose come first."""
    own = photos.c.activity_id == (table.c.id if activity_id is None else activity_id)
    is_seen = and_(
        own,
        photos.c.hidden_at.is_(None),
        photos.c.state == "kept",
        photos.c.flaw == "",
        photos.c.kind != "video",
        photos.c.path.not_like("%.mp4"),
        photos.c.path.not_like("%.mov"),
    )
    order = (photos.c.chosen.asc().nulls_last(), photos.c.sent_at, photos.c.message_id)
    found = select(photos.c.id).where(is_seen).order_by(*order).limit(1)
    return found.correlate(table) if activity_id is None else found


async def _organisations(connection: AsyncConnection, number: int) -> tuple[str, ...]:
    which = and_(WHOLE, table.c.held_on.between(*span(number)))
    own = select(table.c.organisation_id).where(which)
    joint = (
        select(partners.c.organisation_id)
        .join(table, table.c.id == partners.c.activity_id)
        .where(which, partners.c.state == CONFIRMED)
    )
    either = or_(organisations.c.id.in_(own), organisations.c.id.in_(joint))
    found = select(organisations.c.short_name).where(either)
    order = (organisations.c.position, organisations.c.id)
    return tuple((await connection.execute(found.order_by(*order))).scalars())
