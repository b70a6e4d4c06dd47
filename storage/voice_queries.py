"""Voices as they are asked for: by number, by who said them, and to whom an answer goes."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.cloaks import Cloak
from storage.database import query
from storage.tables import people, voice_parts as parts, voice_passes as passes, voices as table
from storage.voices import DRAFT, Voice, named, whole


@query
async def one(connection: AsyncConnection, voice_id: int) -> Voice | None:
    """The voice with this id."""
    found = await whole(connection, named().where(table.c.id == voice_id))
    return found[0] if found else None


@query
async def numbered(connection: AsyncConnection, number: int) -> Voice | None:
    """The voice that people know by this number."""
    found = await whole(connection, named().where(table.c.number == number))
    return found[0] if found else None


@query
async def of_speaker(
    connection: AsyncConnection, person_id: int, cloak: Cloak
) -> tuple[Voice, ...]:
    """Those of one person, the latest first: all with the name, and open ones without."""
    ids = await ids_of(connection, person_id, cloak, all_named())
    listed = named().where(table.c.id.in_(ids), table.c.state != DRAFT)
    return await whole(connection, listed.order_by(table.c.number.desc()))


@query
async def draft_of(connection: AsyncConnection, person_id: int, cloak: Cloak) -> Voice | None:
    """What somebody is about to say."""
    ids = await ids_of(connection, person_id, cloak, table.c.state == DRAFT)
    found = await whole(connection, named().where(table.c.id.in_(ids)).order_by(table.c.id.desc()))
    return found[0] if found else None


@query
async def handles(connection: AsyncConnection) -> tuple[tuple[bytes, bytes], ...]:
    """Salt and handle of everything that somebody says without a name at present."""
    rows = await connection.execute(
        select(table.c.key_name, table.c.handle).where(table.c.handle.is_not(None))
    )
    return tuple((row.key_name, row.handle) for row in rows)


@query
async def addressee(connection: AsyncConnection, voice_id: int, cloak: Cloak) -> int | None:
    """To whom something without a name is sent, found among all who are known; None: nobody."""
    return await _addressee(connection, voice_id, cloak)


async def _addressee(connection: AsyncConnection, voice_id: int, cloak: Cloak) -> int | None:
    row = (await connection.execute(select(table).where(table.c.id == voice_id))).one_or_none()
    if row is None or row.handle is None:
        return None
    ids = (await connection.execute(select(people.c.id).where(people.c.id > 0))).scalars().all()
    return cloak.among(row.key_name, row.handle, ids)


@query
async def addressee_of_part(connection: AsyncConnection, part_id: int, cloak: Cloak) -> int | None:
    """The same for words that answer a voice."""
    found = select(parts.c.voice_id).where(parts.c.id == part_id)
    voice_id = (await connection.execute(found)).scalar_one_or_none()
    return None if voice_id is None else await _addressee(connection, voice_id, cloak)


@query
async def voice_of_part(connection: AsyncConnection, part_id: int) -> Voice | None:
    """The voice to which some words belong."""
    which = select(parts.c.voice_id).where(parts.c.id == part_id).scalar_subquery()
    found = await whole(connection, named().where(table.c.id == which))
    return found[0] if found else None


@query
async def voice_of_pass(connection: AsyncConnection, pass_id: int) -> Voice | None:
    """The voice that was passed on."""
    which = select(passes.c.voice_id).where(passes.c.id == pass_id).scalar_subquery()
    found = await whole(connection, named().where(table.c.id == which))
    return found[0] if found else None


@query
async def paths(connection: AsyncConnection) -> frozenset[str]:
    """Every photo that belongs to a voice."""
    kept = select(parts.c.path).where(parts.c.path.is_not(None))
    return frozenset((await connection.execute(kept)).scalars())


def all_named() -> ColumnElement[bool]:
    """All that may be somebody's."""
    return or_(table.c.handle.is_not(None), table.c.person_id.is_not(None))


async def ids_of(
    connection: AsyncConnection, person_id: int, cloak: Cloak, which: ColumnElement[bool]
) -> list[int]:
    """Which of them are this person's, within another query or transaction."""
    mine = or_(table.c.person_id == person_id, table.c.handle.is_not(None))
    asked = select(table.c.id, table.c.person_id, table.c.key_name, table.c.handle)
    return [
        row.id
        for row in await connection.execute(asked.where(mine, which))
        if row.person_id == person_id or cloak.is_of(row.key_name, row.handle, person_id)
    ]
