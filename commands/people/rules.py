"""Who is meant, and what they may become. Pure."""

import re
from collections.abc import Sequence

from commands.kit import Message, Place
from locales import LANGUAGES
from storage.organisations import Organisation
from storage.people import Person

CONFIRMED = 1
"""The last number of a button that was asked back about."""
DEPUTY = 1
"""The last number of a button that makes somebody a deputy; a liaison's has 0, or none."""
DEPUTY_WORDS = frozenset({"副", "副联络员", "deputy"})


TOKEN = re.compile("[0-9a-fA-F]{12,}")
"""What stands in a link, whole or cut off; no organisation is called so."""


def is_token(args: str) -> bool:
    """True for the words that a link bears."""
    return TOKEN.fullmatch(args) is not None


def language_of(numbers: tuple[int, ...]) -> str | None:
    """The language that a button names by its place; None for a forged one."""
    if len(numbers) != 1 or not 0 <= numbers[0] < len(LANGUAGES):
        return None
    return LANGUAGES[numbers[0]]


def replied(place: Place, message: Message) -> Message | None:
    """The message that points out a person: in a private chat there is nobody to point at."""
    return None if place.is_private else message.reply_to


def needy_first(
    every: Sequence[Organisation], without: Sequence[Organisation]
) -> tuple[Organisation, ...]:
    """All organisations, those that nobody answers for at the top."""
    needy = {one.id for one in without}
    return tuple(sorted(every, key=lambda one: (one.id not in needy, one.position)))


def may_be_removed(staff: Sequence[Person], asker: Person) -> tuple[Person, ...]:
    """Staff remove each other, nobody removes oneself: one always stays."""
    return tuple(person for person in staff if person.id != asker.id)


def deputy_in(args: str) -> tuple[str, bool]:
    """The words without the one that means a deputy (`兴隆社区 副`), and whether it was there."""
    words = args.split()
    kept = [word for word in words if word.casefold() not in DEPUTY_WORDS]
    return (args, False) if len(kept) == len(words) else (" ".join(kept), True)


def is_deputy(numbers: Sequence[int]) -> bool:
    """What the rest of a button's numbers says."""
    return tuple(numbers) == (DEPUTY,)
