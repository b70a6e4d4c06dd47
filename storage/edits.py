"""Words of a report that were changed afterwards: the record follows, with its history."""

from datetime import datetime

from sqlalchemy import and_, delete, insert, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, partners, twins, unsure
from storage.activities import Facts, Report
from storage.activity_history import note, said
from storage.database import query, transaction
from storage.photos import RECEIPT
from storage.tables import activities as table, activity_tags, photos
from storage.unsure import Open

READ = tuple(
    Facts.model_fields.keys() - {"reporter_id", "chat_id", "message_id", "caption", "unsure"}
)
"""What is read from the words."""


@query
async def told_in(connection: AsyncConnection, chat_id: int, message_id: int) -> int | None:
    """The activity that a message reported; None: it is no report."""
    this = and_(table.c.chat_id == chat_id, table.c.message_id == message_id)
    is_it = and_(photos.c.chat_id == chat_id, photos.c.message_id == message_id)
    same = and_(table.c.id == photos.c.activity_id, table.c.caption == photos.c.caption)
    below = select(table.c.id).join(photos, same).where(is_it)
    found = union_all(select(table.c.id).where(this), below)
    return (await connection.execute(found)).scalars().first()


@transaction
async def edit(
    connection: AsyncConnection, activity_id: int, before: Report, after: Report, now: datetime
) -> None:
    """Changes what the words say otherwise than before, with its history; the rest stays.

    So what was corrected by hand is only overruled by words that were changed about it.
    """
    found = select(table).where(table.c.id == activity_id)
    record = (await connection.execute(found)).one()._mapping  # noqa: SLF001 - a row's documented mapping
    values = {"caption": after.caption}
    for field in READ:
        old, new = getattr(before, field), getattr(after, field)
        if new != old and (new or record[field] == old):
            values[field] = new
    for field, value in values.items():
        told = (await said(connection, field, record[field]), await said(connection, field, value))
        await note(connection, activity_id, field, told, after.reporter_id, now)
    await connection.execute(update(table).where(table.c.id == activity_id).values(values))
    below = and_(photos.c.activity_id == activity_id, photos.c.caption == before.caption)
    await connection.execute(update(photos).where(below).values(caption=after.caption))
    await _tags(connection, activity_id, before, after)
    await _partners(connection, activity_id, before, after, now)
    await unsure.change(connection, activity_id, lambda left: _left_open(left, before, after))
    await twins.look(connection, activity_id)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


async def _tags(
    connection: AsyncConnection, activity_id: int, before: Report, after: Report
) -> None:
    gone, come = set(before.tags) - set(after.tags), set(after.tags) - set(before.tags)
    mine = activity_tags.c.activity_id == activity_id
    await connection.execute(delete(activity_tags).where(mine, activity_tags.c.tag_id.in_(gone)))
    has = set((await connection.execute(select(activity_tags.c.tag_id).where(mine))).scalars())
    for tag_id in sorted(come - has):
        row = {"activity_id": activity_id, "tag_id": tag_id}
        await connection.execute(insert(activity_tags).values(row))


async def _partners(
    connection: AsyncConnection, activity_id: int, before: Report, after: Report, now: datetime
) -> None:
    named = {one.organisation_id for one in after.partners}
    for one in before.partners:
        if one.organisation_id not in named:
            await partners.take_out(connection, activity_id, one.organisation_id)
    for one in after.partners:
        if one not in before.partners:
            await partners.name(connection, activity_id, one, after.reporter_id, now)


def _left_open(left: Open, before: Report, after: Report) -> Open:
    """What is open of a field is what the new words leave open, where they differ about it."""
    names = before.unsure.keys() | after.unsure.keys()
    changed = {name for name in names if before.unsure.get(name) != after.unsure.get(name)}
    same = {name: one for name, one in left.items() if name not in changed}
    return same | {name: one for name, one in after.unsure.items() if name in changed}
