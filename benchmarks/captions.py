"""How well captions are read: each field that their words speak of, compared with what is meant.

    python -m benchmarks.captions [--show]

Prints how many fields are right; asked, where the words leave it open; asked although the words
say it, or say nothing of it (`too much`); wrong; and missing. `wrong` is what was taken for certain
and is not so, or is a guess: nobody would be asked about it. `--show` names what is not as meant.
The captions, and what they mean, are in tests/captions/.
"""

import argparse
import asyncio
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from commands.activities.captions.captions import Known, Reading, read_caption
from commands.activities.captions.findings import Finding
from commands.organisations.rules import decode, read_csv
from storage import organisations, tags
from storage.database import Database
from storage.organisations import Organisation
from storage.tags import Tag
from storage.upgrade import upgrade

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests" / "captions"
REGISTER = ROOT / "examples" / "liuzhai" / "organisations.csv"
SETS = ("known", "liuzhai", *(f"held_out_{number}" for number in range(1, 6)))
TODAY = date(2016, 8, 24)
ZONE = ZoneInfo("Asia/Shanghai")
VALUES = (
    "date",
    "place",
    "kind",
    "organisation",
    "served",
    "joined",
    "minutes",
    "money",
    "materials",
)
FIELDS = (*VALUES, "tags", "with", "helped_by")
RIGHT, ASKED, TOO_MUCH, WRONG, MISSING = OUTCOMES = (
    *("right", "asked", "too much", "wrong", "missing"),
)


@dataclass(frozen=True)
class Alliance:
    """Liuzhai's register, and the tags that there are from the beginning."""

    register: tuple[Organisation, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class Result:
    """What became of one field of one caption."""

    caption: str
    field: str
    outcome: str
    meant: object
    found: object


async def gather() -> Alliance:
    """As they are in a new database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gongjian.db"
        upgrade(path, datetime.now(UTC))
        async with Database(path) as db:
            await organisations.import_all(db, read_csv(decode(REGISTER.read_bytes())).rows)
            return Alliance(await organisations.every(db), await tags.every(db))


def captions(name: str) -> list[dict[str, Any]]:
    """The captions of one of the sets."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))[
        "caption"
    ]
    return found


def results(name: str, alliance: Alliance) -> Iterator[Result]:
    """Every field that a caption of the set speaks of, or that was found in it."""
    for caption in captions(name):
        own = [one for one in alliance.register if one.short_name in caption["by"]]
        now = datetime.combine(caption.get("sent", TODAY), time(12), ZONE)
        reading = read_caption(caption["text"], Known(now, alliance.register, own, alliance.tags))
        found = _found(reading, alliance.register)
        for field in FIELDS:
            meant = caption.get(field)
            became = outcome(field, meant, found[field], is_open=field in caption.get("asks", ()))
            if field == "organisation" and len(own) == 1:
                continue
            if became is not None:
                yield Result(caption["text"], field, became, meant, found[field])


def table(found: Sequence[Result]) -> list[tuple[str, ...]]:
    """For each field and for all, how many had each outcome."""
    counts = {
        field: Counter(one.outcome for one in found if one.field == field) for field in FIELDS
    }
    counts["all"] = Counter(one.outcome for one in found)
    rows = [(field, *(str(count[one]) for one in OUTCOMES)) for field, count in counts.items()]
    return [("field", *OUTCOMES), *rows]


@dataclass(frozen=True)
class Several:
    """Organisations or tags by their names: those that are sure, and those that are asked about."""

    sure: frozenset[str]
    asked: frozenset[str]


def _found(reading: Reading, register: Sequence[Organisation]) -> dict[str, Any]:
    names = {one.id: one.short_name for one in register}
    hosts = reading.hosts
    own = hosts.own.value
    perhaps = frozenset(names[one] for one in hosts.perhaps)
    return {
        "date": reading.held_on,
        "place": reading.place,
        "kind": reading.kind.linkage,
        "organisation": Finding(None if own is None else names[own], tuple(hosts.own.candidates)),
        "served": reading.served,
        "joined": reading.joined,
        "minutes": reading.minutes,
        "money": reading.money,
        "materials": reading.materials,
        "tags": Several(frozenset(tag.name for tag in reading.kind.tags), frozenset()),
        "with": Several(frozenset(names[one] for one in hosts.together), perhaps),
        "helped_by": Several(frozenset(names[one] for one in hosts.helpers), perhaps),
    }


def outcome(field: str, meant: Any, found: Any, *, is_open: bool) -> str | None:  # noqa: ANN401 - of any field
    """None: the words do not speak of it, and nothing was found."""
    if isinstance(found, Several):
        return _outcome_of_several(field, frozenset(meant or ()), found, is_open=is_open)
    if found.value is not None:
        return RIGHT if found.value == meant and not is_open else WRONG
    if found.is_unsure:
        return ASKED if is_open else TOO_MUCH
    return MISSING if is_open or meant is not None else None


def _outcome_of_several(
    field: str, meant: frozenset[str], found: Several, *, is_open: bool
) -> str | None:
    if not found.sure <= meant:
        return WRONG
    if is_open:
        return ASKED if found.asked else MISSING
    if meant == found.sure:
        is_needless = found.asked and field == "with"
        return TOO_MUCH if is_needless else RIGHT if meant else None
    return TOO_MUCH if meant <= found.sure | found.asked else MISSING


def main() -> None:
    """Reads, compares and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--sets", nargs="+", default=SETS, choices=SETS)
    options = parser.parse_args()
    alliance = asyncio.run(gather())
    for name in options.sets:
        found = list(results(name, alliance))
        print(f"{name}: {len(captions(name))} captions")
        for row in table(found):
            print(f"  {row[0]:14}" + "".join(f"{cell:>9}" for cell in row[1:]))
        for one in found if options.show else ():
            if one.outcome not in {RIGHT, ASKED}:
                print(f"  {one.outcome}: {one.field} of {one.caption}")
                print(f"      {one.meant!r} / {one.found!r}")


if __name__ == "__main__":
    main()
