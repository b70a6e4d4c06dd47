"""A sent notice, changed: its text, all of it recalled, or taken as the beginning of another."""

from datetime import datetime

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import (
    attachments,
    broadcasts,
    deadlines,
    deliveries,
    patterns,
    turns,
    weights,
)
from storage.database import query, transaction
from storage.deadlines import Change
from storage.notices import CARD, CLOSED, DRAFT, OPEN, PREVIEW, RECALLED, answers_to, one
from storage.people import Person
from storage.tables import (
    answers,
    changes,
    notices as table,
    people,
    reads,
    wordings,
)
from storage.values import Value

AMEND = "notices.amend"
"""The delivery that asks staff for the new text of a sent notice."""
UNTIL = "notices.until"
"""The delivery that asks staff for its new deadline."""
AMENDED = "notices.amended"
"""The delivery that tells somebody who had answered what the notice says now."""


class Wording(Value):
    """A text that a notice had before, and who changed it when."""

    text: str
    person_id: int
    changed_at: datetime


class Amendment(Value):
    """What changing a text came to."""

    change: Change
    told: int = 0
    """People who had answered and are told in private."""


@transaction
async def ask(connection: AsyncConnection, notice_id: int, person_id: int, now: datetime) -> Change:
    """Owes staff the question for the new text of an open notice, in private."""
    return await _ask(connection, AMEND, notice_id, person_id, now)


@transaction
async def ask_until(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Change:
    """Owes staff the question for the new deadline of an open notice, in private."""
    return await _ask(connection, UNTIL, notice_id, person_id, now)


@transaction
async def reword(  # noqa: PLR0913, PLR0917 - what, by whom, when, and when people hear of it
    connection: AsyncConnection,
    notice_id: int,
    text: str,
    person_id: int,
    now: datetime,
    told_at: datetime | None = None,
) -> Amendment:
    """Another text for an open notice; the one before is kept, and who had answered is told."""
    notice = await one(connection, and_(table.c.id == notice_id, table.c.state == OPEN))
    if notice is None or notice.text == text:
        return Amendment(change=await _as_it_is(connection, notice_id))
    before = insert(wordings).values(notice_id=notice_id, text=notice.text)
    await connection.execute(before.values(person_id=person_id, changed_at=now))
    await connection.execute(update(table).where(table.c.id == notice_id).values(text=text))
    await _renew(connection, notice_id)
    answered = select(answers.c.person_id).where(answers_to(notice_id))
    reached = select(people.c.id).where(people.c.id.in_(answered), people.c.is_reachable)
    told = (await connection.execute(reached.order_by(people.c.id))).scalars().all()
    for one_told in told:
        await deliveries.owe(connection, AMENDED, notice_id, one_told, told_at or now)
    notice = await one(connection, table.c.id == notice_id)
    return Amendment(change=Change(notice=notice, is_made=True), told=len(told))


@transaction
async def ask_again(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> int:
    """Takes all answers of an open notice back, on the record; returns how many there were."""
    notice = await one(connection, and_(table.c.id == notice_id, table.c.state == OPEN))
    if notice is None:
        return 0
    given = select(answers.c.organisation_id).where(answers_to(notice_id))
    rows = (await connection.execute(given)).all()
    for row in rows:
        undone = insert(changes).values(notice_id=notice_id, organisation_id=row.organisation_id)
        await connection.execute(undone.values(person_id=person_id, answer="", changed_at=now))
    await connection.execute(delete(answers).where(answers_to(notice_id)))
    if rows:
        await _renew(connection, notice_id)
    return len(rows)


@transaction
async def recall(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> Change:
    """Takes an open or closed notice back: nothing of it is sent, answered or reminded any more."""
    alive = and_(table.c.id == notice_id, table.c.state.in_((OPEN, CLOSED)))
    recalled = update(table).where(alive)
    recalled = recalled.values(state=RECALLED, closed_by=person_id, closed_at=now)
    is_made = (await connection.execute(recalled)).rowcount == 1
    if is_made:
        await deadlines.call_off(connection, notice_id)
        await weights.call_off(connection, notice_id)
        await broadcasts.recall(connection, notice_id, now)
        await _renew(connection, notice_id)
        await attachments.withdraw(connection, notice_id)
        await turns.take(connection, notice_id, turns.RECALLED, person_id, now)
    notice = await one(connection, table.c.id == notice_id)
    return Change(notice=notice, is_made=is_made)


@transaction
async def copy(
    connection: AsyncConnection, notice_id: int, person_id: int, now: datetime
) -> int | None:
    """A draft that says and asks the same, previewed to the person; None: nothing to copy."""
    sent = and_(table.c.id == notice_id, table.c.number.is_not(None))
    if (await connection.execute(select(table.c.id).where(sent))).one_or_none() is None:
        return None
    values = {"author_id": person_id, "state": DRAFT, "created_at": now}
    draft_id = await patterns.copied(connection, notice_id, values)
    await deliveries.owe(connection, PREVIEW, draft_id, person_id, now)
    return draft_id


@query
async def seen_by(connection: AsyncConnection, notice_id: int) -> tuple[Person, ...]:
    """Who surely saw it, because they answered or pressed; by name."""
    who = select(answers.c.person_id).where(answers_to(notice_id))
    read = select(reads.c.person_id).where(reads.c.notice_id == notice_id)
    seen = select(people).where(people.c.id.in_(who.union(read)))
    return Person.each(await connection.execute(seen.order_by(people.c.name, people.c.id)))


@query
async def wordings_of(connection: AsyncConnection, notice_id: int) -> tuple[Wording, ...]:
    """The texts that it had before, the oldest first."""
    had = select(wordings).where(wordings.c.notice_id == notice_id).order_by(wordings.c.id)
    return Wording.each(await connection.execute(had))


async def _ask(
    connection: AsyncConnection, kind: str, notice_id: int, person_id: int, now: datetime
) -> Change:
    notice = await one(connection, table.c.id == notice_id)
    is_open = notice is not None and notice.state == OPEN
    if is_open:
        await deliveries.owe(connection, kind, notice_id, person_id, now)
    return Change(notice=notice, is_made=is_open)


async def _renew(connection: AsyncConnection, notice_id: int) -> None:
    await deliveries.owe_edit(connection, CARD, notice_id)
    await weights.renew_copies(connection, notice_id)


async def _as_it_is(connection: AsyncConnection, notice_id: int) -> Change:
    return Change(notice=await one(connection, table.c.id == notice_id), is_made=False)
