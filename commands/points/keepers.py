"""Who keeps which service points up, and how a point is for somebody at this moment."""

from commands.kit import Role, Talk
from commands.points import cards
from commands.points.nearby import standing_of
from storage import points
from storage.points import Point


async def the_point(talk: Talk, numbers: tuple[int, ...]) -> Point | None:
    """The point that a button means; one that was retired is there for those who may change it."""
    point = await points.one(talk.store, numbers[0]) if numbers else None
    if point is None or (point.retired_at is not None and not may_change(talk, point)):
        await talk.toast(cards.gone(talk.words))
        return None
    return point


def may_change(talk: Talk, point: Point) -> bool:
    """Its organisation's liaisons and staff, in private."""
    return talk.place.is_private and is_kept_by(talk, point.organisation_id)


def is_kept_by(talk: Talk, organisation_id: int) -> bool:
    """True when this person keeps up the points of this organisation."""
    own = {one.id for one in talk.asker.organisations}
    return talk.asker.role is Role.STAFF or organisation_id in own


def now_of(talk: Talk, point: Point) -> cards.Now:
    """How the point is at this moment, for this person."""
    confirmed_on = point.confirmed_at.astimezone(talk.zone).date()
    may = may_change(talk, point)
    return cards.Now(standing_of(talk, point.hours), talk.today, confirmed_on, may_change=may)
