"""How a voice ends: solved, taken back, called an abuse; and how it is joined to another one.

What led back to somebody without a name is wiped with the end, once they could hear of it.
"""

from datetime import date, datetime, timedelta

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import jobs, voice_drafts, voice_turns
from storage.cloaks import Cloak
from storage.database import touch, transaction
from storage.tables import (
    deliveries as owed,
    voice_parts as parts,
    voice_passes as passes,
    voice_verdicts as verdicts,
    voices as table,
)
from storage.voice_drafts import Said, Speaker
from storage.voice_passes import SETTLE
from storage.voice_queries import ids_of
from storage.voices import (
    CLOSED,
    DRAFT,
    JOINED,
    OPEN,
    PASSED,
    SOLVED,
    STANDING,
    TOPIC,
    WAITS,
    cut,
    followers,
    show,
    tell,
)

ENDED, TOGETHER = "voices.ended", "voices.together"
"""To the one who said it: that it is closed, or seen to together with another."""
AGREED, SILENT, ABUSE, TAKEN_BACK = "agreed", "silent", "abuse", "taken_back"
JOIN, PART = "join", "part"
WAITED_FOR = timedelta(days=1)
"""So long after its end a message about it may still be on its way."""


@transaction
async def add(connection: AsyncConnection, voice_id: int, said: Said, speaker: Speaker) -> bool:
    """More words of the one who said it; False: it is at its end."""
    standing = and_(table.c.id == voice_id, table.c.state.in_(STANDING))
    found = select(table.c.person_id).where(standing)
    row = (await connection.execute(found)).one_or_none()
    if row is None:
        return False
    of_whom = {} if row.person_id is None else {"person_id": row.person_id}
    await voice_drafts.add_part(connection, voice_id, said, **of_whom, said_on=speaker.today)
    await voice_turns.bring_soon(connection, voice_id, speaker.now, speaker.soon)
    return True


@transaction
async def agree(connection: AsyncConnection, voice_id: int, speaker: Speaker) -> bool:
    """It is solved, says the one who said it, and so it ends; False: nobody asks that now."""
    if not await _is_asked(connection, voice_id):
        return False
    await _close(connection, voice_id, AGREED, speaker.today)
    await cut(connection, (voice_id,))
    await voice_turns.bring_soon(connection, voice_id, speaker.now, speaker.soon)
    return True


@transaction
async def disagree(connection: AsyncConnection, voice_id: int, speaker: Speaker) -> bool:
    """It is open again, and one that was joined to another stands alone; False: nobody asks."""
    if not await _is_asked(connection, voice_id):
        return False
    current = and_(passes.c.voice_id == voice_id, passes.c.passed_at.is_not(None))
    mine = and_(current, passes.c.ended_at.is_(None))
    has_handler = (await connection.execute(select(passes.c.id).where(mine))).first() is not None
    again = {"state": PASSED if has_handler else OPEN, "has_news": True, "main_id": None}
    again |= {"solution": "", "solved_on": None, "reopened": table.c.reopened + 1}
    await connection.execute(update(table).where(table.c.id == voice_id).values(again))
    await jobs.cancel(connection, SETTLE, voice_id)
    await voice_turns.bring_soon(connection, voice_id, speaker.now, speaker.soon)
    return True


@transaction
async def take_back(connection: AsyncConnection, voice_id: int, speaker: Speaker) -> bool:
    """Its words and photos are deleted; False: it is at its end already."""
    if not await _close(connection, voice_id, TAKEN_BACK, speaker.today):
        return False
    await connection.execute(delete(parts).where(parts.c.voice_id == voice_id))
    await cut(connection, (voice_id,))
    await voice_turns.bring_soon(connection, voice_id, speaker.now, speaker.soon)
    return True


@transaction
async def settle(connection: AsyncConnection, voice_id: int, now: datetime, today: date) -> None:
    """Nobody said that it is not solved: it is closed, with those that were joined to it."""
    found = select(table.c.state).where(table.c.id == voice_id)
    state = (await connection.execute(found)).scalar_one_or_none()
    if state not in {SOLVED, CLOSED}:
        return
    for one in (*await followers(connection, voice_id), *([voice_id] if state == SOLVED else [])):
        await tell(connection, one, ENDED, one, now)
        await _close(connection, one, SILENT, today)
        await show(connection, one)


@transaction
async def refuse(
    connection: AsyncConnection, voice_id: int, person_id: int, now: datetime, today: date
) -> bool:
    """Staff call it an abuse, which ends it; False: it was at its end."""
    if not await _close(connection, voice_id, ABUSE, today):
        return False
    await _decide(connection, voice_id, ABUSE, person_id, now)
    await tell(connection, voice_id, ENDED, voice_id, now)
    await show(connection, voice_id)
    return True


@transaction
async def join(
    connection: AsyncConnection, voice_id: int, main_id: int, person_id: int, now: datetime
) -> bool:
    """Staff have it seen to with another one; False: one of them is at its end, or joined."""
    leads = and_(table.c.id == main_id, table.c.state.in_(WAITS), table.c.id != voice_id)
    if (await connection.execute(select(table.c.id).where(leads))).first() is None:
        return False
    free = and_(table.c.id == voice_id, table.c.state.in_((OPEN, PASSED)))
    joined = update(table).where(free).values(state=JOINED, main_id=main_id)
    if (await connection.execute(joined)).rowcount == 0:
        return False
    of_this = and_(passes.c.voice_id == voice_id, passes.c.ended_at.is_(None))
    await connection.execute(update(passes).where(of_this).values(ended_at=now))
    own = and_(table.c.main_id == voice_id, table.c.state == JOINED)
    await connection.execute(update(table).where(own).values(main_id=main_id))
    await _decide(connection, voice_id, JOIN, person_id, now, main_id)
    await tell(connection, voice_id, TOGETHER, voice_id, now)
    await show(connection, voice_id)
    await show(connection, main_id)
    return True


@transaction
async def part(connection: AsyncConnection, voice_id: int, person_id: int, now: datetime) -> bool:
    """It stands alone again; False: it was joined to none."""
    joined = and_(table.c.id == voice_id, table.c.state == JOINED)
    main = select(table.c.main_id).where(joined)
    main_id = (await connection.execute(main)).scalar_one_or_none()
    if main_id is None:
        return False
    await connection.execute(update(table).where(joined).values(state=OPEN, main_id=None))
    await _decide(connection, voice_id, PART, person_id, now, main_id)
    await show(connection, voice_id)
    await show(connection, main_id)
    return True


@transaction
async def wipe(connection: AsyncConnection, voice_id: int) -> None:
    """The one who said it heard of the end: nothing leads back to them any more."""
    ended = select(table.c.id).where(table.c.id == voice_id, table.c.state == CLOSED)
    await cut(connection, (await connection.execute(ended)).scalars().all())


@transaction
async def wipe_old(connection: AsyncConnection, now: datetime) -> None:
    """The same for those whom no message reached, or whose messages are decided on no more."""
    waiting = select(owed.c.subject_id).where(
        owed.c.kind == ENDED,
        owed.c.state.in_(("pending", "sending")),
        owed.c.due_at > now - WAITED_FOR,
    )
    ended = and_(table.c.state == CLOSED, table.c.handle.is_not(None))
    found = select(table.c.id).where(ended, table.c.id.not_in(waiting))
    ids = (await connection.execute(found)).scalars().all()
    if ids:
        await cut(connection, ids)


async def let_go(connection: AsyncConnection, person_id: int, cloak: Cloak) -> None:
    """Somebody is forgotten, by the transaction that calls this: drafts go, handles are wiped."""
    mine = await ids_of(connection, person_id, cloak, table.c.state != DRAFT)
    drafts = await ids_of(connection, person_id, cloak, table.c.state == DRAFT)
    touch(connection, TOPIC)
    await connection.execute(delete(parts).where(parts.c.voice_id.in_(drafts)))
    await connection.execute(delete(table).where(table.c.id.in_(drafts)))
    await cut(connection, mine)


async def _is_asked(connection: AsyncConnection, voice_id: int) -> bool:
    """Whether the one who said it was asked if it is solved, itself or with the one that leads."""
    main = table.alias()
    leads = select(main.c.id).where(
        main.c.id == table.c.main_id, main.c.state.in_((SOLVED, CLOSED))
    )
    joined = and_(table.c.state == JOINED, leads.exists())
    asked = and_(table.c.id == voice_id, or_(table.c.state == SOLVED, joined))
    return (await connection.execute(select(table.c.id).where(asked))).first() is not None


async def _close(connection: AsyncConnection, voice_id: int, why: str, today: date) -> bool:
    standing = and_(table.c.id == voice_id, table.c.state.in_(STANDING))
    values = {"state": CLOSED, "ended": why, "closed_on": today, "has_news": False}
    if (await connection.execute(update(table).where(standing).values(values))).rowcount == 0:
        return False
    if why not in {AGREED, SILENT}:  # those joined to it are still asked; it is that job's doing
        await jobs.cancel(connection, SETTLE, voice_id)
    if why in {ABUSE, TAKEN_BACK}:
        own = and_(table.c.main_id == voice_id, table.c.state == JOINED)
        await connection.execute(update(table).where(own).values(state=OPEN, main_id=None))
    return True


async def _decide(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    voice_id: int,
    verdict: str,
    person_id: int,
    now: datetime,
    main_id: int | None = None,
) -> None:
    values = {"voice_id": voice_id, "verdict": verdict, "main_id": main_id}
    whose = {"decided_by": person_id, "decided_at": now}
    await connection.execute(insert(verdicts).values(values | whose))
