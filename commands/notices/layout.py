"""Long texts and long lists in messages that Telegram takes. Lengths are UTF-16 units, as there."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from commands.kit.posts import TEXT_CHARACTERS
from locales import plain
from locales.text import clean

CARD_UNITS = 3000
"""So much of a notice's text stands on its card; the rest of 4,096 is for what is below it."""
PAGE_UNITS = 3400
QUOTED_UNITS = 3000
TITLE_UNITS = 64
"""For the title above a notice's text, in either language, its number and an ellipsis."""
CODING, UNIT = "utf-16-le", 2
"""A unit's bytes."""
FIRST_HALF = range(0xD8, 0xDC)
"""The upper byte of a unit that another one completes to a character."""
GAPS = re.compile(r"(\s)\1{2,}")
PAGE_LINKS = 90
"""Telegram keeps some 100 entities of a message, bold words among them; the others are plain."""


def units(text: str) -> int:
    """How long Telegram finds a text: most emoji count as two."""
    return len(text.encode(CODING)) // UNIT


def pieces(text: str, room: int) -> tuple[str, ...]:
    """The text in parts of at most `room` units; together they are the text again.

    No character is torn: one that alone is wider than the room has a part of its own.
    """
    whole, begin, parts = text.encode(CODING), 0, []
    while len(whole) - begin > room * UNIT:
        end = begin + room * UNIT
        if whole[end - 1] in FIRST_HALF:
            end = end - UNIT if end - UNIT > begin else end + UNIT
        parts.append(whole[begin:end].decode(CODING))
        begin = end
    return (*parts, whole[begin:].decode(CODING))


def beginning(text: str, room: int) -> str:
    """The whole text when it has room, else its first part with an ellipsis."""
    first, *rest = pieces(text, room)
    return f"{first}…" if rest else first


def room_beside(lines: Iterable[Markup], most: int) -> int:
    """So much of a notice's text has room with these lines, and not more than `most`."""
    below = sum(units(plain(line)) + 1 for line in lines)
    return max(1, min(most, TEXT_CHARACTERS - TITLE_UNITS - below))


def brief(text: str, lines: int, room: int) -> str:
    """The first lines of a text; an ellipsis shows that there is more."""
    kept = "\n".join(text.split("\n")[:lines])
    first = beginning(kept, room)
    return first if kept == text or first != kept else f"{first}…"


def quoted(text: str) -> list[Markup]:
    """What somebody wrote, whole and in its lines, in as many quotations as pages need.

    Of many empty lines one is kept: a page of nothing else would be refused.
    """
    parts = pieces(GAPS.sub(r"\1\1", clean(text)), QUOTED_UNITS)
    return [Markup("<blockquote>{}</blockquote>").format(part) for part in parts]


def paged(lines: Iterable[Markup], room: int) -> tuple[Markup, ...]:
    """The lines on as few pages as they need, none torn; a line must have less than `room`."""
    pages: list[list[Markup]] = [[]]
    length = links = 0
    for line in lines:
        wide, linked = units(plain(line)) + 1, line.count("<a ")
        if (length + wide > room or links + linked > PAGE_LINKS) and pages[-1]:
            pages.append([])
            length = links = 0
        pages[-1].append(line)
        length += wide
        links += linked
    return tuple(Markup("\n").join(page) for page in pages)
