"""What is changed in the record of an activity, each change with its history."""

from datetime import date, datetime

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, partners, twins, unsure
from storage.activity_history import note, said
from storage.database import transaction
from storage.partners import Named
from storage.photos import RECEIPT
from storage.tables import (
    activities as table,
    activity_tags,
    partners as together,
    tags,
)
from storage.unsure import PARTNERS, Open, Unsure
from storage.values import Value


class Correction(Value):
    """What to change; only what is set."""

    organisation_id: int | None = None
    title: str = ""
    held_on: date | None = None
    served: int | None = None
    joined: int | None = None
    linkage: str = ""
    place: str = ""
    minutes: int | None = None
    money: int | None = None
    materials: str = ""


@transaction
async def correct(
    connection: AsyncConnection,
    activity_id: int,
    correction: Correction,
    person_id: int,
    now: datetime,
) -> None:
    """Changes what is set in the correction; what was unsure of it is settled."""
    values = correction.model_dump(exclude_unset=True)
    found = select(table).where(table.c.id == activity_id)
    before = (await connection.execute(found)).one()._mapping  # noqa: SLF001 - a row's documented mapping
    for field, value in values.items():
        told = (await said(connection, field, before[field]), await said(connection, field, value))
        await note(connection, activity_id, field, told, person_id, now)
    await connection.execute(update(table).where(table.c.id == activity_id).values(values))
    if correction.organisation_id is not None:
        await partners.take_out(connection, activity_id, correction.organisation_id)
    await _settle(connection, activity_id, *values)
    await twins.look(connection, activity_id)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


@transaction
async def tag(
    connection: AsyncConnection, activity_id: int, tag_id: int, person_id: int, now: datetime
) -> None:
    """Gives the activity a tag, or takes it away; a tag of the only kind left open settles that."""
    before = await _tag_names(connection, activity_id)
    this = and_(activity_tags.c.activity_id == activity_id, activity_tags.c.tag_id == tag_id)
    taken = (await connection.execute(delete(activity_tags).where(this))).rowcount
    if not taken:
        row = {"activity_id": activity_id, "tag_id": tag_id}
        await connection.execute(insert(activity_tags).values(row))
    told = (before, await _tag_names(connection, activity_id))
    await note(connection, activity_id, "tags", told, person_id, now)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


@transaction
async def partner(  # noqa: PLR0913, PLR0917 - whom, as what, by whom, when
    connection: AsyncConnection,
    activity_id: int,
    organisation_id: int,
    wanted: Named | None,
    person_id: int,
    now: datetime,
) -> None:
    """Makes the organisation a partner, another kind of partner, or none."""
    before = await _partner_names(connection, activity_id)
    known = and_(
        together.c.activity_id == activity_id, together.c.organisation_id == organisation_id
    )
    if wanted is None:
        await partners.take_out(connection, activity_id, organisation_id)
    else:
        changed = update(together).where(known).values(is_host=wanted.is_host)
        if (await connection.execute(changed)).rowcount == 0:
            await partners.name(connection, activity_id, wanted, person_id, now)
    told = (before, await _partner_names(connection, activity_id))
    await note(connection, activity_id, PARTNERS, told, person_id, now)
    await _without(connection, activity_id, str(organisation_id))
    await twins.look(connection, activity_id)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


@transaction
async def leave(connection: AsyncConnection, activity_id: int, field: str) -> None:
    """Nothing of what a field may be is so: it is asked about no more, and stays as it is."""
    await _settle(connection, activity_id, field)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


async def _tag_names(connection: AsyncConnection, activity_id: int) -> str:
    mine = activity_tags.join(tags, tags.c.id == activity_tags.c.tag_id)
    names = select(tags.c.name).select_from(mine).where(activity_tags.c.activity_id == activity_id)
    return "、".join((await connection.execute(names.order_by(tags.c.id))).scalars())


async def _partner_names(connection: AsyncConnection, activity_id: int) -> str:
    return "、".join(one.organisation for one in await partners.of(connection, activity_id))


async def _settle(connection: AsyncConnection, activity_id: int, *fields: str) -> None:
    def settled(open_fields: Open) -> Open:
        return {name: one for name, one in open_fields.items() if name not in fields}

    await unsure.change(connection, activity_id, settled)


async def _without(connection: AsyncConnection, activity_id: int, candidate: str) -> None:
    """One organisation of those that may have been part of it is settled."""

    def left(open_fields: Open) -> Open:
        of = tuple(one for one in open_fields.get(PARTNERS, Unsure()).may_be if one != candidate)
        others = {name: one for name, one in open_fields.items() if name != PARTNERS}
        return others | ({PARTNERS: Unsure(may_be=of)} if of else {})

    await unsure.change(connection, activity_id, left)
