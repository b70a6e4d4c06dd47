"""Photos and files of an article; those of an album that come late join it."""

from collections.abc import Iterable

from sqlalchemy import and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, deliveries
from storage.attachments import Attachment, Sent
from storage.tables import article_files as table

CARD = "columns.card"
"""The delivery that shows an article to staff; its subject is the article."""


async def join(connection: AsyncConnection, sent: Sent) -> None:
    """A file of an album is seen: it joins the article that has its brothers.

    Within the transaction that completes its update.
    """
    album = and_(table.c.chat_id == sent.chat_id, table.c.media_group_id == sent.media_group_id)
    having = select(table.c.article_id).where(album).distinct()
    for article_id in (await connection.execute(having)).scalars().all():
        await add(connection, article_id, [sent])
        await deliveries.owe_edit(connection, CARD, article_id)


async def attach(connection: AsyncConnection, article_id: int, files: Iterable[Sent]) -> None:
    """Adds files with their brothers, as far as they have room, within another transaction."""
    whole = [one for sent in files for one in await attachments.with_brothers(connection, sent)]
    await add(connection, article_id, whole)


async def add(connection: AsyncConnection, article_id: int, files: Iterable[Sent]) -> None:
    """Adds those that are new, within another transaction."""
    before = (await of(connection, [article_id])).get(article_id, ())
    had = {(one.chat_id, one.message_id) for one in before}
    new = {(one.chat_id, one.message_id): one for one in files}
    room = [one for origin, one in new.items() if origin not in had]
    first = max((one.place for one in before), default=0) + 1
    for place, one in enumerate(attachments.fitting(before, room)[0], start=first):
        facts = one.model_dump(include=set(Sent.model_fields))
        values = facts | {"article_id": article_id, "place": place}
        await connection.execute(insert(table).values(values))


async def take_off(connection: AsyncConnection, article_id: int) -> None:
    """All of them go, within another transaction."""
    await connection.execute(delete(table).where(table.c.article_id == article_id))


async def of(connection: AsyncConnection, ids: Iterable[int]) -> dict[int, tuple[Attachment, ...]]:
    """By article, in their order; an album's by their messages."""
    rows = select(table).where(table.c.article_id.in_(tuple(ids)))
    order = table.c.article_id, table.c.place
    every: dict[int, list[Attachment]] = {}
    for row in await connection.execute(rows.order_by(*order)):
        every.setdefault(row.article_id, []).append(Attachment.model_validate(row))
    return {article_id: attachments.in_order(files) for article_id, files in every.items()}
