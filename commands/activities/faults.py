"""Why words were not taken for a day, a number or a title: each has its sentence."""

from enum import Enum, auto


class Fault(Enum):
    """What was wrong; the views say it, with an example."""

    NO_DAY = auto()
    SEVERAL_DAYS = auto()
    IMPOSSIBLE_DAY = auto()
    FUTURE_DAY = auto()
    LUNAR_DAY = auto()
    NO_NUMBER = auto()
    SEVERAL_NUMBERS = auto()
    NEGATIVE_NUMBER = auto()
    TOO_MANY = auto()
    NO_TITLE = auto()
    TOO_LONG = auto()
    NO_HOURS = auto()
    TOO_MANY_HOURS = auto()
    NO_MONEY = auto()
    TOO_MUCH_MONEY = auto()
    NO_PLACE = auto()
    NO_MATERIALS = auto()
    SEVERAL_THINGS = auto()
