"""Blanks in a text, to be filled in: `时间：＿＿`."""

import re

from commands.kit.mentions import mentions

BLANK = "＿＿"
"""What stands where something is to be filled in."""
_BLANK = re.compile("＿{2,}|_{2,}")
_LABELLED = re.compile(r"\s*([^:：\n]{1,20})[:：]\s*(.*\S)\s*")
LABEL = 12
"""Characters of what stands before a blank, where it is named."""


def has_blanks(text: str) -> bool:
    return _BLANK.search(text) is not None


def blanked(text: str) -> str:
    """The text with a blank for each day and time that it names."""
    for first, last in reversed(mentions(text)):
        text = f"{text[:first]}{BLANK}{text[last:]}"
    return text


def filled(text: str, said: str) -> str:
    """The text of a reply to a text with blanks: the whole new text, or the blanks filled in.

    Values come a line each, in the order of the blanks, as many as there are (or fewer, but more
    than one); or each behind the label that stands before its blank. What repeats a line of the
    text, or a label beside other lines, is the whole text.
    """
    lines = [line.strip() for line in said.strip().splitlines() if line.strip()]
    blanks, labelled = list(_BLANK.finditer(text)), _by_label(text, lines)
    if labelled and len(labelled) == len(lines):
        return _put(text, labelled)
    if not blanks or not lines or labelled or any(one in lines for one in _fixed(text)):
        return said
    if len(lines) == len(blanks) or 1 < len(lines) < len(blanks):
        return _put(text, dict(enumerate(lines)))
    return said


def left(text: str) -> list[str]:
    """What the blanks that are left are for, as far as a label says so."""
    named = [_label(text, blank.start()) for blank in _BLANK.finditer(text)]
    return [one[-LABEL:] for one in named if one]


def _by_label(text: str, lines: list[str]) -> dict[int, str]:
    """The values of the lines that begin with the label of a blank, by the blanks' places."""
    blanks = enumerate(_BLANK.finditer(text))
    places = {label: n for n, one in blanks if (label := _label(text, one.start()))}
    said = [found for line in lines if (found := _LABELLED.fullmatch(line))]
    return {places[one[1].strip()]: one[2] for one in said if one[1].strip() in places}


def _put(text: str, values: dict[int, str]) -> str:
    places = iter(range(len(text)))
    return _BLANK.sub(lambda blank: values.get(next(places), blank[0]), text)


def _fixed(text: str) -> list[str]:
    """The lines that have no blank: a reply that repeats one is the whole text."""
    return [line.strip() for line in text.splitlines() if line.strip() and not has_blanks(line)]


def _label(text: str, place: int) -> str:
    """The words before a blank, in its line, without the colon."""
    line = text[:place].rpartition("\n")[2]
    return _BLANK.split(line)[-1].strip(" \t:：,，、")
