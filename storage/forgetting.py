"""Somebody is forgotten: name and number go; what organisations did and answered stays.

The rows that history needs get a number of nobody's, below zero, so that every count is as before.
"""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import (
    blanking,
    deliveries,
    findings,
    inbox,
    signups,
    traces,
    voice_ends,
    wish_claims,
)
from storage.cloaks import Cloak
from storage.database import query, touch, transaction
from storage.organisations import Organisation
from storage.people import TOPIC as PEOPLE
from storage.tables import forgotten as table, people
from storage.values import Value

TOPIC = "forgotten"
"""Touched when somebody was forgotten: the file has to be written anew."""
BARE = "privacy.bare"
"""The delivery that tells staff that an organisation has nobody now; its subject is that."""
NameOf = Callable[[int], str]


class Leaving(Value):
    """What it would mean, or meant, that somebody is forgotten."""

    is_known: bool
    is_last_staff: bool
    """True: nobody else is staff, so it cannot be."""
    is_staff: bool = False
    bare: tuple[Organisation, ...] = ()
    """Those for which nobody else answers."""
    answers: int = 0
    activities: int = 0
    notices: int = 0
    """What stays without the name."""
    likes: int = 0
    photos: int = 0
    """Those without a report."""
    drafts: int = 0


@query
async def outlook(connection: AsyncConnection, person_id: int) -> Leaving:
    """What it would mean, before it is asked back."""
    return await _outlook(connection, person_id)


@transaction
async def forget(
    connection: AsyncConnection,
    person_id: int,
    name_of: NameOf,
    now: datetime,
    cloak: Cloak | None = None,
) -> Leaving:
    """Forgets the person; nothing is changed for one unknown, or for the last of the staff.

    `name_of` calls whoever stands in their place, by a number from 1. With the keys, what
    was said without a name leads to nobody any more either.
    """
    leaving = await _outlook(connection, person_id)
    if not leaving.is_known or leaving.is_last_staff:
        return leaving
    touch(connection, TOPIC)
    touch(connection, PEOPLE)
    nobody = await _nobody(connection, name_of)
    person = (await connection.execute(select(people).where(people.c.id == person_id))).one()
    await signups.let_go(connection, person_id, now)
    await wish_claims.let_go(connection, person_id, now)
    if cloak is not None:
        await voice_ends.let_go(connection, person_id, cloak)
        await inbox.forget_sealed(connection, person_id, cloak, now)
    await traces.let_go(connection, person_id, nobody)
    await traces.forget_words(connection, person_id, (person.name, person.username), now)
    await traces.replace(connection, person_id, nobody)
    await connection.execute(delete(people).where(people.c.id == person_id))
    await findings.renew_people(connection, (person_id,))
    await connection.execute(insert(table).values(id=nobody, forgotten_at=now))
    for organisation in leaving.bare:
        told = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
        for staff_id in (await connection.execute(told)).scalars().all():
            await deliveries.owe(connection, BARE, organisation.id, staff_id, now)
    await blanking.blank(connection, person_id)
    return leaving


@query
async def unscrubbed(connection: AsyncConnection) -> bool:
    """Whether the file still has to be written anew."""
    found = select(table.c.id).where(table.c.scrubbed_at.is_(None)).limit(1)
    return (await connection.execute(found)).first() is not None


@transaction
async def scrubbed(connection: AsyncConnection, before: datetime, now: datetime) -> None:
    """Of those who were forgotten until then nothing is left in the file."""
    done = and_(table.c.scrubbed_at.is_(None), table.c.forgotten_at <= before)
    await connection.execute(update(table).where(done).values(scrubbed_at=now))


async def _outlook(connection: AsyncConnection, person_id: int) -> Leaving:
    found = select(people.c.is_staff).where(people.c.id == person_id)
    is_staff = (await connection.execute(found)).scalar_one_or_none()
    others = select(func.count()).where(people.c.is_staff, people.c.id != person_id)
    has_others = (await connection.execute(others)).scalar_one() > 0
    counts = {
        name: (await connection.execute(select(func.count()).where(which))).scalar_one()
        for name, which in traces.counted(person_id).items()
    }
    return Leaving(
        is_known=is_staff is not None,
        is_staff=bool(is_staff),
        is_last_staff=bool(is_staff) and not has_others,
        bare=await traces.bare(connection, person_id),
        **counts,
    )


async def _nobody(connection: AsyncConnection, name_of: NameOf) -> int:
    """A new number of nobody's, with a name for lists."""
    lowest = (await connection.execute(select(func.min(people.c.id)))).scalar_one()
    nobody = min(0, lowest) - 1
    await connection.execute(insert(people).values(id=nobody, name=name_of(-nobody)))
    return int(nobody)
