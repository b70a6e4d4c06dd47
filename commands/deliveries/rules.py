"""Why a message did not arrive, by Telegram's words, and who sent what could not be handled."""

import json
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum

from storage.doubts import UNKNOWN, Aside, Doubt, Overview

KEPT = timedelta(hours=24)
"""Bot API: incoming updates are kept on the server for no longer than 24 hours."""
Entry = Doubt | Aside


class Why(Enum):
    """Why a message is in doubt."""

    NO_ANSWER = "no answer"
    INTERRUPTED = "interrupted"
    BLOCKED = "blocked"
    NEVER_STARTED = "never started"
    DEACTIVATED = "deactivated"
    NOT_THERE = "not there"
    REFUSED = "refused"
    OURS = "ours"


SAYS = (
    ("blocked by the user", Why.BLOCKED),
    ("initiate conversation", Why.NEVER_STARTED),
    ("deactivated", Why.DEACTIVATED),
    ("was kicked", Why.NOT_THERE),
    ("not a member", Why.NOT_THERE),
    ("chat not found", Why.NOT_THERE),
    ("group chat was upgraded", Why.NOT_THERE),
)
"""Parts of what Telegram answers: the official server's words."""


def why(doubt: Doubt) -> Why:
    """The reason, as plainly as it is known."""
    fault = (doubt.fault or "").lower()
    if doubt.state == UNKNOWN:
        return Why.NO_ANSWER if fault else Why.INTERRUPTED
    known = next((reason for says, reason in SAYS if says in fault), None)
    if known is not None:
        return known
    return Why.REFUSED if fault.startswith(("badrequest", "forbidden")) else Why.OURS


def entries(overview: Overview) -> tuple[Entry, ...]:
    """What is in doubt, newest first."""
    open_ones: list[Entry] = [*overview.doubts, *overview.asides]
    return tuple(sorted(open_ones, key=_since, reverse=True))


def _since(entry: Doubt | Aside) -> float:
    return (entry.due_at if isinstance(entry, Doubt) else entry.received_at).timestamp()


def sender(raw: str) -> str:
    """Whose update it is, by the name that Telegram gave; empty when it cannot be read."""
    try:
        return next(_names(json.loads(raw)), "")
    except (ValueError, RecursionError):
        return ""


def _names(update: object) -> Iterator[str]:
    for part in update.values() if isinstance(update, dict) else ():
        author = part.get("from") if isinstance(part, dict) else None
        if isinstance(author, dict):
            names = (author.get("first_name"), author.get("last_name"))
            yield " ".join(name for name in names if isinstance(name, str))


def three(numbers: tuple[int, ...]) -> tuple[int, int, int]:
    """The id, the try and the page that a button names; forged ones have too few or too many."""
    first, second, third = (*numbers[:3], 0, 0, 0)[:3]
    return first, second, third
