"""The Bot API's HTML: a few tags, errors with byte offsets, entities in UTF-16 units.

The rules and words are TDLib's (`parse_html`): https://core.telegram.org/bots/api#html-style
"""

import re
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from simulator.world.refusal import bad
from simulator.world.utf16 import units
from simulator.world.values import Json, Refusal

SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
TAGS = frozenset(SIMPLE) | {"a", "tg-emoji"}

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)\b);?")
ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]*)\s*(?:=\s*(?:"(?P<d>[^"]*)"|'(?P<s>[^']*)'|(?P<w>[\w.-]+)))?"""
)

# Bot API, "HTML style": an inline mention of a user.
MENTION = re.compile(r"tg://user\?id=(\d{1,15})")

SURROGATES = range(0xD800, 0xE000)


@dataclass
class Open:
    """A tag that waits for its end."""

    tag: str
    offset: int
    attributes: dict[str, str]


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
        match = re.compile(r"<([^\s>]*)").match(self.source, begin)
        tag = match.group(1).lower() if match else ""
        stop = begin + 1 + len(tag)
        if stop >= len(self.source):
            raise broken(f"Unclosed start tag at byte offset {self.byte(begin)}")
        if tag not in TAGS:
            raise broken(f'Unsupported start tag "{tag}" at byte offset {self.byte(begin)}')
        attributes = self.attributes(stop, tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            where = f"at byte offset {self.byte(begin)}"
            raise broken(f'Tag "span" must have class "tg-spoiler" {where}')
        self.stack.append(Open(tag, self.length, attributes))

    def attributes(self, place: int, tag: str, begin: int) -> dict[str, str]:
        """Reads `name="value"` up to the tag's `>` and steps behind it."""
        found: dict[str, str] = {}
        while True:
            place += len(self.source[place:]) - len(self.source[place:].lstrip())
            if place >= len(self.source):
                raise broken(f"Unclosed start tag at byte offset {self.byte(begin)}")
            if self.source[place] == ">":
                self.place = place + 1
                return found
            match = ATTRIBUTE.match(self.source, place)
            if match is None or not match["name"] or match.end() == place:
                where = f'in the tag "{tag}" at byte offset {self.byte(begin)}'
                raise broken(f"Empty attribute name {where}")
            found[match["name"].lower()] = decode(match["d"] or match["s"] or match["w"] or "")
            place = match.end()

    def end_tag(self) -> None:
        begin = self.place
        stop = self.source.find(">", begin)
        if not self.stack:
            raise broken(f"Unexpected end tag at byte offset {self.byte(begin)}")
        if stop < 0:
            raise broken(f"Unclosed end tag at byte offset {self.byte(begin)}")
        found = self.source[begin + 2 : stop].strip().lower()
        opened = self.stack.pop()
        if found and found != opened.tag:
            words = f'expected "</{opened.tag}>", found "</{found}>"'
            raise broken(f"Unmatched end tag at byte offset {self.byte(begin)}, {words}")
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

    def byte(self, place: int) -> int:
        return len(self.source[:place].encode())


def styled(opened: Open, text: str) -> Json | None:
    """The entity's kind and its own fields; None for a link that leads nowhere."""
    given = opened.attributes
    if opened.tag == "a":
        return link(given.get("href") or text)
    if opened.tag == "tg-emoji":
        if not given.get("emoji-id", "").isdecimal():
            raise bad("can't parse entities: Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": given["emoji-id"]}
    if opened.tag == "blockquote" and "expandable" in given:
        return {"type": "expandable_blockquote"}
    if opened.tag == "code" and given.get("class", "").startswith("language-"):
        return {"type": "code", "language": given["class"].removeprefix("language-")}
    return {"type": SIMPLE[opened.tag]}


def link(address: str) -> Json | None:
    mention = MENTION.fullmatch(address)
    if mention:
        return {"type": "text_mention", "user": {"id": int(mention[1])}}
    if valid_address(address):
        return {"type": "text_link", "url": normal_address(address)}
    return None


def valid_address(address: str) -> bool:
    """Whether Telegram takes it as the address of a link."""
    if any(character.isspace() for character in address):
        return False
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
    except ValueError:
        return False
    host = parts.hostname or ""
    if parts.scheme == "tg":
        return bool(host)
    return parts.scheme in {"http", "https", "ton"} and "." in host.strip(".")


def normal_address(address: str) -> str:
    """Telegram writes the scheme and the bare host's slash out."""
    address = address if "://" in address else f"http://{address}"
    parts = urlsplit(address)
    return address if parts.path or parts.query or parts.fragment else f"{address}/"


def merged(entities: list[Json]) -> list[Json]:
    """`<pre><code class="language-x">` is one entity, a `pre` with its language."""
    languages = {
        (entity["offset"], entity["length"]): entity["language"]
        for entity in entities
        if "language" in entity
    }
    kept: list[Json] = []
    blocks = {(e["offset"], e["length"]) for e in entities if e["type"] == "pre"}
    for entity in entities:
        place = (entity["offset"], entity["length"])
        if entity["type"] == "pre" and place in languages:
            kept.append(entity | {"language": languages[place]})
        elif entity["type"] != "code" or place not in blocks:
            kept.append({name: value for name, value in entity.items() if name != "language"})
    return kept


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


def broken(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")
