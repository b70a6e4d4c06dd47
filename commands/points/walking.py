"""How long one walks: the crow's way, made longer by the streets, at a walker's pace. Pure.

GB 50180-2018 (table 3.0.4) plans the fifteen minutes' circle (十五分钟生活圈) as 800 to 1000 m.
Street networks make a way about 1.2 times as long as the crow's (Newell 1980). The pace is our own
choice: with 80 m a minute fifteen minutes are 1200 m of streets, which is 1000 m of the crow's, the
standard's outer edge.
"""

from math import ceil

PACE = 80.0
"""Metres a minute."""
DETOUR = 1.2
CIRCLE = 15
"""Minutes; who needs exactly so many is inside."""


def minutes(metres: float) -> int:
    """Of a way as the crow flies; at least one. A centimetre decides nothing."""
    return max(1, ceil(round(metres, 2) * DETOUR / PACE - 1e-9))


def is_inside(metres: float) -> bool:
    """True within the circle, and on its edge."""
    return minutes(metres) <= CIRCLE
