"""How to ask for a file, and where it goes."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from commands.kit import Button, Export, Post, in_rows, private_link
from locales import LANGUAGES, Words

ROW = 1
"""Buttons side by side: words stand on them, not only a number."""


def how_to(words: Words, exports: Iterable[Export], offers: Sequence[Button]) -> Post:
    """Every export with an example to copy, and buttons for what is likely wanted."""
    lines = [words.t("🗂 What would you like to take along? For example:")]
    lines += [_example(words, one) for one in exports]
    if offers:
        lines += [Markup(), words.t("Or choose here:")]
    return Post(Markup("\n").join(lines), in_rows(offers, ROW))


def start_first(words: Words, args: str) -> Post:
    """In a group, to somebody whom the bot cannot write to."""
    sentence = words.t(
        "A file with people's names does not belong in a group, and I cannot write to you in"
        " private yet. Press the button, then Start: the file comes there."
    )
    return Post(sentence, ((private_link(words.t("Get it in private"), "export", args),),))


def comes_in_private(words: Words) -> Markup:
    return words.t("It names people, so I send it to you in our private chat.")


def _example(words: Words, export: Export) -> Markup:
    is_chinese = words.language == LANGUAGES[0] and bool(export.chinese)
    return words.t(
        "• {help}: <code>/export {name} {example}</code>",
        help=words.t(export.help),
        name=export.chinese[0] if is_chinese else export.name,
        example=words.t(export.example),
    )
