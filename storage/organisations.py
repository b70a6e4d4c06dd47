"""The organisations of the alliance."""

import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import liaisons, organisations as table
from storage.values import Value


class Entry(Value):
    """What the alliance's register says of one organisation; `category` is one of `CATEGORIES`."""

    name: str
    short_name: str
    category: str
    community: str = ""
    address: str = ""
    notes: str = ""


class Organisation(Entry):
    """A member of the alliance."""

    id: int
    position: int


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


CATEGORIES = ("street", "community", "enterprise", "social", "stationed")
"""As in the alliance's register: 街道, 社区, 非公企业, 社会组织, 驻区单位."""


def folded(name: str) -> str:
    """A name as people mean it: without spaces, full-width forms and capitals."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def named(organisations: Iterable[Organisation], words: str) -> tuple[Organisation, ...]:
    """Those whose name or short name has the words in it; a whole name stands alone."""
    wanted = folded(words)
    if not wanted:
        return ()
    names = [(one, (folded(one.name), folded(one.short_name))) for one in organisations]
    whole = tuple(one for one, both in names if wanted in both)
    return whole or tuple(one for one, both in names if any(wanted in name for name in both))


@query
async def every(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """All organisations, in the register's order."""
    return await _every(connection)


@query
async def one(connection: AsyncConnection, organisation_id: int) -> Organisation | None:
    """The organisation with this id."""
    found = select(table).where(table.c.id == organisation_id)
    return Organisation.of((await connection.execute(found)).one_or_none())


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Organisation, ...]:
    """The organisations with these ids."""
    return Organisation.each(await connection.execute(select(table).where(table.c.id.in_(ids))))


@query
async def without_liaison(connection: AsyncConnection) -> tuple[Organisation, ...]:
    """The organisations that nobody answers for yet."""
    answered_for = exists().where(liaisons.c.organisation_id == table.c.id)
    rows = await connection.execute(select(table).where(~answered_for).order_by(table.c.position))
    return Organisation.each(rows)


@transaction
async def import_all(connection: AsyncConnection, rows: Sequence[Entry]) -> Imported:
    """Takes a register over, all of it or none.

    An organisation is known by its name, or by its short name when its name is new. What the
    register does not mention stays. Raises ShortNameTakenError.
    """
    kept = await _every(connection)
    pairs = _pairs(kept, rows)
    changed = [(row, old) for row, old in pairs if old is not None and _differs(row, old)]
    _check_short_names(kept, pairs)
    for _, old in changed:  # two may have exchanged their short names
        await _set(connection, old.id, {"short_name": f"\n{old.id}"})
    for row, old in changed:
        await _set(connection, old.id, row.model_dump())
    added = [row for row, old in pairs if old is None]
    for row in added:
        await connection.execute(insert(table).values(**row.model_dump(), position=0))
    await _order(connection, kept, pairs)
    return Imported(
        added=len(added), changed=len(changed), unchanged=len(rows) - len(added) - len(changed)
    )


Pair = tuple[Entry, Organisation | None]


def _pairs(kept: Sequence[Organisation], rows: Sequence[Entry]) -> list[Pair]:
    """Each row with the organisation that it speaks of."""
    by_name = {one.name: one for one in kept}
    mentioned = {row.name for row in rows}
    by_short_name = {one.short_name: one for one in kept if one.name not in mentioned}
    return [(row, by_name.get(row.name) or by_short_name.get(row.short_name)) for row in rows]


def _check_short_names(kept: Sequence[Organisation], pairs: Sequence[Pair]) -> None:
    spoken_of = {old.id for _, old in pairs if old is not None}
    owners = {one.short_name: one.name for one in kept if one.id not in spoken_of}
    for row, _ in pairs:
        if row.short_name in owners:
            raise ShortNameTakenError(row.short_name, owners[row.short_name])


def _differs(row: Entry, old: Organisation) -> bool:
    return row.model_dump() != old.model_dump(exclude={"id", "position"})


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
    for position, name in enumerate(order, start=1):
        if stood.get(name) != position:
            moved = update(table).where(table.c.name == name).values(position=position)
            await connection.execute(moved)


async def _set(
    connection: AsyncConnection, organisation_id: int, values: dict[str, object]
) -> None:
    await connection.execute(update(table).where(table.c.id == organisation_id).values(values))


async def _every(connection: AsyncConnection) -> tuple[Organisation, ...]:
    rows = await connection.execute(select(table).order_by(table.c.position, table.c.id))
    return Organisation.each(rows)
