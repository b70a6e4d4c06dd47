"""What is a phone number, and how it travels in a button. Pure."""

import re
import unicodedata

LEAST, MOST = 7, 15
"""Digits: ITU-T E.164 has 15 at most; a number of a town has 7."""
SIGNS = re.compile(r"[\s().\-—–·]+")
DIGITS = re.compile(rf"[0-9]{{{LEAST},{MOST}}}")
MAINLAND = re.compile("861[0-9]{10}")
"""A mobile number of the mainland with the country's code."""
ABROAD, HERE = "2", "1"
"""The first digit of a button's number: with or without a plus; so no zero is lost behind it."""


def number_in(text: str) -> str | None:
    """The number that a text is, in one spelling: `13800000000`, `037163900000`, `+85291234567`.

    None when the text is none: an extension behind it is not understood.
    """
    plain = SIGNS.sub("", unicodedata.normalize("NFKC", text))
    is_abroad = plain.startswith(("+", "00"))
    digits = plain.removeprefix("+").lstrip("0") if is_abroad else plain
    if DIGITS.fullmatch(digits) is None:
        return None
    if MAINLAND.fullmatch(digits):
        return digits.removeprefix("86")
    return f"+{digits}" if is_abroad else digits


def packed(number: str) -> int:
    """The number as a button bears it."""
    sign = ABROAD if number.startswith("+") else HERE
    return int(sign + number.removeprefix("+"))


def unpacked(packed_number: int) -> str | None:
    """The number of a button; None for a forged one."""
    sign, digits = str(packed_number)[:1], str(packed_number)[1:]
    if sign not in {ABROAD, HERE}:
        return None
    return number_in(f"+{digits}" if sign == ABROAD else digits)
