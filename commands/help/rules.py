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
LIKENESS, SOUNDS_ALIKE = 0.6, 0.8
"""difflib's ratio: 报名 is more like 我的报名 than this, and tongzi sounds more like tongzhi."""
SURE = 0.7
"""So like a name has to be what is no command: our is less like org."""
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
    mine = [one for _, commands in sections(features, role) for one in commands]
    written = {name: one for one in mine for name in names_of(one)}
    spoken = {spell(name): one for one in mine for name in one.chinese}
    name = bare_name(word)
    sound = spell(name)
    alike = get_close_matches(name, written, SUGGESTED, LIKENESS if is_command(word) else SURE)
    sounding = get_close_matches(sound, spoken, SUGGESTED, SOUNDS_ALIKE)
    close = [*(written[one] for one in alike), *(spoken[one] for one in sounding)]
    exactly = {id(written.get(name)), id(spoken.get(sound))}
    close.sort(key=lambda one: id(one) not in exactly)
    return tuple({one.name: one for one in close}.values())[:SUGGESTED]


def is_command(text: str) -> bool:
    """True for what begins like a command, in full-width signs as well."""
    return unicodedata.normalize("NFKC", text).strip().startswith(tuple(SIGNS))


def bare_name(text: str) -> str:
    """The first word without the sign before it and the bot's name behind it."""
    first = unicodedata.normalize("NFKC", text).casefold().split(maxsplit=1)
    return first[0].lstrip(SIGNS).partition("@")[0] if first else ""


def names_of(command: Command) -> tuple[str, ...]:
    return (command.name, *command.chinese)
