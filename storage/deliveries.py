"""What is owed to people, as rows: the outbox sends and edits them.

An intent, not a text: "notices.card 12 to chat 7", rendered when it is sent. States: `pending`,
`paused` (waits for staff), `sending`, `sent` (with its message id), `failed` (surely not sent),
`unknown` (perhaps sent),
`dropped` (there was nothing to show any more, or staff let it go).
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    Update,
    and_,
    bindparam,
    func,
    insert,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, touch
from storage.tables import deliveries as table, parts
from storage.tables.columns import Instant
from storage.values import Value

TOPIC = table.name
"""By its table: so `storage.doubts` can touch it too."""
FARTHEST = timedelta(minutes=10)
"""An edit and a retry wait for minutes at most."""

ALIVE = ("pending", "sending", "sent", "unknown")
"""It is there, or is to be."""
_WAITS = table.c.waits == 1


class Delivery(Value):
    """One message that was owed, and what became of it."""

    id: int
    kind: str
    subject_id: int
    chat_id: int
    topic_id: int | None
    """Of a forum; None: the group's general part."""
    language: str | None
    reply_to: int | None
    state: str
    message_id: int | None
    due_at: datetime
    fault: str | None
    tries: int
    wants_pin: bool
    edit_owed: bool
    revision: int
    """How often an edit was owed: one that is done settles only what was owed before it began."""


async def owe(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    kind: str,
    subject_id: int,
    chat_id: int,
    due_at: datetime,
    *,
    topic_id: int | None = None,
    language: str | None = None,
    reply_to: int | None = None,
    wants_pin: bool = False,
) -> int:
    """Owes a message, within the transaction that gives the reason; returns the delivery's id.

    Without a language it is the chat's own when it is sent.
    """
    values = {
        "kind": kind,
        "subject_id": subject_id,
        "chat_id": chat_id,
        "due_at": due_at,
        "topic_id": topic_id,
        "language": language,
        "reply_to": reply_to,
        "wants_pin": wants_pin,
    }
    touch(connection, TOPIC)
    made = insert(table).values(values).returning(table.c.id)
    delivery_id: int = (await connection.execute(made)).scalar_one()
    return delivery_id


async def owe_edit(connection: AsyncConnection, kind: str, subject_id: int) -> None:
    """Owes an edit to the messages that show this subject; many owed edits are one."""
    touch(connection, TOPIC)
    await connection.execute(_shown(), {"what": kind, "whose": subject_id})


async def owe_edits(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """The same to all that a condition names, however many, in one statement."""
    touch(connection, TOPIC)
    await connection.execute(_owing(which))


@cache
def _shown() -> Update:
    """Made once: whoever answers asks for it."""
    return _owing(and_(table.c.kind == bindparam("what"), table.c.subject_id == bindparam("whose")))


def _owing(which: ColumnElement[bool]) -> Update:
    owed = update(table).where(which, table.c.state.in_(ALIVE))
    return owed.values(edit_owed=True, revision=table.c.revision + 1)


async def postpone(
    connection: AsyncConnection, kind: str, subject_id: int, due_at: datetime
) -> None:
    """Moves what is not sent yet to a later moment."""
    shows = and_(table.c.kind == kind, table.c.subject_id == subject_id)
    waits = table.c.state == "pending"
    touch(connection, TOPIC)
    await connection.execute(update(table).where(shows, waits).values(due_at=due_at))


async def was_owed(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    kind: str,
    subject_id: int,
    chat_id: int,
    topic_id: int | None,
    states: Collection[str] = ALIVE,
) -> bool:
    """True when such a message is there or on its way, within another transaction."""
    here = and_(
        *(table.c.kind == kind, table.c.subject_id == subject_id, table.c.chat_id == chat_id),
        table.c.topic_id.is_not_distinct_from(topic_id),
    )
    found = select(table.c.id).where(here, table.c.state.in_(states)).limit(1)
    return (await connection.execute(found)).first() is not None


@query
async def shown_by(connection: AsyncConnection, chat_id: int, message_id: int) -> Delivery | None:
    """The delivery that a message of the bot's came from, as one of an album perhaps."""
    is_it = and_(table.c.chat_id == chat_id, table.c.message_id == message_id)
    of_album = select(parts.c.delivery_id).where(parts.c.message_id == message_id)
    either = union_all(select(table.c.id).where(is_it), of_album)
    found = Delivery.each(await connection.execute(select(table).where(table.c.id.in_(either))))
    return next((one for one in found if one.chat_id == chat_id), None)


@query
async def messages_of(connection: AsyncConnection, delivery_id: int) -> tuple[int, ...]:
    """The messages that it is in its chat; several when it is an album."""
    first = select(table.c.message_id).where(table.c.id == delivery_id)
    others = select(parts.c.message_id).where(parts.c.delivery_id == delivery_id)
    found = (await connection.execute(union_all(first, others))).scalars()
    return tuple(one for one in found if one is not None)


@query
async def showing(connection: AsyncConnection, kind: str, subject_id: int) -> tuple[Delivery, ...]:
    """Every delivery of this kind for this subject, oldest first."""
    shows = and_(table.c.kind == kind, table.c.subject_id == subject_id)
    rows = await connection.execute(select(table).where(shows).order_by(table.c.id))
    return Delivery.each(rows)


NOW = bindparam("now", type_=Instant)
BEYOND = bindparam("beyond", type_=Instant)


def is_due(
    now: datetime | BindParameter[datetime], beyond: datetime | BindParameter[datetime]
) -> ColumnElement[bool]:
    """An edit or a retry is never so far ahead: if it is, the clock was set back meanwhile."""
    is_again = or_(table.c.state == "sent", table.c.tries > 0)
    is_beyond = and_(is_again, table.c.due_at > beyond)
    return and_(_WAITS, or_(table.c.due_at <= now, is_beyond))


class Lane(NamedTuple):
    """Kinds that are taken in hand together, at most so many chats of them."""

    kinds: Collection[str]
    most: int


class Look(NamedTuple):
    """What is due in each lane, and when something becomes due next; None: nothing does."""

    due: tuple[tuple[Delivery, ...], ...]
    next_at: datetime | None


@query
async def look(
    connection: AsyncConnection, now: datetime, lanes: Sequence[Lane], but_chats: Collection[int]
) -> Look:
    """The first that is due of each chat but these, lane by lane."""
    at = {"now": now, "beyond": now + FARTHEST}
    is_any, next_at = (await connection.execute(_outlook(), at)).one()
    due = [await _due(connection, at, lane, but_chats) if is_any else () for lane in lanes]
    return Look(tuple(due), next_at)


@cache
def _outlook() -> Select[bool, datetime | None]:
    """Whether anything is due, and when something is next; asked after each commit."""
    some = select(table.c.id).where(is_due(NOW, BEYOND)).limit(1)
    later = select(table.c.due_at).where(_WAITS, table.c.due_at > NOW)
    nearest = later.order_by(table.c.due_at).limit(1).scalar_subquery()
    return select(some.exists(), nearest)


async def _due(
    connection: AsyncConnection,
    at: dict[str, datetime],
    lane: Lane,
    but_chats: Collection[int],
) -> tuple[Delivery, ...]:
    among = {"kinds": list(lane.kinds), "but_chats": list(but_chats), "most": lane.most}
    return Delivery.each(await connection.execute(_first_of_each_chat(), {**at, **among}))


@cache
def _first_of_each_chat() -> Select[Any]:
    kinds = table.c.kind.in_(bindparam("kinds", expanding=True))
    among = and_(kinds, table.c.chat_id.not_in(bindparam("but_chats", expanding=True)))
    order = (table.c.due_at, table.c.id)
    turn = func.row_number().over(partition_by=table.c.chat_id, order_by=order).label("turn")
    turns = select(table, turn).where(is_due(NOW, BEYOND), among).subquery()
    first = select(turns).where(turns.c.turn == 1).order_by(turns.c.due_at, turns.c.id)
    return first.limit(bindparam("most", type_=Integer))


@query
async def unpinned(connection: AsyncConnection) -> tuple[Delivery, ...]:
    """What was sent and still wants its pin, oldest first."""
    wants = and_(table.c.state == "sent", table.c.wants_pin)
    rows = await connection.execute(select(table).where(wants).order_by(table.c.id))
    return Delivery.each(rows)
