"""A draft is decided, once: sent, and taken back for some seconds after; or given up."""

from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Update,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import (
    arrivals,
    attachments,
    broadcasts,
    deadlines,
    deliveries,
    destinations,
    drafts,
    hitches,
    jobs,
    private_copies,
    weights,
)
from storage.attachments import DOCUMENTS, PICTURES
from storage.database import touch, transaction
from storage.deadlines import Reminds, as_set
from storage.destinations import Destination
from storage.hitches import NO_GROUP, Hindrance
from storage.notices import CARD, DISCARDED, DRAFT, GONE, HELD, OPEN, PREVIEW, Notice, one
from storage.tables import (
    asked,
    deliveries as owed,
    notices as table,
    organisations,
)
from storage.values import Value

QUICK = f"{HELD}:quick"
"""Sent by the button of a group, which was not chosen before: Undo forgets it."""


class Decision(Value):
    """What pressing Send or Cancel came to; `notice` is as it stands after it."""

    notice: Notice | None
    is_made: bool
    """False: nothing was done, because somebody was faster or there is nowhere to send it."""
    places: int = 0
    """So many groups, or topics of them, it goes to."""


@transaction
async def send(  # noqa: PLR0913, PLR0917 - what, where, by whom, when
    connection: AsyncConnection,
    notice_id: int,
    chat_id: int | None,
    person_id: int,
    now: datetime,
    hold: timedelta = timedelta(0),
    reminds: Reminds = as_set,
) -> Decision:
    """Opens a draft under the next number, asks its audience, owes its cards and copies.

    It goes to the group that a button names, or (None) where staff chose; without a choice to the
    only group that there is. For as long as `hold` all of it waits, and `undo` makes it a draft
    again. Before its deadline it `reminds`.
    """
    notice = await one(connection, and_(table.c.id == notice_id, table.c.state == DRAFT))
    was_chosen = bool(await destinations.of(connection, notice_id))
    places = await goes_to(connection, notice, chat_id) if notice else ()
    joined = [place.chat_id for place in places if place.is_joined]
    if notice is None or not (joined or await _reaches(connection, notice, chat_id)):
        return await decided(connection, notice_id, is_made=False)
    opened = _undecided(notice_id).values(state=OPEN, number=next_number())
    opened = opened.values(chat_id=joined[0] if joined else None)
    opened = opened.values(panel=(HELD if was_chosen else QUICK) if hold else "")
    opened = opened.values(decided_by=person_id, decided_at=now)
    await connection.execute(opened)
    await open_up(connection, notice_id, now + hold, reminds)
    if hold:
        await jobs.schedule(connection, GONE, notice_id, now + hold)
    return await decided(connection, notice_id, is_made=True)


@transaction
async def undo(connection: AsyncConnection, notice_id: int, now: datetime) -> Decision:
    """Takes a sent notice back as long as nothing of it has left; else it stays.

    One that was composed in private can go to any group again.
    """
    quick = select(table.c.id).where(table.c.id == notice_id, table.c.panel == QUICK)
    was_quick = (await connection.execute(quick)).first() is not None
    is_open = and_(table.c.id == notice_id, table.c.state == OPEN)
    back = update(table).where(is_open).values(state=DRAFT, number=None, panel="")
    back = back.values(
        decided_by=None, decided_at=None, chat_id=destinations.composed_in(notice_id)
    )
    is_made = await _is_held(connection, notice_id, now)
    if is_made:
        is_made = (await connection.execute(back)).rowcount == 1
    if is_made:
        await connection.execute(delete(owed).where(_is_card(notice_id)))
        await connection.execute(delete(asked).where(asked.c.notice_id == notice_id))
        await deadlines.call_off(connection, notice_id)
        await jobs.cancel(connection, GONE, notice_id)
        await attachments.take_back(connection, notice_id)
        await hitches.forget(connection, notice_id)
        if was_quick:
            await destinations.forget(connection, notice_id)
        await weights.call_off(connection, notice_id)
        await private_copies.take_back(connection, notice_id)
    return await decided(connection, notice_id, is_made=is_made)


@transaction
async def hurry(
    connection: AsyncConnection, notice_id: int, now: datetime, reminds: Reminds = as_set
) -> Decision:
    """What waits for its moment goes out now; not made when it has left already."""
    if not await _is_held(connection, notice_id, now):
        return await decided(connection, notice_id, is_made=False)
    notice = await one(connection, table.c.id == notice_id)
    assert notice is not None  # noqa: S101 - something of it waits
    waits = and_(_is_of(notice_id), owed.c.state == "pending")
    touch(connection, deliveries.TOPIC)
    await connection.execute(update(owed).where(waits).values(due_at=now))
    await broadcasts.hurry(connection, notice_id, now)
    await deadlines.plan(connection, notice, now, reminds)
    await jobs.cancel(connection, GONE, notice_id)
    await jobs.schedule(connection, GONE, notice_id, now)
    return await decided(connection, notice_id, is_made=True)


@transaction
async def gone(connection: AsyncConnection, notice_id: int) -> None:
    """The time for second thoughts is over: its preview says so."""
    held = and_(table.c.id == notice_id, table.c.panel.startswith(HELD))
    await connection.execute(update(table).where(held).values(panel=""))
    await deliveries.owe_edit(connection, PREVIEW, notice_id)


@transaction
async def discard(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Decision:
    """Gives a draft up."""
    given_up = _undecided(notice_id)
    given_up = given_up.values(state=DISCARDED, decided_by=person_id, decided_at=now)
    is_made = (await connection.execute(given_up)).rowcount == 1
    return await decided(connection, notice_id, is_made=is_made)


async def goes_to(
    connection: AsyncConnection, notice: Notice, chat_id: int | None
) -> tuple[Destination, ...]:
    """Where it is sent; a group's button is out of date once staff chose something else."""
    chosen = await destinations.of(connection, notice.id)
    if chosen or notice.goes_private:
        is_current = chat_id is None or {chat_id} == {place.chat_id for place in chosen}
        return chosen if is_current else ()
    groups = [group.id for group in await destinations.offered(connection, notice.id)]
    only = groups[0] if len(groups) == 1 else None
    if (chat_id or only) in groups:
        await destinations.add(connection, notice.id, chat_id or groups[0])
    return await destinations.of(connection, notice.id)


async def _reaches(connection: AsyncConnection, notice: Notice, chat_id: int | None) -> bool:
    """True when it goes to private chats alone, and somebody can be reached there."""
    is_private = notice.goes_private and chat_id is None
    return is_private and await drafts.recipients(connection, notice) > 0


async def open_up(
    connection: AsyncConnection, notice_id: int, leaves_at: datetime, reminds: Reminds
) -> None:
    """An open notice asks its audience and goes out, within the transaction that opens it."""
    notice = await one(connection, table.c.id == notice_id)
    assert notice is not None  # noqa: S101 - this transaction has just opened it
    to_ask = select(literal(notice_id), organisations.c.id).where(notice.whom.asks)
    await connection.execute(insert(asked).from_select(list(asked.c), to_ask))
    for place in await destinations.of(connection, notice_id):
        await _post(connection, notice_id, place, leaves_at)
    await deadlines.plan(connection, notice, leaves_at, reminds)
    await private_copies.give(connection, notice, leaves_at)
    await weights.plan(connection, notice, leaves_at)


async def _post(
    connection: AsyncConnection, notice_id: int, place: Destination, due_at: datetime
) -> None:
    """Owes the card; a group that the bot was removed from meanwhile stops no other."""
    topic_id = place.topic_id or None
    if place.is_joined:
        where = notice_id, place.chat_id, due_at
        await attachments.owe(connection, *where, topic_id=topic_id)
        await deliveries.owe(connection, CARD, *where, topic_id=topic_id, wants_pin=True)
    else:
        lost = Hindrance(chat_id=place.chat_id, topic_id=topic_id, why=NO_GROUP)
        await hitches.meet(connection, notice_id, lost, due_at)


def _is_card(notice_id: int) -> ColumnElement[bool]:
    return and_(owed.c.kind == CARD, owed.c.subject_id == notice_id)


def _is_of(notice_id: int) -> ColumnElement[bool]:
    """All that goes out when the notice does."""
    files = and_(owed.c.kind.in_((PICTURES, DOCUMENTS)), owed.c.subject_id == notice_id)
    return or_(_is_card(notice_id), files, arrivals.brings(notice_id))


def next_number() -> ScalarSelect[int]:
    """By which people will know the next notice that is opened."""
    return select(func.coalesce(func.max(table.c.number), 0) + 1).scalar_subquery()


async def _is_held(connection: AsyncConnection, notice_id: int, now: datetime) -> bool:
    """True while nothing that the notice owes has left, or is due."""
    waits = and_(owed.c.state == "pending", owed.c.due_at > now)
    found = select(func.count(), func.sum(case((waits, 1), else_=0)))
    found = found.where(_is_of(notice_id))
    messages, waiting = (await connection.execute(found)).one()
    return bool(messages) and messages == waiting


def _undecided(notice_id: int) -> Update:
    """Only a draft is still to be decided, so the first who presses decides."""
    return update(table).where(table.c.id == notice_id, table.c.state == DRAFT)


async def decided(connection: AsyncConnection, notice_id: int, *, is_made: bool) -> Decision:
    """A draft that could not be sent has buttons that are out of date: its preview is renewed."""
    notice = await one(connection, table.c.id == notice_id)
    if is_made or (notice is not None and notice.state == DRAFT):
        await deliveries.owe_edit(connection, PREVIEW, notice_id)
    places = await destinations.of(connection, notice_id)
    return Decision(notice=notice, is_made=is_made, places=len(places))
