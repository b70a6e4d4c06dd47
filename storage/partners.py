"""Who else was part of an activity: named by the one who reports it, confirmed by themselves.

States: `named` (nobody of theirs has answered yet), `confirmed`, `declined`. Lists and figures of
an organisation count what it confirmed: nobody puts an activity into another's record.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, delete, literal, select, union_all, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.photos import RECEIPT
from storage.tables import activities, liaisons, organisations, partners as table, people
from storage.values import Value

ASK = "activities.part"
"""The message that asks a liaison whether the organisation was part of it; its subject is the
partner."""
TOLD = "activities.declined"
"""The message that tells who reported it that a partner was not part of it."""
SECOND_THOUGHTS = timedelta(seconds=30)
"""So long the one who reports has to take a name out again, before its liaisons are asked."""
NAMED, CONFIRMED, DECLINED = "named", "confirmed", "declined"


class Named(Value):
    """An organisation that a report names; a host held it too, others helped or took part."""

    organisation_id: int
    is_host: bool = True


class Partner(Named):
    """An organisation beside the one whose activity it is."""

    id: int
    activity_id: int
    organisation: str
    """The short name."""
    state: str


_NAMED = select(table, organisations.c.short_name.label("organisation")).join(
    organisations, organisations.c.id == table.c.organisation_id
)


def is_of(organisation_id: int) -> ColumnElement[bool]:
    """True for an activity that is the organisation's own, or that it confirmed."""
    return is_of_any(select(literal(organisation_id)))


def is_of_any(organisation_ids: Select[int]) -> ColumnElement[bool]:
    """The same for one of several: looked up by them, whatever else is asked."""
    own = activities.alias("own")
    held = select(own.c.id).where(own.c.organisation_id.in_(organisation_ids))
    confirmed = and_(table.c.organisation_id.in_(organisation_ids), table.c.state == CONFIRMED)
    return activities.c.id.in_(union_all(held, select(table.c.activity_id).where(confirmed)))


async def of(connection: AsyncConnection, activity_id: int) -> tuple[Partner, ...]:
    """The activity's partners, hosts first, within another query or transaction."""
    mine = _NAMED.where(table.c.activity_id == activity_id)
    rows = await connection.execute(mine.order_by(table.c.is_host.desc(), table.c.id))
    return Partner.each(rows)


@query
async def one(connection: AsyncConnection, partner_id: int) -> Partner | None:
    """The partner with this id; None when it was taken out."""
    return Partner.of((await connection.execute(_NAMED.where(table.c.id == partner_id))).first())


async def name(
    connection: AsyncConnection, activity_id: int, named: Named, person_id: int, now: datetime
) -> None:
    """Adds a partner within another transaction, and owes its liaisons the question.

    Who answers for the partner too has confirmed it by naming it.
    """
    served = select(liaisons.c.person_id).where(liaisons.c.organisation_id == named.organisation_id)
    is_own = person_id in set((await connection.execute(served)).scalars())
    values = {"activity_id": activity_id, **named.model_dump(include=set(Named.model_fields))}
    if is_own:
        values |= {"state": CONFIRMED, "confirmed_by": person_id, "confirmed_at": now}
    made = insert(table).values(values).on_conflict_do_nothing().returning(table.c.id)
    partner_id = (await connection.execute(made)).scalar_one_or_none()
    if partner_id is None or is_own:
        return
    reachable = served.join(people, people.c.id == liaisons.c.person_id).where(
        people.c.is_reachable
    )
    for liaison in (await connection.execute(reachable)).scalars().all():
        await deliveries.owe(connection, ASK, partner_id, liaison, now + SECOND_THOUGHTS)


async def take_out(connection: AsyncConnection, activity_id: int, organisation_id: int) -> None:
    """It was no partner after all, within another transaction."""
    this = and_(table.c.activity_id == activity_id, table.c.organisation_id == organisation_id)
    gone = delete(table).where(this).returning(table.c.id)
    for partner_id in (await connection.execute(gone)).scalars().all():
        await deliveries.owe_edit(connection, ASK, partner_id)


@transaction
async def answer(
    connection: AsyncConnection,
    partner_ids: Collection[int],
    person_id: int,
    now: datetime,
    *,
    was_part: bool,
) -> tuple[Partner, ...]:
    """Its liaison, or staff, say whether it was part of it; who reported it hears of a No."""
    state = CONFIRMED if was_part else DECLINED
    changes = and_(table.c.id.in_(partner_ids), table.c.state != state)
    said = update(table).where(changes).returning(table.c.id, table.c.activity_id)
    values = {"state": state, "confirmed_by": person_id, "confirmed_at": now}
    for partner_id, activity_id in (await connection.execute(said.values(values))).all():
        await deliveries.owe_edit(connection, ASK, partner_id)
        await deliveries.owe_edit(connection, RECEIPT, activity_id)
        if not was_part:
            await _tell(connection, partner_id, activity_id, now)
    rows = await connection.execute(_NAMED.where(table.c.id.in_(partner_ids)))
    return Partner.each(rows)


@transaction
async def unreached(connection: AsyncConnection, partner_id: int) -> None:
    """No liaison of it can be written to: the receipt, where they can answer too, says so."""
    found = select(table.c.activity_id).where(table.c.id == partner_id)
    activity_id = (await connection.execute(found)).scalar_one_or_none()
    if activity_id is not None:
        await deliveries.owe_edit(connection, RECEIPT, activity_id)


async def _tell(
    connection: AsyncConnection, partner_id: int, activity_id: int, now: datetime
) -> None:
    reported = select(activities.c.chat_id, activities.c.message_id)
    where = (await connection.execute(reported.where(activities.c.id == activity_id))).one()
    reply_to = where.message_id if where.chat_id < 0 else None
    await deliveries.owe(connection, TOLD, partner_id, where.chat_id, now, reply_to=reply_to)
