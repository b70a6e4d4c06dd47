"""What the tags of the Bot API's HTML become: kinds of entities with their own fields."""

import re
from dataclasses import dataclass

from simulator.world.addresses import normal_address, valid_address
from simulator.world.refusal import bad
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
TAGS = frozenset(SIMPLE) | {"a", "tg-emoji", "tg-time"}

# Bot API, "HTML style": an inline mention of a user.
MENTION = re.compile(r"tg://user\?id=(\d{1,15})")

# Bot API, "Date-time entity formatting": relative, or a day of the week, a date and a time.
TIME_FORMAT = re.compile("r|w?[dD]?[tT]?")


@dataclass
class Open:
    """A tag that waits for its end."""

    tag: str
    offset: int
    attributes: dict[str, str]


def styled(opened: Open, text: str) -> Json | None:
    """The entity's kind and its own fields; None for a link that leads nowhere."""
    given = opened.attributes
    if opened.tag == "a":
        return link(given.get("href") or text)
    if opened.tag == "tg-emoji":
        if not given.get("emoji-id", "").isdecimal():
            raise broken("Invalid custom emoji identifier specified")
        return {"type": "custom_emoji", "custom_emoji_id": given["emoji-id"]}
    if opened.tag == "tg-time":
        return point_in_time(given.get("unix", ""), given.get("format", ""))
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


def point_in_time(unix: str, shape: str) -> Json:
    """The words of the refusals are our own: TDLib's were not at hand."""
    if not unix.isdecimal():
        raise broken("Invalid Unix time specified")
    if not TIME_FORMAT.fullmatch(shape):
        raise broken("Invalid date and time format specified")
    return {"type": "date_time", "unix_time": int(unix), "date_time_format": shape}


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


def broken(reason: str) -> Refusal:
    return bad(f"can't parse entities: {reason}")
