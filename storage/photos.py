"""Photos and films of activities: taken in as they come, loose ones forgotten.

States: `waiting` (not on disk yet), `kept` (on disk), `failed` (could not be fetched for good),
`too_large` (to be fetched at all), `removed` (taken down, and gone from the disk).
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
QUIET = timedelta(seconds=2)
"""After so long without another photo an album counts as whole: it has no end mark."""
REMOVED = "removed"
FETCHED_BYTES = 20 << 20
"""Bot API, getFile: bots can download files of up to 20 MB."""


class Sent(Value):
    """A photo as it came; `person_id` is who sent it, or who reported it by a reply."""

    chat_id: int
    message_id: int
    media_group_id: str | None
    person_id: int
    file_id: str
    file_unique_id: str
    sent_at: datetime
    kind: str = "photo"
    """`photo`, `video`, or `document`: a photo or film that was sent as a file."""
    name: str = ""
    """What the file was called; photos have no name."""
    bytes: int | None = None
    """As Telegram says; None: it does not say."""
    caption: str = ""


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
    flaw: str = ""
    """Why what is on disk cannot be shown: one of `storage.kinds.Flaw`; empty: it can."""
    resembles_id: int | None = None
    """An earlier photo that looks nearly the same."""
    chosen: int | None = None
    """Its place among the best ones; None: it is none of them."""
    hidden_by: int | None = None
    hidden_at: datetime | None = None
    hidden_why: str = ""

    @property
    def is_film(self) -> bool:
        """True for a video, also one that was sent as a file."""
        return self.kind == "video" or (self.path or self.name).lower().endswith((".mp4", ".mov"))

    @property
    def is_sound(self) -> bool:
        """True for what can be shown, hidden or not."""
        return self.state not in {"failed", REMOVED} and not self.flaw


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
    elsewhere = and_(album_of(sent), table.c.activity_id.is_distinct_from(activity_id))
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
    attached = and_(album_of(sent), table.c.activity_id.is_not(None))
    found = select(table.c.activity_id).where(attached).limit(1)
    return (await connection.execute(found)).scalar_one_or_none()


def album_of(sent: Sent) -> ColumnElement[bool]:
    """The photo itself and its brothers: Telegram gives an album's photos one common id."""
    itself = and_(table.c.chat_id == sent.chat_id, table.c.message_id == sent.message_id)
    if sent.media_group_id is None:
        return itself
    brothers = and_(table.c.chat_id == sent.chat_id, table.c.media_group_id == sent.media_group_id)
    return or_(itself, brothers)


@query
async def one(connection: AsyncConnection, photo_id: int) -> Photo | None:
    """The photo with this id; loose ones are forgotten after a while."""
    found = select(table).where(table.c.id == photo_id)
    return Photo.of((await connection.execute(found)).one_or_none())


async def of(connection: AsyncConnection, activity_id: int) -> tuple[Photo, ...]:
    """All photos of an activity, oldest first, the hidden ones as well; within a query."""
    mine = select(table).where(table.c.activity_id == activity_id)
    return Photo.each(await connection.execute(mine.order_by(table.c.sent_at, table.c.message_id)))


album = query(of)
"""All photos of an activity, as `of` gives them within a query."""


@transaction
async def prune(connection: AsyncConnection, before: datetime) -> None:
    """Forgets the loose photos that were taken in before that moment."""
    loose = and_(table.c.activity_id.is_(None), table.c.due_at < before)
    await connection.execute(delete(table).where(loose))


async def removed_before(
    connection: AsyncConnection, is_same: ColumnElement[bool]
) -> dict[str, object]:
    """What a photo has in common with the same one that was taken down; nothing, if none was."""
    columns = (table.c.state, table.c.hidden_by, table.c.hidden_at, table.c.hidden_why)
    found = select(*columns).where(is_same, table.c.state == REMOVED).limit(1)
    row = (await connection.execute(found)).mappings().one_or_none()
    return dict(row or {})


async def _keep(connection: AsyncConnection, sent: Sent, now: datetime) -> int:
    """The photo's id; one message of a chat is kept once."""
    values = sent.model_dump(include=set(Sent.model_fields)) | {"due_at": now}
    if (sent.bytes or 0) > FETCHED_BYTES:
        values["state"] = "too_large"
    values |= await removed_before(connection, table.c.file_unique_id == sent.file_unique_id)
    await connection.execute(insert(table).values(values).on_conflict_do_nothing())
    itself = and_(table.c.chat_id == sent.chat_id, table.c.message_id == sent.message_id)
    photo_id: int = (await connection.execute(select(table.c.id).where(itself))).scalar_one()
    return photo_id


async def _ask(
    connection: AsyncConnection, sent: Sent, photo_id: int, now: datetime, *, asks: bool
) -> None:
    album = select(table.c.id).where(album_of(sent))
    asking = and_(owed.c.kind == ASK_WORDS, owed.c.subject_id.in_(album))
    asked = (await connection.execute(select(owed.c.subject_id).where(asking))).scalars().first()
    due = now + QUIET
    if asked is not None:
        await deliveries.postpone(connection, ASK_WORDS, asked, due)
    elif asks:
        await deliveries.owe(
            connection, ASK_WORDS, photo_id, sent.chat_id, due, reply_to=sent.message_id
        )
