"""Where a notice goes: groups, and topics of groups that are forums.

A draft has those that staff chose, none before they do; a sent notice those where its cards are.
"""

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.chats import Chat
from storage.database import transaction
from storage.notices import DRAFT, PREVIEW, Notice, one
from storage.tables import (
    chats,
    deliveries as previews,
    destinations as table,
    notices,
    topics,
)
from storage.values import Value

GENERAL = 0
"""The topic that is none: the general part of a group."""


class Destination(Value):
    """A group, or a topic of it."""

    chat_id: int
    topic_id: int
    title: str
    """The group's."""
    topic: str
    """The topic's name; empty for the general part, or when it was never heard."""
    is_joined: bool
    is_administrator: bool
    trouble: str
    """One of storage.hitches', of a sent notice; empty: all is well."""


@transaction
async def choose(
    connection: AsyncConnection, notice_id: int, chat_id: int, topic_id: int
) -> Notice | None:
    """Adds it to a draft's destinations, or takes it away; None: it is no draft any more.

    What the bot cannot write to, or a forged button names, changes nothing.
    """
    notice = await one(connection, and_(notices.c.id == notice_id, notices.c.state == DRAFT))
    if notice is None:
        return None
    here = and_(_of(notice_id), table.c.chat_id == chat_id, table.c.topic_id == topic_id)
    was_chosen = (await connection.execute(delete(table).where(here))).rowcount == 1
    if not was_chosen and await _is_there(connection, chat_id, topic_id):
        await add(connection, notice_id, chat_id, topic_id)
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return notice


@transaction
async def go_private(connection: AsyncConnection, notice_id: int, *, alone: bool) -> Notice | None:
    """A draft goes to private chats as well, or to nothing else (`alone`); again takes it back.

    None: it is no draft any more.
    """
    notice = await one(connection, and_(notices.c.id == notice_id, notices.c.state == DRAFT))
    if notice is None:
        return None
    chosen, groups = await of(connection, notice_id), await offered(connection, notice_id)
    goes_private = not (notice.goes_private and alone == (not chosen))
    if alone and goes_private:
        await forget(connection, notice_id)
    elif goes_private and not chosen and len(groups) == 1:
        await add(connection, notice_id, groups[0].id)
    changed = update(notices).where(notices.c.id == notice_id).values(goes_private=goes_private)
    await connection.execute(changed)
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return notice


async def add(
    connection: AsyncConnection, notice_id: int, chat_id: int, topic_id: int = GENERAL
) -> None:
    """One more, within another transaction."""
    made = upsert(table).values(notice_id=notice_id, chat_id=chat_id, topic_id=topic_id)
    await connection.execute(made.on_conflict_do_nothing())


def composed_in(notice_id: int) -> ScalarSelect[int]:
    """The group in which its preview is; none for a private chat."""
    shown = and_(
        previews.c.kind == PREVIEW, previews.c.subject_id == notice_id, previews.c.chat_id < 0
    )
    return select(func.max(previews.c.chat_id)).where(shown).scalar_subquery()


async def forget(connection: AsyncConnection, notice_id: int) -> None:
    """None is chosen, within another transaction."""
    await connection.execute(delete(table).where(_of(notice_id)))


async def of(connection: AsyncConnection, notice_id: int) -> tuple[Destination, ...]:
    """All of a notice's, within another query or transaction; the notice's own group first."""
    order = (table.c.chat_id != notices.c.chat_id, chats.c.title, chats.c.id, topics.c.name)
    found = _named().where(_of(notice_id)).order_by(*order)
    return Destination.each(await connection.execute(found))


async def offered(connection: AsyncConnection, notice_id: int) -> tuple[Chat, ...]:
    """The groups a draft can go to, by title: where it was composed, or all that are joined."""
    composed_in = select(notices.c.chat_id).where(notices.c.id == notice_id).scalar_subquery()
    fits = and_(chats.c.is_joined, or_(composed_in.is_(None), chats.c.id == composed_in))
    groups = select(chats).where(fits).order_by(chats.c.title, chats.c.id)
    return Chat.each(await connection.execute(groups))


async def first(connection: AsyncConnection, notice_id: int) -> Destination | None:
    """The one that hears what concerns a notice as a whole; None: it went to private chats only.

    The first of those that the bot is still in, within another transaction.
    """
    places = await of(connection, notice_id)
    return next((place for place in places if place.is_joined), None)


async def copy(connection: AsyncConnection, notice_id: int, draft_id: int) -> None:
    """A draft goes where the notice went, within another transaction."""
    same = select(table.c.chat_id, table.c.topic_id).where(_of(notice_id))
    for row in (await connection.execute(same)).all():
        await add(connection, draft_id, row.chat_id, row.topic_id)


async def move(connection: AsyncConnection, old: int, new: int) -> None:
    """A group became a supergroup, within another transaction; its topics begin after that."""
    same = select(table.c.notice_id).where(table.c.chat_id == new)
    double = and_(table.c.chat_id == old, table.c.notice_id.in_(same))
    await connection.execute(delete(table).where(double))
    moved = update(table).where(table.c.chat_id == old).values(chat_id=new)
    await connection.execute(moved)


def _of(notice_id: int) -> ColumnElement[bool]:
    return table.c.notice_id == notice_id


def _named() -> Select[Any]:
    """With what people call them, and whether the bot is there."""
    name = func.coalesce(topics.c.name, "").label("topic")
    same = and_(topics.c.chat_id == table.c.chat_id, topics.c.topic_id == table.c.topic_id)
    return select(
        table, chats.c.title, chats.c.is_joined, chats.c.is_administrator, name
    ).select_from(
        table.join(chats, chats.c.id == table.c.chat_id)
        .join(notices, notices.c.id == table.c.notice_id)
        .outerjoin(topics, same)
    )


async def _is_there(connection: AsyncConnection, chat_id: int, topic_id: int) -> bool:
    """The bot is in the group, and the topic is open."""
    joined = select(chats.c.id).where(chats.c.id == chat_id, chats.c.is_joined)
    if topic_id != GENERAL:
        written = and_(topics.c.chat_id == chat_id, topics.c.topic_id == topic_id)
        joined = joined.where(select(topics).where(written, topics.c.is_open).exists())
    return (await connection.execute(joined)).one_or_none() is not None
