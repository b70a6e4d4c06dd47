"""What taking a register over would do to what is kept: each organisation, field by field."""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from storage import couples
from storage.couples import Couples, Misfit, Pair
from storage.entries import Entry, Organisation, renamed
from storage.pairings import Pairing
from storage.values import Value

COLUMNS = set(Entry.model_fields)
"""What a line says of the organisation alone."""


class Changed(Value):
    """What a register says of an organisation otherwise than what is kept."""

    old: Organisation
    new: Mapping[str, Any]
    """By column; empty when only its return or its pairs change."""
    pairs: tuple[str, str] | None = None
    """The cells that name its partners, before and after, where they are not the same."""

    @property
    def does_something(self) -> bool:
        return bool(self.new or self.pairs or self.comes_back)

    @property
    def comes_back(self) -> bool:
        return self.old.retired_at is not None


class Taken(Value):
    """A short name that the register gives to one, and that another has."""

    short_name: str
    owner: str


class Plan(Value):
    """What taking a register over would do to what is kept now."""

    added: tuple[Entry, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: int = 0
    left_out: int = 0
    """Members of which the register does not speak; they stay as they are."""
    taken: tuple[Taken, ...] = ()
    """With one of these it cannot be taken over."""
    couples: Couples = Couples()

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """With one of these neither."""
        return self.couples.misfits

    @property
    def does_something(self) -> bool:
        return bool(self.added or self.changed or self.couples.begun or self.couples.parted)

    @property
    def mark(self) -> int:
        """A number that is another one whenever the plan is another one, but for 1 in 2**32."""
        said = [
            [one.model_dump(mode="json") for one in self.added],
            [[one.old.id, one.comes_back, *_said(one)] for one in self.changed],
            self.couples.model_dump(mode="json"),
            [self.unchanged, self.left_out],
        ]
        return zlib.crc32(json.dumps(said, sort_keys=True).encode())


def plan(
    kept: Sequence[Organisation], rows: Sequence[Entry], paired: Sequence[Pairing] = ()
) -> Plan:
    """Compares a register with all who are kept, also those that have left.

    An organisation is known by its name, or by its short name when its name is new. What the
    register does not mention stays, a column that it does not have as well. A name that changes
    becomes a former name, unless the register itself says what the former names are.
    """
    pairs = by_name(kept, rows)
    spoken_of = {old.id for _, old in pairs if old is not None}
    others = [one for one in kept if one.id not in spoken_of]
    owners = {one.short_name: one.name for one in others}
    coupled = couples.compare(kept, pairs, paired)
    compared = [_compared(row, old, coupled) for row, old in pairs if old is not None]
    return Plan(
        added=tuple(row for row, old in pairs if old is None),
        changed=tuple(one for one in compared if one.does_something),
        unchanged=sum(not one.does_something for one in compared),
        left_out=sum(one.retired_at is None for one in others),
        taken=tuple(
            Taken(short_name=row.short_name, owner=owners[row.short_name])
            for row, _ in pairs
            if row.short_name in owners
        ),
        couples=coupled,
    )


def _compared(row: Entry, old: Organisation, coupled: Couples) -> Changed:
    return Changed(old=old, new=_differs(row, old), pairs=coupled.told.get(row.name))


def _said(one: Changed) -> list[Any]:
    return [[name, getattr(one.old, name), new] for name, new in one.new.items()]


def by_name(kept: Sequence[Organisation], rows: Sequence[Entry]) -> list[Pair]:
    """Each row with the organisation that it speaks of."""
    by_name = {one.name: one for one in kept}
    mentioned = {row.name for row in rows}
    by_short_name = {one.short_name: one for one in kept if one.name not in mentioned}
    return [(row, by_name.get(row.name) or by_short_name.get(row.short_name)) for row in rows]


def _differs(row: Entry, old: Organisation) -> dict[str, Any]:
    given = row.model_dump(include=row.model_fields_set & COLUMNS)
    changed = {name: value for name, value in given.items() if value != getattr(old, name)}
    if "name" in changed and "former_names" not in given:
        changed["former_names"] = renamed(old.former_names, old.name, row.name)
    return changed
