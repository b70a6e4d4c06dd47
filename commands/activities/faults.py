"""Why words were not taken for a day, a number or a title: each has its sentence."""

from enum import Enum, auto


class Fault(Enum):
    """What was wrong; the views say it, with an example."""

    NO_DAY = auto()
    IMPOSSIBLE_DAY = auto()
    FUTURE_DAY = auto()
    NO_NUMBER = auto()
    SEVERAL_NUMBERS = auto()
    NEGATIVE_NUMBER = auto()
    TOO_MANY = auto()
    NO_TITLE = auto()
