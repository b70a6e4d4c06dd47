"""For whom a press speaks, what was answered before, and whether there is a place for it."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.notices import (
    CANNOT,
    CHOICE,
    CHOICES,
    CHOSEN,
    COME,
    COUNTED,
    DIFFICULT,
    DIFFICULTY,
    HANDED_IN,
    NUMBER,
    PAPER,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
    TEXT,
    WRITTEN,
    Terms,
)
from storage.organisations import Organisation
from storage.people import Person
from storage.tables import answers as table, asked, liaisons, organisations, people
from storage.values import Value

MOST_COMING = 999
"""So many can come by one answer."""
ANSWERS = {
    DIFFICULT: (RECEIVED, DIFFICULTY),
    RECEIPT: (RECEIVED,),
    SIGN_UP: (COME, CANNOT),
    CHOICE: (CHOSEN,),
    CHOICES: (CHOSEN,),
    NUMBER: (COUNTED,),
    TEXT: (WRITTEN,),
    PAPER: (HANDED_IN,),
}
"""What each form wants to hear."""


class Answer(Value):
    """What is answered: one of storage.notices' answers, with what belongs to it."""

    answer: str
    amount: int | None = None
    detail: str = ""


class Paper(Value):
    """A file or photo that is handed in; `kind` is `photo`, `video` or `document`."""

    kind: str
    file_id: str
    file_unique_id: str
    name: str = ""


class Vote(Value):
    """One organisation that a press speaks for, and its answer before the press, if any.

    Without an organisation it is the person's own.
    """

    organisation: Organisation | None
    before: Answer | None
    by: Person | None
    """Who gave the answer before."""
    given: Answer | None = None
    """The answer now."""
    is_waiting: bool = False
    """True: all places were taken; it is on the waiting list."""
    is_noted: bool = False
    """True: staff wrote down the answer before, as they were told."""
    is_reaction: bool = False
    """True: the answer before was given by a reaction alone."""

    @property
    def is_news(self) -> bool:
        """True for another answer than before, and for one that makes it firm."""
        return self.before != self.given or self.is_noted or self.is_reaction


class Receipt(Value):
    """What a press met. Without votes it was a reading: nobody asked the one who pressed."""

    notice: Terms
    is_taken: bool
    """False: the notice takes no answers (any more), or not this one."""
    is_fitting: bool = True
    """False: it asks for something else."""
    wants_one: bool = False
    """True: the person answers for all of these, and has to say for which one."""
    votes: tuple[Vote, ...] = ()


def fits(notice: Terms, given: Answer) -> bool:
    """Whether a notice asks for such an answer: buttons of other forms can be forged."""
    options = map(str, range(1, len(notice.choices) + 1))
    is_there = given.answer != CHOSEN or given.detail in options
    return given.answer in ANSWERS[notice.form] and is_there


def with_given(notice: Terms, vote: Vote, given: Answer, *, more: bool = False) -> Vote:
    """The vote as it stands after the press: `more` adds to the amount of before.

    Where several options can be chosen, one that was chosen before is taken away.
    """
    before = vote.before if vote.before and vote.before.answer == given.answer else None
    if more:
        amount = min(
            max((before.amount or 0 if before else 0) + (given.amount or 0), 1), MOST_COMING
        )
        given = given.model_copy(update={"amount": amount})
    if notice.form == CHOICES:
        chosen = set(filter(None, before.detail.split(",") if before else ())) ^ {given.detail}
        given = given.model_copy(update={"detail": ",".join(sorted(chosen, key=int))})
    return vote.model_copy(update={"given": given})


async def seated(connection: AsyncConnection, notice: Terms, vote: Vote, person_id: int) -> Vote:
    """Whether there is a place for it, by those who came before."""
    if notice.places is None or vote.given is None or vote.given.answer != COME:
        return vote
    mine = select(table.c.queued_at, table.c.id).where(row_of(notice.id, vote, person_id))
    queued_at, answer_id = (await connection.execute(mine)).one()
    earlier = or_(
        table.c.queued_at < queued_at, and_(table.c.queued_at == queued_at, table.c.id <= answer_id)
    )
    come = and_(like(notice.id, vote), table.c.answer == COME)
    heads = select(func.sum(table.c.amount)).where(come, earlier)
    is_waiting = (await connection.execute(heads)).scalar_one() > notice.places
    return vote.model_copy(update={"is_waiting": is_waiting})


def id_of(vote: Vote) -> int | None:
    """The organisation's id; None for a person's own answer."""
    return vote.organisation.id if vote.organisation else None


def like(notice_id: int, vote: Vote) -> ColumnElement[bool]:
    """All answers to the notice that are of the same kind: of organisations, or of people."""
    own = table.c.organisation_id
    is_alike = own.is_(None) if vote.organisation is None else own.is_not(None)
    return and_(table.c.notice_id == notice_id, is_alike)


def row_of(notice_id: int, vote: Vote, person_id: int) -> ColumnElement[bool]:
    """The row of a vote: the organisation's, or the person's own."""
    if vote.organisation is not None:
        whose = table.c.organisation_id == vote.organisation.id
    else:
        whose = and_(table.c.organisation_id.is_(None), table.c.person_id == person_id)
    return and_(table.c.notice_id == notice_id, whose)


async def votes(
    connection: AsyncConnection, notice: Terms, person_id: int, organisation_id: int | None
) -> tuple[Vote, ...]:
    """For whom the person answers: for oneself, or for each asked organisation of one's own."""
    if notice.asks_people:
        mine = {"whose": notice.id, "who": person_id}
        before = (await connection.execute(_mine(), mine)).one_or_none()
        by = Person(id=person_id) if before else None
        is_reaction = bool(before and before.is_reaction)
        return (Vote(organisation=None, before=Answer.of(before), by=by, is_reaction=is_reaction),)
    served = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    own = _asked(notice.id).where(organisations.c.id.in_(served))
    if organisation_id is not None:
        own = own.where(organisations.c.id == organisation_id)
    return tuple(_vote(row) for row in await connection.execute(own))


async def vote_for(connection: AsyncConnection, notice: Terms, organisation_id: int) -> Vote | None:
    """For an asked organisation, whoever answers for it; None: it is not asked."""
    named = _asked(notice.id).where(organisations.c.id == organisation_id)
    row = (await connection.execute(named)).one_or_none()
    return _vote(row) if row else None


def _asked(notice_id: int) -> Select[Any]:
    """The asked organisations with their answers till now, in the register's order."""
    own = and_(
        table.c.notice_id == asked.c.notice_id,
        table.c.organisation_id == asked.c.organisation_id,
    )
    return (
        select(organisations, table.c.answer, table.c.amount, table.c.detail)
        .add_columns(table.c.person_id, people.c.name.label("answered_by"))
        .add_columns(table.c.is_noted, table.c.is_reaction)
        .select_from(
            asked.join(organisations, organisations.c.id == asked.c.organisation_id)
            .outerjoin(table, own)
            .outerjoin(people, people.c.id == table.c.person_id)
        )
        .where(asked.c.notice_id == notice_id)
        .order_by(organisations.c.position)
    )


async def own(connection: AsyncConnection, notice_id: int, person_id: int) -> Answer | None:
    """What a person answered for oneself, within another query; None: nothing yet."""
    mine = {"whose": notice_id, "who": person_id}
    return Answer.of((await connection.execute(_mine(), mine)).one_or_none())


@cache
def _mine() -> Select[Any]:
    """Somebody's answer for oneself; made once, because every press asks for it."""
    is_own = and_(table.c.organisation_id.is_(None), table.c.person_id == bindparam("who"))
    return select(table).where(table.c.notice_id == bindparam("whose"), is_own)


def _vote(row: Row[Any]) -> Vote:
    by = Person(id=row.person_id, name=row.answered_by) if row.answer else None
    before = Answer.model_validate(row) if row.answer else None
    how = {"is_noted": bool(row.is_noted), "is_reaction": bool(row.is_reaction)}
    return Vote(organisation=Organisation.model_validate(row), before=before, by=by, **how)
