"""Lengths as Telegram counts them: in UTF-16 code units."""


def units(text: str) -> int:
    """How long the text is for Telegram; most emoji count as two."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, length: int) -> str:
    """The part of the text that an entity covers."""
    encoded = text.encode("utf-16-le")[2 * offset : 2 * (offset + length)]
    return encoded.decode("utf-16-le", errors="ignore")
