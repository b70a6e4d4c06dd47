"""Values of any length, made short enough for a list or a button."""

ELLIPSIS = "…"


def clip(text: str, characters: int) -> str:
    """The text as one line of at most so many characters; what is missing shows as an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= characters else line[: characters - 1].rstrip() + ELLIPSIS
