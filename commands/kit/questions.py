"""What people ask in words: a feature says in its value which questions a command answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from commands.kit.spans import Span
from commands.kit.talk import Talk
from storage.organisations import Organisation

ORGANISATION = "organisation"
AHEAD = "ahead"
"""Days of this week, or to come."""
WHOLE_WEEK, WHOLE_MONTH = "week", "month"
"""This week or one to come; this month or one to come. Such a week is not `AHEAD`."""
PAST = "past"
"""A month or a year that has begun."""
BYGONE = "bygone"
"""Days or a week that are over."""
NUMBER = "number"
CATEGORY = "category"
KIND = "kind"
"""One of the five 联动."""
WORDS = "words"
"""What no clue and no name explains."""


@dataclass(frozen=True)
class Asked:
    """What was read besides the intent."""

    said: str = ""
    """The whole sentence, without capitals and full-width forms."""
    organisation: Organisation | None = None
    span: Span | None = None
    when: str = ""
    """The days as they were written."""
    number: int | None = None
    category: str = ""
    kind: str = ""
    """As it was written."""
    words: str = ""


@dataclass(frozen=True)
class Clue:
    """Words any of which speak for a question; several of them count once.

    Chinese words count as they sound as well, Latin ones with slips and endings.
    """

    words: frozenset[str]
    weight: float


def nothing(_asked: Asked) -> str:
    """For a command that needs no words."""
    return ""


@dataclass(frozen=True)
class Question:
    """Something that people ask; weights of 1 and more make it sure when nothing is left over."""

    name: str
    """Buttons bear a number made of it."""
    title: str
    """Marked with `message`: how it was understood."""
    command: str
    """The command of the same feature that answers."""
    clues: tuple[Clue, ...] = ()
    things: Mapping[str, float] = field(default_factory=dict)
    """What else speaks for it: `ORGANISATION`, `AHEAD` ..., and how much."""
    needs: frozenset[str] = frozenset()
    """Those of them without which it cannot be asked."""
    args: Callable[[Asked], str] = nothing
    """The words behind the command."""


def clue(weight: float, words: str) -> Clue:
    """Words as they stand in the code: separated by spaces, those of a phrase joined by `_`."""
    return Clue(frozenset(one.replace("_", " ") for one in words.split()), weight)


def wanted(words: str) -> frozenset[str]:
    """The same for `needs`."""
    return frozenset(words.split())


class Asks(Protocol):
    """Answers words that may be a question."""

    async def __call__(self, talk: Talk, words: str, *, may_offer: bool) -> bool:
        """True when they are one; `may_offer`: also when it has to ask back."""
