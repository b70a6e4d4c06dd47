"""What exported files and the photos in them are called: names that tell, on every system."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from commands.activities.looking import facts
from locales import Words, plain
from locales.text import clean
from storage.ledgers import Entry, Ledger, Shot

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""Windows: characters that no file name may have; nor may it end with a dot or a space."""
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Windows: names of devices, whatever stands behind a dot."""
PIECE_BYTES = 60
"""Of each piece: three of them and a date stay below the 255 bytes that file systems allow."""
JOINT = "_"
GAP = re.compile(r"[\s_]+")


@dataclass(frozen=True)
class Scope:
    """Whose ledger, of which days; None: everybody's, of all."""

    organisation: str | None
    """The short name."""
    first: date | None
    last: date | None


def piece(text: str) -> str:
    """A part of a file's name: no character that a system forbids, and not too long."""
    text = unicodedata.normalize("NFC", clean(text))
    text = "".join(one for one in text if unicodedata.category(one)[0] != "C")
    text = GAP.sub(" ", FORBIDDEN.sub(" ", text)).strip(" .")
    short = text.encode()[:PIECE_BYTES].decode(errors="ignore").strip(" .")
    return f"{short} " if RESERVED.fullmatch(short.partition(".")[0]) else short


def of_photos(words: Words, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Shot, str]]:
    """Every photo with its name: day, organisation, title and a number; no two have the same."""
    told: Counter[str] = Counter()
    for entry in entries:
        day = entry.held_on.isoformat() if entry.held_on else plain(words.t("no date"))
        pieces = (day, entry.organisation, entry.title)
        stem = JOINT.join(filter(None, map(piece, pieces)))
        for shot in entry.photos:
            if not shot.is_film:
                told[stem.casefold()] += 1
                yield entry, shot, f"{stem}{JOINT}{told[stem.casefold()]}.jpg"


def period(words: Words, scope: Scope | Ledger) -> str:
    """The days that a ledger is of, in words; empty when it is of all."""
    first, last = scope.first, scope.last
    if first is None or last is None:
        return ""
    if (first.year, first.month) == (last.year, last.month):
        return plain(facts.month_of(words, first.year, first.month))
    return plain(facts.month_of(words, first.year, 0))


def title(words: Words, scope: Scope | Ledger) -> str:
    """As it stands above a ledger."""
    own, days = scope.organisation, period(words, scope)
    if own and days:
        return plain(
            words.t("Ledger of activities: {organisation}, {days}", organisation=own, days=days)
        )
    if own or days:
        return plain(words.t("Ledger of activities: {scope}", scope=own or days))
    return plain(words.t("Ledger of activities"))


def of_file(words: Words, ledger: Ledger, what: str, suffix: str) -> str:
    """A file's name: what it is, whose, and of which days."""
    pieces = (what, ledger.organisation or "", period(words, ledger))
    return JOINT.join(filter(None, map(piece, pieces))) + suffix
