"""Values of any length, made short enough for a list or a button."""

import unicodedata

ELLIPSIS = "…"


def clip(text: str, characters: int) -> str:
    """The text as one line of at most so many characters; what is missing shows as an ellipsis.

    So does a text of nothing but invisible characters: Telegram refuses a label without words.
    """
    line = " ".join(text.split())
    if line and all(unicodedata.category(character)[0] in "CZ" for character in line):
        return ELLIPSIS
    return line if len(line) <= characters else line[: characters - 1].rstrip() + ELLIPSIS
