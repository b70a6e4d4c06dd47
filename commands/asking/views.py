"""How a question was understood, or what it may mean."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.asking.rules import Reading
from commands.kit import Button, Post, button, clip, in_rows, number_for, pack, private_link
from locales import Words
from storage.searches import Search

DO, FIND = "asking.do", "asking.find"
NAME, SAID, SHORT = 20, 30, 16


def understood(words: Words, reading: Reading) -> Markup:
    """The line above the answer."""
    return words.t("<i>🔎 Understood as “{what}”</i>", what=_what(words, reading))


def perhaps(words: Words, search: Search, readings: Sequence[Reading], *, is_private: bool) -> Post:
    """Not sure: what it may mean, and to look for the words."""
    buttons = [
        button(_what(words, one), pack(DO, search.id, number_for(one.question.name), whose(one)))
        for one in readings
    ]
    last = _look_for(words, search, is_private=is_private)
    text = words.t("I am not sure what you would like to know. Is it one of these?")
    return Post(text, (*in_rows(buttons, 1), (last,)))


def whose(reading: Reading) -> int:
    """The organisation that a button bears; 0 for none."""
    return reading.asked.organisation.id if reading.asked.organisation else 0


def old(words: Words) -> Markup:
    """For a button of long ago."""
    return words.t("I do not know any more what was asked. Please ask again.")


def _what(words: Words, reading: Reading) -> Markup:
    asked, things = reading.asked, []
    if asked.organisation is not None:
        things.append(clip(asked.organisation.short_name, NAME))
    if asked.when and "span" in reading.uses:
        things.append(clip(asked.when, NAME))
    if asked.number is not None and "number" in reading.uses:
        things.append(str(asked.number))
    if asked.kind and "kind" in reading.uses:
        things.append(asked.kind)
    if asked.words:
        things.append(clip(asked.words, NAME))
    parts = [words.list([thing]) for thing in things]
    return Markup(" · ").join([*parts, words.t(reading.question.title)])


def _look_for(words: Words, search: Search, *, is_private: bool) -> Button:
    label = words.t("🔍 Look for “{words}”", words=clip(search.words, SHORT))
    if is_private:
        return button(label, pack(FIND, search.id))
    return private_link(label, "find", clip(search.words, SAID))
