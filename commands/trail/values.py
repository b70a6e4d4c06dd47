"""Values of the record as people read them. Pure."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, LINKAGE_NAMES, clip
from locales import Words, message, plain

LONG = 40
"""Characters of a value; the whole of it stands where it is kept."""
SAID: dict[tuple[str, str], dict[str, str]] = {
    ("organisations", "category"): CATEGORY_NAMES,
    ("activities", "linkage"): LINKAGE_NAMES,
    ("answers", "answer"): {
        "received": message("Received"),
        "difficulty": message("Difficulty"),
        "come": message("comes"),
        "cannot": message("cannot come"),
        "chosen": message("has chosen"),
        "counted": message("a number"),
        "written": message("in words"),
        "handed in": message("handed in"),
    },
    ("notices", "state"): {
        "draft": message("draft"),
        "open": message("sent"),
        "closed": message("closed"),
        "recalled": message("recalled"),
        "discarded": message("discarded"),
        "scheduled": message("scheduled"),
        "ended": message("ended"),
    },
    ("activities", "state"): {
        "reported": message("reported"),
        "asked": message("asked about"),
        "answered": message("question answered"),
        "approved": message("approved"),
    },
    ("promises", "state"): {
        "open": message("to be kept"),
        "kept": message("kept"),
        "broken": message("not kept"),
        "void": message("no longer needed"),
    },
    ("wishes", "state"): {
        "draft": message("draft"),
        "open": message("put up"),
        "discarded": message("discarded"),
        "withdrawn": message("withdrawn"),
        "fulfilled": message("fulfilled"),
    },
    ("articles", "state"): {
        "draft": message("draft"),
        "published": message("published"),
        "withdrawn": message("withdrawn"),
        "discarded": message("discarded"),
    },
    ("partners", "state"): {
        "named": message("named"),
        "confirmed": message("confirmed"),
        "declined": message("declined"),
    },
}
"""Words of the program, by table and column."""
SETTINGS = {
    "quiet": message("quiet hours"),
    "working_days": message("working days only"),
    "month": message("month in pictures"),
    "wishes": message("open wishes once a week"),
}
_YES_OR_NO = {"is_staff", "is_deputy", "is_joined", "counts_reactions", "is_offered", "is_paused"}


def shown(words: Words, table: str, column: str, value: Any) -> Markup:  # noqa: ANN401 - as the row has it
    """A value of a row; nothing is said to be nothing."""
    if value is None or value == "":
        return words.t("nothing")
    if column in _YES_OR_NO:
        return words.t("yes") if value else words.t("no")
    known = SAID.get((table, column), {})
    if value in known:
        return Markup("{}").format(plain(words.t(known[value])))
    if isinstance(value, str):
        return Markup("{}").format(_dated(words, value))
    return Markup("{}").format(value)


def _dated(words: Words, value: str) -> str:
    """Moments and days as people write them; other words in short."""
    for read in _READERS:
        try:
            return read(words, value)
        except ValueError:
            continue
    return clip(value, LONG)


def _moment(words: Words, value: str) -> str:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(value)
    return words.moment(moment, words.zone)


def _day(words: Words, value: str) -> str:
    return words.day(date.fromisoformat(value))


_READERS: tuple[Callable[[Words, str], str], ...] = (_moment, _day)
