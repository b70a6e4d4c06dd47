"""Drafts of notices: composed, and changed by whoever of the staff presses."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, deliveries, destinations, jobs, patterns, revisions, rosters
from storage.attachments import Attachment, Sent
from storage.audiences import ALL, Audience
from storage.chats import Chat
from storage.database import query, transaction
from storage.destinations import Destination
from storage.notices import DRAFT, GONE, PREVIEW, Notice, one
from storage.organisations import Organisation
from storage.patterns import Schedule
from storage.rosters import Roster
from storage.tables import liaisons, notices as table, organisations, people, topics
from storage.topics import Topic
from storage.values import Value


class Proposal(Value):
    """A notice before it is sent: whom it will ask, and where it can go."""

    notice: Notice
    organisations: tuple[Organisation, ...]
    """Those that will be asked."""
    askable: tuple[Organisation, ...]
    """All that can be asked."""
    served: frozenset[int]
    """The ids of organisations that have a liaison."""
    reached: frozenset[int]
    """The ids of those with a liaison to whom the bot can write in private."""
    groups: tuple[Chat, ...]
    """Those it can go to."""
    leaves_at: datetime | None = None
    """It was sent, and nothing of it leaves before that; None: it is not sent, or has left."""
    attachments: tuple[Attachment, ...] = ()
    recipients: int = 0
    """People who get it if it goes to private chats."""
    topics: tuple[Topic, ...] = ()
    """The open ones of these groups."""
    schedule: Schedule | None = None
    """When it goes out by itself; None: when it is sent."""
    destinations: tuple[Destination, ...] = ()
    """Those that staff chose."""
    rosters: tuple[Roster, ...] = ()
    """The lists of whom to ask that staff keep, the newest first."""


@transaction
async def draft(  # noqa: PLR0913 - a row of columns, and where its preview goes
    connection: AsyncConnection,
    text: str,
    author_id: int,
    now: datetime,
    *,
    group_id: int | None,
    preview_to: int,
    reply_to: int | None,
    topic_id: int | None = None,
    files: Iterable[Sent] = (),
    choices: Mapping[str, object] | None = None,
) -> int:
    """Keeps a draft with these choices and owes its preview where it was composed; gives its id.

    Composed in a topic, it is meant for that topic. With a panel that asks for something, the
    question is owed too.
    """
    choices = choices or {}
    kept = insert(table).values(text=text, author_id=author_id, state=DRAFT)
    kept = kept.values(chat_id=group_id, created_at=now, **choices)
    notice_id: int = (await connection.execute(kept.returning(table.c.id))).scalar_one()
    await attachments.attach(connection, notice_id, files)
    if group_id is not None and topic_id is not None:
        await destinations.add(connection, notice_id, group_id, topic_id)
    where = notice_id, preview_to, now
    await deliveries.owe(connection, PREVIEW, *where, topic_id=topic_id, reply_to=reply_to)
    if panel := str(choices.get("panel", "")):
        question = revisions.question_of(panel)
        await deliveries.owe(connection, question, *where, topic_id=topic_id)
    return notice_id


class Asking(NamedTuple):
    """Where and when a question about a draft is owed, if the panel that opens `asks` one."""

    chat_id: int
    topic_id: int | None
    due_at: datetime
    asks: Callable[[str], bool]


@transaction
async def revise(
    connection: AsyncConnection,
    notice_id: int,
    changed: Callable[[Notice], dict[str, Any]],
    *,
    ask: Asking | None = None,
    files: Iterable[Sent] = (),
) -> Notice | None:
    """Changes columns and files of a draft and owes its preview anew; None: it is none any more."""
    notice = await revisions.draft_of(connection, notice_id)
    if notice is None:
        return None
    values = changed(notice)
    await attachments.attach(connection, notice_id, files)
    await revisions.change(connection, notice, values)
    opened = values.get("panel", "")
    is_new = opened.partition(":")[0] != notice.panel.partition(":")[0]
    if ask is not None and is_new and ask.asks(opened):
        where = notice_id, ask.chat_id, ask.due_at
        question = revisions.question_of(opened)
        await deliveries.owe(connection, question, *where, topic_id=ask.topic_id)
    return notice.model_copy(update=values)


@query
async def proposal(connection: AsyncConnection, notice_id: int) -> Proposal | None:
    """What its preview shows; None for an unknown notice."""
    notice = await one(connection, table.c.id == notice_id)
    if notice is None:
        return None
    in_order = select(organisations).order_by(organisations.c.position)
    served = select(liaisons.c.organisation_id).distinct()
    reached = served.join(people, people.c.id == liaisons.c.person_id).where(people.c.is_reachable)
    to_ask = await connection.execute(in_order.where(notice.whom.asks))
    register = await connection.execute(in_order.where(Audience(kind=ALL).asks))
    groups = await destinations.offered(connection, notice_id)
    return Proposal(
        notice=notice,
        organisations=Organisation.each(to_ask),
        askable=Organisation.each(register),
        served=frozenset((await connection.execute(served)).scalars()),
        reached=frozenset((await connection.execute(reached)).scalars()),
        attachments=await attachments.found(connection, notice_id),
        recipients=await recipients(connection, notice),
        groups=groups,
        topics=await _topics(connection, groups),
        destinations=await destinations.of(connection, notice_id),
        schedule=await patterns.schedule_of(connection, notice_id),
        rosters=await rosters.every(connection),
        leaves_at=await jobs.waiting_for(connection, GONE, notice_id) if notice.is_held else None,
    )


async def _topics(connection: AsyncConnection, groups: tuple[Chat, ...]) -> tuple[Topic, ...]:
    there = topics.c.chat_id.in_([group.id for group in groups])
    found = select(topics).where(there, topics.c.is_open).order_by(topics.c.name)
    return Topic.each(await connection.execute(found))


async def recipients(connection: AsyncConnection, notice: Notice) -> int:
    """How many people get it in private, within another query or transaction.

    Of what asks everybody all to whom the bot can write; else liaisons, or deputies in their place.
    """
    if notice.asks_people:
        reached = select(func.count()).where(people.c.is_reachable)
        return (await connection.execute(reached)).scalar_one()
    served = (
        select(liaisons.c.organisation_id, liaisons.c.person_id, liaisons.c.is_deputy)
        .join(organisations, organisations.c.id == liaisons.c.organisation_id)
        .join(people, people.c.id == liaisons.c.person_id)
        .where(notice.whom.asks, people.c.is_reachable)
    )
    rows = (await connection.execute(served)).all()
    first = {row.organisation_id for row in rows if not row.is_deputy}
    called = (row for row in rows if not row.is_deputy or row.organisation_id not in first)
    return len({row.person_id for row in called})
