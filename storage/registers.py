"""A register that is taken over: what it would add and change, and then that it does."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, pairings
from storage.comparisons import COLUMNS, Plan, by_name, plan
from storage.couples import Couples, Misfit, Pair
from storage.database import query, transaction
from storage.entries import Entry, Organisation
from storage.pairings import Pairing
from storage.tables import alterations, organisations as table
from storage.values import Value


class Imported(Value):
    """How many organisations a register added, changed and left as they were."""

    added: int
    changed: int
    unchanged: int


class ShortNameTakenError(Exception):
    """The register gives one organisation the short name of another that it does not mention."""

    def __init__(self, short_name: str, owner: str) -> None:
        super().__init__(f"{short_name}: {owner}")
        self.short_name = short_name
        self.owner = owner


class MisfitError(Exception):
    """The register pairs two that cannot be, or says it in two ways."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(f"line {misfit.line}: {misfit.partner}")


class Kept(Value):
    """All that a register is compared with."""

    organisations: tuple[Organisation, ...]
    """Members and those that have left, in the register's order."""
    paired: tuple[Pairing, ...]
    """Also of those that have left."""

    def plan(self, rows: Sequence[Entry]) -> Plan:
        """What taking these rows over would do."""
        return plan(self.organisations, rows, self.paired)


BOOK, CSV = "organisations.book", "organisations.table"
"""The messages that bring the register as a file."""


@query
async def kept(connection: AsyncConnection) -> Kept:
    """The register as it is by now."""
    return await all_kept(connection)


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
    """Takes a register over within a transaction; raises ShortNameTakenError and MisfitError.

    With a moment it notes each field that it changes; `person_id` is None at the office's desk.
    """
    now_kept = await all_kept(connection)
    planned = now_kept.plan(rows)
    for misfit in planned.misfits:
        raise MisfitError(misfit)
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
        added = [row.model_dump(include=COLUMNS) | {"position": 0} for row in planned.added]
        await connection.execute(insert(table), added)
    kept_before = now_kept.organisations
    await _order(connection, kept_before, by_name(kept_before, rows))
    await _couple(connection, planned.couples, person_id, now)
    if now is not None:
        await _note(connection, planned, person_id, now)
    return Imported(
        added=len(planned.added), changed=len(planned.changed), unchanged=planned.unchanged
    )


async def take_over(
    connection: AsyncConnection, rows: Sequence[Entry], mark: int, person_id: int, now: datetime
) -> Imported | None:
    """Takes a file's rows over within a transaction; None: the register has changed since."""
    planned = (await all_kept(connection)).plan(rows)
    if planned.mark != mark or planned.taken or planned.misfits or not rows:
        return None
    return await apply(connection, rows, person_id, now)


async def all_kept(connection: AsyncConnection) -> Kept:
    """The same within another query."""
    rows = await connection.execute(select(table).order_by(table.c.position, table.c.id))
    paired = await pairings.also_former(connection)
    return Kept(organisations=Organisation.each(rows), paired=paired)


async def _couple(
    connection: AsyncConnection, couples: Couples, person_id: int | None, now: datetime | None
) -> None:
    """Pairs and parts, once the organisations bear their names."""
    if couples.parted:
        await pairings.part(connection, couples.parted)
    if couples.begun:
        assert now is not None, "a pair says when it was made"  # noqa: S101 - who imports knows it
        found = await connection.execute(select(table.c.name, table.c.id))
        ids = {row.name: row.id for row in found}
        begun = [(ids[one.organisation], ids[one.community], one.since) for one in couples.begun]
        await pairings.take_over(connection, begun, person_id or pairings.DESK, now)


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
        if values:  # who only comes to other pairs changes no column
            alike[tuple(sorted(values))].append({"of": organisation_id, **values})
    for columns, rows in alike.items():
        this = update(table).where(table.c.id == bindparam("of"))
        await connection.execute(this.values({one: bindparam(one) for one in columns}), rows)
