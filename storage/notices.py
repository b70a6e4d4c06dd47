"""Notices: composed as drafts, decided once, then open for answers.

States: `draft`, `open` (it has a number), `discarded`. A draft's chat is the group in which it was
composed, None for a private chat; an open notice's chat is the group in which its card is.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Update,
    and_,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.chats import Chat
from storage.database import query, transaction
from storage.organisations import Organisation
from storage.tables import answers, asked, chats, notices as table, organisations, people, reads
from storage.values import Value

DRAFT, OPEN, DISCARDED = "draft", "open", "discarded"
PREVIEW, CARD = "notices.preview", "notices.card"
"""The deliveries that show a notice: to staff before it is sent, and in the group."""
RECEIVED, DIFFICULTY = "received", "difficulty"
"""The answers; a difficulty wants a reason."""


class Notice(Value):
    """A notice with the names of its people and how far it is answered."""

    id: int
    number: int | None
    text: str
    state: str
    author: str
    created_at: datetime
    decider: str | None
    """Who sent or discarded it."""
    decided_at: datetime | None
    asked: int
    """Organisations; `answered` counts those with difficulties too."""
    answered: int
    difficulties: int
    reads: int
    """People who read it and answer for no organisation that is asked."""


class Proposal(Value):
    """A notice before it is sent: whom it will ask, and the groups it can go to."""

    notice: Notice
    organisations: tuple[Organisation, ...]
    groups: tuple[Chat, ...]


class Decision(Value):
    """What pressing Send or Cancel came to; `notice` is as it stands after it."""

    notice: Notice | None
    is_made: bool
    """False: nothing was done, because somebody was faster or the group is not joined."""


class Listing(Value):
    """A page of the sent notices: `number` of `count`, from 1."""

    notices: tuple[Notice, ...]
    number: int
    count: int


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
) -> int:
    """Keeps a draft and owes its preview to the chat where it was composed; returns its id."""
    kept = insert(table).values(text=text, author_id=author_id, state=DRAFT)
    kept = kept.values(chat_id=group_id, created_at=now)
    notice_id: int = (await connection.execute(kept.returning(table.c.id))).scalar_one()
    await deliveries.owe(connection, PREVIEW, notice_id, preview_to, now, reply_to=reply_to)
    return notice_id


@transaction
async def send(
    connection: AsyncConnection, notice_id: int, chat_id: int, person_id: int, now: datetime
) -> Decision:
    """Opens a draft under the next number, asks the organisations, owes the card to the group."""
    joined = select(chats.c.id).where(chats.c.id == chat_id, chats.c.is_joined).exists()
    next_number = select(func.coalesce(func.max(table.c.number), 0) + 1).scalar_subquery()
    opened = _undecided(notice_id).where(joined)
    opened = opened.values(state=OPEN, number=next_number, chat_id=chat_id)
    opened = opened.values(decided_by=person_id, decided_at=now)
    is_made = (await connection.execute(opened)).rowcount == 1
    if is_made:
        to_ask = select(literal(notice_id), organisations.c.id).where(_IS_ASKED)
        await connection.execute(insert(asked).from_select(list(asked.c), to_ask))
        await deliveries.owe(connection, CARD, notice_id, chat_id, now, wants_pin=True)
    return await _decided(connection, notice_id, is_made=is_made)


@transaction
async def discard(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Decision:
    """Gives a draft up."""
    given_up = _undecided(notice_id)
    given_up = given_up.values(state=DISCARDED, decided_by=person_id, decided_at=now)
    is_made = (await connection.execute(given_up)).rowcount == 1
    return await _decided(connection, notice_id, is_made=is_made)


@query
async def proposal(connection: AsyncConnection, notice_id: int) -> Proposal | None:
    """What its preview shows; None for an unknown notice."""
    notice = await one(connection, table.c.id == notice_id)
    composed_in = select(table.c.chat_id).where(table.c.id == notice_id).scalar_subquery()
    to_ask = select(organisations).where(_IS_ASKED).order_by(organisations.c.position)
    fits = and_(chats.c.is_joined, or_(composed_in.is_(None), chats.c.id == composed_in))
    groups = select(chats).where(fits).order_by(chats.c.title)
    if notice is None:
        return None
    return Proposal(
        notice=notice,
        organisations=Organisation.each(await connection.execute(to_ask)),
        groups=Chat.each(await connection.execute(groups)),
    )


@query
async def listed(connection: AsyncConnection, number: int, size: int) -> Listing:
    """The sent notices, newest first: the page with this number, or the nearest that there is."""
    sent = table.c.number.is_not(None)
    total = (await connection.execute(select(func.count()).where(sent))).scalar_one()
    count = max(1, -(-total // size))
    number = min(max(number, 1), count)
    newest = _notices().where(sent).order_by(table.c.number.desc())
    rows = await connection.execute(newest.limit(size).offset((number - 1) * size))
    return Listing(notices=Notice.each(rows), number=number, count=count)


@query
async def open_ones(connection: AsyncConnection, most: int) -> tuple[Notice, ...]:
    """The newest notices that take answers, at most so many."""
    newest = _notices().where(table.c.state == OPEN).order_by(table.c.number.desc()).limit(most)
    return Notice.each(await connection.execute(newest))


@query
async def number_of(connection: AsyncConnection, notice_id: int) -> int | None:
    """The number by which people know the notice; None for a draft, or for none."""
    number = select(table.c.number).where(table.c.id == notice_id)
    return (await connection.execute(number)).scalar_one_or_none()


async def one(connection: AsyncConnection, which: ColumnElement[bool]) -> Notice | None:
    """The notice that a condition on the table names, within another query."""
    return Notice.of((await connection.execute(_notices().where(which))).one_or_none())


_IS_ASKED = organisations.c.category != "street"
"""The street office asks; it does not answer itself."""


def _undecided(notice_id: int) -> Update:
    """Only a draft is still to be decided, so the first who presses decides."""
    return update(table).where(table.c.id == notice_id, table.c.state == DRAFT)


async def _decided(connection: AsyncConnection, notice_id: int, *, is_made: bool) -> Decision:
    """A draft that could not be sent has buttons that are out of date: its preview is renewed."""
    notice = await one(connection, table.c.id == notice_id)
    if is_made or (notice is not None and notice.state == DRAFT):
        await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return Decision(notice=notice, is_made=is_made)


def _notices() -> Select[Any]:
    author, decider = people.alias("author"), people.alias("decider")
    return select(
        table,
        author.c.name.label("author"),
        decider.c.name.label("decider"),
        _count(asked.c.notice_id == table.c.id).label("asked"),
        _count(answers.c.notice_id == table.c.id).label("answered"),
        _count(answers.c.notice_id == table.c.id, answers.c.answer == DIFFICULTY).label(
            "difficulties"
        ),
        _count(reads.c.notice_id == table.c.id).label("reads"),
    ).select_from(
        table.join(author, author.c.id == table.c.author_id).outerjoin(
            decider, decider.c.id == table.c.decided_by
        )
    )


def _count(*which: ColumnElement[bool]) -> ScalarSelect[int]:
    """Counted by the primary key: an alliance has dozens of organisations, not thousands."""
    return select(func.count()).where(*which).correlate(table).scalar_subquery()
