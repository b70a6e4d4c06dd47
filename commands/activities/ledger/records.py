"""The ledger for other programs: a table for spreadsheets, and everything as JSON. Pure."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from commands.activities.ledger import names
from commands.kit import LINKAGE_NAMES
from locales import Words, plain
from storage.ledgers import Entry, Ledger

FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for a formula at the beginning of a cell, full-width ones as well."""
BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""
SEPARATOR = ";"
"""Between several names in one cell."""


def as_csv(words: Words, ledger: Ledger) -> bytes:
    """A row for each activity; no cell of it is a formula."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(map(safe, _titles(words)))
    table.writerows([safe(cell) for cell in _row(words, entry)] for entry in ledger.entries)
    return (BOM + written.getvalue()).encode()


def safe(cell: object) -> object:
    """Numbers as they are; a text that would be a formula has an apostrophe before it."""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u3000\u00a0").startswith(FORMULAS) else text


def as_json(words: Words, ledger: Ledger) -> bytes:
    """Everything that is known, with the photos by their names in the archive."""
    photos: dict[int, list[str]] = {}
    for entry, _, name in names.of_photos(words, ledger.entries):
        photos.setdefault(entry.id, []).append(name)
    whole = {
        "organisation": ledger.organisation,
        "first": ledger.first.isoformat() if ledger.first else None,
        "last": ledger.last.isoformat() if ledger.last else None,
        "activities": [
            dict(_known(words, entry)) | {"photos": photos.get(entry.id, [])}
            for entry in ledger.entries
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _known(words: Words, entry: Entry) -> Iterator[tuple[str, Any]]:
    yield "number", entry.id
    yield "date", entry.held_on.isoformat() if entry.held_on else None
    yield "title", entry.title
    yield "kind", entry.linkage or None
    yield "kind_name", kind_name(words, entry.linkage)
    yield "tags", list(entry.tags)
    yield "organisation", entry.organisation or None
    yield "together_with", [one.organisation for one in entry.partners if one.is_host]
    yield "helped_by", [one.organisation for one in entry.partners if not one.is_host]
    yield "place", entry.place or None
    yield "served", entry.served
    yield "took_part", entry.joined
    yield "minutes", entry.minutes
    yield "money_yuan", entry.money
    yield "things_given", entry.materials or None
    yield "words", entry.caption
    yield "reported_by", entry.reporter
    yield "reported_at", entry.reported_at.astimezone(words.zone).isoformat(timespec="seconds")


def kind_name(words: Words, linkage: str) -> str:
    """The 联动 as people call it; for none, that it has none."""
    known = LINKAGE_NAMES.get(linkage)
    return plain(words.t(known) if known else words.t("No kind"))


def _titles(words: Words) -> tuple[str, ...]:
    said = (
        words.t("Record"),
        words.t("Date"),
        words.t("Activity"),
        words.t("Kind"),
        words.t("Tags"),
        words.t("Organisation"),
        words.t("Together with"),
        words.t("Place"),
        words.t("People served"),
        words.t("People taking part"),
        words.t("Minutes"),
        words.t("Money (yuan)"),
        words.t("Things given"),
        words.t("Photos"),
        words.t("Reported by"),
        words.t("In their words"),
    )
    return tuple(map(plain, said))


def _row(words: Words, entry: Entry) -> tuple[object, ...]:
    blank = ""
    return (
        entry.id,
        entry.held_on.isoformat() if entry.held_on else blank,
        entry.title,
        kind_name(words, entry.linkage),
        SEPARATOR.join(entry.tags),
        entry.organisation,
        SEPARATOR.join(one.organisation for one in entry.partners),
        entry.place,
        blank if entry.served is None else entry.served,
        blank if entry.joined is None else entry.joined,
        blank if entry.minutes is None else entry.minutes,
        blank if entry.money is None else entry.money,
        entry.materials,
        sum(not one.is_film for one in entry.photos),
        entry.reporter,
        entry.caption,
    )
