"""Articles (文章): a draft from its first word, published into a column, corrected with history."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import article_files, deliveries
from storage.article_files import CARD
from storage.attachments import Attachment, Sent
from storage.database import query, transaction
from storage.tables import (
    article_openings,
    article_versions,
    articles as table,
    chats,
)
from storage.values import Value

POST, PICTURES, DOCUMENTS = "columns.post", "columns.pictures", "columns.documents"
"""The deliveries to a group: the words, and before them what goes along."""
DRAFT, PUBLISHED, WITHDRAWN, DISCARDED = "draft", "published", "withdrawn", "discarded"
TITLE, TEXT, CONTENT, FILES = "title", "body", "content", "files"
QUESTIONS = {one: f"columns.ask_{one}" for one in (TITLE, TEXT, CONTENT, FILES)}
"""The deliveries that ask for a reply; their subject is the article."""
KEPT = "title", "body", "column_id"
"""What of a published article leaves a version behind when it is corrected."""


class Writer(NamedTuple):
    """Who writes, in which chat, when."""

    person_id: int
    chat_id: int
    now: datetime


class Article(Value):
    """An article, whole."""

    id: int
    column_id: int | None
    title: str
    body: str
    state: str
    panel: str
    """Which choice the card shows to staff."""
    chat_id: int | None
    """The group it goes to; None: it goes to none."""
    author_id: int
    written_at: datetime
    published_at: datetime | None
    trouble: str
    """One of storage.hitches'; empty: all is well."""
    files: tuple[Attachment, ...] = ()
    group: str = ""
    """The group's title."""
    openings: int = 0
    corrected_at: datetime | None = None
    """When its words were changed last after it was published."""

    @property
    def is_public(self) -> bool:
        """True when everybody may read it."""
        return self.state == PUBLISHED


@transaction
async def draft(
    connection: AsyncConnection,
    told: Mapping[str, object],
    files: Iterable[Sent],
    writer: Writer,
    asks: str = "",
) -> int:
    """Keeps a draft and owes its card, and one of the questions; gives its id."""
    values = {"author_id": writer.person_id, "written_at": writer.now, **told}
    made = insert(table).values(values).returning(table.c.id)
    article_id: int = (await connection.execute(made)).scalar_one()
    await article_files.attach(connection, article_id, files)
    await deliveries.owe(connection, CARD, article_id, writer.chat_id, writer.now)
    if asks:
        where = article_id, writer.chat_id, writer.now
        await deliveries.owe(connection, QUESTIONS[asks], *where)
    return article_id


@transaction
async def show(connection: AsyncConnection, article_id: int, chat_id: int, now: datetime) -> bool:
    """Owes its card to staff; False: there is none."""
    there = select(table.c.id).where(table.c.id == article_id, table.c.state != DISCARDED)
    if (await connection.execute(there)).first() is None:
        return False
    await deliveries.owe(connection, CARD, article_id, chat_id, now)
    return True


@transaction
async def ask(connection: AsyncConnection, asked: str, article_id: int, writer: Writer) -> None:
    """Owes a question that is answered by a reply."""
    where = article_id, writer.chat_id, writer.now
    await deliveries.owe(connection, QUESTIONS[asked], *where)


@transaction
async def revise(
    connection: AsyncConnection,
    article_id: int,
    values: Mapping[str, Any],
    writer: Writer,
    files: Iterable[Sent] | None = (),
) -> Article | None:
    """Changes an article and all that shows it; what is published leaves versions behind.

    No files at all (None): what went along goes. Gives None when it is not there, or was withdrawn.
    """
    before = await found(connection, article_id)
    if before is None or before.state not in {DRAFT, PUBLISHED}:
        return None
    if before.state == PUBLISHED:
        await _keep_versions(connection, before, values, writer)
    this = update(table).where(table.c.id == article_id)
    await connection.execute(this.values({"id": table.c.id} | dict(values)))
    if files is None:
        await article_files.take_off(connection, article_id)
    await article_files.attach(connection, article_id, files or ())
    after = await found(connection, article_id)
    if before.state == PUBLISHED and after is not None and len(after.files) != len(before.files):
        counts = str(len(before.files)), str(len(after.files))
        await note(connection, article_id, (FILES, *counts), writer)
    await show_all(connection, article_id)
    return after


@query
async def one(connection: AsyncConnection, article_id: int) -> Article | None:
    """The article with this id, whatever became of it."""
    return await found(connection, article_id)


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Article, ...]:
    """Those of the articles that everybody may read."""
    return await whole(connection, named().where(table.c.id.in_(ids), table.c.state == PUBLISHED))


def named() -> Select[Any]:
    """All articles with their group and how often they were opened; for `whole`."""
    changed = and_(
        article_versions.c.article_id == table.c.id, article_versions.c.field.in_((TITLE, TEXT))
    )
    last = select(func.max(article_versions.c.changed_at)).where(changed).scalar_subquery()
    group, openings = chats.c.title.label("group"), article_openings.c.count.label("openings")
    return (
        select(table, group, openings, last.label("corrected_at"))
        .outerjoin(chats, chats.c.id == table.c.chat_id)
        .outerjoin(article_openings, article_openings.c.article_id == table.c.id)
    )


async def whole(connection: AsyncConnection, which: Select[Any]) -> tuple[Article, ...]:
    """The articles that a statement names, each with what goes along."""
    rows = (await connection.execute(which)).all()
    files = await article_files.of(connection, [row.id for row in rows])
    return tuple(
        Article.model_validate(
            row._asdict()
            | {
                "group": row.group or "",
                "openings": row.openings or 0,
                "files": files.get(row.id, ()),
            }
        )
        for row in rows
    )


async def found(connection: AsyncConnection, article_id: int) -> Article | None:
    """The same as `one` within another query or transaction."""
    there = await whole(connection, named().where(table.c.id == article_id))
    return there[0] if there else None


async def _keep_versions(
    connection: AsyncConnection, before: Article, values: Mapping[str, Any], writer: Writer
) -> None:
    for field in KEPT:
        old, new = getattr(before, field), values.get(field, getattr(before, field))
        if old != new:
            await note(connection, before.id, (field, str(old or ""), str(new or "")), writer)


async def note(
    connection: AsyncConnection, article_id: int, change: tuple[str, str, str], writer: Writer
) -> None:
    """Keeps what was changed, by whom and when, within another transaction."""
    field, old, new = change
    values = {"article_id": article_id, "field": field, "old": old, "new": new}
    values |= {"person_id": writer.person_id, "changed_at": writer.now}
    await connection.execute(insert(article_versions).values(values))


async def show_all(connection: AsyncConnection, article_id: int) -> None:
    """Everything that shows it is brought up to date, within another transaction."""
    for kind in (CARD, POST, PICTURES, DOCUMENTS):
        await deliveries.owe_edit(connection, kind, article_id)
