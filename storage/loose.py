"""Photos that came without words, or with words that are no report yet."""

from datetime import datetime, timedelta

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.photos import ASK_WORDS, Photo, Sent, album_of
from storage.tables import activities, deliveries as owed, photos as table
from storage.values import Value

RECENT = timedelta(days=2)
"""Photos may belong to what the same person reported so long before them."""
HOMES = 3


class Home(Value):
    """An activity that the photos may belong to."""

    id: int
    title: str


@query
async def newest(
    connection: AsyncConnection, chat_id: int, person_id: int, since: datetime
) -> Photo | None:
    """The last photo that somebody sent here since then and that is no activity's."""
    mine = and_(table.c.chat_id == chat_id, table.c.person_id == person_id)
    loose = and_(mine, table.c.activity_id.is_(None), table.c.sent_at >= since)
    found = select(table).where(loose).order_by(table.c.message_id.desc()).limit(1)
    return Photo.of((await connection.execute(found)).one_or_none())


@query
async def sent_in(connection: AsyncConnection, chat_id: int, message_id: int) -> Photo | None:
    """The photo of a message, if it is no activity's."""
    this = and_(table.c.chat_id == chat_id, table.c.message_id == message_id)
    found = select(table).where(this, table.c.activity_id.is_(None))
    return Photo.of((await connection.execute(found)).one_or_none())


@query
async def words_of(connection: AsyncConnection, sent: Sent) -> str:
    """What stands below the photo, or below one of its album; empty: nothing does."""
    said = and_(album_of(sent), table.c.caption != "")
    found = select(table.c.caption).where(said).order_by(table.c.message_id).limit(1)
    return sent.caption or (await connection.execute(found)).scalar_one_or_none() or ""


@query
async def homes_of(connection: AsyncConnection, sent: Sent) -> tuple[Home, ...]:
    """What the sender reported not long before, the newest first."""
    recent = activities.c.reported_at >= sent.sent_at - RECENT
    mine = and_(activities.c.reporter_id == sent.person_id, recent)
    alive = select(activities).where(mine, activities.c.deleted_at.is_(None))
    rows = await connection.execute(alive.order_by(activities.c.id.desc()).limit(HOMES))
    return Home.each(rows)


@transaction
async def say(connection: AsyncConnection, photo: Photo, words: str, now: datetime) -> None:
    """The sender wrote these words after the photos, or changed them: the question is owed anew."""
    brothers = and_(album_of(photo), table.c.id != photo.id)
    await connection.execute(update(table).where(brothers).values(caption=""))
    await connection.execute(update(table).where(table.c.id == photo.id).values(caption=words))
    album = select(table.c.id).where(album_of(photo))
    asks = and_(owed.c.kind == ASK_WORDS, owed.c.subject_id.in_(album))
    waits = select(owed.c.id).where(asks, owed.c.state == "pending")
    if (await connection.execute(waits)).first() is None:
        await deliveries.owe(connection, ASK_WORDS, photo.id, photo.chat_id, now)


@transaction
async def forget(connection: AsyncConnection, photo: Photo) -> None:
    """They are no activity's, and nobody asks about them any more."""
    await connection.execute(delete(table).where(album_of(photo), table.c.activity_id.is_(None)))
