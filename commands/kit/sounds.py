"""Names that are misspelt, sound alike, or stand in pinyin."""

import re
from collections.abc import Iterator
from functools import lru_cache

from storage.organisations import Organisation
from storage.spellings import syllable

Found = tuple[int, int, tuple[int, ...]]
"""Where, and whom it may mean."""
SHORTEST = 4
"""Shorter names are never taken for misspelt ones: half of them would be another word."""
CHINESE_RUN = re.compile("[\u4e00-\u9fff]{4,}")
LATIN = re.compile("[A-Za-z]{2,}")
WORDS = 6


def slips(text: str, register: tuple[Organisation, ...]) -> Iterator[Found]:
    """What sounds like a short name, or differs from a long one in one character: 青化园社区."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - only what has slips needs it

    names = [(one.short_name, one.id) for one in register if len(one.short_name) >= SHORTEST]
    for run in CHINESE_RUN.finditer(text):
        heard = pinyin(run[0])
        for name, who in names:
            said, size = pinyin(name), len(name)
            for at in range(len(run[0]) - size + 1):
                piece = run[0][at : at + size]
                sounds_alike = heard[at : at + size] == said
                differs = Levenshtein.distance(piece, name, score_cutoff=1)
                if sounds_alike or (size > SHORTEST and differs == 1 and piece[-2:] == name[-2:]):
                    yield run.start() + at, run.start() + at + size, (who,)


def spelt(text: str, register: tuple[Organisation, ...]) -> Iterator[Found]:
    """Pinyin in Latin letters, of a short name or of what tells it: Xinglong, tongle shequ."""
    words = list(LATIN.finditer(text))
    if not words:
        return
    owners = _spellings(register)
    for first in range(len(words)):
        for last in range(min(first + WORDS, len(words)), first, -1):
            joined = "".join(word[0].lower() for word in words[first:last])
            gaps = (
                text[a.end() : b.start()]
                for a, b in zip(words[first:last], words[first + 1 : last], strict=False)
            )
            if joined in owners and all(gap in {" ", "-", "'", ""} for gap in gaps):
                yield words[first].start(), words[last - 1].end(), owners[joined]
                break


@lru_cache(maxsize=4)
def _spellings(register: tuple[Organisation, ...]) -> dict[str, tuple[int, ...]]:
    from commands.kit.names import core, towns  # noqa: PLC0415 - they know each other

    owners: dict[str, list[int]] = {}
    of_town = towns(register)
    for one in register:
        for name in {one.short_name, core(one.short_name, of_town), core(one.short_name)} - {""}:
            owners.setdefault("".join(pinyin(name)), []).append(one.id)
    return {spelling: tuple(sorted(set(who))) for spelling, who in owners.items()}


def pinyin(words: str) -> tuple[str, ...]:
    """A syllable for each character, without tones; always the same one for a character."""
    return tuple(map(syllable, words))
