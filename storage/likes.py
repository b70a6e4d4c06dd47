"""Who likes an activity: a reaction to one of its cards, counted once for each person."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, features
from storage.activity_lists import WHOLE
from storage.database import query, transaction
from storage.features import ALBUM, CARD as FEATURE
from storage.photos import RECEIPT
from storage.showings import CARD, PHOTOS
from storage.tables import activities, deliveries as owed, likes as table, parts

LIKED = (RECEIPT, CARD, PHOTOS, FEATURE, ALBUM)
"""A reaction to one of these is one to the activity."""
NEWEST = 2000
"""So many cards are listened to; what is older scrolled away long ago."""


class Reaction(NamedTuple):
    """What somebody's reactions to one message are now."""

    chat_id: int
    message_id: int
    person_id: int
    is_like: bool


@query
async def cards(connection: AsyncConnection) -> frozenset[tuple[int, int]]:
    """Chat and message of the newest cards, each photo of an album among them."""
    rows = (await connection.execute(_newest())).all()
    chats = {row.id: row.chat_id for row in rows}
    albums = select(parts.c.delivery_id, parts.c.message_id)
    of_album = await connection.execute(albums.where(parts.c.delivery_id.in_(chats)))
    first = {(row.chat_id, row.message_id) for row in rows}
    return frozenset(first | {(chats[one], message_id) for one, message_id in of_album})


@cache
def _newest() -> Select[Any]:
    """Made once: it is asked after every commit of a message."""
    sent = and_(owed.c.kind.in_(LIKED), owed.c.message_id.is_not(None))
    newest = select(owed.c.id, owed.c.chat_id, owed.c.message_id).where(sent)
    return newest.order_by(owed.c.id.desc()).limit(NEWEST)


@transaction
async def react(
    connection: AsyncConnection, activity_id: int, reaction: Reaction, now: datetime
) -> None:
    """Keeps or takes away that somebody likes it; its cards show the number."""
    whole = select(activities.c.id).where(activities.c.id == activity_id, WHOLE)
    if (await connection.execute(whole)).first() is None:
        return
    message = {"chat_id": reaction.chat_id, "message_id": reaction.message_id}
    whose = message | {"person_id": reaction.person_id}
    before = await count_of(connection, activity_id)
    if reaction.is_like:
        made = insert(table).values(**whose, activity_id=activity_id, liked_at=now)
        await connection.execute(made.on_conflict_do_nothing())
    else:
        its = and_(*(table.c[name] == value for name, value in whose.items()))
        await connection.execute(delete(table).where(its))
    if await count_of(connection, activity_id) != before:
        await _show(connection, activity_id, reaction)


async def count_of(connection: AsyncConnection, activity_id: int) -> int:
    """How many people like it, within another query or transaction."""
    who = select(func.count(table.c.person_id.distinct()))
    found = await connection.execute(who.where(table.c.activity_id == activity_id))
    return found.scalar_one()


async def _show(connection: AsyncConnection, activity_id: int, reaction: Reaction) -> None:
    """Receipt, featured cards, and the card in the chat where somebody reacted."""
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    await features.show(connection, activity_id)
    here = and_(owed.c.kind == CARD, owed.c.subject_id == activity_id)
    in_chat = or_(owed.c.chat_id == reaction.chat_id, owed.c.chat_id < 0)
    last = select(func.max(owed.c.id)).where(here, in_chat).group_by(owed.c.chat_id)
    await deliveries.owe_edits(connection, owed.c.id.in_(last))
