"""Pairs in a file that cannot be, by the line and what to do about it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, clip
from commands.kit.faults import Fault
from commands.organisations.labels import label
from commands.organisations.rules import PAIRS
from locales import Words, message, plain
from storage.couples import Misfit, Reason

SHOWN = 12
NAME = 30
LINE = Markup("\n")
SENTENCES = {
    Reason.UNKNOWN: message(
        "“{value}” is neither in the register nor in this file. Write its short name; several with"
        " semicolons between, and since when in brackets."
    ),
    Reason.NOT_SO: message(
        "“{value}” cannot be a partner here: communities are paired with organisations that are"
        " none, and the street office with nobody."
    ),
    Reason.OTHER_DAY: message(
        "since when it is paired with {value} is told otherwise in line {first}. Write the same"
        " day in both."
    ),
    Reason.ONE_SIDED: message(
        "{value} is missing here, but line {first} still has this pair. To part them, take it out"
        " of both lines; else write it here as well."
    ),
}
"""As faults of a cell are told; `first` is the other line."""


def told(words: Words, name: str, misfits: Sequence[Misfit]) -> Post:
    """All of a file, as far as there is room."""
    lines = [
        words.n(
            "⚠️ {name}: {count} place needs a look. Nothing was changed.",
            "⚠️ {name}: {count} places need a look. Nothing was changed.",
            len(misfits),
            name=name,
        )
    ]
    lines += [apart(words, one) for one in misfits[:SHOWN]]
    if len(misfits) > SHOWN:
        hidden = len(misfits) - SHOWN
        lines.append(words.n("… and {count} place more.", "… and {count} places more.", hidden))
    lines.append(words.t("Please mend the file and send it again."))
    return Post(LINE.join(lines))


def apart(words: Words, one: Misfit) -> Markup:
    """A single one."""
    values: dict[str, str | int] = {"value": clip(one.partner, NAME), "first": one.other}
    column = plain(label(words, PAIRS))
    return Fault(one.line, column, SENTENCES[one.reason], values).say(words)
