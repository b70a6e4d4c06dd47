"""How words are spelt in the index of what can be found, and how a question is put to it.

Chinese stands there in pairs of characters, the last character of a run once more alone: so two
characters and more are found as a phrase of pairs, and one as the beginning of a pair.
"""

import os
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise

SYLLABLES = 8
"""So much of a name is spelt out from each of its places on."""
LONGEST = 64
"""Characters of a question that count."""
WORDS = 8
"""Words of a question that count."""
PIECES = 12
"""Characters of a run that are tried in two or three pieces; their number grows as its square."""
_READINGS = """
行hang 重chong 长zhang 乐yue 都du 会kuai 校jiao 调tiao 传zhuan 朝zhao 单shan 角jue 藏zang 解xie
参shen 率shuai 曾zeng 石dan
"""
ALSO = {one[0]: one[1:] for one in _READINGS.split()}
"""Another reading of characters in everyday names: both of them are found."""
EVERYWHERE, NAMES, TITLE, SOUNDS = "", "{title sounds} : ", "{title} : ", "{sounds} : "
"""Which columns are asked."""


def index(text: str) -> str:
    """A text as the index has it."""
    return " ".join(token for chunk in _chunks(text) for token in _tokens(chunk, whole=True))


def sounds(text: str) -> str:
    """A name in pinyin and in initials, from each of its places on."""
    spelt: dict[str, None] = {}
    for chunk in _chunks(text):
        spelt |= dict.fromkeys(_sounds_of(chunk))
    return " ".join(spelt)


def words(text: str) -> tuple[str, ...]:
    """The words of a question, as they count."""
    return tuple(dict.fromkeys(_chunks(text[:LONGEST])))[:WORDS]


def asked(question: tuple[str, ...], columns: str = EVERYWHERE) -> str:
    """The question as the index understands it."""
    return columns + "(" + " AND ".join(map(_phrase, question)) + ")"


def first(question: tuple[str, ...]) -> str:
    """What begins with it, as it is written or as it sounds; empty for several words."""
    if len(question) != 1:
        return ""
    return " OR ".join(f"{column}(^ {_phrase(question[0])})" for column in (TITLE, SOUNDS))


def sounding(question: tuple[str, ...]) -> str:
    """What is called so or sounds so; empty when no word can be pinyin, as only titles have it."""
    can_be_pinyin = any(not _is_chinese(one) for word in question for one in word)
    return asked(question, NAMES) if can_be_pinyin else ""


def in_pieces(question: tuple[str, ...]) -> str:
    """The same where long Chinese words may stand in two or three pieces apart from each other."""
    return " AND ".join(f"({' OR '.join(_pieces(word))})" for word in question)


def alike(question: tuple[str, ...]) -> str:
    """What sounds like it; empty for a question that has no two Chinese syllables in a word."""
    spelt = [spell(word) for word in question]
    if not any(len(word) > 1 and _is_chinese(word[0]) for word in question):
        return ""
    return NAMES + "(" + " AND ".join(f'"{word}" *' for word in spelt) + ")"


def alike_first(question: tuple[str, ...]) -> str:
    """What sounds like it from its beginning on; empty for several words."""
    sound = alike(question)
    return f'{SOUNDS}(^ "{spell(question[0])}" *)' if sound and len(question) == 1 else ""


def spell(text: str) -> str:
    """A name as it is typed in Latin letters: pinyin without spaces and tones."""
    return "".join(map(syllable, plain(text))).replace(" ", "")


def plain(text: str) -> str:
    """Without full-width forms and capitals."""
    return unicodedata.normalize("NFKC", text).casefold()


@lru_cache(maxsize=8192)
def syllable(character: str) -> str:
    """A character's reading, always the same one; what is not Chinese stays as it is."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # 13 MiB instead of 57, and 0.1 s
    from pypinyin import lazy_pinyin  # noqa: PLC0415 - not before somebody needs it

    return "".join(lazy_pinyin(character))


def _chunks(text: str) -> Iterator[str]:
    """What stands between spaces and punctuation."""
    for is_word, characters in groupby(plain(text), key=str.isalnum):
        if is_word:
            yield "".join(characters)


def _runs(chunk: str) -> Iterator[tuple[bool, str]]:
    for is_chinese, characters in groupby(chunk, key=_is_chinese):
        yield is_chinese, "".join(characters)


def _tokens(chunk: str, *, whole: bool) -> Iterator[str]:
    """Pairs, and other runs as they are; not `whole`: the chunk may go on in the text."""
    runs = list(_runs(chunk))
    for place, (is_chinese, run) in enumerate(runs, start=1):
        if not is_chinese:
            yield run
            continue
        yield from map("".join, pairwise(run))
        if whole or place < len(runs) or len(run) == 1:
            yield run[-1]


def _phrase(chunk: str) -> str:
    """Quoted, so that nothing in it is an operator; what may go on is a beginning."""
    tokens = tuple(_tokens(chunk, whole=False))
    may_go_on = len(tokens[-1]) == 1 or not _is_chinese(tokens[-1][-1])
    return f'"{" ".join(tokens)}"' + (" *" if may_go_on else "")


def _pieces(word: str) -> Iterator[str]:
    yield _phrase(word)
    if len(word) > PIECES or not all(map(_is_chinese, word)):
        return
    for one in range(2, len(word) - 1):
        yield f"({_phrase(word[:one])} AND {_phrase(word[one:])})"
        for two in range(one + 2, len(word) - 1):
            pieces = word[:one], word[one:two], word[two:]
            yield f"({' AND '.join(map(_phrase, pieces))})"


def _sounds_of(chunk: str) -> Iterator[str]:
    """Runs in Latin letters or digits count as one syllable, and are never the first."""
    units = [one for is_ours, run in _runs(chunk) for one in (run if is_ours else (run,))]
    usual = [syllable(one) for one in units]
    other = [ALSO.get(one, said) for one, said in zip(units, usual, strict=True)]
    for start, unit in enumerate(units):
        if _is_chinese(unit[0]):
            end = start + SYLLABLES
            for said in (usual[start:end], other[start:end]):
                yield "".join(said)
                yield "".join(map(_initial, said, units[start:end]))


def _initial(said: str, unit: str) -> str:
    return said[:1] if _is_chinese(unit[0]) else said


def _is_chinese(character: str) -> bool:
    """True for what is written without spaces: ideographs."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"
