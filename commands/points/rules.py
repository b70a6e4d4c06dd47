"""What somebody looks for and where: `兴隆社区附近哪里能理发`, `nearest clinic`. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from commands.kit.names import mentions
from commands.points.kinds import kind_in
from storage.organisations import Organisation

FEWEST, MOST = 2, 20
"""Characters of what is looked for: one alone is a piece of a phrase."""
OPEN = re.compile(
    r"(?:现在|此刻|正在|目前|还|都)*(?:开着|开门|营业|开放)(?:的|着)?|现在的?|\b(?:open|now)\b"
)
BESIDES = re.compile(
    r"附近|最近|周边|周围|旁边|身边|这边|这里|一刻钟|15分钟|服务圈|服务地图|服务点|地图|在?哪(?:里|儿|些|个|家)?|"
    r"有什么|有没有|什么|怎么走|多远|几点|什么时候|地方|请问|我要|我想|我在|可以|离我|的|能|去|有|吗|呢|离|到|在|我|查|找|看|一下|[?？!！。,，、…:：]"
    r"|\b(?:near(?:by|est)?|closest|where|what|which|who|is|are|the|an?|there|here|around|of|to|in|at|can|could|i|me|my|do"
    r"|find|place|places|get|some|service|point|points|map|please)\b"
)


@dataclass(frozen=True)
class Wish:
    """Empty where nothing was said."""

    kind: str = ""
    words: str = ""
    """What no kind explains: looked for in names and in what is offered."""
    is_open: bool = False
    whose: tuple[int, ...] = ()
    """The organisations that may be meant as the place."""


def read(said: str, register: Sequence[Organisation]) -> Wish:
    """What the words say; a place that they name is taken out first."""
    text = unicodedata.normalize("NFKC", said)
    whose: tuple[int, ...] = ()
    for one in sorted(mentions(text, register), key=lambda one: -one.start):
        whose = one.who
        text = f"{text[: one.start]} {text[one.end :]}"
    return _looked_for(text, whose)


def _looked_for(text: str, whose: tuple[int, ...]) -> Wish:
    text = text.casefold()
    kind, word = kind_in(text)
    text = text.replace(word, " ", 1) if word else text
    rest = OPEN.sub(" ", text)
    is_open = rest != text
    said = BESIDES.sub(" ", rest).split()
    words = " ".join(one for one in said if len(one) >= FEWEST)
    return Wish(kind, words[:MOST].strip(), is_open, whose)
