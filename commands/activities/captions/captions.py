"""A caption's words: what was done, when, for how many, by how many."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from commands.activities.captions import counts
from commands.activities.captions.days import Spotted, spot
from commands.kit import clip
from storage.organisations import folded

TITLE_CHARACTERS = 40
CLAUSE_ENDS = re.compile("[，。；;！!？?\n]|,(?![0-9])|(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")
"""A space ends a clause between Chinese characters, where nothing else needs one."""
LEADING_TO_DAY = re.compile(r"(?:\bon|\bfrom|[于在自])\s*$", re.IGNORECASE)
LOOSE_SIGNS = " \t\u3000:：、.·~～—-"


@dataclass(frozen=True)
class Reading:
    """What was found; None: nothing that is certain."""

    title: str
    held_on: date | None
    served: int | None
    joined: int | None


def read_caption(text: str, today: date, names: Collection[str] = ()) -> Reading:
    """Reads a caption; clauses that are only one of the names are no titles. Guesses nothing."""
    found = spot(text, today)
    held_on = found.day if found and isinstance(found.day, date) else None
    rest = text if found is None else _without(text, found)
    passed_over = {folded(name) for name in names}
    clauses = (clause for clause in _clauses(rest) if folded(clause) not in passed_over)
    title = clip(next(clauses, text), TITLE_CHARACTERS)
    return Reading(title, held_on, counts.served(text), counts.joined(text))


def _without(text: str, found: Spotted) -> str:
    """The text without its day, which ends a clause; words on both sides of it keep it."""
    before, after = text[: found.start], text[found.end :]
    if before.endswith(("(", "（")) and after.startswith((")", "）")):
        before, after = before[:-1], after[1:]
    before = LEADING_TO_DAY.sub("", before)
    before_it, after_it = before.rstrip()[-1:], after.lstrip()[:1]
    touches = (before[-1:] == before_it or before_it.isascii()) and before_it.isalnum()
    touched = (after[:1] == after_it or after_it.isascii()) and after_it.isalnum()
    return text if touches and touched else f"{before}\n{after}"


def _clauses(text: str) -> Iterator[str]:
    for clause in CLAUSE_ENDS.split(text):
        bare = clause.strip(LOOSE_SIGNS)
        if any(character.isalnum() for character in bare):
            yield bare
