"""The choice of a language, which must be readable in any of them."""

from commands.kit.posts import Row, button
from commands.kit.presses import pack
from locales import LANGUAGES, Words


def language_row(words: Words, press: str) -> Row:
    """A button for each language, by its own name; the number is its place in `LANGUAGES`."""
    return tuple(
        button(words.list([words.to(language).name]), pack(press, place))
        for place, language in enumerate(LANGUAGES)
    )
