"""How far apart two places on the globe are, and the box around one of them. Pure."""

from math import asin, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

EARTH = 6371008.8
"""Metres: the mean radius of IUGG; the globe's flattening is left out, at most 0.5 % of a way."""
FARTHEST = 89.0
"""Degrees: beyond it a box would have every longitude in it."""


class Box(NamedTuple):
    """Degrees between which everything lies that is near."""

    south: float
    north: float
    west: float
    east: float


def metres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """The great circle between two places, by the haversine."""
    here, there = radians(latitude), radians(to_latitude)
    north, east = (there - here) / 2, radians(to_longitude - longitude) / 2
    chord = sin(north) ** 2 + cos(here) * cos(there) * sin(east) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, chord)))


def box(latitude: float, longitude: float, radius: float) -> Box:
    """All that is nearer than so many metres lies in it, and a little more."""
    wide = degrees(radius / EARTH) * 1.001
    high = abs(latitude) + wide
    across = wide / cos(radians(high)) if high < FARTHEST else 360.0
    return Box(latitude - wide, latitude + wide, longitude - across, longitude + across)
