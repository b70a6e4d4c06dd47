"""Photos of activities: taken in as they come, kept on disk later, loose ones forgotten.

States: `waiting` (not on disk yet), `kept` (on disk), `failed` (could not be fetched for good).
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, touch, transaction
from storage.tables import deliveries as owed, photos as table
from storage.values import Value

RECEIPT = "activities.receipt"
"""The message that shows how many photos an activity has."""
ASK_WORDS = "activities.ask_words"
"""The message that asks what a photo without words shows; its subject is the photo."""
TOPIC = "photos"
FARTHEST = timedelta(hours=1)
"""A photo is asked for again sooner than that."""
QUIET = timedelta(seconds=2)
"""After so long without another photo an album counts as whole: it has no end mark."""


class Sent(Value):
    """A photo as it came; `person_id` is who sent it, or who reported it by a reply."""

    chat_id: int
    message_id: int
    media_group_id: str | None
    person_id: int
    file_id: str
    file_unique_id: str
    sent_at: datetime


class Photo(Sent):
    """A photo and what became of it; loose as long as it has no activity."""

    id: int
    activity_id: int | None
    state: str
    tries: int
    due_at: datetime
    path: str | None
    sha256: str | None
    fault: str | None


@transaction
async def take_in(
    connection: AsyncConnection,
    sent: Sent,
    now: datetime,
    *,
    activity_id: int | None = None,
    asks: bool = False,
) -> int | None:
    """Keeps a photo once and returns its activity: its album's, else the given one, else none.

    With `asks`, a loose one has the sender asked what it shows, once for the whole album.
    """
    found = await activity_of(connection, sent) or activity_id
    if found is not None:
        await attach(connection, sent, found, now)
        return found
    photo_id = await _keep(connection, sent, now)
    await _ask(connection, sent, photo_id, now, asks=asks)
    return None


async def attach(connection: AsyncConnection, sent: Sent, activity_id: int, now: datetime) -> None:
    """Gives a photo and its album to an activity, within the transaction that gives the reason.

    The activity's receipt waits until the album is quiet, or is edited when it was sent before.
    """
    await _keep(connection, sent, now)
    elsewhere = and_(_album(sent), table.c.activity_id.is_distinct_from(activity_id))
    had_them = select(table.c.activity_id).where(elsewhere, table.c.activity_id.is_not(None))
    losers = (await connection.execute(had_them.distinct())).scalars().all()
    moved = update(table).where(elsewhere).values(activity_id=activity_id, due_at=now)
    touch(connection, TOPIC)
    if (await connection.execute(moved)).rowcount == 0:
        return
    await deliveries.postpone(connection, RECEIPT, activity_id, now + QUIET)
    for changed in (activity_id, *losers):
        await deliveries.owe_edit(connection, RECEIPT, changed)


async def activity_of(connection: AsyncConnection, sent: Sent) -> int | None:
    """The activity that the photo or its album belongs to, within a transaction."""
    attached = and_(_album(sent), table.c.activity_id.is_not(None))
    found = select(table.c.activity_id).where(attached).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()


@query
async def one(connection: AsyncConnection, photo_id: int) -> Photo | None:
    """The photo with this id; loose ones are forgotten after a while."""
    found = select(table).where(table.c.id == photo_id)
    return Photo.of((await connection.execute(found)).one_or_none())


@query
async def waiting(connection: AsyncConnection, now: datetime, limit: int) -> tuple[Photo, ...]:
    """Photos of activities that are due to be fetched, the longest due first."""
    is_beyond = table.c.due_at > now + FARTHEST  # the clock was set back meanwhile
    due = and_(_wanted(), or_(table.c.due_at <= now, is_beyond))
    rows = await connection.execute(
        select(table).where(due).order_by(table.c.due_at, table.c.id).limit(limit)
    )
    return Photo.each(rows)


@query
async def next_due(connection: AsyncConnection) -> datetime | None:
    """When a photo has to be fetched next; None: there is none to fetch."""
    earliest = select(table.c.due_at).where(_wanted()).order_by(table.c.due_at).limit(1)
    return (await connection.execute(earliest)).scalar_one_or_none()


@transaction
async def kept(connection: AsyncConnection, photo_id: int, path: str, sha256: str) -> None:
    """It is on disk, at this path below the photos' folder."""
    values: dict[str, object] = {"state": "kept", "path": path, "sha256": sha256, "fault": None}
    not_yet = and_(table.c.id == photo_id, table.c.state != "kept")
    await _settle(connection, not_yet, values)


@transaction
async def failed(
    connection: AsyncConnection, photo_id: int, fault: str, again_at: datetime | None
) -> None:
    """It could not be fetched: again at that moment; None: never."""
    values: dict[str, object] = {"fault": fault, "tries": table.c.tries + 1}
    if again_at is None:
        fresh = and_(table.c.id == photo_id, table.c.state == "waiting")
        await _settle(connection, fresh, values | {"state": "failed"})
        return
    fresh = and_(table.c.id == photo_id, table.c.state == "waiting", table.c.due_at < again_at)
    await connection.execute(update(table).where(fresh).values(values | {"due_at": again_at}))


@transaction
async def prune(connection: AsyncConnection, before: datetime) -> None:
    """Forgets the loose photos that were taken in before that moment."""
    loose = and_(table.c.activity_id.is_(None), table.c.due_at < before)
    await connection.execute(delete(table).where(loose))


def _album(sent: Sent) -> ColumnElement[bool]:
    """The photo itself and its brothers: Telegram gives an album's photos one common id."""
    itself = and_(table.c.chat_id == sent.chat_id, table.c.message_id == sent.message_id)
    if sent.media_group_id is None:
        return itself
    brothers = and_(table.c.chat_id == sent.chat_id, table.c.media_group_id == sent.media_group_id)
    return or_(itself, brothers)


def _wanted() -> ColumnElement[bool]:
    return and_(table.c.state == "waiting", table.c.activity_id.is_not(None))


async def _keep(connection: AsyncConnection, sent: Sent, now: datetime) -> int:
    """The photo's id; one message of a chat is kept once."""
    values = sent.model_dump(include=set(Sent.model_fields)) | {"due_at": now}
    await connection.execute(insert(table).values(values).on_conflict_do_nothing())
    itself = and_(table.c.chat_id == sent.chat_id, table.c.message_id == sent.message_id)
    photo_id: int = (await connection.execute(select(table.c.id).where(itself))).scalar_one()
    return photo_id


async def _ask(
    connection: AsyncConnection, sent: Sent, photo_id: int, now: datetime, *, asks: bool
) -> None:
    album = select(table.c.id).where(_album(sent))
    asking = and_(owed.c.kind == ASK_WORDS, owed.c.subject_id.in_(album))
    asked = (await connection.execute(select(owed.c.subject_id).where(asking))).scalars().first()
    due = now + QUIET
    if asked is not None:
        await deliveries.postpone(connection, ASK_WORDS, asked, due)
    elif asks:
        await deliveries.owe(
            connection, ASK_WORDS, photo_id, sent.chat_id, due, reply_to=sent.message_id
        )


async def _settle(
    connection: AsyncConnection, which: ColumnElement[bool], values: dict[str, object]
) -> None:
    """Changes a photo's state once, and has the receipt say so."""
    touch(connection, TOPIC)
    changed = update(table).where(which).values(values).returning(table.c.activity_id)
    activity_id = (await connection.execute(changed)).scalar_one_or_none()
    if activity_id is not None:
        await deliveries.owe_edit(connection, RECEIPT, activity_id)
