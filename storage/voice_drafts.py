"""A voice until it is handed in: begun, written on, thrown away or handed in with a number."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import voice_turns
from storage.cloaks import Cloak
from storage.database import touch, transaction
from storage.tables import voice_parts as parts, voices as table
from storage.values import Value
from storage.voice_queries import ids_of
from storage.voices import DRAFT, SAID, SPEAKER, TOPIC

KEPT = timedelta(days=1)
"""What was not handed in goes after so long."""
MOST_PHOTOS = 10
MOST_CHARACTERS = 1500
"""So the whole of it stands on a card."""


class Said(Value):
    """Words, a photo or a place that came."""

    text: str = ""
    latitude: float | None = None
    longitude: float | None = None
    path: str | None = None
    sha256: str | None = None


class Speaker(NamedTuple):
    """Who speaks; `key_name` None: under the name."""

    person_id: int
    cloak: Cloak
    now: datetime
    """Kept of people with a name alone."""
    soon: datetime
    """When staff may be told what comes from somebody without a name."""
    today: date


@transaction
async def begin(
    connection: AsyncConnection, speaker: Speaker, key_name: bytes | None, said: Said | None
) -> int:
    """A draft of this person, instead of one that there is; without a name if there is a key."""
    person_id, cloak, now, *_ = speaker
    await _delete(connection, *await ids_of(connection, person_id, cloak, table.c.state == DRAFT))
    if key_name is None:
        whose: dict[str, object] = {"person_id": person_id}
    else:
        whose = {"key_name": key_name, "handle": cloak.handle(key_name, person_id)}
    touch(connection, TOPIC)
    until = now.replace(minute=0, second=0, microsecond=0) + KEPT
    made = insert(table).values(whose | {"kept_until": until}).returning(table.c.id)
    voice_id: int = (await connection.execute(made)).scalar_one()
    if said is not None:
        await add_part(connection, voice_id, said, is_first=True)
    return voice_id


@transaction
async def add(connection: AsyncConnection, voice_id: int, said: Said) -> bool:
    """Something more to say; False: the draft was handed in or is gone."""
    there = and_(table.c.id == voice_id, table.c.state == DRAFT)
    if (await connection.execute(select(table.c.id).where(there))).first() is None:
        return False
    await add_part(connection, voice_id, said, is_first=True)
    return True


@transaction
async def empty(connection: AsyncConnection, voice_id: int) -> bool:
    """All that was written so far is thrown away; False: there is no draft."""
    draft = select(table.c.id).where(table.c.id == voice_id, table.c.state == DRAFT)
    mine = parts.c.voice_id.in_(draft)
    touch(connection, TOPIC)
    there = (await connection.execute(draft)).first() is not None
    await connection.execute(delete(parts).where(mine))
    return there


@transaction
async def drop(connection: AsyncConnection, voice_id: int) -> bool:
    """The draft is there no more; False: there was none."""
    draft = select(table.c.id).where(table.c.id == voice_id, table.c.state == DRAFT)
    ids = (await connection.execute(draft)).scalars().all()
    await _delete(connection, *ids)
    return bool(ids)


@transaction
async def prune(connection: AsyncConnection, now: datetime) -> int:
    """Drafts that nobody handed in go; how many."""
    old = select(table.c.id).where(table.c.state == DRAFT, table.c.kept_until < now)
    ids = (await connection.execute(old)).scalars().all()
    await _delete(connection, *ids)
    return len(ids)


@transaction
async def hand_in(connection: AsyncConnection, voice_id: int, speaker: Speaker) -> int | None:
    """It gets a number, and staff are told; None: there is no draft, or it says nothing."""
    there = select(parts.c.id).where(parts.c.voice_id == voice_id).exists()
    draft = and_(table.c.id == voice_id, table.c.state == DRAFT, there)
    last = select(func.coalesce(func.max(table.c.number), 0)).scalar_subquery()
    values = {"state": SAID, "number": last + 1, "said_on": speaker.today, "kept_until": None}
    said = update(table).where(draft).values(values | {"has_news": True})
    made = said.returning(table.c.number)
    found: int | None = (await connection.execute(made)).scalar_one_or_none()
    if found is not None:
        await voice_turns.bring_soon(connection, voice_id, speaker.now, speaker.soon)
    return found


async def add_part(  # noqa: PLR0913 - whose part it is, and of what
    connection: AsyncConnection,
    voice_id: int,
    said: Said,
    *,
    side: str = SPEAKER,
    person_id: int | None = None,
    is_first: bool = False,
    is_told: bool = False,
    said_on: date | None = None,
) -> int:
    """Within another transaction; gives the part's id."""
    how = {"side": side, "person_id": person_id, "is_first": is_first, "is_told": is_told}
    values = {"voice_id": voice_id, "said_on": said_on} | how | said.model_dump()
    made = insert(parts).values(values).returning(parts.c.id)
    part_id: int = (await connection.execute(made)).scalar_one()
    return part_id


async def _delete(connection: AsyncConnection, *ids: int) -> None:
    if not ids:
        return
    touch(connection, TOPIC)
    await connection.execute(delete(parts).where(parts.c.voice_id.in_(ids)))
    await connection.execute(delete(table).where(table.c.id.in_(ids)))
