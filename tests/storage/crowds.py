"""A district in a database: 300 organisations and 3,000 people, seeded in a few statements."""

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.tables import liaisons, organisations, people
from tests.storage.liuzhai import NOW, WANG

ORGANISATIONS, PEOPLE = 300, 3000
FIRST = 10_000
"""The id of the first person; whoever's number ends in 0 has never pressed Start."""


async def district(db: Database) -> list[int]:
    """Each organisation has two liaisons; gives the ids of those to whom the bot can write."""
    await db.write(_seed)
    return [FIRST + number for number in range(PEOPLE) if number % 10]


async def _seed(connection: AsyncConnection) -> None:
    places = range(1, ORGANISATIONS + 1)
    units = [
        {"id": 1000 + n, "position": 1000 + n, "name": f"{n}号楼", "short_name": f"{n}号"}
        for n in places
    ]
    await connection.execute(
        insert(organisations), [one | {"category": "enterprise"} for one in units]
    )
    known = [
        {"id": FIRST + n, "name": f"居民{n}", "is_reachable": bool(n % 10)} for n in range(PEOPLE)
    ]
    await connection.execute(insert(people), known)
    served = [
        {"person_id": FIRST + 2 * n + m, "organisation_id": 1000 + n + 1}
        for n in range(ORGANISATIONS)
        for m in (0, 1)
    ]
    facts = {"since": NOW, "added_by": WANG}
    await connection.execute(insert(liaisons), [one | facts for one in served])
