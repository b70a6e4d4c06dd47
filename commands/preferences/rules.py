"""What a button of the settings says. Pure."""

from collections.abc import Sequence
from datetime import time

from commands.kit import Span

HOUR, DAY = 60, 24 * 60
NONE = -1
"""What the button that ends quiet hours bears."""


def minutes(hour: time) -> int:
    """A time of day as a button bears it."""
    return hour.hour * HOUR + hour.minute


def span(numbers: Sequence[int]) -> Span | None:
    """Quiet hours by two minutes of the day; None for what is no span, which is off."""
    begin, end = (*numbers, NONE, NONE)[:2]
    if begin == end or not (0 <= begin < DAY and 0 <= end < DAY):
        return None
    return Span(time(*divmod(begin, HOUR)), time(*divmod(end, HOUR)))
