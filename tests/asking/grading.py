"""Questions in people's own words with what should be done, and how many are understood."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from commands import FEATURES
from commands.asking.rules import Understood, understand
from commands.organisations.rules import decode, read_csv
from storage.organisations import Organisation

REGISTER = Path(__file__).parents[2] / "examples" / "liuzhai" / "organisations.csv"
QUESTIONS = Path(__file__).with_name("questions.csv")
TODAY = date(2026, 8, 20)
FIRST, OFFERED, SILENT, WRONG = "first", "offered", "not understood", "wrong"
"""Answered rightly at once, among the buttons, met with the usual hint, answered wrongly."""
NONE, WORD = "no question", "word"


@dataclass(frozen=True)
class Said:
    """Words, and the command with its words that should answer; empty: none should."""

    how: str
    words: str
    does: str
    is_held_out: bool
    """True: nothing was ever changed because of it."""


@dataclass
class Figures:
    """How many came to which end, and the others by their words."""

    ends: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def share(self, *ends: str) -> float:
        return sum(self.ends[one] for one in ends) / max(1, self.ends.total())


def questions() -> tuple[Said, ...]:
    """Every second one of each kind is held out, but for single words: rules were made for all."""
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        rows = tuple(csv.DictReader(file))
    seen: Counter[str] = Counter()
    said = []
    for row in rows:
        seen[row["how"]] += 1
        held_out = row["how"] != WORD and seen[row["how"]] % 2 == 0
        said.append(Said(row["how"], row["words"], row["does"], held_out))
    return tuple(said)


@cache
def register() -> tuple[Organisation, ...]:
    """Liuzhai's."""
    rows = read_csv(decode(REGISTER.read_bytes())).rows
    return tuple(
        Organisation(id=place, position=place, **row.model_dump())
        for place, row in enumerate(rows, 1)
    )


def end_of(said: Said) -> tuple[str, list[str]]:
    """What came of it, and what the bot would have done or offered."""
    found = understand(said.words, FEATURES, register(), TODAY)
    does = [" ".join(part for part in one.does if part) for one in found.readings]
    for one in register():
        does = [did.replace(one.name, one.short_name) for did in does]
    return _end(said.does, found, does), does


def _end(wanted: str, found: Understood, does: list[str]) -> str:
    if found.is_sure:
        return FIRST if does[0] == wanted else WRONG
    if not does:
        return FIRST if not wanted else SILENT
    return OFFERED if wanted in does else SILENT if wanted else OFFERED


def grade(said: tuple[Said, ...]) -> Figures:
    """Asks all of them."""
    figures = Figures()
    for one in said:
        end, does = end_of(one)
        figures.ends[end] += 1
        if end != FIRST:
            figures.missed.append(f"{end}: {one.words} -> {does[:2]}, not {one.does!r}")
    return figures
