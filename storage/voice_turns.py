"""How it goes to and fro: what the person says comes to those who handle it, and their answer back.

What comes from somebody without a name is brought at the next full quarter of an hour, so that
the moment says little of who it was.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs
from storage.tables import (
    liaisons,
    people,
    voice_parts as parts,
    voice_passes as passes,
    voices as table,
)
from storage.voices import AGAIN, CARD, HEARD, OPEN, SAID, SPEAKER, show

BRING = "voices.bring"
"""The job; its subject is the voice."""


async def bring_soon(
    connection: AsyncConnection, voice_id: int, now: datetime, soon: datetime
) -> None:
    """Whoever handles it hears what is new: at once, or soon when it has no name."""
    whose = select(table.c.person_id).where(table.c.id == voice_id)
    if (await connection.execute(whose)).scalar_one() is None:
        await jobs.schedule(connection, BRING, voice_id, soon)
    else:
        await bring(connection, voice_id, now)


async def bring(connection: AsyncConnection, voice_id: int, now: datetime) -> None:
    """What those who handle it have not heard yet is owed to them."""
    row = (await connection.execute(select(table).where(table.c.id == voice_id))).one_or_none()
    if row is None:
        return
    if row.state == SAID:
        opened = update(table).where(table.c.id == voice_id)
        await connection.execute(opened.values(state=OPEN, has_news=False))
        await _to_staff(connection, voice_id, now)
    elif row.has_news:
        heard = update(table).where(table.c.id == voice_id).values(has_news=False)
        await connection.execute(heard)
        again = and_(passes.c.voice_id == voice_id, passes.c.ended_at.is_(None))
        await connection.execute(update(passes).where(again).values(solved_at=None))
        told = (*await handlers_of(connection, voice_id), *await staff(connection))
        for person_id in dict.fromkeys(told):
            await deliveries.owe(connection, AGAIN, voice_id, person_id, now)
    new = and_(
        parts.c.voice_id == voice_id,
        parts.c.side == SPEAKER,
        *(~parts.c.is_first, ~parts.c.is_told),
    )
    said = update(parts).where(new).values(is_told=True).returning(parts.c.id)
    for part_id in (await connection.execute(said)).scalars().all():
        for person_id in await handlers_of(connection, voice_id):
            await deliveries.owe(connection, HEARD, part_id, person_id, now)
    await show(connection, voice_id)


async def handlers_of(connection: AsyncConnection, voice_id: int) -> Sequence[int]:
    """Who sees to it: the liaisons whom it was passed to, else staff."""
    current = and_(
        passes.c.voice_id == voice_id, passes.c.passed_at.is_not(None), passes.c.ended_at.is_(None)
    )
    row = (await connection.execute(select(passes).where(current))).first()
    asked = await asked_by(connection, row.organisation_id, row.liaison_id) if row else ()
    return asked or await staff(connection)


async def asked_by(
    connection: AsyncConnection, organisation_id: int, liaison_id: int | None
) -> Sequence[int]:
    """The liaisons of an organisation whom the bot can write to; one of them, or all."""
    which = and_(liaisons.c.organisation_id == organisation_id, people.c.is_reachable)
    if liaison_id is not None:
        which = and_(which, liaisons.c.person_id == liaison_id)
    found = select(people.c.id).join(liaisons, liaisons.c.person_id == people.c.id).where(which)
    return (await connection.execute(found.order_by(people.c.id))).scalars().all()


async def staff(connection: AsyncConnection) -> Sequence[int]:
    """Staff whom the bot can write to."""
    found = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
    return (await connection.execute(found.order_by(people.c.id))).scalars().all()


async def _to_staff(connection: AsyncConnection, voice_id: int, now: datetime) -> None:
    for person_id in await staff(connection):
        await deliveries.owe(connection, CARD, voice_id, person_id, now)
