"""The people the bot has met, and what they may."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.organisations import Organisation
from storage.tables import liaisons, organisations, people as table
from storage.values import Value


class Person(Value):
    """Somebody on Telegram; `id` is Telegram's user id."""

    id: int
    name: str = ""
    username: str = ""
    language: str | None = None
    is_staff: bool = False
    is_reachable: bool = False
    """True: there is a private chat with the bot, and it was not blocked."""
    seen_at: datetime | None = None


async def meet(connection: AsyncConnection, person: Person) -> None:
    """Remembers somebody by the present name, within another transaction.

    Roles and a chosen language stay as they are; reachable once is reachable until blocked.
    """
    facts: dict[str, object] = {
        "name": person.name,
        "username": person.username,
        "seen_at": person.seen_at,
    }
    if person.is_reachable:
        facts["is_reachable"] = True
    met = insert(table).values(id=person.id, language=person.language, **facts)
    await connection.execute(met.on_conflict_do_update(index_elements=["id"], set_=facts))


@query
async def known(
    connection: AsyncConnection, person_id: int
) -> tuple[Person | None, tuple[Organisation, ...]]:
    """The person, None when never met, and the organisations that the person answers for."""
    row = (await connection.execute(select(table).where(table.c.id == person_id))).one_or_none()
    answers_for = (
        select(organisations)
        .join(liaisons, liaisons.c.organisation_id == organisations.c.id)
        .where(liaisons.c.person_id == person_id)
        .order_by(organisations.c.position)
    )
    rows = await connection.execute(answers_for)
    return Person.of(row), Organisation.each(rows)
