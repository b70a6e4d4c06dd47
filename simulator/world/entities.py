"""Text with its entities: what Telegram finds by itself in plain text, and how entities combine."""

import re
from collections.abc import Callable, Iterator

from simulator.world import html_text
from simulator.world.refusal import bad
from simulator.world.utf16 import units
from simulator.world.values import Json

# TDLib, find_bot_commands: no word character, "/", "<" or ">" on either side.
COMMAND = r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])"
MENTION = r"(?<!\w)@[A-Za-z0-9_]{3,32}(?!\w)"
# A hashtag has a letter somewhere, in any script: #活动 is one, #2026 is not.
HASHTAG = r"(?<!\w)#(?=\d*[^\W\d])\w{1,256}"
EMAIL = r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?!\w)"
DOMAIN = r"(?:[A-Za-z0-9-]+\.)+(?:com|org|net|cn|io|me|gov|edu|info|app|dev)(?![\w.-])"
URL = rf"(?<![\w@])(?:https?://[^\s<>\"，。！？；：、（）《》]+|{DOMAIN}(?:/[^\s<>\"，。！？；：、（）《》]*)?)"

# In order of precedence: what an earlier pattern took, a later one leaves alone.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("email", re.compile(EMAIL)),
    ("url", re.compile(URL)),
    ("bot_command", re.compile(COMMAND)),
    ("mention", re.compile(MENTION)),
    ("hashtag", re.compile(HASHTAG)),
)
# Inside these Telegram looks for nothing.
CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})

Parsed = tuple[str, list[Json]]


def plain(text: str) -> Parsed:
    """What a person typed: trimmed, with the entities that Telegram finds in it."""
    return tidy(text.replace("\r", ""), [])


def parse(text: str, parse_mode: str = "", entities: list[Json] | None = None) -> Parsed:
    """What the bot sent: formatted by `parse_mode` or by the given entities."""
    text, mode = text.replace("\r", ""), parse_mode.lower()
    if mode == "html":
        return tidy(*html_text.parse(text))
    if mode:
        raise bad("unsupported parse_mode: the simulator parses only HTML")
    return tidy(text, [checked(entity) for entity in entities or []])


def checked(entity: Json) -> Json:
    """An entity that the bot gave, if it has what every entity has."""
    numbers = (entity.get("offset"), entity.get("length"))
    if not isinstance(entity.get("type"), str) or not all(type(one) is int for one in numbers):
        raise bad("can't parse MessageEntity: type, offset and length are required")
    return dict(entity)


def tidy(text: str, entities: list[Json]) -> Parsed:
    """Trimmed text, entities cut to it, and those added that Telegram finds by itself."""
    text, entities = trim(text, entities)
    closed = [span(entity) for entity in entities if entity["type"] in CLOSED]
    found = [entity for entity in find(text) if not overlaps(span(entity), closed)]
    return text, sorted(entities + found, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, entities: list[Json]) -> Parsed:
    """Without leading and trailing white space, and without entities that covered only that."""
    start = units(text) - units(text.lstrip())
    text = text.strip()
    end = units(text)
    cut: list[Json] = []
    for entity in entities:
        first, last = (min(max(place - start, 0), end) for place in span(entity))
        if last > first:
            cut.append({**entity, "offset": first, "length": last - first})
    return text, cut


def find(text: str) -> list[Json]:
    """Commands, mentions, hashtags, addresses: what Telegram marks without being asked."""
    place = measure(text)
    taken: list[tuple[int, int]] = []
    found: list[Json] = []
    for kind, first, last in matches(text):
        if not overlaps((first, last), taken):
            taken.append((first, last))
            start = place(first)
            found.append({"type": kind, "offset": start, "length": place(last) - start})
    return sorted(found, key=lambda entity: int(entity["offset"]))


def matches(text: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            # A full stop after an address ends the sentence, not the address.
            kept = match.group().rstrip(".,;:!?)") if kind == "url" else match.group()
            yield kind, match.start(), match.start() + len(kept)


def measure(text: str) -> Callable[[int], int]:
    """From a place in the Python string to the place in UTF-16 units."""
    if text.isascii():
        return lambda place: place
    return lambda place: units(text[:place])


def span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def overlaps(one: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(one[0] < last and first < one[1] for first, last in others)
