"""Where organisations stand in a text: by name, by a piece of it, misspelt, or in pinyin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from commands.kit import sounds
from commands.kit.numbers import WIDE
from storage.organisations import Organisation

PARTY = re.compile("(?:党支部|党总支|党委|党工委|党组)$")
KINDS = re.compile(
    "(?:社区|粮库|实业|置业|房地产|社工中心|社会工作服务中心|(?:人民)?法院|中队|工程科技|分公司|公司|集团"
    "|小学|中学|学校|幼儿园|医院|银行|派出所|协会|中心)$"
)
COMMON = frozenset(
    {
        "街道",
        "社区",
        "学校",
        "法院",
        "医院",
        "公司",
        "小学",
        "中学",
        "中心",
        "派出所",
        "集团",
        "银行",
    }
)
"""Names that are words of everyday as well: 打扫街道 speaks of no street office."""
SHORTEST = 2
SHORTEST_PIECE = 3
"""So many characters in a row of a short name are a piece of it: 六十中."""
SHARED_BY = 3
"""Two characters that so many names begin with are their town's: 郑州."""


@dataclass(frozen=True)
class Mention:
    """Organisations that a piece of the text may mean; sure: it is the name of the one."""

    start: int
    end: int
    who: tuple[int, ...]
    is_sure: bool


def mentions(text: str, register: Sequence[Organisation]) -> tuple[Mention, ...]:
    """Whole names first; what is left is looked through for pieces, slips and pinyin."""
    letters = _Letters.of(text)
    found: list[Mention] = []
    for name, who in _names(tuple(register)):
        for start in letters.places(name):
            span = letters.span(start, len(name))
            if not _overlaps(span, found):
                is_sure = len(who) == 1 and name not in COMMON
                found.append(Mention(*span, who, is_sure))
    rest = _without(text, found)
    for find in (_pieces, sounds.slips, sounds.spelt):
        for start, end, who in find(rest, tuple(register)):
            if not _overlaps((start, end), found):
                found.append(Mention(start, end, who, is_sure=False))
    return tuple(sorted(found, key=lambda one: one.start))


def core(name: str, towns: frozenset[str] = frozenset()) -> str:
    """What tells a short name from its like: 兴隆 of 兴隆社区; empty when nothing does."""
    bare = KINDS.sub("", name)
    if bare[:SHORTEST] in towns and len(bare) >= 2 * SHORTEST:
        bare = bare[SHORTEST:]
    return bare if len(bare) >= SHORTEST and bare not in COMMON and bare != name else ""


@lru_cache(maxsize=4)
def towns(register: tuple[Organisation, ...]) -> frozenset[str]:
    """What several full names begin with."""
    begins = [one.name[:SHORTEST] for one in register]
    return frozenset(one for one in begins if begins.count(one) >= SHARED_BY)


@dataclass(frozen=True)
class _Letters:
    """A text without spaces, full-width forms and capitals, and where each letter stood."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Letters":
        kept = [(c.casefold(), at) for at, c in enumerate(text.translate(WIDE)) if not c.isspace()]
        kept = [(letter, at) for letter, at in kept if len(letter) == 1]
        return cls("".join(letter for letter, _ in kept), tuple(at for _, at in kept))

    def places(self, name: str) -> Iterator[int]:
        start = self.text.find(name)
        while start >= 0:
            yield start
            start = self.text.find(name, start + 1)

    def span(self, start: int, length: int) -> tuple[int, int]:
        return self.at[start], self.at[start + length - 1] + 1


@lru_cache(maxsize=4)
def _names(register: tuple[Organisation, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Every way to write a name in full, the longest first, with whose it is."""
    owners: dict[str, set[int]] = {}
    for one in register:
        former = one.former_names.splitlines()
        for name in (one.name, one.short_name, PARTY.sub("", one.name), *former):
            letters = _Letters.of(name).text
            if len(letters) >= SHORTEST:
                owners.setdefault(letters, set()).add(one.id)
    longest = sorted(owners, key=lambda name: (-len(name), name))
    return tuple((name, tuple(sorted(owners[name]))) for name in longest)


def _pieces(
    text: str, register: tuple[Organisation, ...]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """兴隆 for one of the two whose short names begin so, 六十中 for 第六十中学."""
    for piece, who in _parts(register):
        for found in re.finditer(re.escape(piece), text):
            yield found.start(), found.end(), who


@lru_cache(maxsize=4)
def _parts(register: tuple[Organisation, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    owners: dict[str, set[int]] = {}
    of_town = towns(register)
    for one in register:
        name = one.short_name
        ends = combinations(range(len(name) + 1), 2)
        pieces = {name[a:b] for a, b in ends if SHORTEST_PIECE <= b - a < len(name)}
        whole = core(name, of_town)
        for piece in {whole, *pieces} - {""}:
            if not KINDS.fullmatch(piece):
                owners.setdefault(piece, set()).add(one.id)
    longest = sorted(owners, key=lambda piece: (-len(piece), piece))
    return tuple((piece, tuple(sorted(owners[piece]))) for piece in longest)


def _without(text: str, found: Sequence[Mention]) -> str:
    """The text with the names that were found blanked, so that places stay."""
    for one in found:
        text = f"{text[: one.start]}{'□' * (one.end - one.start)}{text[one.end :]}"
    return text


def _overlaps(span: tuple[int, int], found: Sequence[Mention]) -> bool:
    return any(span[0] < one.end and one.start < span[1] for one in found)
