"""What organisations answer to notices: each counts once, whoever of its liaisons pressed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, reminders
from storage.database import transaction
from storage.notices import CARD, DIFFICULTY, OPEN
from storage.organisations import Organisation
from storage.people import Person
from storage.tables import (
    answers as table,
    asked,
    liaisons,
    notices,
    organisations,
    people,
    reads,
    reminders as reminders_table,
)
from storage.values import Value

REASON = "notices.reason"
"""The delivery that asks, in a private chat, what stands in the way."""


class Vote(Value):
    """One organisation that a press speaks for, and its answer before the press, if any."""

    organisation: Organisation
    before: str | None
    by: Person | None
    """Who gave the answer before."""


class Receipt(Value):
    """What a press met. Without votes it was a reading: nobody asked the one who pressed."""

    state: str
    votes: tuple[Vote, ...]
    was_reminded: bool = False
    """True: there are reminders of the notice, which show its answers."""


@transaction
async def answer(  # noqa: PLR0913 - a row of columns, and where to ask for the reason
    connection: AsyncConnection,
    notice_id: int,
    person_id: int,
    given: str,
    now: datetime,
    *,
    ask_in: int | None = None,
) -> Receipt | None:
    """Takes an answer for each asked organisation of the person, or notes that it was read.

    None for an unknown notice; nothing is taken unless it is open. `ask_in` is the chat in which
    a new difficulty's reason is asked for.
    """
    receipt = await _receipt(connection, notice_id, person_id)
    if receipt is None or receipt.state != OPEN:
        return receipt
    new = [vote.organisation.id for vote in receipt.votes if vote.before != given]
    if new:
        await _take(connection, notice_id, new, {"answer": given, "person_id": person_id}, now)
        await deliveries.owe_edit(connection, CARD, notice_id)
        if receipt.was_reminded:
            await reminders.settle(connection, notice_id, new)
        if given == DIFFICULTY and ask_in is not None:
            await deliveries.owe(connection, REASON, notice_id, ask_in, now)
    elif not receipt.votes:
        read = insert(reads).values(notice_id=notice_id, person_id=person_id, read_at=now)
        await connection.execute(read.on_conflict_do_nothing())
    return receipt


@transaction
async def explain(
    connection: AsyncConnection, notice_id: int, person_id: int, reason: str
) -> tuple[int, ...]:
    """Keeps why the person's organisations have difficulties; returns the ids of those that do."""
    own = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    explained = (
        update(table)
        .where(table.c.notice_id == notice_id, table.c.answer == DIFFICULTY)
        .where(table.c.organisation_id.in_(own))
        .values(reason=reason)
        .returning(table.c.organisation_id)
    )
    return tuple((await connection.execute(explained)).scalars())


async def _take(
    connection: AsyncConnection,
    notice_id: int,
    organisation_ids: list[int],
    values: dict[str, object],
    now: datetime,
) -> None:
    """A changed answer starts anew: the reason of an old difficulty goes with it."""
    values = values | {"answered_at": now, "reason": ""}
    rows = [{"notice_id": notice_id, "organisation_id": one, **values} for one in organisation_ids]
    taken = insert(table).values(rows)
    await connection.execute(
        taken.on_conflict_do_update(index_elements=["notice_id", "organisation_id"], set_=values)
    )


async def _receipt(connection: AsyncConnection, notice_id: int, person_id: int) -> Receipt | None:
    """One row for each organisation of the person, or one alone; none for an unknown notice."""
    reminded = select(reminders_table.c.id).where(reminders_table.c.notice_id == notices.c.id)
    known = (
        select(notices.c.state, organisations, asked.c.notice_id.label("asked"))
        .add_columns(table.c.answer, table.c.person_id, people.c.name.label("answered_by"))
        .add_columns(reminded.exists().label("was_reminded"))
        .select_from(
            notices.outerjoin(liaisons, liaisons.c.person_id == person_id)
            .outerjoin(organisations, organisations.c.id == liaisons.c.organisation_id)
            .outerjoin(
                asked,
                and_(
                    asked.c.notice_id == notices.c.id, asked.c.organisation_id == organisations.c.id
                ),
            )
            .outerjoin(
                table,
                and_(
                    table.c.notice_id == asked.c.notice_id,
                    table.c.organisation_id == asked.c.organisation_id,
                ),
            )
            .outerjoin(people, people.c.id == table.c.person_id)
        )
        .where(notices.c.id == notice_id)
        .order_by(organisations.c.position)
    )
    rows = (await connection.execute(known)).all()
    votes = tuple(_vote(row) for row in rows if row.asked is not None)
    if not rows:
        return None
    return Receipt(state=rows[0].state, votes=votes, was_reminded=rows[0].was_reminded)


def _vote(row: Row[Any]) -> Vote:
    by = row.answer and Person(id=row.person_id, name=row.answered_by)
    return Vote(organisation=Organisation.model_validate(row), before=row.answer, by=by)
