"""Ranks as people read them, and as the last number of a button."""

from markupsafe import Markup

from commands.kit import clip
from locales import Words
from storage.organisations import Organisation
from storage.people import Person
from storage.seats import Rank

RANKS = (Rank.LIAISON, Rank.DEPUTY, Rank.MEMBER)
"""By the number that a button bears."""
NAME = 30
SHORT_NAME = 20


def called(words: Words, rank: Rank) -> Markup:
    """The noun."""
    return {
        Rank.LIAISON: words.t("liaison"),
        Rank.DEPUTY: words.t("deputy liaison"),
        Rank.MEMBER: words.t("member"),
    }[rank]


def rank_of(number: int) -> Rank | None:
    """The rank that a button names; None for a forged one."""
    return RANKS[number] if 0 <= number < len(RANKS) else None


def short(organisation: Organisation) -> str:
    """An organisation as people call it."""
    return clip(organisation.short_name, SHORT_NAME)


def linked(words: Words, person: Person) -> Markup:
    """A name that opens the person's chat; for private messages only."""
    name = clip(person.name, NAME) or str(person.id)
    return words.t('<a href="tg://user?id={id}">{name}</a>', id=str(person.id), name=name)
