"""How far a notice is answered: every asked organisation, its answer, its liaisons."""

from collections import Counter
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import calls
from storage.database import query
from storage.notices import CHOICE, CHOICES, COME, DIFFICULTY, SIGN_UP, Notice, answers_to, one
from storage.organisations import Organisation
from storage.people import Liaison
from storage.tables import answers, asked, liaisons, notices, organisations, people
from storage.values import Value
from storage.votes import Answer

ENTRIES = 500
"""So many answers are listed at most; the numbers count all."""


class Standing(Value):
    """Where one asked organisation stands with a notice; `answer` is empty until it has one."""

    organisation: Organisation
    liaisons: tuple[Liaison, ...]
    """All who can answer for it, deputies last."""
    answer: str
    amount: int | None = None
    detail: str = ""
    reason: str
    answered_by: str
    answered_at: datetime | None = None
    is_noted: bool = False
    """True: `answered_by` is staff who wrote down what they were told."""
    caller: str = ""
    """Who of the staff is calling it, while it is missing."""

    @property
    def given(self) -> Answer:
        """The answer as a value of its own."""
        return Answer(answer=self.answer, amount=self.amount, detail=self.detail)

    def to_call(self, *, deputies_too: bool = False) -> tuple[Liaison, ...]:
        """To whom a private message goes: liaisons; their deputies if none can be reached."""
        reached = tuple(one for one in self.liaisons if one.is_reachable)
        first = tuple(one for one in reached if not one.is_deputy)
        return reached if deputies_too else first or reached


class Entry(Value):
    """Somebody's answer where many are listed: an organisation's, or a person's own."""

    name: str
    answer: str
    amount: int | None
    detail: str
    is_waiting: bool
    """True: all places were taken before; it is on the waiting list."""


class Board(Value):
    """A notice and all whom it asks, in the register's order."""

    notice: Notice
    standings: tuple[Standing, ...]
    entries: tuple[Entry, ...] = ()
    """Of a sign-up, and of what everybody answers for themselves: the first come first."""
    chosen: tuple[int, ...] = ()
    """Of a choice: how often each option was taken, in their order."""

    @property
    def missing(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if not standing.answer)

    def to_call(self, *, deputies_too: bool = False) -> tuple[int, ...]:
        """The ids of those who are written to about missing organisations, each once."""
        called = [standing.to_call(deputies_too=deputies_too) for standing in self.missing]
        return tuple(dict.fromkeys(person.id for people in called for person in people))

    @property
    def uncalled(self) -> "Board":
        """Without those that staff are calling: what comes by itself leaves them in peace."""
        left = tuple(one for one in self.standings if not one.caller)
        return self.model_copy(update={"standings": left})

    @property
    def out_of_reach(self) -> tuple[Standing, ...]:
        """Missing organisations with nobody to whom the bot can write."""
        return tuple(one for one in self.missing if not one.to_call(deputies_too=True))

    @property
    def difficulties(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.answer == DIFFICULTY)


@query
async def board(connection: AsyncConnection, notice_id: int) -> Board | None:
    """The board of the notice with this id."""
    return await found(connection, notices.c.id == notice_id)


@query
async def numbered(connection: AsyncConnection, number: int) -> Board | None:
    """The board of the notice that people know by this number."""
    return await found(connection, notices.c.number == number)


async def found(connection: AsyncConnection, which: ColumnElement[bool]) -> Board | None:
    """The board of the notice that a condition names, within another query or transaction."""
    notice = await one(connection, which)
    if notice is None:
        return None
    callers = await calls.callers(connection, notice.id)
    rows = await connection.execute(_standings(notice.id))
    by_id = groupby(rows, key=lambda row: row.id)
    standings = (_standing(list(same), callers.get(one, "")) for one, same in by_id)
    return Board(
        notice=notice,
        standings=tuple(standings),
        entries=await _entries(connection, notice),
        chosen=await _chosen(connection, notice),
    )


async def own(connection: AsyncConnection, notice_id: int, person_id: int) -> tuple[Standing, ...]:
    """Where those stand whom a person answers for, within another query."""
    served = select(liaisons.c.organisation_id).where(liaisons.c.person_id == person_id)
    mine = _standings(notice_id).where(asked.c.organisation_id.in_(served))
    rows = await connection.execute(mine)
    return tuple(_standing(list(same), "") for _, same in groupby(rows, key=lambda row: row.id))


async def _entries(connection: AsyncConnection, notice: Notice) -> tuple[Entry, ...]:
    """In the order in which they came; who takes more places stands where that was done."""
    if notice.form != SIGN_UP and not notice.asks_people:
        return ()
    order = (func.coalesce(answers.c.queued_at, answers.c.answered_at), answers.c.id)
    comes = answers.c.answer == COME
    before = func.sum(answers.c.amount).over(partition_by=comes, order_by=order)
    is_waiting = false() if notice.places is None else and_(comes, before > literal(notice.places))
    name = func.coalesce(organisations.c.short_name, people.c.name)
    listed = (
        select(name.label("name"), answers.c.answer, answers.c.amount, answers.c.detail)
        .add_columns(is_waiting.label("is_waiting"))
        .select_from(
            answers.join(people, people.c.id == answers.c.person_id).outerjoin(
                organisations, organisations.c.id == answers.c.organisation_id
            )
        )
        .where(answers_to(notice.id))
        .order_by(*order)
        .limit(ENTRIES)
    )
    return Entry.each(await connection.execute(listed))


async def _chosen(connection: AsyncConnection, notice: Notice) -> tuple[int, ...]:
    if notice.form not in {CHOICE, CHOICES}:
        return ()
    given = select(answers.c.detail, func.count()).where(answers_to(notice.id))
    counted: Counter[int] = Counter()
    for detail, count in await connection.execute(given.group_by(answers.c.detail)):
        for place in filter(str.isdecimal, detail.split(",")):
            counted[int(place)] += count
    return tuple(counted[place] for place, _ in enumerate(notice.choices, start=1))


def _standings(notice_id: int) -> Select[Any]:
    """A row for each liaison of each asked organisation, and one for an organisation without."""
    answerer, liaison = people.alias("answerer"), people.alias("liaison")
    own = and_(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    return (
        select(
            organisations, answers.c.answer, answers.c.reason, answerer.c.name.label("answered_by")
        )
        .add_columns(answers.c.amount, answers.c.detail, answers.c.answered_at)
        .add_columns(answers.c.is_noted)
        .add_columns(liaison.c.id.label("liaison_id"), liaison.c.name.label("liaison_name"))
        .add_columns(liaison.c.is_reachable, liaison.c.unreached_why, liaisons.c.is_deputy)
        .select_from(
            asked.join(organisations, organisations.c.id == asked.c.organisation_id)
            .outerjoin(answers, own)
            .outerjoin(answerer, answerer.c.id == answers.c.person_id)
            .outerjoin(liaisons, liaisons.c.organisation_id == organisations.c.id)
            .outerjoin(liaison, liaison.c.id == liaisons.c.person_id)
        )
        .where(asked.c.notice_id == notice_id)
        .order_by(organisations.c.position, organisations.c.id)
        .order_by(liaisons.c.is_deputy, liaisons.c.since)
    )


def _standing(rows: list[Row[Any]], caller: str) -> Standing:
    first = rows[0]
    return Standing(
        organisation=Organisation.model_validate(first),
        liaisons=tuple(_liaison(row) for row in rows if row.liaison_id),
        answer=first.answer or "",
        amount=first.amount,
        detail=first.detail or "",
        reason=first.reason or "",
        answered_by=first.answered_by or "",
        answered_at=first.answered_at,
        is_noted=bool(first.is_noted),
        caller="" if first.answer else caller,
    )


def _liaison(row: Row[Any]) -> Liaison:
    return Liaison(
        id=row.liaison_id,
        name=row.liaison_name,
        is_reachable=row.is_reachable,
        unreached_why=row.unreached_why,
        is_deputy=row.is_deputy,
    )
