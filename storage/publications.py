"""Articles are published, withdrawn and read; groups get them, in the topic of their column."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import and_, insert, update
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import articles, column_topics, deliveries, people
from storage.article_files import CARD
from storage.articles import (
    DISCARDED,
    DOCUMENTS,
    DRAFT,
    PICTURES,
    POST,
    PUBLISHED,
    WITHDRAWN,
    Article,
    Writer,
)
from storage.database import transaction
from storage.hitches import NO_TOPIC, Hindrance
from storage.tables import article_openings, articles as table, deliveries as owed

HITCH = "columns.hitch"
"""The delivery that tells staff what Telegram did not let the bot do."""


@transaction
async def publish(
    connection: AsyncConnection, article_id: int, writer: Writer, due_at: datetime
) -> bool:
    """Everybody can read it, and its group gets it at the moment; False: that was so before."""
    ready = and_(
        *(table.c.id == article_id, table.c.state == DRAFT),
        *(table.c.column_id.is_not(None), table.c.title != ""),
    )
    marks = {"state": PUBLISHED, "published_by": writer.person_id, "published_at": writer.now}
    gone = update(table).where(ready).values(marks | {"panel": ""})
    if (await connection.execute(gone)).rowcount == 0:
        return False
    article = await articles.found(connection, article_id)
    if article is not None and article.chat_id is not None:
        await _post(connection, article, article.chat_id, due_at)
    await deliveries.owe_edit(connection, CARD, article_id)
    return True


@transaction
async def put(connection: AsyncConnection, told: Mapping[str, object], writer: Writer) -> int:
    """An article that was written elsewhere is in its column; nobody is told. Gives its id."""
    by, now = writer.person_id, writer.now
    marks = {"author_id": by, "written_at": now, "published_by": by, "published_at": now}
    made = insert(table).values({**told, **marks, "state": PUBLISHED}).returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


@transaction
async def withdraw(connection: AsyncConnection, article_id: int, writer: Writer) -> bool:
    """Nobody can read it, and it goes from its group; False: it was not to be read."""
    marks = {"withdrawn_by": writer.person_id, "withdrawn_at": writer.now}
    return await _turn(connection, article_id, (PUBLISHED, WITHDRAWN), writer, marks)


@transaction
async def restore(connection: AsyncConnection, article_id: int, writer: Writer) -> bool:
    """Everybody can read it again; it is not posted again. False: it was not withdrawn."""
    marks = {"withdrawn_by": None, "withdrawn_at": None}
    return await _turn(connection, article_id, (WITHDRAWN, PUBLISHED), writer, marks)


@transaction
async def discard(connection: AsyncConnection, article_id: int) -> bool:
    """A draft goes; False: it is none any more."""
    this = and_(table.c.id == article_id, table.c.state == DRAFT)
    gone = update(table).where(this).values(state=DISCARDED, panel="")
    is_made = (await connection.execute(gone)).rowcount == 1
    await deliveries.owe_edit(connection, CARD, article_id)
    return is_made


@transaction
async def opened(connection: AsyncConnection, article_id: int) -> None:
    """It was opened once more; by whom is written down nowhere."""
    made = insert_new(article_openings).values(article_id=article_id, count=1)
    more = {"count": article_openings.c.count + 1}
    again = made.on_conflict_do_update(index_elements=["article_id"], set_=more)
    await connection.execute(again)


@transaction
async def hinder(
    connection: AsyncConnection, article_id: int, what: Hindrance, now: datetime
) -> None:
    """It could not go where it should: staff are told once, however much was to go there."""
    changed = and_(table.c.id == article_id, table.c.trouble != what.why)
    noted = update(table).where(changed).values(trouble=what.why).returning(table.c.published_by)
    found = (await connection.execute(noted)).one_or_none()
    await deliveries.owe_edit(connection, CARD, article_id)
    if what.why == NO_TOPIC:
        await _leave_topic(connection, what)
    if found is None:
        return
    for person_id in await people.staff_to_tell(connection, found.published_by):
        await deliveries.owe(connection, HITCH, article_id, person_id, now)


async def _turn(
    connection: AsyncConnection,
    article_id: int,
    states: tuple[str, str],
    writer: Writer,
    marks: Mapping[str, object],
) -> bool:
    old, new = states
    this = and_(table.c.id == article_id, table.c.state == old)
    turned = update(table).where(this).values({**marks, "state": new, "panel": ""})
    is_made = (await connection.execute(turned)).rowcount == 1
    if is_made:
        await articles.note(connection, article_id, ("state", old, new), writer)
        await articles.show_all(connection, article_id)
    return is_made


async def _post(
    connection: AsyncConnection, article: Article, chat_id: int, due_at: datetime
) -> None:
    """Of what is due in a chat at one moment, that goes first which was owed first."""
    topic_id = await column_topics.topic_for(connection, article.column_id or 0, chat_id)
    wanted = {one.kind == "document" for one in article.files}
    kinds = [kind for kind, has in ((PICTURES, False), (DOCUMENTS, True)) if has in wanted]
    for kind in (*kinds, POST):
        await deliveries.owe(connection, kind, article.id, chat_id, due_at, topic_id=topic_id)


async def _leave_topic(connection: AsyncConnection, what: Hindrance) -> None:
    """What waits for a topic that is gone goes to the general part, so nothing is said twice."""
    waits = and_(
        *(owed.c.chat_id == what.chat_id, owed.c.topic_id == what.topic_id),
        *(owed.c.state == "pending", owed.c.kind.in_((POST, PICTURES, DOCUMENTS))),
    )
    await connection.execute(update(owed).where(waits).values(topic_id=None))
