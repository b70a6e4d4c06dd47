"""Micro-wishes (微心愿): what a community puts up for somebody, and what became of it.

States: `draft`, `discarded`, `open`, `withdrawn`, `fulfilled` (all of it was handed over). A
private address is a row of its own (`wish_details`), which goes once nobody needs it any more.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, case, delete, func, insert, literal, select, update
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import (
    chats,
    organisations,
    wish_claims as claims,
    wish_details as details,
    wishes as table,
)
from storage.values import Value

DRAFT, OPEN, WITHDRAWN, FULFILLED = "draft", "open", "withdrawn", "fulfilled"
DISCARDED = "discarded"
"""A draft that went: its row has no words, and keeps its number from another wish."""
WHAT, WHOM, AMOUNT, DUE, DETAILS, DONE = "what", "whom", "amount", "due", "details", ""
STEPS = (WHAT, WHOM, AMOUNT, DUE, DETAILS)
"""What is asked one after the other of who puts a wish up; then it is shown as it would go out."""
CHANGE = "+"
"""Before a step: this one thing is about to be changed, of what was written to its end."""
QUESTIONS = {step: f"wishes.ask_{step}" for step in STEPS}
"""The deliveries that ask; their subject is the wish."""
CARD, OWN = "wishes.card", "wishes.own"
"""The deliveries that show it: to the groups, and in private to who put it up."""
WRITING = timedelta(hours=1)
"""So long after the last step what its author writes in private goes on with it."""


class Author(NamedTuple):
    """Who writes, in which private chat, and when."""

    person_id: int
    chat_id: int
    now: datetime


class Wish(Value):
    """A wish, and how much of it was claimed and handed over."""

    id: int
    organisation_id: int
    organisation: str
    """The short name."""
    what: str
    whom: str
    """In general words: nobody's name."""
    amount: int
    unit: str
    due_on: date | None
    state: str
    step: str
    put_up_by: int
    put_up_at: datetime
    """Of a draft: when it was written on last."""
    settled_at: datetime | None
    photo: str
    """Telegram's id of the photo with which thanks are said."""
    thanked_at: datetime | None
    claimed: int
    done: int

    @property
    def left(self) -> int:
        """What nobody has claimed yet."""
        return max(0, self.amount - self.claimed)

    @property
    def is_open(self) -> bool:
        return self.state == OPEN


@transaction
async def begin(
    connection: AsyncConnection, organisation_id: int, values: dict[str, Any], author: Author
) -> int:
    """A new draft, which asks for its first step or is shown; gives its id.

    What the same person began and did not write to its end goes.
    """
    person_id, chat_id, now = author
    begun = and_(table.c.put_up_by == person_id, table.c.state == DRAFT, table.c.step.in_(STEPS))
    for old in (await connection.execute(select(table.c.id).where(begun))).scalars().all():
        await drop_draft(connection, old)
    row = {"organisation_id": organisation_id, "put_up_by": person_id, "put_up_at": now}
    made = insert(table).values(row | values).returning(table.c.id)
    wish_id: int = (await connection.execute(made)).scalar_one()
    kind = QUESTIONS.get(str(values.get("step", DONE)), OWN)
    await deliveries.owe(connection, kind, wish_id, chat_id, now)
    return wish_id


@transaction
async def revise(
    connection: AsyncConnection,
    wish_id: int,
    values: dict[str, Any],
    author: Author,
    words: str | None = None,
) -> bool:
    """Changes columns, and the private details where `words` are given; asks its new step.

    False: it is settled, or there is none; or less would be wished for than was claimed.
    """
    _, chat_id, now = author
    there = and_(table.c.id == wish_id, table.c.state.in_((DRAFT, OPEN)))
    if "amount" in values:
        there = and_(there, _claimed() <= values["amount"])
    written_at = case(
        (table.c.state == DRAFT, literal(now, table.c.put_up_at.type)), else_=table.c.put_up_at
    )
    stamped = {"put_up_at": written_at if "step" in values else table.c.put_up_at}
    done = await connection.execute(update(table).where(there).values(values | stamped))
    if done.rowcount == 0:
        return False
    if words is not None:
        await _detail(connection, wish_id, words)
    await show(connection, wish_id)
    if "step" in values:
        kind = QUESTIONS.get(values["step"].removeprefix(CHANGE), OWN)
        await deliveries.owe(connection, kind, wish_id, chat_id, now)
    return True


@transaction
async def open_to_all(connection: AsyncConnection, wish_id: int, now: datetime) -> bool:
    """It goes out to every group; False: it was no draft any more."""
    draft = and_(table.c.id == wish_id, table.c.state == DRAFT)
    values = {"state": OPEN, "step": DONE, "put_up_at": now}
    if (await connection.execute(update(table).where(draft).values(values))).rowcount == 0:
        return False
    joined = select(chats.c.id).where(chats.c.is_joined).order_by(chats.c.id)
    for chat_id in (await connection.execute(joined)).scalars().all():
        await deliveries.owe(connection, CARD, wish_id, chat_id, now)
    await show(connection, wish_id)
    return True


@transaction
async def discard(connection: AsyncConnection, wish_id: int) -> bool:
    """A draft goes, with all that was written; False: it is none any more."""
    draft = and_(table.c.id == wish_id, table.c.state == DRAFT)
    if (await connection.execute(select(table.c.id).where(draft))).first() is None:
        return False
    await drop_draft(connection, wish_id)
    return True


@transaction
async def show_own(connection: AsyncConnection, wish_id: int, chat_id: int, now: datetime) -> None:
    """Owes the card for who put it up."""
    await deliveries.owe(connection, OWN, wish_id, chat_id, now)


@query
async def one(connection: AsyncConnection, wish_id: int) -> Wish | None:
    """The wish with this id."""
    return await the(connection, wish_id)


@query
async def some(connection: AsyncConnection, ids: Sequence[int]) -> tuple[Wish, ...]:
    """Those of the wishes that everybody may see."""
    seen = and_(table.c.id.in_(ids), table.c.state.in_((OPEN, FULFILLED)))
    return Wish.each(await connection.execute(named().where(seen)))


@query
async def writing(connection: AsyncConnection, person_id: int, now: datetime) -> Wish | None:
    """The draft that somebody is about to write step by step."""
    mine = and_(table.c.put_up_by == person_id, table.c.state == DRAFT, table.c.step != DONE)
    found = named().where(mine, table.c.put_up_at > now - WRITING)
    newest = found.order_by(table.c.id.desc()).limit(1)
    return Wish.of((await connection.execute(newest)).one_or_none())


@query
async def details_of(connection: AsyncConnection, wish_id: int) -> str:
    """What is for who claimed it alone; empty where there is nothing, or not any more."""
    found = select(details.c.words).where(details.c.wish_id == wish_id)
    return (await connection.execute(found)).scalar_one_or_none() or ""


async def the(connection: AsyncConnection, wish_id: int) -> Wish | None:
    """The same as `one`, within another transaction."""
    found = named().where(table.c.id == wish_id)
    return Wish.of((await connection.execute(found)).one_or_none())


async def show(connection: AsyncConnection, wish_id: int) -> None:
    """All that shows it says how it stands."""
    for kind in (CARD, OWN, *QUESTIONS.values()):
        await deliveries.owe_edit(connection, kind, wish_id)


async def wipe(connection: AsyncConnection, wish_id: int) -> None:
    """The private details go, within another transaction."""
    await connection.execute(delete(details).where(details.c.wish_id == wish_id))


async def drop_draft(connection: AsyncConnection, wish_id: int) -> None:
    """A draft goes, within another transaction; what showed it says so."""
    await wipe(connection, wish_id)
    empty = {"state": DISCARDED, "step": DONE, "what": "", "whom": ""}
    await connection.execute(update(table).where(table.c.id == wish_id).values(empty))
    await show(connection, wish_id)


def named() -> Select[Any]:
    """All wishes, with what their community is called and how far they are."""
    standing = claims.c.wish_id == table.c.id, claims.c.returned_at.is_(None)
    over = and_(claims.c.given_at.is_not(None), claims.c.received_at.is_not(None))
    done = select(func.coalesce(func.sum(claims.c.amount), 0)).where(*standing, over)
    told = (
        organisations.c.short_name.label("organisation"),
        _claimed().label("claimed"),
        done.correlate(table).scalar_subquery().label("done"),
    )
    return (
        select(table, *told)
        .join(organisations, organisations.c.id == table.c.organisation_id)
        .where(table.c.state != DISCARDED)
    )


def _claimed() -> Any:  # noqa: ANN401 - a number within another statement
    standing = claims.c.wish_id == table.c.id, claims.c.returned_at.is_(None)
    summed = select(func.coalesce(func.sum(claims.c.amount), 0)).where(*standing)
    return summed.correlate(table).scalar_subquery()


async def _detail(connection: AsyncConnection, wish_id: int, words: str) -> None:
    if not words:
        await wipe(connection, wish_id)
        return
    made = insert_new(details).values(wish_id=wish_id, words=words)
    anew = made.on_conflict_do_update(index_elements=["wish_id"], set_={"words": words})
    await connection.execute(anew)
