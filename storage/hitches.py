"""What goes wrong in a group where a notice went, and telling staff what they can do."""

from datetime import datetime

from sqlalchemy import ColumnElement, Update, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, deliveries, destinations, jobs, people
from storage.database import query, touch, transaction
from storage.destinations import GENERAL, Destination
from storage.notices import CARD, GONE, OPEN, Notice, one
from storage.tables import deliveries as owed, destinations as table, notices
from storage.values import Value

HITCH = "notices.hitch"
"""The delivery that tells staff; its subject is the notice."""
NO_GROUP, NO_TOPIC, NO_PIN = "no group", "no topic", "no pin"
"""The bot is not in the group; the topic is closed or gone, so the card is in the general part;
the bot is no administrator, so the card is not pinned."""


class Hindrance(Value):
    """What Telegram did not let the bot do, and where."""

    chat_id: int
    topic_id: int | None
    why: str


@query
async def of(
    connection: AsyncConnection, notice_id: int
) -> tuple[Notice, tuple[Destination, ...]] | None:
    """A sent notice, and all places it goes to."""
    notice = await one(connection, notices.c.id == notice_id)
    return (notice, await destinations.of(connection, notice_id)) if notice else None


@transaction
async def hinder(
    connection: AsyncConnection, notice_id: int, hindrance: Hindrance, now: datetime
) -> None:
    """Something of a sent notice could not be done there: staff are told what they can do."""
    await meet(connection, notice_id, hindrance, now)


async def meet(
    connection: AsyncConnection, notice_id: int, hindrance: Hindrance, now: datetime
) -> None:
    """The same within another transaction.

    That the bot may not pin is said once for a group, not with each notice.
    """
    why, chat_id = hindrance.why, hindrance.chat_id
    here = and_(table.c.notice_id == notice_id, table.c.chat_id == chat_id)
    if why == NO_TOPIC:
        here = and_(here, table.c.topic_id == (hindrance.topic_id or GENERAL))
    if why == NO_PIN:
        here = and_(here, table.c.trouble == "")
    is_known = why == NO_PIN and await _is_known(connection, notice_id, chat_id)
    changed = update(table).where(here, table.c.trouble != why).values(trouble=why)
    if (await connection.execute(changed)).rowcount and not is_known:
        await _tell(connection, notice_id, now)


async def forget(connection: AsyncConnection, notice_id: int) -> None:
    """The notice is a draft again, within the transaction that undoes it."""
    mended = update(table).where(table.c.notice_id == notice_id).values(trouble="")
    await connection.execute(mended)
    told = and_(owed.c.kind == HITCH, owed.c.subject_id == notice_id)
    await connection.execute(delete(owed).where(told, owed.c.state == "pending"))


async def lose(connection: AsyncConnection, chat_id: int, now: datetime) -> None:
    """The bot was removed: staff of open notices there are told, within another transaction."""
    gone = _open_in(chat_id, table.c.trouble != NO_GROUP)
    ids = await _ids(connection, update(table).where(gone).values(trouble=NO_GROUP))
    for notice_id in ids:
        await _tell(connection, notice_id, now)


async def regain(connection: AsyncConnection, chat_id: int, now: datetime) -> None:
    """The bot is back: open notices' cards there go on, or are posted, in that transaction."""
    back = update(table).where(_open_in(chat_id, table.c.trouble == NO_GROUP))
    rows = await connection.execute(
        back.values(trouble="").returning(table.c.notice_id, table.c.topic_id)
    )
    for row in rows.all():
        await _go_on(connection, row.notice_id, chat_id, row.topic_id, now)
        await deliveries.owe_edit(connection, HITCH, row.notice_id)


async def administer(connection: AsyncConnection, chat_id: int) -> None:
    """The bot may pin now: so it does with open notices' cards there, in that transaction."""
    hindered = and_(table.c.chat_id == chat_id, table.c.trouble == NO_PIN)
    ids = await _ids(connection, update(table).where(hindered).values(trouble=""))
    still_open = select(notices.c.id).where(notices.c.id.in_(ids), notices.c.state == OPEN)
    cards = and_(owed.c.kind == CARD, owed.c.chat_id == chat_id, owed.c.state == "sent")
    pinned = update(owed).where(cards, owed.c.subject_id.in_(still_open))
    pinned = pinned.values(wants_pin=True, edit_owed=True, revision=owed.c.revision + 1)
    touch(connection, deliveries.TOPIC)
    await connection.execute(pinned)
    for notice_id in ids:
        await deliveries.owe_edit(connection, HITCH, notice_id)


def _open_in(chat_id: int, trouble: ColumnElement[bool]) -> ColumnElement[bool]:
    opened = select(notices.c.id).where(notices.c.state == OPEN)
    return and_(table.c.chat_id == chat_id, table.c.notice_id.in_(opened), trouble)


async def _ids(connection: AsyncConnection, changed: Update) -> list[int]:
    rows = await connection.execute(changed.returning(table.c.notice_id))
    return sorted(set(rows.scalars()))


async def _is_known(connection: AsyncConnection, notice_id: int, chat_id: int) -> bool:
    """Staff were told of this group with an earlier notice, and nothing was mended since."""
    others = and_(table.c.chat_id == chat_id, table.c.notice_id != notice_id)
    known = select(table.c.notice_id).where(others, table.c.trouble == NO_PIN).limit(1)
    return (await connection.execute(known)).one_or_none() is not None


async def _tell(connection: AsyncConnection, notice_id: int, now: datetime) -> None:
    """One message to who wrote and who sent it; it is edited when more goes wrong."""
    alive = and_(owed.c.kind == HITCH, owed.c.subject_id == notice_id)
    if (await connection.execute(select(owed.c.id).where(alive).limit(1))).first() is not None:
        await deliveries.owe_edit(connection, HITCH, notice_id)
        return
    notice = await one(connection, notices.c.id == notice_id)
    wanted = (notice.author_id, notice.decided_by) if notice else ()
    for person_id in await people.staff_to_tell(connection, *wanted):
        await deliveries.owe(connection, HITCH, notice_id, person_id, now)


async def _go_on(
    connection: AsyncConnection, notice_id: int, chat_id: int, topic_id: int, now: datetime
) -> None:
    """A card that is there is brought up to date; one that never arrived is owed."""
    shown = and_(owed.c.kind == CARD, owed.c.subject_id == notice_id, owed.c.chat_id == chat_id)
    alive = owed.c.state.in_(("pending", "sending", "sent", "unknown"))
    cards = await connection.execute(select(owed.c.topic_id).where(shown, alive))
    if {topic_id or None, None} & set(cards.scalars()):
        await deliveries.owe_edit(connection, CARD, notice_id)
        return
    leaves_at = await jobs.waiting_for(connection, GONE, notice_id)
    where = notice_id, chat_id, leaves_at or now
    await attachments.owe(connection, *where, topic_id=topic_id or None)
    await deliveries.owe(connection, CARD, *where, topic_id=topic_id or None, wants_pin=True)
