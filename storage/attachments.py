"""Files that go along with a notice, and the albums of the last days that they may belong to.

An album is one message for each of its files, in any order and without an end mark; so what was
taken from it brings the brothers that were seen, and those that come later join.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import and_, delete, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.notices import DRAFT, HELD, OPEN, PREVIEW
from storage.tables import (
    attachments as table,
    deliveries as owed,
    notices,
    seen_files as seen,
)
from storage.values import Value

PICTURES, DOCUMENTS = "notices.pictures", "notices.documents"
"""The deliveries of what goes along with a notice; each is one album or one file.

Bot API, sendMediaGroup: documents can only be grouped with documents.
"""
COPIED = {PICTURES: "notices.copy_pictures", DOCUMENTS: "notices.copy_documents"}
"""The same in private chats: so that a thousand of them do not hold up the cards of groups."""
DOCUMENT = "document"
MOST = 10
"""Of each of the two. Bot API, sendMediaGroup: 2-10 items."""


class Sent(Value):
    """A file in the message that brought it."""

    chat_id: int | None
    """None, and no message: it was copied from another notice."""
    message_id: int | None
    media_group_id: str | None = None
    kind: str
    """`photo`, `video` or `document`."""
    file_id: str
    name: str = ""

    @property
    def goes_as(self) -> str:
        """The delivery that brings it."""
        return DOCUMENTS if self.kind == DOCUMENT else PICTURES

    @property
    def album(self) -> tuple[object, ...]:
        """What it has in common with its brothers, and with nothing else."""
        one = self.media_group_id or self.message_id
        return (self.chat_id, one) if one else (self.file_id,)


class Attachment(Sent):
    """A file that goes along."""

    place: int
    """By which a button names it; it stays when others are taken off."""


async def see(connection: AsyncConnection, sent: Sent, now: datetime) -> None:
    """Remembers a file of an album; it joins the drafts that have its brothers.

    Within the transaction that completes its update.
    """
    facts = sent.model_dump() | {"seen_at": now}
    await connection.execute(upsert(seen).values(facts).on_conflict_do_nothing())
    brothers = and_(table.c.chat_id == sent.chat_id, table.c.media_group_id == sent.media_group_id)
    held = and_(notices.c.state == OPEN, notices.c.panel.startswith(HELD))
    may_change = or_(notices.c.state == DRAFT, held)
    joined = select(table.c.notice_id).join(notices, notices.c.id == table.c.notice_id)
    for notice_id in (
        (await connection.execute(joined.where(brothers, may_change).distinct())).scalars().all()
    ):
        await _add(connection, notice_id, [sent])
        await deliveries.owe_edit(connection, PREVIEW, notice_id)


async def attach(connection: AsyncConnection, notice_id: int, sent: Iterable[Sent]) -> int:
    """Has files and their brothers go along, within the transaction that gives the reason.

    Returns how many of them found no room.
    """
    whole = [one for given in sent for one in await with_brothers(connection, given)]
    return await _add(connection, notice_id, whole)


@transaction
async def take_off(connection: AsyncConnection, notice_id: int, place: int) -> bool:
    """One of a draft's files does not go along, or (0) none; False: there was nothing to change."""
    is_draft = and_(notices.c.id == notice_id, notices.c.state == DRAFT)
    if (await connection.execute(select(notices.c.id).where(is_draft))).one_or_none() is None:
        return False
    on_it = table.c.notice_id == notice_id
    which = and_(on_it, table.c.place == place) if place else on_it
    taken_off = await connection.execute(delete(table).where(which))
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return taken_off.rowcount > 0


@query
async def of(connection: AsyncConnection, notice_id: int) -> tuple[Attachment, ...]:
    """What goes along with a notice, in its order."""
    return await found(connection, notice_id)


async def found(connection: AsyncConnection, notice_id: int) -> tuple[Attachment, ...]:
    """The same within another query or transaction."""
    rows = select(table).where(table.c.notice_id == notice_id).order_by(table.c.place)
    return in_order(Attachment.each(await connection.execute(rows)))


def in_order(files: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """As they came; an album's by their messages, however late each of them was."""
    albums = list(dict.fromkeys(one.album for one in files))
    order = sorted(files, key=lambda one: (albums.index(one.album), one.message_id or 0))
    return tuple(order)


@query
async def knows_album(connection: AsyncConnection, chat_id: int, media_group_id: str) -> bool:
    """True when some file of the album was seen before."""
    album = and_(seen.c.chat_id == chat_id, seen.c.media_group_id == media_group_id)
    one = select(seen.c.message_id).where(album).limit(1)
    return (await connection.execute(one)).one_or_none() is not None


@query
async def have_album(connection: AsyncConnection, chat_id: int, media_group_id: str | None) -> bool:
    """True when files of the album go along with some notice."""
    album = and_(table.c.chat_id == chat_id, table.c.media_group_id == media_group_id)
    one = select(table.c.notice_id).where(album).limit(1)
    return (await connection.execute(one)).one_or_none() is not None


async def owe(
    connection: AsyncConnection,
    notice_id: int,
    chat_id: int,
    due_at: datetime,
    topic_id: int | None = None,
) -> None:
    """Owes them to a chat or topic, within the transaction that owes the card, and before it.

    Of what is due in a chat at one moment, that goes first which was owed first.
    """
    where = notice_id, chat_id, due_at
    for kind in await kinds(connection, notice_id):
        await deliveries.owe(connection, kind, *where, topic_id=topic_id)


async def kinds(connection: AsyncConnection, notice_id: int) -> tuple[str, ...]:
    """Which of the two deliveries there is something for, in their order."""
    wanted = {one.goes_as for one in await found(connection, notice_id)}
    return tuple(kind for kind in (PICTURES, DOCUMENTS) if kind in wanted)


async def take_back(connection: AsyncConnection, notice_id: int) -> None:
    """Nobody gets them: the notice is a draft again, within the transaction that undoes it."""
    shows = and_(owed.c.kind.in_((PICTURES, DOCUMENTS)), owed.c.subject_id == notice_id)
    await connection.execute(delete(owed).where(shows))


async def withdraw(connection: AsyncConnection, notice_id: int) -> None:
    """They go from where they were sent, within the transaction that recalls the notice."""
    for kind in (PICTURES, DOCUMENTS, *COPIED.values()):
        await deliveries.owe_edit(connection, kind, notice_id)


async def copy(connection: AsyncConnection, notice_id: int, draft_id: int) -> None:
    """The draft gets the notice's files, within the transaction that makes it."""
    nowhere = {"chat_id": None, "message_id": None, "media_group_id": None}
    files = await found(connection, notice_id)
    await _keep(connection, draft_id, [one.model_copy(update=nowhere) for one in files], 1)


@transaction
async def forget(connection: AsyncConnection, before: datetime) -> None:
    """Forgets the files of albums that were seen before that moment; notices keep theirs."""
    await connection.execute(delete(seen).where(seen.c.seen_at < before))


async def with_brothers(connection: AsyncConnection, sent: Sent) -> list[Sent]:
    """It and the others of its album that were seen, within another transaction."""
    if sent.media_group_id is None:
        return [sent]
    album = and_(seen.c.chat_id == sent.chat_id, seen.c.media_group_id == sent.media_group_id)
    return [sent, *Sent.each(await connection.execute(select(seen).where(album)))]


async def _add(connection: AsyncConnection, notice_id: int, files: Iterable[Sent]) -> int:
    """Those that are new, as far as they have room; returns how many had none."""
    before = await found(connection, notice_id)
    had = {(one.chat_id, one.message_id) for one in before}
    new = {(one.chat_id, one.message_id): one for one in files}
    kept, left_out = fitting(before, [one for origin, one in new.items() if origin not in had])
    await _keep(connection, notice_id, kept, max((one.place for one in before), default=0) + 1)
    return left_out


def fitting(before: Iterable[Sent], new: Iterable[Sent]) -> tuple[list[Sent], int]:
    """The new ones that have room beside those before, and how many are left out."""
    together, kept, left_out = list(before), list[Sent](), 0
    for one in new:
        if sum(other.goes_as == one.goes_as for other in together) < MOST:
            together.append(one)
            kept.append(one)
        else:
            left_out += 1
    return kept, left_out


async def _keep(
    connection: AsyncConnection, notice_id: int, files: Iterable[Sent], first: int
) -> None:
    """At the places from this one on."""
    for place, one in enumerate(files, start=first):
        facts = one.model_dump(include=set(Sent.model_fields)) | {"place": place}
        await connection.execute(insert(table).values(facts | {"notice_id": notice_id}))
