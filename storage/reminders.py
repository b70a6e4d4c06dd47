"""Reminders of a notice: a row for each message, to a liaison in private or to the group.

The rows of one reminding have the same moment; a row without a person is the group's.
"""

from datetime import datetime, timedelta

from sqlalchemy import and_, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import boards, deliveries, destinations, jobs
from storage.boards import Board
from storage.database import query, transaction
from storage.notices import OPEN
from storage.plans import REMIND
from storage.tables import (
    deliveries as owed,
    liaisons,
    notices,
    people,
    reminders as table,
)
from storage.values import Value

REMINDER, MENTION = "notices.reminder", "notices.mention"
"""The deliveries: to a liaison in private, and the one that names organisations in the group."""
COPY = "notices.copy"
"""The delivery of an important notice to a liaison in private, kept beside the reminders."""
AGAIN = timedelta(minutes=1)
"""Who reminds within so long of another meant the same."""
GATHERING = timedelta(seconds=5)
"""So long the group's message waits for others who cannot be reached."""


class Reminded(Value):
    """What reminding came to."""

    is_again: bool = False
    """True: somebody had just done it, so nothing was."""
    people: int = 0
    """Liaisons who are written to in private."""
    named: int = 0
    """Organisations that are named in the group."""
    lost: int = 0
    """Organisations that nothing reaches: there is no group to name them in."""


class Reminder(Value):
    """One message of a reminding."""

    id: int
    notice_id: int
    person_id: int | None
    reminded_at: datetime
    promised_at: datetime | None
    """When it should have come; None: it is not late."""
    reminded_by: int | None
    """None: it came by itself."""
    is_shown: bool
    """True: it has arrived, so it can be changed but not withheld any more."""


@transaction
async def remind(
    connection: AsyncConnection,
    notice_id: int,
    now: datetime,
    promised_at: datetime | None = None,
    by: int | None = None,
) -> Reminded | None:
    """Owes a message to all who are missing; None for a notice that takes no answers.

    What comes by itself, and not `by` a person, leaves out whom staff are calling.
    """
    return await _remind(connection, notice_id, now, promised_at, by)


@transaction
async def remind_instead(
    connection: AsyncConnection, notice_id: int, now: datetime, by: int
) -> Reminded | None:
    """The same, and not at the planned moment any more."""
    done = await _remind(connection, notice_id, now, None, by)
    if done is not None and not done.is_again:
        await jobs.cancel(connection, REMIND, notice_id)
    return done


async def _remind(
    connection: AsyncConnection,
    notice_id: int,
    now: datetime,
    promised_at: datetime | None,
    by: int | None,
) -> Reminded | None:
    board = await boards.found(connection, notices.c.id == notice_id)
    if board is None or board.notice.state != OPEN or board.notice.is_held:
        return None
    if by is None and board.notice.is_over(now):
        return None
    if await _was_just_done(connection, notice_id, now):
        return Reminded(is_again=True)
    board = board.uncalled if by is None else board
    return await remind_missing(connection, board, now, promised_at, by)


async def remind_missing(
    connection: AsyncConnection,
    board: Board,
    now: datetime,
    promised_at: datetime | None,
    by: int | None = None,
) -> Reminded:
    """Owes a message to all who are missing, within another transaction.

    The first time to liaisons; who is still missing when it is done again has deputies called too.
    """
    notice_id = board.notice.id
    before = select(table.c.id).where(table.c.notice_id == notice_id, ~table.c.is_copy)
    is_again = (await connection.execute(before.limit(1))).first() is not None
    called = board.to_call(deputies_too=is_again)
    for person_id in called:
        made = await keep(connection, notice_id, person_id, now, promised_at, by=by)
        await deliveries.owe(connection, REMINDER, made, person_id, now)
    silent = len(board.out_of_reach)
    if not silent or await destinations.first(connection, notice_id) is None:
        return Reminded(people=len(called), lost=silent)
    made = await keep(connection, notice_id, None, now, promised_at, by=by)
    await _gather(connection, made, notice_id, now)
    return Reminded(people=len(called), named=silent)


@transaction
async def pass_on(connection: AsyncConnection, reminder_id: int, now: datetime) -> None:
    """Its person cannot be reached: a deputy hears instead, and if there is none, the group.

    The group's message is one for many. Of a copy it hears nothing: the card asks everybody.
    """
    found = await connection.execute(select(table).where(table.c.id == reminder_id))
    private = found.one_or_none()
    board = await boards.found(connection, notices.c.id == private.notice_id) if private else None
    if private is None or board is None or board.notice.state != OPEN:
        return
    same = and_(table.c.notice_id == board.notice.id, table.c.reminded_at == private.reminded_at)
    told = select(table.c.person_id).where(same, table.c.is_copy == private.is_copy)
    heard = set((await connection.execute(told)).scalars())
    own = [one for one in board.missing if private.person_id in {p.id for p in one.liaisons}]
    facts, by = (private.reminded_at, private.promised_at), private.reminded_by
    for person_id in sorted({person.id for one in own for person in one.to_call()} - heard):
        copied = private.is_copy
        made = await keep(connection, board.notice.id, person_id, *facts, is_copy=copied, by=by)
        kind = COPY if private.is_copy else REMINDER
        await deliveries.owe(connection, kind, made, person_id, now)
    if not private.is_copy and any(not one.to_call() for one in own):
        group = select(table.c.id).where(same, table.c.person_id.is_(None))
        made_before = (await connection.execute(group)).scalar_one_or_none()
        mention = made_before or await keep(connection, board.notice.id, None, *facts, by=by)
        await _gather(connection, mention, board.notice.id, now)


@query
async def one(connection: AsyncConnection, reminder_id: int) -> tuple[Reminder, Board] | None:
    """What one message of a reminding has to show: its facts and the notice as it stands."""
    shows = and_(owed.c.kind.in_((REMINDER, MENTION, COPY)), owed.c.subject_id == table.c.id)
    sent = owed.c.state.concat("") == "sent"  # else all that was ever sent is gone through
    is_shown = select(owed.c.id).where(shows, sent).exists()
    found = select(table, is_shown.label("is_shown")).where(table.c.id == reminder_id)
    reminder = Reminder.of((await connection.execute(found)).one_or_none())
    if reminder is None:
        return None
    board = await boards.found(connection, notices.c.id == reminder.notice_id)
    return (reminder, board) if board else None


async def settle(connection: AsyncConnection, notice_id: int, organisation_ids: list[int]) -> None:
    """Organisations have answered: owes edits to what reminded them, in that transaction."""
    theirs = select(liaisons.c.person_id).where(liaisons.c.organisation_id.in_(organisation_ids))
    concerned = or_(table.c.person_id.is_(None), table.c.person_id.in_(theirs))
    reminded = select(table.c.id, table.c.person_id, table.c.is_copy)
    reminded = reminded.where(table.c.notice_id == notice_id)
    rows = (await connection.execute(reminded.where(concerned))).all()
    for row in rows:
        if row.person_id is not None:
            await deliveries.owe_edit(connection, COPY if row.is_copy else REMINDER, row.id)
    mentions = [row.id for row in rows if row.person_id is None]
    if mentions and not await _are_reached(connection, organisation_ids):
        for mention in mentions:
            await deliveries.owe_edit(connection, MENTION, mention)


async def _are_reached(connection: AsyncConnection, organisation_ids: list[int]) -> bool:
    """True when each has a liaison to whom the bot can write: the group's message named none."""
    reached = (
        select(func.count(liaisons.c.organisation_id.distinct()))
        .join(people, people.c.id == liaisons.c.person_id)
        .where(liaisons.c.organisation_id.in_(organisation_ids), people.c.is_reachable)
    )
    return bool((await connection.execute(reached)).scalar_one() == len(organisation_ids))


async def _was_just_done(connection: AsyncConnection, notice_id: int, now: datetime) -> bool:
    """Either way on the clock: one that was set back must not forbid reminders for a day."""
    near = and_(table.c.reminded_at > now - AGAIN, table.c.reminded_at < now + AGAIN)
    near = and_(near, ~table.c.is_copy)
    done = select(table.c.id).where(table.c.notice_id == notice_id, near).limit(1)
    return (await connection.execute(done)).one_or_none() is not None


async def keep(  # noqa: PLR0913 - a row of columns
    connection: AsyncConnection,
    notice_id: int,
    person_id: int | None,
    now: datetime,
    promised_at: datetime | None,
    *,
    is_copy: bool = False,
    by: int | None = None,
) -> int:
    """Keeps one message of a reminding, or a copy, within another transaction; returns its id."""
    made = insert(table).values(notice_id=notice_id, person_id=person_id, is_copy=is_copy)
    made = made.values(reminded_at=now, promised_at=promised_at, reminded_by=by)
    reminder_id: int = (await connection.execute(made.returning(table.c.id))).scalar_one()
    return reminder_id


async def _gather(
    connection: AsyncConnection, reminder_id: int, notice_id: int, now: datetime
) -> None:
    """Owes the group's message a little later; one that waits is put off, one sent is edited."""
    alive = owed.c.state.in_(("pending", "sending", "sent", "unknown"))
    shows = and_(owed.c.kind == MENTION, owed.c.subject_id == reminder_id)
    if (await connection.execute(select(owed.c.id).where(shows, alive))).first() is not None:
        await deliveries.postpone(connection, MENTION, reminder_id, now + GATHERING)
        await deliveries.owe_edit(connection, MENTION, reminder_id)
        return
    place = await destinations.first(connection, notice_id)
    if place is not None:
        where, topic_id = (reminder_id, place.chat_id, now + GATHERING), place.topic_id or None
        await deliveries.owe(connection, MENTION, *where, topic_id=topic_id)
