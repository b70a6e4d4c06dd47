"""Two reports of one activity: found by day, place and who was part of it; joined by a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, unsure
from storage.activity_history import note, said
from storage.database import transaction
from storage.organisations import folded
from storage.partners import CONFIRMED, DECLINED
from storage.photos import RECEIPT
from storage.tables import activities as table, activity_tags, partners, photos
from storage.unsure import APART, TWIN, Open, Unsure

FACTS = (
    *("organisation_id", "held_on", "place", "linkage", "served", "joined", "minutes", "money"),
    "materials",
)
"""What one report may know and the other not."""
JOINED = "accounts"
"""As the history names that another report was joined."""


@dataclass(frozen=True)
class _Report:
    """What is compared of two reports."""

    row: Row[Any]
    others: frozenset[int]
    """Partners that have not declined."""

    @property
    def everybody(self) -> frozenset[int]:
        return self.others | ({self.row.organisation_id} - {None})


async def look(connection: AsyncConnection, activity_id: int) -> None:
    """Leaves open whether other reports of the same day tell of it too, within a transaction."""
    this = await _report(connection, activity_id)
    same_day = select(table.c.id).where(
        table.c.id != activity_id,
        table.c.held_on.is_not(None),
        table.c.held_on == this.row.held_on,
        table.c.part_of.is_(None),
        table.c.deleted_at.is_(None),
    )
    found = (await connection.execute(same_day.order_by(table.c.id))).scalars().all()
    reports = [await _report(connection, one) for one in found]

    def with_twins(open_fields: Open) -> Open:
        apart = open_fields.get(APART, Unsure()).may_be
        twins = [str(one.row.id) for one in reports if _are_alike(this, one)]
        of = tuple(one for one in twins if one not in apart)
        others = {name: one for name, one in open_fields.items() if name != TWIN}
        return others | ({TWIN: Unsure(may_be=of)} if of else {})

    await unsure.change(connection, activity_id, with_twins)


@transaction
async def keep_apart(connection: AsyncConnection, activity_id: int, twin_id: int) -> None:
    """They are two: it is not asked again."""

    def apart(open_fields: Open) -> Open:
        known = open_fields.get(APART, Unsure()).may_be
        return open_fields | {APART: Unsure(may_be=(*known, str(twin_id)))}

    await unsure.change(connection, activity_id, apart)
    await look(connection, activity_id)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


@transaction
async def join(
    connection: AsyncConnection, activity_id: int, twin_id: int, person_id: int, now: datetime
) -> int | None:
    """They are one, and the earlier number stays: gives it; None when there are not two any more.

    Photos move, both captions are kept, and what one report does not say the other one does. Where
    they differ, the earlier one stands and is asked about.
    """
    ids = sorted({activity_id, twin_id})
    whole = and_(table.c.id.in_(ids), table.c.part_of.is_(None), table.c.deleted_at.is_(None))
    if len((await connection.execute(select(table.c.id).where(whole))).all()) != 2:  # noqa: PLR2004 - the two
        return None
    kept, other = [await _report(connection, one) for one in ids]
    await _join_facts(connection, kept.row, other.row, person_id, now)
    await _join_partners(connection, kept, other, now)
    await _join_tags(connection, *ids)
    moved = update(photos).where(photos.c.activity_id == other.row.id)
    await connection.execute(moved.values(activity_id=kept.row.id))
    part = update(table).where(table.c.id == other.row.id)
    await connection.execute(part.values(part_of=kept.row.id, unsure=""))
    parts_of_it = update(table).where(table.c.part_of == other.row.id)
    await connection.execute(parts_of_it.values(part_of=kept.row.id))
    await note(connection, kept.row.id, JOINED, ("", str(other.row.id)), person_id, now)
    await look(connection, kept.row.id)
    for one in ids:
        await deliveries.owe_edit(connection, RECEIPT, one)
    return ids[0]


def _are_alike(this: _Report, other: _Report) -> bool:
    """Of one organisation the title or the place must be the same: it may do two things a day."""
    same_place = bool(this.row.place) and folded(this.row.place) == folded(other.row.place)
    if this.row.organisation_id in {other.row.organisation_id} - {None}:
        return same_place or folded(this.row.title) == folded(other.row.title)
    return same_place or bool(this.everybody & other.everybody)


async def _report(connection: AsyncConnection, activity_id: int) -> _Report:
    row = (await connection.execute(select(table).where(table.c.id == activity_id))).one()
    mine = and_(partners.c.activity_id == activity_id, partners.c.state != DECLINED)
    others = await connection.execute(select(partners.c.organisation_id).where(mine))
    return _Report(row, frozenset(others.scalars()))


async def _join_facts(
    connection: AsyncConnection, kept: Row[Any], other: Row[Any], person_id: int, now: datetime
) -> None:
    values: dict[str, Any] = {}
    differ: Open = {}
    for field in FACTS:
        mine, theirs = getattr(kept, field), getattr(other, field)
        if mine in {None, ""} and theirs not in {None, ""}:
            values[field] = theirs
            told = ("", await said(connection, field, theirs))
            await note(connection, kept.id, field, told, person_id, now)
        elif theirs not in {None, "", mine} and field != "organisation_id":
            differ[field] = Unsure(may_be=(str(mine), str(theirs)))
    if values:
        await connection.execute(update(table).where(table.c.id == kept.id).values(values))

    def joined(open_fields: Open) -> Open:
        theirs = unsure.from_text(other.unsure)
        still = {name: one for name, one in (theirs | open_fields).items() if name not in values}
        known = {name for name in FACTS if getattr(kept, name) not in {None, ""}}
        added = {n: one for n, one in still.items() if n in open_fields or n not in known}
        return added | differ

    await unsure.change(connection, kept.id, joined)


async def _join_partners(
    connection: AsyncConnection, kept: _Report, other: _Report, now: datetime
) -> None:
    """Whose report it was has thereby confirmed its part; a partner of both is one."""
    theirs = other.row.organisation_id
    known = select(partners.c.organisation_id).where(partners.c.activity_id == kept.row.id)
    both = {*(await connection.execute(known)).scalars(), kept.row.organisation_id}
    of_other = partners.c.activity_id == other.row.id
    await connection.execute(delete(partners).where(of_other, partners.c.organisation_id.in_(both)))
    await connection.execute(update(partners).where(of_other).values(activity_id=kept.row.id))
    if theirs in {None, kept.row.organisation_id} or kept.row.organisation_id is None:
        return
    confirmed = {"state": CONFIRMED, "confirmed_by": other.row.reporter_id, "confirmed_at": now}
    mine = and_(partners.c.activity_id == kept.row.id, partners.c.organisation_id == theirs)
    if (await connection.execute(update(partners).where(mine).values(confirmed))).rowcount == 0:
        row = {"activity_id": kept.row.id, "organisation_id": theirs, "is_host": True, **confirmed}
        await connection.execute(insert(partners).values(row))


async def _join_tags(connection: AsyncConnection, kept: int, other: int) -> None:
    mine = select(activity_tags.c.tag_id).where(activity_tags.c.activity_id == kept)
    new = and_(activity_tags.c.activity_id == other, activity_tags.c.tag_id.not_in(mine))
    await connection.execute(update(activity_tags).where(new).values(activity_id=kept))
