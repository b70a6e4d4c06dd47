"""Who signed up for what: a person and how many come along, in order; who waits moves up.

Who cannot have a place waits. A place that becomes free goes to the first in line whose party
fits into what is free. All of it is one transaction, so two never get the last place.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import announcements, deliveries
from storage.announcements import Announcement
from storage.database import query, transaction
from storage.tables import (
    deliveries as owed,
    people,
    signups as table,
)
from storage.values import Value

MOVED_UP, EVE = "calendar.moved_up", "calendar.eve"
CHANGED, OFF = "calendar.changed", "calendar.off"
"""The deliveries to who signed up; their subject is the sign-up."""
EVENING = "calendar.evening"
"""The job of the evening before; its subject is the announcement."""
COMPANIONS = 5
"""So many come along at most."""


class Signup(Value):
    """Somebody who signed up, with those who come along."""

    id: int
    announcement_id: int
    person_id: int
    name: str = ""
    companions: int = 0
    is_waiting: bool = False
    signed_at: datetime
    is_reachable: bool = False

    @property
    def heads(self) -> int:
        return 1 + self.companions


class Standing(NamedTuple):
    """What a press came to: how somebody stands by now."""

    announcement: Announcement | None
    """As it is now; None: there is none."""
    signup: Signup | None
    """None: the person is not signed up."""
    is_made: bool
    """False: the press changed nothing."""
    turn: int = 0
    """The place in the waiting line, from 1; 0: does not wait."""


@transaction
async def sign_up(
    connection: AsyncConnection, number: int, person_id: int, now: datetime
) -> Standing:
    """Takes a place, or the next in the waiting line; again changes nothing."""
    found = await announcements.found_one(connection, number)
    if not _takes(found):
        return Standing(found, await _own(connection, number, person_id), is_made=False)
    row = {"announcement_id": number, "person_id": person_id, "signed_at": now, "is_waiting": True}
    made = insert(table).values(row).on_conflict_do_nothing()
    is_made = (await connection.execute(made)).rowcount == 1
    if is_made:
        await _move_up(connection, number, now, but=person_id)
        await announcements.show(connection, number)
    return await _standing(connection, number, person_id, is_made=is_made)


@transaction
async def bring(
    connection: AsyncConnection, number: int, person_id: int, more: int, now: datetime
) -> Standing:
    """So many more come along, or fewer; nothing changes where there is no place for them."""
    found = await announcements.found_one(connection, number)
    own = await _own(connection, number, person_id)
    companions = own.companions + more if own else 0
    is_many = own is None or not 0 <= companions <= COMPANIONS
    if found is None or own is None or is_many or not _takes(found):
        return await _standing(connection, number, person_id, is_made=False)
    if not own.is_waiting and found.free is not None and more > found.free:
        return await _standing(connection, number, person_id, is_made=False)
    changed = update(table).where(table.c.id == own.id).values(companions=companions)
    await connection.execute(changed)
    await _move_up(connection, number, now, but=person_id)
    await announcements.show(connection, number)
    return await _standing(connection, number, person_id, is_made=True)


@transaction
async def leave(
    connection: AsyncConnection, number: int, person_id: int, now: datetime
) -> Standing:
    """Gives the place back; who waits moves up, and is told at once."""
    own = await _own(connection, number, person_id)
    if own is not None:
        await connection.execute(delete(table).where(table.c.id == own.id))
        for kind in (MOVED_UP, EVE, CHANGED):
            await deliveries.owe_edit(connection, kind, own.id)
        await _move_up(connection, number, now)
        await announcements.show(connection, number)
    return await _standing(connection, number, person_id, is_made=own is not None)


@transaction
async def remind(connection: AsyncConnection, number: int, now: datetime) -> None:
    """The evening before: everybody who has a place is reminded."""
    found = await announcements.found_one(connection, number)
    if _takes(found):
        has_place = and_(table.c.announcement_id == number, ~table.c.is_waiting)
        await _owe(connection, EVE, has_place, now)


@transaction
async def unreached(connection: AsyncConnection, signup_id: int, now: datetime) -> None:
    """A message to who signed up did not arrive: it is shown where the names are."""
    del now
    found = select(table.c.announcement_id).where(table.c.id == signup_id)
    number = (await connection.execute(found)).scalar_one_or_none()
    if number is not None:
        await announcements.show(connection, number)


@query
async def standing(connection: AsyncConnection, number: int, person_id: int) -> Standing:
    """How somebody stands with an announcement."""
    return await _standing(connection, number, person_id, is_made=False)


@query
async def one(connection: AsyncConnection, signup_id: int) -> Standing | None:
    """A sign-up with what it is for; None: it was given back."""
    found = Signup.of((await connection.execute(named().where(table.c.id == signup_id))).first())
    if found is None:
        return None
    return await _standing(connection, found.announcement_id, found.person_id, is_made=False)


async def tell(
    connection: AsyncConnection, kind: str, numbers: Iterable[int], due_at: datetime
) -> None:
    """Everybody who signed up, or waits, is told once, within another transaction.

    Who is about to be told the same anyway is not told twice.
    """
    pending = select(owed.c.subject_id).where(owed.c.kind == kind, owed.c.state == "pending")
    which = and_(table.c.announcement_id.in_(tuple(numbers)), table.c.id.not_in(pending))
    await _owe(connection, kind, which, due_at)


async def make_room(connection: AsyncConnection, number: int, now: datetime) -> None:
    """There are more places: who waits moves up, within another transaction."""
    await _move_up(connection, number, now)


async def let_go(connection: AsyncConnection, person_id: int, now: datetime) -> None:
    """Somebody is forgotten: the places are free again, within another transaction."""
    own = table.c.person_id == person_id
    found = select(table.c.announcement_id).where(own)
    numbers = (await connection.execute(found)).scalars().all()
    await connection.execute(delete(table).where(own))
    for number in numbers:
        await _move_up(connection, number, now)
        await announcements.show(connection, number)


async def _owe(
    connection: AsyncConnection, kind: str, which: ColumnElement[bool], due_at: datetime
) -> None:
    rows = await connection.execute(select(table.c.id, table.c.person_id).where(which))
    for signup_id, person_id in rows.all():
        await deliveries.owe(connection, kind, signup_id, person_id, due_at)


async def _move_up(
    connection: AsyncConnection, number: int, now: datetime, but: int | None = None
) -> None:
    """Who waits takes what is free, in their order; each but one is told."""
    found = await announcements.found_one(connection, number)
    if not _takes(found):
        return
    assert found is not None  # noqa: S101 - it takes people
    free = found.free
    waits = and_(table.c.announcement_id == number, table.c.is_waiting)
    line = Signup.each(await connection.execute(named().where(waits).order_by(table.c.id)))
    for one_waiting in line:
        if free is not None and one_waiting.heads > free:
            continue
        free = None if free is None else free - one_waiting.heads
        moved = update(table).where(table.c.id == one_waiting.id).values(is_waiting=False)
        await connection.execute(moved)
        if one_waiting.person_id != but:
            await deliveries.owe(connection, MOVED_UP, one_waiting.id, one_waiting.person_id, now)


async def _standing(
    connection: AsyncConnection, number: int, person_id: int, *, is_made: bool
) -> Standing:
    found = await announcements.found_one(connection, number)
    own = await _own(connection, number, person_id)
    turn = 0
    if own is not None and own.is_waiting:
        before = and_(table.c.announcement_id == number, table.c.is_waiting, table.c.id <= own.id)
        turn = (await connection.execute(select(func.count()).where(before))).scalar_one()
    return Standing(found, own, is_made, turn)


async def _own(connection: AsyncConnection, number: int, person_id: int) -> Signup | None:
    own = and_(table.c.announcement_id == number, table.c.person_id == person_id)
    return Signup.of((await connection.execute(named().where(own))).first())


def named() -> Select[Any]:
    """Every sign-up with the person's name, for queries of others."""
    return select(table, people.c.name, people.c.is_reachable).join(
        people, people.c.id == table.c.person_id
    )


def _takes(found: Announcement | None) -> bool:
    """True while people can sign up, as far as the file knows; the hour is the caller's."""
    return (
        found is not None
        and found.state == announcements.ANNOUNCED
        and found.signs_up
        and found.called_off_at is None
    )
