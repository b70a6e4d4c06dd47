"""Degrees as satellites give them (WGS-84), and as maps of the mainland shift them (GCJ-02). Pure.

GCJ-02 (国测局坐标) is not published. The formula that has been known since 2010, with the Krasovsky
1940 ellipsoid (a = 6378245 m, e² = 0.00669342162296594323), agrees with the maps to about a
metre; it is what eviltransform and coordtransform use. Outside the mainland's box nothing is
shifted.
"""

from math import cos, pi, sin, sqrt

WGS84, GCJ02 = "wgs84", "gcj02"
DATUMS = (WGS84, GCJ02)
"""How coordinates were given; buttons bear the place here."""
Degrees = tuple[float, float]
"""Latitude, longitude."""

_AXIS, _ECCENTRICITY = 6378245.0, 0.00669342162296594323
_SOUTH, _NORTH, _WEST, _EAST = 0.8293, 55.8271, 72.004, 137.8347
_ROUNDS = 10
"""The way back converges by two digits a round; after five it is below a millimetre."""
_CLOSE = 1e-9
"""Degrees: a tenth of a millimetre."""


def to_wgs84(latitude: float, longitude: float, datum: str) -> Degrees:
    """The same place in WGS-84, to less than a metre."""
    return _back(latitude, longitude) if datum == GCJ02 else (latitude, longitude)


def to_gcj02(latitude: float, longitude: float) -> Degrees:
    """A place in WGS-84 as a map of the mainland has it."""
    if not is_shifted(latitude, longitude):
        return latitude, longitude
    north, east = _shift(latitude, longitude)
    return latitude + north, longitude + east


def is_shifted(latitude: float, longitude: float) -> bool:
    """True within the box in which maps are shifted."""
    return _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST


def _back(latitude: float, longitude: float) -> Degrees:
    """There is no formula for the way back: each guess is shifted and corrected by its error."""
    if not is_shifted(latitude, longitude):
        return latitude, longitude
    north, east = _shift(latitude, longitude)
    guess = latitude - north, longitude - east
    for _ in range(_ROUNDS):
        north, east = _shift(*guess)
        wrong = guess[0] + north - latitude, guess[1] + east - longitude
        guess = guess[0] - wrong[0], guess[1] - wrong[1]
        if max(map(abs, wrong)) < _CLOSE:
            break
    return guess


def _shift(latitude: float, longitude: float) -> Degrees:
    """How far the map is shifted there, in degrees."""
    x, y = longitude - 105.0, latitude - 35.0
    waves = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves
    north += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    north += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y / 30.0 * pi)) * 2.0 / 3.0
    east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves
    east += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    east += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    radians = latitude / 180.0 * pi
    magic = 1 - _ECCENTRICITY * sin(radians) ** 2
    meridian = _AXIS * (1 - _ECCENTRICITY) / (magic * sqrt(magic)) * pi / 180.0
    parallel = _AXIS / sqrt(magic) * cos(radians) * pi / 180.0
    return north / meridian, east / parallel
