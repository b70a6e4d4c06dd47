"""Where clues stand in a sentence: as they are written, as they sound, or with a slip. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from commands.kit.questions import Clue
from storage.spellings import syllable

SOUNDS, SLIPPED = 0.9, 0.9
LIKE = 84
"""rapidfuzz's ratio of Latin words: recieved is as like received as 88."""
SLIPS_FROM, ENDS_FROM = 4, 4
"""Letters of the words that may have slips, and endings."""
LATIN = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
SAYS_NOTHING = """
请问一下 请问 麻烦您 麻烦 帮我 帮忙 我想问 想问问 想问 我想知道 想知道 我想看 想看 看看 看一下
看下 查一下 查下 了解一下 告诉我 能不能 可不可以 可以 能否 能 一下子 一下 您好 你好 谢谢 多谢
现在 目前 当前 咱们 大家 那个 这个 一个 到底 啥 什么 哪些 给我 请 嘛 吗 呢 啊 呀 吧 哈 了 的 地
得 是 有 在 都 就 也 还 我 要 想 看 问 您 你 哪 各 成 谁 家 位 们 联盟 怎么样
"""
SAYS_LITTLE = """
please could would you can tell me show the a an of is are was were be do does did to for in on
at any there i we us our my and what's which who what when where how has have had been like know
see want need get about s d this that it its so hi hello thanks thank kindly now yet still i'd
let
"""
FILLERS, ENGLISH = tuple(SAYS_NOTHING.split()), frozenset(SAYS_LITTLE.split())
"""Words around a question that are no part of it."""


@dataclass(frozen=True)
class Place:
    """The characters that a clue was found in, and how like it they are."""

    at: frozenset[int]
    likeness: float


@dataclass(frozen=True)
class Text:
    """A sentence without capitals and full-width forms."""

    text: str
    tokens: tuple[tuple[str, int, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        found = tuple((one[0], *one.span()) for one in LATIN.finditer(self.text))
        object.__setattr__(self, "tokens", found)

    @cached_property
    def sounds(self) -> tuple[str, ...]:
        """A syllable for each character."""
        return tuple(map(syllable, self.text))

    @cached_property
    def fillers(self) -> frozenset[int]:
        """Where words stand that say nothing, and what is no word at all."""
        at = {place for place, one in enumerate(self.text) if not one.isalnum()}
        for word, start, end in self.tokens:
            if word in ENGLISH:
                at |= set(range(start, end))
        for filler in FILLERS:
            for start in _occurrences(self.text, filler):
                at |= set(range(start, start + len(filler)))
        return frozenset(at)

    @property
    def size(self) -> int:
        """Characters that say something; English words count as three characters at most."""
        return len(self.left(set(self.fillers)).replace(" ", ""))

    def left(self, covered: set[int]) -> str:
        """What is not covered, its pieces separated by spaces."""
        kept = "".join(one if at not in covered else " " for at, one in enumerate(self.text))
        return " ".join(kept.split())


def places(text: Text, clue: Clue, taken: set[int]) -> Place | None:
    """Where any of the clue's words stand, with the likeness of the likest."""
    found = [one for word in clue.words for one in _found(text, word) if not one.at & taken]
    if not found:
        return None
    likeness = max(one.likeness for one in found)
    return Place(frozenset(at for one in found for at in one.at), likeness)


def _found(text: Text, word: str) -> Iterator[Place]:
    if word.isascii():
        yield from _latin(text, word)
        return
    size, said = len(word), tuple(map(syllable, word))
    literal = list(_occurrences(text.text, word))
    for start in literal:
        yield Place(frozenset(range(start, start + size)), 1.0)
    if size > 1 and not literal:
        for start in range(len(text.text) - size + 1):
            if text.sounds[start : start + size] == said:
                yield Place(frozenset(range(start, start + size)), SOUNDS)


def _latin(text: Text, word: str) -> Iterator[Place]:
    if " " in word:
        found = re.search(rf"\b{re.escape(word)}", text.text)
        if found:
            yield Place(frozenset(range(*found.span())), 1.0)
        return
    for token, start, end in text.tokens:
        at = frozenset(range(start, end))
        if token == word or (len(word) >= ENDS_FROM and token.startswith(word)):
            yield Place(at, 1.0)
        elif min(len(word), len(token)) >= SLIPS_FROM and _is_slip(token, word):
            yield Place(at, SLIPPED)


def _is_slip(token: str, word: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only what is not written rightly needs it

    return token[0] == word[0] and fuzz.ratio(token, word) >= LIKE


def _occurrences(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + 1)
