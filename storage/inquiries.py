"""What staff are asked about the register, before they change it."""

from datetime import datetime

from sqlalchemy import and_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import alterations, deliveries
from storage.database import transaction
from storage.fields import text_of
from storage.members import member
from storage.tables import alterations as table

QUESTION = "organisations.question"
"""The message that asks for a new value; its subject is the alteration."""
NEWCOMER = "newcomer"
"""The question for the names of somebody who joins; its answer has two lines."""


@transaction
async def ask(  # noqa: PLR0913, PLR0917 - of what, by whom, where, when
    connection: AsyncConnection,
    organisation_id: int | None,
    field: str,
    person_id: int,
    chat_id: int,
    now: datetime,
) -> int | None:
    """Owes the question for a new value; returns its id, None when there is no such thing.

    What is there now is kept with it.
    """
    one = None if organisation_id is None else await member(connection, organisation_id)
    if one is None and field != NEWCOMER:
        return None
    old = "" if one is None else text_of(one, field)
    kept = await alterations.keep(connection, organisation_id, field, (old, None), person_id, now)
    await deliveries.owe(connection, QUESTION, kept, chat_id, now)
    return kept


@transaction
async def ask_again(
    connection: AsyncConnection, alteration_id: int, chat_id: int, now: datetime
) -> None:
    """Owes the same question once more, after an answer that could not be understood."""
    await deliveries.owe(connection, QUESTION, alteration_id, chat_id, now)


@transaction
async def propose(connection: AsyncConnection, alteration_id: int, names: str) -> bool:
    """Keeps the names of who joins until the category is known; False: it has joined."""
    waits = and_(table.c.id == alteration_id, table.c.altered_at.is_(None))
    return (await connection.execute(update(table).where(waits).values(new=names))).rowcount == 1
