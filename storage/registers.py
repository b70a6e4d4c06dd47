"""A register that is taken over: what it would add and change, and then that it does."""

import json
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import transaction
from storage.entries import Entry, Organisation, renamed
from storage.tables import alterations, organisations as table
from storage.values import Value


class Imported(Value):
    """How many organisations a register added, changed and left as they were."""

    added: int
    changed: int
    unchanged: int


class Changed(Value):
    """What a register says of an organisation otherwise than what is kept."""

    old: Organisation
    new: Mapping[str, Any]
    """By column; empty when only its return changes."""

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

    @property
    def does_something(self) -> bool:
        return bool(self.added or self.changed)

    @property
    def mark(self) -> int:
        """A number that is another one whenever the plan is another one, but for 1 in 2**32."""
        said = [
            [one.model_dump(mode="json") for one in self.added],
            [[one.old.id, one.comes_back, *_said(one)] for one in self.changed],
            [self.unchanged, self.left_out],
        ]
        return zlib.crc32(json.dumps(said, sort_keys=True).encode())


class ShortNameTakenError(Exception):
    """The register gives one organisation the short name of another that it does not mention."""

    def __init__(self, short_name: str, owner: str) -> None:
        super().__init__(f"{short_name}: {owner}")
        self.short_name = short_name
        self.owner = owner


BOOK, CSV = "organisations.book", "organisations.table"
"""The messages that bring the register as a file."""

Pair = tuple[Entry, Organisation | None]


def plan(kept: Sequence[Organisation], rows: Sequence[Entry]) -> Plan:
    """Compares a register with all who are kept, also those that have left.

    An organisation is known by its name, or by its short name when its name is new. What the
    register does not mention stays, a column that it does not have as well. A name that changes
    becomes a former name, unless the register itself says what the former names are.
    """
    pairs = _pairs(kept, rows)
    spoken_of = {old.id for _, old in pairs if old is not None}
    others = [one for one in kept if one.id not in spoken_of]
    owners = {one.short_name: one.name for one in others}
    compared = [Changed(old=old, new=_differs(row, old)) for row, old in pairs if old is not None]
    return Plan(
        added=tuple(row for row, old in pairs if old is None),
        changed=tuple(one for one in compared if one.new or one.comes_back),
        unchanged=sum(not (one.new or one.comes_back) for one in compared),
        left_out=sum(one.retired_at is None for one in others),
        taken=tuple(
            Taken(short_name=row.short_name, owner=owners[row.short_name])
            for row, _ in pairs
            if row.short_name in owners
        ),
    )


@transaction
async def hand_out(
    connection: AsyncConnection, kind: str, chat_id: int, language: str, now: datetime
) -> None:
    """Owes the register as a file."""
    await deliveries.owe(connection, kind, 0, chat_id, now, language=language)


async def apply(
    connection: AsyncConnection,
    rows: Sequence[Entry],
    person_id: int | None = None,
    now: datetime | None = None,
) -> Imported:
    """Takes a register over within a transaction; raises ShortNameTakenError.

    With a moment it notes each field that it changes; `person_id` is None at the office's desk.
    """
    kept = await all_kept(connection)
    planned = plan(kept, rows)
    for taken in planned.taken:
        raise ShortNameTakenError(taken.short_name, taken.owner)
    names = ("name", "short_name")
    await _set(  # first, since two may have exchanged their names
        connection,
        {
            one.old.id: dict.fromkeys(both, f"\n{one.old.id}")
            for one in planned.changed
            if (both := [name for name in names if name in one.new])
        },
    )
    back = {"retired_at": None, "retired_by": None}
    await _set(
        connection,
        {one.old.id: {**one.new, **(back if one.comes_back else {})} for one in planned.changed},
    )
    if planned.added:
        added = [row.model_dump() | {"position": 0} for row in planned.added]
        await connection.execute(insert(table), added)
    await _order(connection, kept, _pairs(kept, rows))
    if now is not None:
        await _note(connection, planned, person_id, now)
    return Imported(
        added=len(planned.added), changed=len(planned.changed), unchanged=planned.unchanged
    )


async def all_kept(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """Members and those that have left, in the register's order, within another query."""
    rows = await connection.execute(select(table).order_by(table.c.position, table.c.id))
    return Organisation.each(rows)


def _said(one: Changed) -> list[Any]:
    return [[name, getattr(one.old, name), new] for name, new in one.new.items()]


def _pairs(kept: Sequence[Organisation], rows: Sequence[Entry]) -> list[Pair]:
    """Each row with the organisation that it speaks of."""
    by_name = {one.name: one for one in kept}
    mentioned = {row.name for row in rows}
    by_short_name = {one.short_name: one for one in kept if one.name not in mentioned}
    return [(row, by_name.get(row.name) or by_short_name.get(row.short_name)) for row in rows]


def _differs(row: Entry, old: Organisation) -> dict[str, Any]:
    given = row.model_dump(include=row.model_fields_set)
    changed = {name: value for name, value in given.items() if value != getattr(old, name)}
    if "name" in changed and "former_names" not in given:
        changed["former_names"] = renamed(old.former_names, old.name, row.name)
    return changed


async def _order(
    connection: AsyncConnection, kept: Sequence[Organisation], pairs: Sequence[Pair]
) -> None:
    """The register's order; it stands where its first organisation stood, new ones at the end."""
    olds = {old.id for _, old in pairs if old is not None}
    first = next((place for place, one in enumerate(kept) if one.id in olds), len(kept))
    before = [one.name for one in kept[:first]]
    after = [one.name for one in kept[first:] if one.id not in olds]
    order = [*before, *(row.name for row, _ in pairs), *after]
    stood = {one.name: one.position for one in kept}
    moved = [
        {"called": name, "place": place}
        for place, name in enumerate(order, start=1)
        if stood.get(name) != place
    ]
    if moved:
        this = update(table).where(table.c.name == bindparam("called"))
        await connection.execute(this.values(position=bindparam("place")), moved)


async def _note(
    connection: AsyncConnection, planned: Plan, person_id: int | None, now: datetime
) -> None:
    """What was there before can be read again by whoever looks for it."""
    noted = [
        {
            "organisation_id": one.old.id,
            "field": name,
            "old": _text(getattr(one.old, name)),
            "new": _text(new),
            "person_id": person_id,
            "asked_at": now,
            "altered_at": now,
        }
        for one in planned.changed
        for name, new in one.new.items()
    ]
    if noted:
        await connection.execute(insert(alterations), noted)


def _text(value: object) -> str:
    return "" if value is None else str(value)


async def _set(connection: AsyncConnection, changes: Mapping[int, Mapping[str, Any]]) -> None:
    """Changes columns by the organisation's id.

    It is a statement for each set of columns, since nobody else can write meanwhile.
    """
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for organisation_id, values in changes.items():
        alike[tuple(sorted(values))].append({"of": organisation_id, **values})
    for columns, rows in alike.items():
        this = update(table).where(table.c.id == bindparam("of"))
        await connection.execute(this.values({one: bindparam(one) for one in columns}), rows)
