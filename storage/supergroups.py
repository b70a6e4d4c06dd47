"""A group that becomes a supergroup gets another id, and what is owed to it goes along."""

from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, chats, deliveries, destinations
from storage.notices import CARD, OPEN
from storage.tables import articles, chats as groups, deliveries as owed, notices


async def migrate(connection: AsyncConnection, old: int, new: int, now: datetime) -> None:
    """Within another transaction; told twice, or after the new group was met, it is no harm.

    Bot API: the messages stay in the old group, where they can be edited no more. So what was
    reported there stays as it is kept, and the cards of open notices are owed to the new group.
    """
    unsent = and_(owed.c.chat_id == old, owed.c.state.in_(("pending", "sending")))
    await connection.execute(update(owed).where(unsent).values(chat_id=new))
    known = and_(groups.c.id == old, groups.c.is_joined)
    group = (await connection.execute(select(groups).where(known))).one_or_none()
    if group is None:
        return
    carried = ("language", "is_administrator", "counts_reactions")
    kept = {name: getattr(group, name) for name in carried}
    met = insert(groups).values(id=new, title=group.title, **kept)
    await connection.execute(met.on_conflict_do_update(index_elements=["id"], set_=kept))
    await chats.leave(connection, old)
    for notice_id in await _stranded(connection, old):
        await attachments.owe(connection, notice_id, new, now)
        await deliveries.owe(connection, CARD, notice_id, new, now, wants_pin=True)
    edits = and_(owed.c.chat_id == old, owed.c.edit_owed)
    await connection.execute(update(owed).where(edits).values(edit_owed=False))
    await destinations.move(connection, old, new)
    for table in (notices, articles):
        same = update(table).where(table.c.chat_id == old)
        await connection.execute(same.values(chat_id=new))


async def _stranded(connection: AsyncConnection, old: int) -> tuple[int, ...]:
    """The open notices whose card is, or perhaps is, in the old group."""
    shown = select(owed.c.subject_id).where(
        owed.c.kind == CARD, owed.c.chat_id == old, owed.c.state.in_(("sent", "unknown"))
    )
    is_open = and_(notices.c.state == OPEN, notices.c.id.in_(shown))
    rows = await connection.execute(select(notices.c.id).where(is_open).order_by(notices.c.number))
    return tuple(rows.scalars())
