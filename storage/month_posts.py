"""A month in pictures on its way: to staff first, some hours later to a group."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs
from storage.database import query, transaction
from storage.features import Place
from storage.tables import deliveries as owed, people
from storage.values import Value

PREPARE, SEND = "activities.month_prepare", "activities.month_send"
"""The jobs: staff get the preview, and some hours later the group gets it."""
PREVIEW, ASKED = "activities.month_preview", "activities.month_asked"
"""The deliveries to staff: of themselves, and because somebody asked."""
POST, POSTER = "activities.month_post", "activities.month_poster"
"""The deliveries to a group: words with an album, and all of it as one long picture."""


class Standing(Value):
    """What becomes of a month: posted there, or going out by itself at a moment, or neither."""

    posted_to: tuple[int, ...] = ()
    sends_at: datetime | None = None


@query
async def standing(connection: AsyncConnection, number: int) -> Standing:
    """What becomes of it."""
    rows = await connection.execute(
        select(owed.c.chat_id).where(_shows(POST, number), owed.c.state != "dropped").distinct()
    )
    sends_at = await jobs.waiting_for(connection, SEND, number)
    return Standing(posted_to=tuple(rows.scalars()), sends_at=sends_at)


@transaction
async def plan(connection: AsyncConnection, number: int, due_at: datetime) -> None:
    """Has it prepared at the moment, once: not when it was shown to staff or to a group before."""
    shown = select(owed.c.id).where(or_(_shows(PREVIEW, number), _shows(POST, number)))
    is_known = (await connection.execute(shown.limit(1))).first() is not None
    for kind in (PREPARE, SEND):
        is_known = is_known or await jobs.waiting_for(connection, kind, number) is not None
    if not is_known:
        await jobs.schedule(connection, PREPARE, number, due_at)


@transaction
async def prepare(
    connection: AsyncConnection, number: int, now: datetime, sends_at: datetime
) -> None:
    """Staff see it now; if nobody says otherwise, the group sees it at the moment."""
    staff = select(people.c.id).where(people.c.is_staff, people.c.is_reachable)
    for person_id in (await connection.execute(staff)).scalars().all():
        await deliveries.owe(connection, PREVIEW, number, person_id, now)
    await jobs.schedule(connection, SEND, number, sends_at)


@transaction
async def ask(
    connection: AsyncConnection, number: int, chat_id: int, language: str, now: datetime
) -> None:
    """Somebody of the staff wants to see it."""
    await deliveries.owe(connection, ASKED, number, chat_id, now, language=language)


@transaction
async def give(
    connection: AsyncConnection, number: int, chat_id: int, language: str, now: datetime
) -> None:
    """Somebody of the staff wants the long picture; one that is on its way is enough."""
    there = and_(_shows(POSTER, number), owed.c.chat_id == chat_id, owed.c.state == "pending")
    if (await connection.execute(select(owed.c.id).where(there).limit(1))).first() is None:
        await deliveries.owe(connection, POSTER, number, chat_id, now, language=language)


@transaction
async def send(connection: AsyncConnection, number: int, place: Place, now: datetime) -> bool:
    """Staff post it there, so nothing goes out by itself any more; False: it is there already."""
    await jobs.cancel(connection, SEND, number)
    return await _post(connection, number, place, now)


@transaction
async def go_out(connection: AsyncConnection, number: int, place: Place, now: datetime) -> None:
    """Its moment has come, and nobody said otherwise."""
    await _post(connection, number, place, now)


@transaction
async def skip(connection: AsyncConnection, number: int) -> None:
    """It does not go out by itself."""
    await jobs.cancel(connection, SEND, number)
    await _show_again(connection, number)


@query
async def last_place(connection: AsyncConnection) -> tuple[int, int | None] | None:
    """The group, and its topic, where a month was posted last."""
    last = select(owed.c.chat_id, owed.c.topic_id).where(
        owed.c.kind == POST, owed.c.state != "dropped"
    )
    row = (await connection.execute(last.order_by(owed.c.id.desc()).limit(1))).one_or_none()
    return (row.chat_id, row.topic_id) if row else None


def _shows(kind: str, number: int) -> ColumnElement[bool]:
    return and_(owed.c.kind == kind, owed.c.subject_id == number)


async def _post(connection: AsyncConnection, number: int, place: Place, now: datetime) -> bool:
    await _show_again(connection, number)
    there = and_(_shows(POST, number), owed.c.chat_id == place.chat_id)
    same = and_(there, owed.c.topic_id.is_not_distinct_from(place.topic_id))
    is_there = select(owed.c.id).where(same, owed.c.state != "dropped").limit(1)
    if (await connection.execute(is_there)).first() is not None:
        return False
    for kind in (POST, POSTER):
        where = (number, place.chat_id, now)
        await deliveries.owe(connection, kind, *where, topic_id=place.topic_id)
    return True


async def _show_again(connection: AsyncConnection, number: int) -> None:
    for kind in (PREVIEW, ASKED):
        await deliveries.owe_edit(connection, kind, number)
