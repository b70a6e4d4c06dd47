"""Numbers as people write them: `30`, `３０`, `1,200`, `1.2万`, `十二`, `三十`."""

import re

WIDE = str.maketrans("０１２３４５６７８９／．－～　", "0123456789/.-~ ")
"""Full-width characters that matter in dates and numbers; one for one, so positions stay."""

NUMERALS = "零〇一二两三四五六七八九十百千万"
NUMBER = (
    rf"(?<![-−~.,第0-9{NUMERALS}])"
    rf"(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?万?|[{NUMERALS}]+)"
    rf"(?![0-9{NUMERALS}])"
)
"""A number that is not a piece of a longer one, of a range or of an ordinal."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000


def value_of(number: str) -> int | None:
    """The whole number that is written; None for what may be read in two ways, as 两三, or 1.5."""
    if number[0] not in NUMERALS:
        myriads = number.endswith("万")
        value = float(number.rstrip("万").replace(",", "")) * (_MYRIAD if myriads else 1)
        return round(value) if myriads or value.is_integer() else None
    if re.search("[一二两三四五六七八九]{2}|[百千万][一二两三四五六七八九]$", number):
        return None
    return _in_characters(number)


def _in_characters(number: str) -> int:
    total = section = digit = 0
    for character in number:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[character], 0
        else:
            total, section, digit = (total + section + digit) * _MYRIAD, 0, 0
    return total + section + digit
