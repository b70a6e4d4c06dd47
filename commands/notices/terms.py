"""What categories and answers are called."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import clip
from locales import Words, message
from storage.notices import DIFFICULTY, RECEIVED
from storage.organisations import Organisation

ANSWERS = {
    RECEIVED: message("Received"),
    DIFFICULTY: message("Difficulty"),
    "": message("no answer yet"),
}

NAME, SHORT_NAME = 40, 20
"""Characters of people's and organisations' names where they stand in a line of ours."""
NAMED, IN_TOAST = 2, 14
"""So many organisations, with so many characters of each, stand in a toast."""


def said(words: Words, answer: str) -> Markup:
    """An answer as people read it; an empty one is none yet."""
    return words.t(ANSWERS[answer])


def named(words: Words, organisations: Sequence[Organisation]) -> Markup:
    """The first organisations by their short names, in the little room that a toast has."""
    names = [clip(one.short_name, IN_TOAST) for one in organisations[:NAMED]]
    if len(organisations) > NAMED:
        names.append("…")
    return words.list(names)
