"""Which names are near what was asked. Pure."""

from collections.abc import Mapping, Sequence

from storage.spellings import plain, spell

NEAR = 70
"""Of 100: 清华圆社区 is as near 清华园社区 as 80, its pinyin as 100; less is another name."""
OFFERED = 3
SHORTEST = 2


def near(asked: str, names: Mapping[str, int]) -> tuple[int, ...]:
    """What bears the names that are written or sound most like it, the nearest first."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only what finds nothing needs it

    wanted, said = _bare(asked), _bare(spell(asked))
    if len(wanted) < SHORTEST:
        return ()
    likeness: dict[int, float] = {}
    for name, who in names.items():
        written = fuzz.ratio(wanted, _bare(name))
        sounding = max(
            fuzz.ratio(said, _bare(spell(name))),
            fuzz.partial_ratio(said, _bare(spell(name))) - 10 if len(said) > OFFERED else 0,
        )
        likeness[who] = max(likeness.get(who, 0), written, sounding)
    best = sorted((one for one in likeness.items() if one[1] >= NEAR), key=lambda one: -one[1])
    return tuple(who for who, _ in best[:OFFERED])


def three(numbers: Sequence[int]) -> tuple[int, int, int]:
    """A button's question, kind and page; what is missing is none, or the first page."""
    search_id, kind, page = (*numbers, *(0, -1, 1)[len(numbers) :])[:3]
    return search_id, kind, page


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text)))
