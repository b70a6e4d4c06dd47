"""All there is to say about a notice in one look: for its Excel sheet and its picture."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, trails
from storage.database import query, transaction
from storage.notices import DIFFICULTY, Notice, one
from storage.organisations import Organisation
from storage.people import Liaison
from storage.readings import Reading
from storage.reminders import MENTION, REMINDER
from storage.tables import (
    answers,
    asked,
    changes,
    deliveries as owed,
    liaisons,
    notices,
    organisations,
    papers,
    people,
    reads,
    reminders,
)
from storage.values import Value
from storage.votes import Answer

SHEET, POSTER = "notices.sheet", "notices.poster"
"""The deliveries: the Excel sheet of a notice, and the picture of its board."""


class Line(Value):
    """One asked organisation; `answer` is empty and `answered_at` None until it has answered."""

    organisation: Organisation
    answer: str
    amount: int | None = None
    detail: str = ""
    reason: str
    answered_by: str
    answered_at: datetime | None
    is_noted: bool = False
    """True: `answered_by` is staff who wrote down what they were told."""
    papers: int = 0
    """Files and photos that were handed in."""
    liaisons: tuple[Liaison, ...]
    """Deputies last."""
    reminded: tuple[datetime, ...]
    """When it was reminded while it was missing, oldest first."""

    @property
    def given(self) -> Answer:
        """The answer as a value of its own."""
        return Answer(answer=self.answer, amount=self.amount, detail=self.detail)


class Change(Answer):
    """An answer as it was given at a moment, also one that another took the place of.

    An empty one was taken back. Without an organisation it was the person's own.
    """

    organisation: str | None
    person: str
    at: datetime
    reason: str = ""
    """Of a difficulty, where this is what was added to it."""
    is_noted: bool = False
    """True: the person is staff and wrote down what was said."""


class Sheet(Value):
    """A notice, all whom it asks in the register's order, and who else saw it."""

    notice: Notice
    lines: tuple[Line, ...]
    people: tuple[Change, ...] = ()
    """What people answered for themselves, in the order in which they came."""
    changes: tuple[Change, ...] = ()
    """All that was ever answered, oldest first."""
    readings: tuple[Reading, ...]
    head: str = ""
    """Of the record of changes: it proves later that nothing of this was changed."""

    @property
    def missing(self) -> int:
        return sum(not line.answer for line in self.lines)

    @property
    def difficulties(self) -> int:
        return sum(line.answer == DIFFICULTY for line in self.lines)


@transaction
async def order(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection, kind: str, number: int, chat_id: int, language: str, now: datetime
) -> bool:
    """Owes the sheet or the picture of the notice with this number; False: there is none.

    One that is still on its way to the chat is not owed again.
    """
    found = select(notices.c.id).where(notices.c.number == number)
    notice_id = (await connection.execute(found)).scalar_one_or_none()
    if notice_id is None:
        return False
    same = and_(owed.c.kind == kind, owed.c.subject_id == notice_id, owed.c.chat_id == chat_id)
    waits = select(owed.c.id).where(same, owed.c.state == "pending", owed.c.language == language)
    if (await connection.execute(waits.limit(1))).first() is None:
        await deliveries.owe(connection, kind, notice_id, chat_id, now, language=language)
    return True


@query
async def sheet(connection: AsyncConnection, notice_id: int) -> Sheet | None:
    """The sheet of the notice with this id."""
    notice = await one(connection, notices.c.id == notice_id)
    if notice is None:
        return None
    people_of, rounds = await _liaisons(connection, notice_id), await _rounds(connection, notice_id)
    rows = await connection.execute(_answered(notice_id))
    return Sheet(
        notice=notice,
        lines=tuple(_line(row, people_of[row.id], rounds) for row in rows),
        people=await _people(connection, notice_id),
        changes=await _changes(connection, notice_id),
        readings=await _readings(connection, notice_id),
        head=await trails.head(connection),
    )


Round = tuple[datetime, int | None]
"""A reminder that went out: when, and to whom; None: the group was told."""


def _line(row: Row[Any], own: list[Liaison], rounds: list[Round]) -> Line:
    return Line(
        organisation=Organisation.model_validate(row),
        answer=row.answer or "",
        amount=row.amount,
        detail=row.detail or "",
        papers=row.papers,
        reason=row.reason or "",
        answered_by=row.answered_by or "",
        answered_at=row.answered_at,
        is_noted=bool(row.is_noted),
        liaisons=tuple(own),
        reminded=_reminded(rounds, {person.id for person in own}, row.answered_at),
    )


def _reminded(
    rounds: Iterable[Round], own: set[int], answered_at: datetime | None
) -> tuple[datetime, ...]:
    """Each round once, in private or by name in the group; who has answered is not reminded."""
    heard = {at for at, person in rounds if person is None or person in own}
    return tuple(sorted(at for at in heard if answered_at is None or at < answered_at))


def _answered(notice_id: int) -> Any:  # noqa: ANN401 - a statement of many columns
    own = and_(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    handed_in = select(func.count()).where(
        papers.c.notice_id == asked.c.notice_id, papers.c.organisation_id == asked.c.organisation_id
    )
    return (
        select(organisations, answers.c.answer, answers.c.amount, answers.c.detail)
        .add_columns(answers.c.reason, answers.c.answered_at, answers.c.is_noted)
        .add_columns(handed_in.correlate(asked).scalar_subquery().label("papers"))
        .add_columns(people.c.name.label("answered_by"))
        .select_from(
            asked.join(organisations, organisations.c.id == asked.c.organisation_id)
            .outerjoin(answers, own)
            .outerjoin(people, people.c.id == answers.c.person_id)
        )
        .where(asked.c.notice_id == notice_id)
        .order_by(organisations.c.position, organisations.c.id)
    )


async def _liaisons(connection: AsyncConnection, notice_id: int) -> dict[int, list[Liaison]]:
    """By organisation, deputies last, the longest-serving first."""
    found = (
        select(people, liaisons.c.organisation_id, liaisons.c.is_deputy)
        .join(liaisons, liaisons.c.person_id == people.c.id)
        .join(asked, asked.c.organisation_id == liaisons.c.organisation_id)
        .where(asked.c.notice_id == notice_id)
        .order_by(liaisons.c.is_deputy, liaisons.c.since, people.c.id)
    )
    by_organisation: dict[int, list[Liaison]] = defaultdict(list)
    for row in await connection.execute(found):
        by_organisation[row.organisation_id].append(Liaison.model_validate(row))
    return by_organisation


async def _rounds(connection: AsyncConnection, notice_id: int) -> list[Round]:
    """The reminders that arrived, or perhaps did."""
    shows = and_(owed.c.kind.in_((REMINDER, MENTION)), owed.c.subject_id == reminders.c.id)
    arrived = select(owed.c.id).where(shows, owed.c.state.in_(("sent", "unknown")))
    found = select(reminders.c.reminded_at, reminders.c.person_id)
    found = found.where(reminders.c.notice_id == notice_id, arrived.exists())
    return [(row.reminded_at, row.person_id) for row in await connection.execute(found)]


async def _readings(connection: AsyncConnection, notice_id: int) -> tuple[Reading, ...]:
    found = (
        select(people.c.name, reads.c.read_at)
        .join(people, people.c.id == reads.c.person_id)
        .where(reads.c.notice_id == notice_id)
        .order_by(reads.c.read_at, people.c.id)
    )
    return Reading.each(await connection.execute(found))


async def _people(connection: AsyncConnection, notice_id: int) -> tuple[Change, ...]:
    found = (
        select(answers.c.answer, answers.c.amount, answers.c.detail)
        .add_columns(literal(None).label("organisation"), people.c.name.label("person"))
        .add_columns(answers.c.answered_at.label("at"))
        .join(people, people.c.id == answers.c.person_id)
        .where(answers.c.notice_id == notice_id, answers.c.organisation_id.is_(None))
        .order_by(func.coalesce(answers.c.queued_at, answers.c.answered_at), answers.c.id)
    )
    return Change.each(await connection.execute(found))


async def _changes(connection: AsyncConnection, notice_id: int) -> tuple[Change, ...]:
    found = (
        select(changes.c.answer, changes.c.amount, changes.c.detail)
        .add_columns(organisations.c.name.label("organisation"), people.c.name.label("person"))
        .add_columns(changes.c.changed_at.label("at"), changes.c.reason, changes.c.is_noted)
        .join(people, people.c.id == changes.c.person_id)
        .outerjoin(organisations, organisations.c.id == changes.c.organisation_id)
        .where(changes.c.notice_id == notice_id)
        .order_by(changes.c.id)
    )
    return Change.each(await connection.execute(found))
