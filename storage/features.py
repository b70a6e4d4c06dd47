"""Activities that the alliance is proud of (风采展示): a card with the best photos, in a group."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, reviews
from storage.activity_history import note
from storage.activity_lists import WHOLE
from storage.database import query, transaction
from storage.photos import RECEIPT, Photo
from storage.tables import activities, chats, features as table, photos, topics
from storage.values import Value

CARD, ALBUM = "activities.feature", "activities.feature_album"
"""The deliveries: the words, and the photos above them; their subject is the feature."""
FEATURED = "featured"
"""As the history names it; the value is the group."""


class Place(Value):
    """A group, or an open topic of it."""

    chat_id: int
    topic_id: int | None
    title: str
    topic: str


class Feature(Value):
    """What was posted where; the photos are those that were best then."""

    id: int
    activity_id: int
    chat_id: int
    topic_id: int | None
    photo_ids: tuple[int, ...]
    featured_by: int
    featured_at: datetime
    withdrawn_at: datetime | None
    photos: tuple[Photo, ...] = ()


@query
async def places(connection: AsyncConnection) -> tuple[Place, ...]:
    """Where the bot can write: groups by title, each before its topics."""
    general = select(chats.c.id, chats.c.title).where(chats.c.is_joined)
    found = []
    for chat_id, title in await connection.execute(general.order_by(chats.c.title, chats.c.id)):
        found.append(Place(chat_id=chat_id, topic_id=None, title=title, topic=""))
        own = and_(topics.c.chat_id == chat_id, topics.c.is_open, topics.c.name != "")
        named = select(topics.c.topic_id, topics.c.name).where(own).order_by(topics.c.name)
        for topic_id, name in await connection.execute(named):
            found.append(Place(chat_id=chat_id, topic_id=topic_id, title=title, topic=name))
    return tuple(found)


@query
async def one(connection: AsyncConnection, feature_id: int) -> Feature | None:
    """The feature with this id, with its photos in their order, hidden ones as well."""
    row = (await connection.execute(select(table).where(table.c.id == feature_id))).one_or_none()
    if row is None:
        return None
    ids = tuple(int(one) for one in row.photo_ids.split())
    mine = Photo.each(await connection.execute(select(photos).where(photos.c.id.in_(ids))))
    found = sorted(mine, key=lambda photo: ids.index(photo.id))
    return Feature.model_validate(row._asdict() | {"photo_ids": ids, "photos": found})


@transaction
async def choose(connection: AsyncConnection, activity_id: int, photo_id: int) -> None:
    """A photo is one of the best, after those that were chosen before; again: it is not."""
    this = and_(photos.c.activity_id == activity_id, photos.c.id == photo_id)
    was_chosen = and_(this, photos.c.chosen.is_not(None))
    off = update(photos).where(was_chosen).values(chosen=None)
    if (await connection.execute(off)).rowcount:
        return
    last = select(func.coalesce(func.max(photos.c.chosen), 0))
    number = (
        await connection.execute(last.where(photos.c.activity_id == activity_id))
    ).scalar_one()
    await connection.execute(update(photos).where(this).values(chosen=number + 1))


@transaction
async def feature(  # noqa: PLR0913, PLR0917 - what, where, by whom, when
    connection: AsyncConnection,
    activity_id: int,
    place: Place,
    photo_ids: Sequence[int],
    person_id: int,
    now: datetime,
) -> bool:
    """Posts it there, and so approves it; False: it is there already, or is gone."""
    is_whole = select(activities.c.id).where(activities.c.id == activity_id, WHOLE)
    here = and_(
        *(table.c.activity_id == activity_id, table.c.withdrawn_at.is_(None)),
        *(table.c.chat_id == place.chat_id, table.c.topic_id.is_not_distinct_from(place.topic_id)),
    )
    is_there = (await connection.execute(select(table.c.id).where(here))).first() is not None
    if is_there or (await connection.execute(is_whole)).first() is None:
        return False
    ids = " ".join(map(str, photo_ids))
    values = {"activity_id": activity_id, "photo_ids": ids, "featured_by": person_id}
    values |= {"chat_id": place.chat_id, "topic_id": place.topic_id, "featured_at": now}
    made = insert(table).values(values).returning(table.c.id)
    feature_id: int = (await connection.execute(made)).scalar_one()
    for kind in (ALBUM, CARD) if photo_ids else (CARD,):
        await deliveries.owe(
            connection, kind, feature_id, place.chat_id, now, topic_id=place.topic_id
        )
    marks = {"featured_by": person_id, "featured_at": now}
    this = update(activities).where(activities.c.id == activity_id)
    await connection.execute(this.values(marks))
    await reviews.approved(connection, activity_id, person_id, now)
    await note(connection, activity_id, FEATURED, ("", place.title), person_id, now)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    return True


@transaction
async def withdraw(
    connection: AsyncConnection, activity_id: int, person_id: int, now: datetime
) -> bool:
    """It is featured nowhere any more; False: it was not."""
    if not await withdrawn(connection, activity_id, now):
        return False
    await note(connection, activity_id, FEATURED, (FEATURED, ""), person_id, now)
    await deliveries.owe_edit(connection, RECEIPT, activity_id)
    return True


async def withdrawn(connection: AsyncConnection, activity_id: int, now: datetime) -> bool:
    """The same within another transaction, without a word of its own."""
    standing = and_(table.c.activity_id == activity_id, table.c.withdrawn_at.is_(None))
    gone = update(table).where(standing).values(withdrawn_at=now).returning(table.c.id)
    ids = (await connection.execute(gone)).scalars().all()
    await _owe_edits(connection, ids, (CARD, ALBUM))
    marks = {"featured_by": None, "featured_at": None}
    this = update(activities).where(activities.c.id == activity_id)
    await connection.execute(this.values(marks))
    return bool(ids)


async def without(connection: AsyncConnection, photo_ids: Collection[int]) -> None:
    """Photos are hidden, within another transaction: albums that have one of them go."""
    rows = await connection.execute(
        select(table.c.id, table.c.photo_ids).where(
            table.c.withdrawn_at.is_(None), or_(false(), *(_has(one) for one in photo_ids))
        )
    )
    await _owe_edits(connection, [row.id for row in rows], (ALBUM,))


async def show(connection: AsyncConnection, activity_id: int) -> None:
    """Its cards are brought up to date, within another transaction."""
    standing = and_(table.c.activity_id == activity_id, table.c.withdrawn_at.is_(None))
    ids = (await connection.execute(select(table.c.id).where(standing))).scalars().all()
    await _owe_edits(connection, ids, (CARD,))


async def _owe_edits(
    connection: AsyncConnection, feature_ids: Collection[int], kinds: Collection[str]
) -> None:
    for feature_id in feature_ids:
        for kind in kinds:
            await deliveries.owe_edit(connection, kind, feature_id)


def _has(photo_id: int) -> ColumnElement[bool]:
    return (literal(" ") + table.c.photo_ids + " ").contains(f" {photo_id} ")
