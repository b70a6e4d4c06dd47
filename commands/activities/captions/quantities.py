"""Quantities as captions give them: exact, or only about so many, or for each of several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from commands.kit.numbers import NUMERALS, value_of

BREAKS = "，,。；;！!？?\n"
DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,12}(?:\.[0-9]{1,4})?)[万千百]?"
ANY_NUMBER = rf"(?:{DIGITS}|[{NUMERALS}]{{1,12}}(?![{NUMERALS}]))"
ABOUT = (
    r"大约|大概|差不多|约有|(?<![预节特相])约|将近|接近|(?<![附最邻])近|超过|超|逾|不到|不足|不少于"
    r"|不低于|至少|最多|估计|预计|上(?=[百千万])|[数几](?=[十百千万])|成(?=[百千万])"
    r"|\b(?:about|around|nearly|almost|some|over|approximately|more than|at least|up to)\b|[~≈<>]"
)
ODD = r"[余多来几+＋]"
AROUND = r"左右|上下|以上|以内|不等"
QUANTITY = (
    rf"(?P<about>{ABOUT})?\s*(?P<sign>[-−负]\s*)?(?<![0-9][.,])(?<![0-9A-Za-z第{NUMERALS}])"
    rf"(?P<number>{ANY_NUMBER})(?:\s*[-~至到—–]{{1,2}}\s*(?P<to>{ANY_NUMBER}))?(?P<odd>{ODD})?"
)
"""To be followed by a unit. A number that is a piece of a longer one or of a word is none."""
EACH = re.compile(rf"(?:[每各]|人均|平均|\b(?:each|per)\b)[^{BREAKS}]*$", re.IGNORECASE)
"""Anywhere before it in its clause: 各送去1000元和大米1袋."""
SUBSET = re.compile(rf"(?:其中|包括|包含|\bincluding\b)[^{BREAKS}]*$", re.IGNORECASE)
THOUSANDS = {"百": 100, "千": 1000, "万": 10_000}
REACH = 24
"""So many characters before a number can say that it is for each, or a part of another."""


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, where it stands in the text; several values: it may be any of them.

    `is_exact`: the words say just this number, and not about so many, nor so many for each.
    """

    start: int
    end: int
    values: tuple[float, ...]
    is_exact: bool
    is_negative: bool = False
    is_part: bool = False
    """A part of a number that stands before it: 其中党员12人."""


def quantities(text: str, unit: str) -> Iterator[Quantity]:
    """Every number before such a unit, a regular expression; the text has narrow digits."""
    pattern = re.compile(rf"{QUANTITY}\s*(?:{unit})(?:\s*(?P<around>{AROUND}))?", re.IGNORECASE)
    for found in pattern.finditer(text):
        yield _quantity(found, text[max(0, found.start() - REACH) : found.start()])


def _quantity(found: re.Match[str], before: str) -> Quantity:
    parts = found.groupdict()
    numbers = [one for one in (parts["number"], parts["to"]) if one]
    values = tuple(value for one in numbers if (value := _value(one)) is not None)
    is_range = _is_range(parts["sign"], before)
    is_vague = any(parts[part] for part in ("about", "odd", "around", "to")) or is_range
    return Quantity(
        found.end() - len(found[0].lstrip()),
        found.end(),
        values,
        is_exact=not is_vague
        and len(values) == 1
        and not _is_bare(numbers)
        and not _is_each(before),
        is_negative=bool(parts["sign"]) and not is_range,
        is_part=bool(SUBSET.search(before)),
    )


def _is_range(sign: str | None, before: str) -> bool:
    """`30-40人`: what looks like a minus stands between two numbers."""
    return bool(sign) and before.rstrip()[-1:].isdigit()


def _is_each(before: str) -> bool:
    return bool(EACH.search(before))


def _is_bare(numbers: list[str]) -> bool:
    """百人 and 万人 are figures of speech."""
    return numbers[0][0] in THOUSANDS


def _value(number: str) -> float | None:
    """None for what may be read in two ways, as 两三."""
    if number[0] in NUMERALS:
        exact = value_of(number if number[0] not in THOUSANDS else f"一{number}")
        return None if exact is None else float(exact)
    unit = THOUSANDS.get(number[-1], 1)
    return round(float(number.rstrip("万千百").replace(",", "")) * unit, 4)
