"""Which export somebody asks for. Plain decisions, nothing is read or sent."""

import re
import unicodedata
from collections.abc import Iterable

from commands.kit import Export, Feature, Role

NUMBER = re.compile(r"[第#]?\s*(\d{1,9})\s*号?")
SEPARATORS = " \t\r\n:,、"
Choice = tuple[Export | None, str]


def exports_of(features: Iterable[Feature], role: Role) -> tuple[Export, ...]:
    """What this role may take along, in the features' order."""
    return tuple(one for feature in features for one in feature.exports if one.who <= role)


def chosen(exports: tuple[Export, ...], args: str) -> Choice:
    """The export and the words behind its name; None when it is not clear which is meant.

    `notice 12`, `通知12`, or `12` alone while numbers can mean one export only.
    """
    text = unicodedata.normalize("NFKC", args).strip(SEPARATORS)
    names = [(name, one) for one in exports for name in (*one.chinese, one.name)]
    for name, one in sorted(names, key=lambda pair: -len(pair[0])):
        rest = text[len(name) :]
        if text.lower().startswith(name) and (not name.isascii() or _ends_word(rest)):
            return one, rest.strip(SEPARATORS)
    by_number = [one for one in exports if one.by_number]
    if NUMBER.fullmatch(text) and len(by_number) == 1:
        return by_number[0], text
    return None, text


def _ends_word(rest: str) -> bool:
    """True when a Latin name is not the beginning of a longer word."""
    return not rest[:1].isascii() or not rest[:1].isalpha()
