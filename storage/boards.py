"""How far a notice is answered: every asked organisation, its answer, its liaisons."""

from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.notices import DIFFICULTY, Notice, one
from storage.organisations import Organisation
from storage.people import Person
from storage.tables import answers, asked, liaisons, notices, organisations, people
from storage.values import Value


class Standing(Value):
    """Where one asked organisation stands with a notice; `answer` is empty until it has one."""

    organisation: Organisation
    liaisons: tuple[Person, ...]
    answer: str
    reason: str
    answered_by: str


class Board(Value):
    """A notice and all whom it asks, in the register's order."""

    notice: Notice
    standings: tuple[Standing, ...]

    @property
    def missing(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if not standing.answer)

    @property
    def reachable(self) -> tuple[Person, ...]:
        """The liaisons of missing organisations to whom the bot can write, each once."""
        people = [one for standing in self.missing for one in standing.liaisons]
        return tuple(dict.fromkeys(one for one in people if one.is_reachable))

    @property
    def out_of_reach(self) -> tuple[Standing, ...]:
        """Missing organisations with no liaison to whom the bot can write."""
        return tuple(
            standing
            for standing in self.missing
            if not any(one.is_reachable for one in standing.liaisons)
        )

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
    rows = await connection.execute(_standings(notice.id))
    standings = (_standing(list(same)) for _, same in groupby(rows, key=lambda row: row.id))
    return Board(notice=notice, standings=tuple(standings))


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
        .add_columns(liaison.c.id.label("liaison_id"), liaison.c.name.label("liaison_name"))
        .add_columns(liaison.c.is_reachable)
        .select_from(
            asked.join(organisations, organisations.c.id == asked.c.organisation_id)
            .outerjoin(answers, own)
            .outerjoin(answerer, answerer.c.id == answers.c.person_id)
            .outerjoin(liaisons, liaisons.c.organisation_id == organisations.c.id)
            .outerjoin(liaison, liaison.c.id == liaisons.c.person_id)
        )
        .where(asked.c.notice_id == notice_id)
        .order_by(organisations.c.position, organisations.c.id, liaisons.c.since)
    )


def _standing(rows: list[Row[Any]]) -> Standing:
    first = rows[0]
    return Standing(
        organisation=Organisation.model_validate(first),
        liaisons=tuple(
            Person(id=row.liaison_id, name=row.liaison_name, is_reachable=row.is_reachable)
            for row in rows
            if row.liaison_id
        ),
        answer=first.answer or "",
        reason=first.reason or "",
        answered_by=first.answered_by or "",
    )
