"""Which commands are whose, and which one somebody meant. Pure."""

import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from commands.kit import Command, Feature, Role, Task
from storage.spellings import spell

SIGNS = "/#!"
MOST_USEFUL = 5
FIRST = 2
SUGGESTED = 3
LIKENESS = 0.5
"""difflib's ratio: 通之 is as like 通知 as this."""
SURE = 0.7
"""So like a name has to be what begins a sentence: our is less like org."""
Wish = tuple[Command, Task]
Section = tuple[Feature, tuple[Command, ...]]


def sections(features: Iterable[Feature], role: Role) -> tuple[Section, ...]:
    """The features with what this role may use of them; none is empty."""
    listed = (
        (feature, tuple(one for one in feature.commands if one.is_listed_for(role)))
        for feature in features
    )
    return tuple((feature, commands) for feature, commands in listed if commands)


def wishes(features: Iterable[Feature], role: Role) -> tuple[Wish, ...]:
    """What people of this role want, their own business first."""
    every = (one for _, commands in sections(features, role) for one in commands)
    found = [(one, task) for one in every if (task := one.task_of(role)) is not None]
    return tuple(sorted(found, key=lambda wish: -wish[1].who))


def most_useful(features: Iterable[Feature], role: Role, asked: str) -> tuple[Command, ...]:
    """A handful for the group: what only this role may comes first; `asked` is known already.

    Then what comes first in its feature, so that one with many commands leaves room for the others.
    """
    listed = [
        (one, place)
        for _, commands in sections(features, role)
        for place, one in enumerate(commands)
    ]
    ordered = sorted(listed, key=lambda of: (of[0].who > role, -of[0].who, of[1] >= FIRST))
    return tuple(one for one, _ in ordered if one.name != asked)[:MOST_USEFUL]


def named(features: Iterable[Feature], word: str) -> Command | None:
    """The listed command that a word names, in either language, with or without its sign."""
    name = bare_name(word)
    listed = (one for feature in features for one in feature.commands if one.listed)
    return next((one for one in listed if name in names_of(one)), None)


def likely(features: Sequence[Feature], role: Role, word: str) -> tuple[Command, ...]:
    """The commands of this role whose names are like the word, the likeliest first.

    Chinese names count as they sound as well: `/tongzhi`, and `/通之`.
    """
    names = {
        name: one
        for _, commands in sections(features, role)
        for one in commands
        for name in (*names_of(one), *map(spell, one.chinese))
    }
    is_name = is_command(word) or len(word.split()) == 1
    likeness = LIKENESS if is_name else SURE
    asked = dict.fromkeys((bare_name(word), spell(bare_name(word))))
    found = [get_close_matches(one, names, SUGGESTED, likeness) for one in asked]
    close = sorted((one for some in found for one in some), key=lambda one: one not in asked)
    return tuple({names[name].name: names[name] for name in close}.values())[:SUGGESTED]


def is_command(text: str) -> bool:
    """True for what begins like a command, in full-width signs as well."""
    return unicodedata.normalize("NFKC", text).strip().startswith(tuple(SIGNS))


def bare_name(text: str) -> str:
    """The first word without the sign before it and the bot's name behind it."""
    first = unicodedata.normalize("NFKC", text).casefold().split(maxsplit=1)
    return first[0].lstrip(SIGNS).partition("@")[0] if first else ""


def names_of(command: Command) -> tuple[str, ...]:
    return (command.name, *command.chinese)
