"""From where "near" is reckoned: where somebody is, an organisation, or a service point.

Where somebody is stands in the buttons of the answer, in that person's private chat, and nowhere
of ours: neither in a row nor in the log.
"""

from dataclasses import dataclass

from commands.kit import Spot, Talk, clip
from storage import organisations, point_lists, points

HERE, ORGANISATION, POINT = range(3)
SCALE = 100_000
"""A button has whole numbers: of a degree so many are about a metre each."""
NORTHMOST, EASTMOST = 90, 180
NAME = 30


@dataclass(frozen=True)
class Anchor:
    """As buttons bear it: two numbers for where somebody is, else an id and nothing."""

    what: int
    first: int
    second: int = 0

    @classmethod
    def here(cls, spot: Spot) -> "Anchor":
        """Where somebody is, to about a metre."""
        return cls(HERE, round(spot.latitude * SCALE), round(spot.longitude * SCALE))


@dataclass(frozen=True)
class Origin:
    """The place itself, in WGS-84, and what it is called; empty for where somebody is."""

    anchor: Anchor
    latitude: float
    longitude: float
    name: str = ""


async def origin_of(talk: Talk, anchor: Anchor) -> Origin | None:
    """None: it has no place on the map, or there is no such thing, or it is nobody else's affair.

    Where a person is counts in the private chat alone.
    """
    if anchor.what == HERE and talk.place.is_private:
        latitude, longitude = anchor.first / SCALE, anchor.second / SCALE
        is_there = abs(latitude) <= NORTHMOST and abs(longitude) <= EASTMOST
        return Origin(anchor, latitude, longitude) if is_there else None
    if anchor.what == POINT:
        point = await points.one(talk.store, anchor.first)
        if point is None or point.latitude is None or point.longitude is None or point.retired_at:
            return None
        return Origin(anchor, point.latitude, point.longitude, clip(point.name, NAME))
    return await _of_organisation(talk, anchor) if anchor.what == ORGANISATION else None


async def _of_organisation(talk: Talk, anchor: Anchor) -> Origin | None:
    """Where the register has it, else its service hall."""
    one = await organisations.one(talk.store, anchor.first)
    if one is None or one.retired_at is not None:
        return None
    name = clip(one.short_name, NAME)
    if one.latitude is not None and one.longitude is not None:
        return Origin(anchor, one.latitude, one.longitude, name)
    hall = await point_lists.center_of(talk.store, one.id)
    if hall is None or hall.latitude is None or hall.longitude is None:
        return None
    return Origin(anchor, hall.latitude, hall.longitude, name)
