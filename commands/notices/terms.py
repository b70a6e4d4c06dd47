"""How much of names stands in the lines and toasts of notices."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import clip
from locales import Words
from storage.organisations import Organisation

NAME, SHORT_NAME = 40, 20
"""Characters of people's and organisations' names where they stand in a line of ours."""
NAMED, IN_TOAST = 2, 14
"""So many organisations, with so many characters of each, stand in a toast."""


def named(words: Words, organisations: Sequence[Organisation]) -> Markup:
    """The first organisations by their short names, in the little room that a toast has."""
    names = [clip(one.short_name, IN_TOAST) for one in organisations[:NAMED]]
    if len(organisations) > NAMED:
        names.append("…")
    return words.list(names)
