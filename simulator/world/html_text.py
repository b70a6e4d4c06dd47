"""The Bot API's HTML: a few tags, errors with byte offsets, entities in UTF-16 units.

The rules and words are TDLib's (`parse_html`): https://core.telegram.org/bots/api#html-style
"""

import re
import sys

from simulator.world.html_styles import TAGS, Open, broken, merged, styled
from simulator.world.utf16 import units
from simulator.world.values import Json, Refusal

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)\b);?")
NAME = re.compile(r"[^\s>]*")
SPACE = re.compile(r"\s*")
ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=>]+)\s*(?:=\s*(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'|(?P<w>[\w.-]+)))?"""
)

SURROGATES = range(0xD800, 0xE000)


def parse(source: str) -> tuple[str, list[Json]]:
    """The text without its tags, and its entities."""
    return Parser(source).run()


class Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.text: list[str] = []
        self.length = 0
        self.stack: list[Open] = []
        self.entities: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.place < len(self.source):
            self.step()
        if self.stack:
            tag = self.stack[-1].tag
            raise broken(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return "".join(self.text), merged(self.entities)

    def step(self) -> None:
        """Takes the next tag, or the text up to it."""
        if self.source.startswith("</", self.place):
            self.end_tag()
        elif self.source[self.place] == "<":
            self.start_tag()
        else:
            stop = self.source.find("<", self.place)
            stop = len(self.source) if stop < 0 else stop
            self.add(decode(self.source[self.place : stop]))
            self.place = stop

    def add(self, text: str) -> None:
        text = text.replace("\r", "")
        self.text.append(text)
        self.length += units(text)

    def start_tag(self) -> None:
        begin = self.place
        stop = skip(NAME, self.source, begin + 1)
        tag = self.source[begin + 1 : stop].lower()
        if stop == len(self.source):
            raise self.fault("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self.fault(f'Unsupported start tag "{tag}"', begin)
        attributes = self.attributes(stop, tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fault('Tag "span" must have class "tg-spoiler"', begin)
        self.stack.append(Open(tag, self.length, attributes))

    def attributes(self, place: int, tag: str, begin: int) -> dict[str, str]:
        """Reads `name="value"` up to the tag's `>` and steps behind it."""
        found: dict[str, str] = {}
        while True:
            place = skip(SPACE, self.source, place)
            if place == len(self.source):
                raise self.fault("Unclosed start tag", begin)
            if self.source[place] == ">":
                self.place = place + 1
                return found
            match = ATTRIBUTE.match(self.source, place)
            if match is None:
                raise self.fault(f'Empty attribute name in the tag "{tag}"', begin)
            found[match["name"].lower()] = decode(match["d"] or match["s"] or match["w"] or "")
            place = match.end()

    def end_tag(self) -> None:
        begin = self.place
        stop = self.source.find(">", begin)
        if not self.stack:
            raise self.fault("Unexpected end tag", begin)
        if stop < 0:
            raise self.fault("Unclosed end tag", begin)
        found = self.source[begin + 2 : stop].strip().lower()
        opened = self.stack.pop()
        if found and found != opened.tag:
            words = f', expected "</{opened.tag}>", found "</{found}>"'
            raise self.fault("Unmatched end tag", begin, words)
        self.place = stop + 1
        self.close(opened)

    def close(self, opened: Open) -> None:
        """Turns what the tag enclosed into an entity, if it enclosed anything."""
        length = self.length - opened.offset
        entity = styled(opened, self.enclosed(length))
        if length and entity:
            self.entities.append(entity | {"offset": opened.offset, "length": length})

    def enclosed(self, length: int) -> str:
        encoded = "".join(self.text).encode("utf-16-le")
        return encoded[len(encoded) - 2 * length :].decode("utf-16-le")

    def fault(self, reason: str, place: int, more: str = "") -> Refusal:
        """Telegram tells where the tag begins, in bytes of UTF-8."""
        offset = len(self.source[:place].encode())
        return broken(f"{reason} at byte offset {offset}{more}")


def decode(text: str) -> str:
    """Character references as characters; unknown ones stay as they are."""
    return REFERENCE.sub(character, text)


def character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < code <= sys.maxunicode and code not in SURROGATES
    return chr(code) if is_character else match.group()


def skip(pattern: re.Pattern[str], source: str, place: int) -> int:
    """The place behind what the pattern matches here."""
    match = pattern.match(source, place)
    return match.end() if match else place
