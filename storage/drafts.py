"""Drafts of notices: composed, changed by whoever of the staff presses, and decided once."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Update, and_, case, delete, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import attachments, deadlines, deliveries, jobs, weights
from storage.attachments import Attachment, Sent
from storage.audiences import ALL, Audience
from storage.chats import Chat
from storage.database import query, transaction
from storage.notices import CARD, DIFFICULT, DISCARDED, DRAFT, HELD, OPEN, PREVIEW, Notice, one
from storage.organisations import Organisation
from storage.tables import (
    asked,
    chats,
    deliveries as owed,
    liaisons,
    notices as table,
    organisations,
    people,
)
from storage.values import Value

GONE = "notices.gone"
"""The job that ends the time in which a notice can be taken back."""
QUESTION = "notices.question"
"""The delivery that asks staff for something about a draft, to be answered by a reply."""


class Proposal(Value):
    """A notice before it is sent: whom it will ask, and the groups it can go to."""

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
    is_held: bool
    """True: it was sent a moment ago, and nothing of it has left yet."""
    attachments: tuple[Attachment, ...] = ()


class Decision(Value):
    """What pressing Send or Cancel came to; `notice` is as it stands after it."""

    notice: Notice | None
    is_made: bool
    """False: nothing was done, because somebody was faster or the group is not joined."""


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
    form: str = DIFFICULT,
    panel: str = "",
    files: Iterable[Sent] = (),
) -> int:
    """Keeps a draft and owes its preview to the chat where it was composed; returns its id.

    With a panel that asks for something, the question is owed too.
    """
    kept = insert(table).values(text=text, author_id=author_id, state=DRAFT)
    kept = kept.values(chat_id=group_id, created_at=now, form=form, panel=panel)
    notice_id: int = (await connection.execute(kept.returning(table.c.id))).scalar_one()
    await attachments.attach(connection, notice_id, files)
    await deliveries.owe(connection, PREVIEW, notice_id, preview_to, now, reply_to=reply_to)
    if panel:
        await deliveries.owe(connection, QUESTION, notice_id, preview_to, now)
    return notice_id


class Asking(NamedTuple):
    """Where and when a question about a draft is owed, if the panel that opens `asks` one."""

    chat_id: int
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
    notice = await one(connection, and_(table.c.id == notice_id, table.c.state == DRAFT))
    if notice is None:
        return None
    values = changed(notice)
    if values:
        await connection.execute(update(table).where(table.c.id == notice_id).values(values))
    await attachments.attach(connection, notice_id, files)
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    if "panel" in values:
        await deliveries.owe_edit(connection, QUESTION, notice_id)
    if ask is not None and ask.asks(values.get("panel", "")):
        await deliveries.owe(connection, QUESTION, notice_id, ask.chat_id, ask.due_at)
    return notice.model_copy(update=values)


@transaction
async def send(  # noqa: PLR0913, PLR0917 - what, where, by whom, when
    connection: AsyncConnection,
    notice_id: int,
    chat_id: int,
    person_id: int,
    now: datetime,
    hold: timedelta = timedelta(0),
) -> Decision:
    """Opens a draft under the next number, asks its audience, owes the card to the group.

    For as long as `hold` the card waits, and `undo` makes it a draft again.
    """
    joined = select(chats.c.id).where(chats.c.id == chat_id, chats.c.is_joined).exists()
    next_number = select(func.coalesce(func.max(table.c.number), 0) + 1).scalar_subquery()
    opened = _undecided(notice_id).where(joined)
    opened = opened.values(state=OPEN, number=next_number, chat_id=chat_id)
    opened = opened.values(panel=HELD if hold else "")
    opened = opened.values(decided_by=person_id, decided_at=now)
    is_made = (await connection.execute(opened)).rowcount == 1
    if is_made:
        await _open(connection, notice_id, chat_id, now, hold)
    return await _decided(connection, notice_id, is_made=is_made)


@transaction
async def undo(connection: AsyncConnection, notice_id: int, now: datetime) -> Decision:
    """Takes a sent notice back as long as nothing of it has left; else it stays.

    One that was composed in private can go to any group again.
    """
    shows = and_(owed.c.kind == CARD, owed.c.subject_id == notice_id)
    is_open = and_(table.c.id == notice_id, table.c.state == OPEN)
    back = update(table).where(is_open).values(state=DRAFT, number=None, panel="")
    back = back.values(decided_by=None, decided_at=None)
    in_group = and_(owed.c.kind == PREVIEW, owed.c.subject_id == notice_id)
    in_group = and_(in_group, owed.c.chat_id == chats.c.id)
    back = back.values(chat_id=case((select(owed.c.id).where(in_group).exists(), table.c.chat_id)))
    is_made = await _is_held(connection, notice_id, now)
    if is_made:
        is_made = (await connection.execute(back)).rowcount == 1
    if is_made:
        await connection.execute(delete(owed).where(shows))
        await connection.execute(delete(asked).where(asked.c.notice_id == notice_id))
        await deadlines.call_off(connection, notice_id)
        await jobs.cancel(connection, GONE, notice_id)
        await attachments.take_back(connection, notice_id)
        await weights.take_copies_back(connection, notice_id)
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
    if notice is None:
        return None
    composed_in = select(table.c.chat_id).where(table.c.id == notice_id).scalar_subquery()
    in_order = select(organisations).order_by(organisations.c.position)
    fits = and_(chats.c.is_joined, or_(composed_in.is_(None), chats.c.id == composed_in))
    groups = select(chats).where(fits).order_by(chats.c.title)
    served = select(liaisons.c.organisation_id).distinct()
    reached = served.join(people, people.c.id == liaisons.c.person_id).where(people.c.is_reachable)
    to_ask = await connection.execute(in_order.where(notice.whom.asks))
    register = await connection.execute(in_order.where(Audience(kind=ALL).asks))
    return Proposal(
        notice=notice,
        organisations=Organisation.each(to_ask),
        askable=Organisation.each(register),
        served=frozenset((await connection.execute(served)).scalars()),
        reached=frozenset((await connection.execute(reached)).scalars()),
        groups=Chat.each(await connection.execute(groups)),
        attachments=await attachments.found(connection, notice_id),
        is_held=notice.panel == HELD,
    )


async def _is_held(connection: AsyncConnection, notice_id: int, now: datetime) -> bool:
    """True while nothing that the notice owes has left, or is due."""
    shows = and_(owed.c.kind == CARD, owed.c.subject_id == notice_id)
    waits = and_(owed.c.state == "pending", owed.c.due_at > now)
    found = select(func.count(), func.sum(case((waits, 1), else_=0))).where(shows)
    cards, waiting = (await connection.execute(found)).one()
    return bool(cards) and cards == waiting


async def _open(
    connection: AsyncConnection, notice_id: int, chat_id: int, now: datetime, hold: timedelta
) -> None:
    notice = await one(connection, table.c.id == notice_id)
    assert notice is not None  # noqa: S101 - this transaction has just opened it
    to_ask = select(literal(notice_id), organisations.c.id).where(notice.whom.asks)
    await connection.execute(insert(asked).from_select(list(asked.c), to_ask))
    await attachments.owe(connection, notice_id, chat_id, now + hold)
    await deliveries.owe(connection, CARD, notice_id, chat_id, now + hold, wants_pin=True)
    await deadlines.plan(connection, notice, now)
    await weights.give_copies(connection, notice, now + hold)
    if hold:
        await jobs.schedule(connection, GONE, notice_id, now + hold)


@transaction
async def gone(connection: AsyncConnection, notice_id: int) -> None:
    """The time for second thoughts is over: its preview says so."""
    held = and_(table.c.id == notice_id, table.c.panel == HELD)
    await connection.execute(update(table).where(held).values(panel=""))
    await deliveries.owe_edit(connection, PREVIEW, notice_id)


def _undecided(notice_id: int) -> Update:
    """Only a draft is still to be decided, so the first who presses decides."""
    return update(table).where(table.c.id == notice_id, table.c.state == DRAFT)


async def _decided(connection: AsyncConnection, notice_id: int, *, is_made: bool) -> Decision:
    """A draft that could not be sent has buttons that are out of date: its preview is renewed."""
    notice = await one(connection, table.c.id == notice_id)
    if is_made or (notice is not None and notice.state == DRAFT):
        await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return Decision(notice=notice, is_made=is_made)
