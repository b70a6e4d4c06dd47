"""A reaction to a notice counts as Received, where staff want it so and nobody answered yet."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, readings, records
from storage.database import transaction
from storage.notices import CARD, DIFFICULT, OPEN, RECEIPT, RECEIVED, Terms, terms
from storage.tables import chats, deliveries as owed, liaisons, notices, reactions as table
from storage.votes import Answer, Receipt, Vote, votes

UNCOUNTED = "notices.uncounted"
"""The delivery that tells somebody, once for a notice, that a reaction did not count."""
FORMS = (DIFFICULT, RECEIPT)
"""Those that a nod answers."""
FRESH = timedelta(days=1)
"""A word that is below no notice means one of the last day."""


class Reacted(NamedTuple):
    """What somebody's reactions to one message are now; none at all was taken away."""

    chat_id: int
    message_id: int
    person_id: int
    is_received: bool
    """True: one of them says Received."""
    is_any: bool
    tell_in: int | None
    """The person's private chat, if the bot can write to it."""


@transaction
async def react(
    connection: AsyncConnection, notice_id: int, reacted: Reacted, now: datetime
) -> None:
    """Answers for those who have not answered; taking it away takes back what it gave.

    What was said in another way before or since stays. Who has nothing to answer has read it.
    """
    notice = await terms(connection, notice_id)
    if notice is None or notice.form not in FORMS:
        return
    counts = await _counts(connection, notice_id, reacted.chat_id)
    found = await votes(connection, notice, reacted.person_id, None)
    stood = await _stand(connection, notice_id, reacted, now) if counts else False
    missing = _missing(found)
    is_by_others = all(vote.by and vote.by.id != reacted.person_id for vote in found)
    if counts and reacted.is_any and is_by_others and notice.takes_answers(now):
        await readings.note(connection, notice_id, reacted.person_id, now)
    if reacted.is_received and not (counts and notice.takes_answers(now)):
        await _tell(connection, notice_id, reacted, now) if missing else None
    elif reacted.is_received:
        await _take(connection, notice, missing, reacted.person_id, now)
    elif stood and notice.takes_answers(now):
        given = tuple(vote for vote in found if vote.is_reaction)
        await _take_back(connection, notice, given, reacted.person_id, now)


@transaction
async def nod(
    connection: AsyncConnection, chat_id: int, person_id: int, now: datetime
) -> Receipt | None:
    """The same by a word in a group where reactions count, which is below no notice.

    It counts if there is one notice alone that it can mean: sent there within a day, and not
    answered by those for whom the person answers. Nothing is guessed: of two it means none.
    """
    counting = select(chats.c.id).where(chats.c.id == chat_id, chats.c.counts_reactions)
    if (await connection.execute(counting)).first() is None:
        return None
    here = and_(owed.c.kind == CARD, owed.c.chat_id == chat_id, owed.c.state == "sent")
    fresh = and_(notices.c.state == OPEN, notices.c.decided_at > now - FRESH)
    asks = and_(fresh, notices.c.form.in_(FORMS), notices.c.id == owed.c.subject_id)
    found = (await connection.execute(select(notices.c.id).distinct().where(asks, here))).scalars()
    meant: list[tuple[Terms, tuple[Vote, ...]]] = []
    for notice_id in found.all():
        notice = await terms(connection, notice_id)
        if notice is not None and notice.takes_answers(now):
            whose = await votes(connection, notice, person_id, None)
            meant += [(notice, missing)] if (missing := _missing(whose)) else []
    if len(meant) != 1:
        return None
    ((notice, missing),) = meant
    new = await _take(connection, notice, missing, person_id, now, is_reaction=False)
    return Receipt(notice=notice, is_taken=True, votes=new)


def _missing(found: Iterable[Vote]) -> tuple[Vote, ...]:
    return tuple(vote for vote in found if vote.before is None)


async def _counts(connection: AsyncConnection, notice_id: int, chat_id: int) -> bool:
    """In a private chat, if they do in a group that the notice went to."""
    counting = select(chats.c.id).where(chats.c.counts_reactions)
    card = and_(owed.c.kind == CARD, owed.c.subject_id == notice_id, owed.c.chat_id == chats.c.id)
    here = or_(chats.c.id == chat_id, select(owed.c.id).where(card).exists())
    there = chats.c.id == chat_id if chat_id < 0 else here  # Bot API: groups have negative ids
    return (await connection.execute(counting.where(there).limit(1))).first() is not None


async def _stand(
    connection: AsyncConnection, notice_id: int, reacted: Reacted, now: datetime
) -> bool:
    """Keeps whether it stands; True if it stood before."""
    message = {"chat_id": reacted.chat_id, "message_id": reacted.message_id}
    whose = message | {"person_id": reacted.person_id}
    if not reacted.is_received:
        its = and_(*(table.c[name] == value for name, value in whose.items()))
        return (await connection.execute(delete(table).where(its))).rowcount == 1
    kept = insert(table).values(**whose, notice_id=notice_id, reacted_at=now)
    return (await connection.execute(kept.on_conflict_do_nothing())).rowcount == 0


async def _take(  # noqa: PLR0913 - whose, by whom, when, how
    connection: AsyncConnection,
    notice: Terms,
    missing: tuple[Vote, ...],
    person_id: int,
    now: datetime,
    *,
    is_reaction: bool = True,
) -> tuple[Vote, ...]:
    given = Answer(answer=RECEIVED)
    new = tuple(vote.model_copy(update={"given": given}) for vote in missing)
    for vote in new:
        await records.take(connection, notice, vote, person_id, now, is_reaction=is_reaction)
    if new:
        await records.show(connection, notice, list(new), person_id)
    return new


async def _take_back(
    connection: AsyncConnection,
    notice: Terms,
    given: tuple[Vote, ...],
    person_id: int,
    now: datetime,
) -> None:
    """Not while another reaction stands that says the same for the same organisation."""
    gone = [vote for vote in given if not await _stands(connection, notice.id, vote, person_id)]
    for vote in gone:
        await records.take_back(connection, notice.id, vote, person_id, now)
    if gone:
        await records.show(connection, notice, gone, person_id)


async def _stands(connection: AsyncConnection, notice_id: int, vote: Vote, person_id: int) -> bool:
    whose: ColumnElement[bool] = table.c.person_id == person_id
    if vote.organisation is not None:
        served = liaisons.c.organisation_id == vote.organisation.id
        whose = table.c.person_id.in_(select(liaisons.c.person_id).where(served))
    others = select(table.c.person_id).where(table.c.notice_id == notice_id, whose)
    return (await connection.execute(others.limit(1))).first() is not None


async def _tell(
    connection: AsyncConnection, notice_id: int, reacted: Reacted, now: datetime
) -> None:
    if reacted.tell_in is None:
        return
    of_it = and_(owed.c.kind == UNCOUNTED, owed.c.subject_id == notice_id)
    told = select(owed.c.id).where(of_it, owed.c.chat_id == reacted.tell_in)
    if (await connection.execute(told.limit(1))).first() is None:
        await deliveries.owe(connection, UNCOUNTED, notice_id, reacted.tell_in, now)
