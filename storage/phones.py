"""Phone numbers, of those alone who said that theirs may be kept; taken back, nothing is left.

Shown in private chats to staff and to who answers for the same organisation, and nowhere else.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.tables import phones as table
from storage.values import Value


class Phone(Value):
    """A number, and since when its owner lets it be kept."""

    person_id: int
    number: str
    consented_at: datetime


@query
async def of(connection: AsyncConnection, person_id: int) -> Phone | None:
    """Somebody's number; None: there is none, or it was taken back."""
    found = select(table).where(table.c.person_id == person_id)
    return Phone.of((await connection.execute(found)).one_or_none())


@query
async def of_each(connection: AsyncConnection, ids: Collection[int]) -> dict[int, str]:
    """The numbers of those of these people who gave one."""
    found = select(table.c.person_id, table.c.number).where(table.c.person_id.in_(ids))
    return {row.person_id: row.number for row in await connection.execute(found)}


@transaction
async def give(connection: AsyncConnection, person_id: int, number: str, now: datetime) -> None:
    """The owner says that the number may be kept; it takes the place of an earlier one."""
    facts = {"number": number, "consented_at": now}
    given = insert(table).values(person_id=person_id, **facts)
    await connection.execute(given.on_conflict_do_update(index_elements=["person_id"], set_=facts))


@transaction
async def take_back(connection: AsyncConnection, person_id: int) -> bool:
    """The number is deleted; False: there was none."""
    gone = delete(table).where(table.c.person_id == person_id)
    return (await connection.execute(gone)).rowcount == 1
