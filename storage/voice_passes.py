"""Staff pass a voice to an organisation, with a day to answer by; its liaisons see to it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, jobs, voice_drafts, voice_turns
from storage.database import query, transaction
from storage.tables import liaisons, voice_passes as passes, voices as table
from storage.voice_drafts import Said
from storage.voices import (
    CARD,
    CASE,
    OFFICE,
    OPEN,
    ORGANISATION,
    PASSED,
    SOLVED,
    WAITS,
    show,
    tell,
    tell_all,
)

PASSING, ANSWERED, ASKED = "voices.passing", "voices.answered", "voices.asked"
"""To the one who said it: who sees to it, an answer, and whether it is solved."""
ASK_DAY, LATE = "voices.ask_day", "voices.late"
"""To staff: by which day; and to those who see to it, that the day is here or over."""
REMIND, SETTLE = "voices.remind", "voices.settle"
"""Jobs: of a pass whose day comes, and of a voice that is solved unless the person says no."""
Reminds = Callable[[date, datetime], datetime]
"""(the day to answer by, now) -> when to remind next."""


class Handler(NamedTuple):
    """Who handles it, when, and for which organisation; None: for the street office."""

    person_id: int
    now: datetime
    today: date
    organisation_id: int | None = None


@transaction
async def propose(
    connection: AsyncConnection,
    voice_id: int,
    organisation_id: int,
    liaison_id: int | None,
    handler: Handler,
) -> int | None:
    """Asks by which day; None: it is at its end, or joined to another."""
    waits = and_(table.c.id == voice_id, table.c.state.in_(WAITS))
    if (await connection.execute(select(table.c.id).where(waits))).first() is None:
        return None
    values = {"voice_id": voice_id, "organisation_id": organisation_id, "liaison_id": liaison_id}
    made = insert(passes).values(values | {"passed_by": handler.person_id})
    pass_id: int = (await connection.execute(made.returning(passes.c.id))).scalar_one()
    await deliveries.owe(connection, ASK_DAY, pass_id, handler.person_id, handler.now)
    return pass_id


@transaction
async def pass_on(
    connection: AsyncConnection, pass_id: int, answer_by: date, handler: Handler, reminds: Reminds
) -> bool:
    """It is passed, or gets another day; who had it before has it no more.

    False: it is at its end, or somebody else has it by now.
    """
    now = handler.now
    row = (await connection.execute(select(passes).where(passes.c.id == pass_id))).one_or_none()
    if row is None or row.ended_at is not None:
        return False
    waits = and_(table.c.id == row.voice_id, table.c.state.in_(WAITS))
    goes = update(table).where(waits).values(state=PASSED, solution="", solved_on=None)
    if (await connection.execute(goes)).rowcount == 0:
        return False
    others = and_(passes.c.voice_id == row.voice_id, passes.c.id != pass_id)
    ended = update(passes).where(others, passes.c.ended_at.is_(None))
    await connection.execute(ended.values(ended_at=now))
    values = {"answer_by": answer_by, "passed_at": row.passed_at or now, "solved_at": None}
    await connection.execute(update(passes).where(passes.c.id == pass_id).values(values))
    if row.passed_at is None:
        asked = await voice_turns.asked_by(connection, row.organisation_id, row.liaison_id)
        for person_id in asked:
            await deliveries.owe(connection, CASE, pass_id, person_id, now)
    await jobs.cancel(connection, REMIND, pass_id)
    await jobs.cancel(connection, SETTLE, row.voice_id)
    await jobs.schedule(connection, REMIND, pass_id, reminds(answer_by, now))
    await tell_all(connection, row.voice_id, PASSING, now)
    await deliveries.owe_edit(connection, ASK_DAY, pass_id)
    await show(connection, row.voice_id)
    return True


@transaction
async def ask_day(connection: AsyncConnection, pass_id: int, handler: Handler) -> None:
    """Asks for another day."""
    await deliveries.owe(connection, ASK_DAY, pass_id, handler.person_id, handler.now)


@transaction
async def show_card(
    connection: AsyncConnection, voice_id: int, handler: Handler, *, is_staff: bool
) -> None:
    """Owes the card to one who handles it."""
    if is_staff:
        await deliveries.owe(connection, CARD, voice_id, handler.person_id, handler.now)
        return
    current = select(passes.c.id).where(_current(voice_id))
    for pass_id in (await connection.execute(current)).scalars().all():
        await deliveries.owe(connection, CASE, pass_id, handler.person_id, handler.now)


@transaction
async def ask_book(connection: AsyncConnection, kind: str, chat_id: int, now: datetime) -> None:
    """Owes a file about all of them."""
    await deliveries.owe(connection, kind, 0, chat_id, now)


@transaction
async def answer(connection: AsyncConnection, voice_id: int, said: Said, handler: Handler) -> bool:
    """Words to the one who said it; False: it is at its end, or not this organisation's."""
    if not await _may(connection, voice_id, handler):
        return False
    await _first_word(connection, voice_id, handler)
    part_id = await voice_drafts.add_part(
        connection,
        voice_id,
        said,
        side=_side(handler),
        person_id=handler.person_id,
        is_told=True,
        said_on=handler.today,
    )
    await tell(connection, voice_id, ANSWERED, part_id, handler.now)
    await show(connection, voice_id)
    return True


@transaction
async def solve(
    connection: AsyncConnection, voice_id: int, solution: str, handler: Handler, settles: datetime
) -> bool:
    """It is solved, say those who handle it; the person is asked. False: that is no more so."""
    if not await _may(connection, voice_id, handler, (OPEN, PASSED)):
        return False
    await _first_word(connection, voice_id, handler)
    values = {"state": SOLVED, "solution": solution, "solved_on": handler.today}
    await connection.execute(update(table).where(table.c.id == voice_id).values(values))
    mine = and_(_current(voice_id), passes.c.solved_at.is_(None))
    await connection.execute(update(passes).where(mine).values(solved_at=handler.now))
    await jobs.schedule(connection, SETTLE, voice_id, settles)
    await tell_all(connection, voice_id, ASKED, handler.now)
    await show(connection, voice_id)
    return True


@transaction
async def remind(
    connection: AsyncConnection, pass_id: int, now: datetime, again: datetime, *, is_over: bool
) -> None:
    """Its day is here; once it is over, staff hear of it as well, and so each week."""
    row = (await connection.execute(select(passes).where(passes.c.id == pass_id))).one_or_none()
    if row is None or row.ended_at is not None or row.solved_at is not None:
        return
    state = select(table.c.state).where(table.c.id == row.voice_id)
    if (await connection.execute(state)).scalar_one() != PASSED:
        return
    asked = await voice_turns.asked_by(connection, row.organisation_id, row.liaison_id)
    told = (*asked, *(await voice_turns.staff(connection) if is_over or not asked else ()))
    for person_id in dict.fromkeys(told):
        await deliveries.owe(connection, LATE, pass_id, person_id, now)
    await jobs.schedule(connection, REMIND, pass_id, again)
    await show(connection, row.voice_id)


@query
async def serves(connection: AsyncConnection, voice_id: int, person_id: int) -> int | None:
    """The organisation for which this liaison sees to the voice now; None: for none."""
    found = (
        select(passes.c.organisation_id)
        .join(liaisons, liaisons.c.organisation_id == passes.c.organisation_id)
        .where(_current(voice_id), liaisons.c.person_id == person_id, _asks(person_id))
    )
    return (await connection.execute(found)).scalars().first()


async def _may(
    connection: AsyncConnection, voice_id: int, handler: Handler, states: tuple[str, ...] = WAITS
) -> bool:
    waits = and_(table.c.id == voice_id, table.c.state.in_(states))
    if (await connection.execute(select(table.c.id).where(waits))).first() is None:
        return False
    if handler.organisation_id is None:
        return True
    own = and_(_current(voice_id), passes.c.organisation_id == handler.organisation_id)
    return (await connection.execute(select(passes.c.id).where(own))).first() is not None


async def _first_word(connection: AsyncConnection, voice_id: int, handler: Handler) -> None:
    """What the street office says is no word of the organisation's."""
    if handler.organisation_id is not None:
        silent = and_(_current(voice_id), passes.c.first_word_at.is_(None))
        await connection.execute(update(passes).where(silent).values(first_word_at=handler.now))


def _side(handler: Handler) -> str:
    return OFFICE if handler.organisation_id is None else ORGANISATION


def _current(voice_id: int) -> ColumnElement[bool]:
    return and_(
        passes.c.voice_id == voice_id, passes.c.passed_at.is_not(None), passes.c.ended_at.is_(None)
    )


def _asks(person_id: int) -> ColumnElement[bool]:
    return or_(passes.c.liaison_id.is_(None), passes.c.liaison_id == person_id)
