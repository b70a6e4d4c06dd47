"""Activities and meetings to come: announced once, or again and again by a rule.

States: `draft` (what is being written), `announced`, `pattern` (its rule makes announcements, each
a row of its own that was copied from it) and `discarded`. An announcement of a pattern is known by
its `original_on`, the day by the rule, whatever day it was moved to.
"""

from datetime import date, datetime
from typing import Any

from pydantic import field_validator
from sqlalchemy import Select, and_, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.tables import (
    announcements as table,
    cohosts,
    deliveries as owed,
    organisations,
    people as persons,
    signups,
)
from storage.values import Value

CARD = "calendar.card"
"""The delivery: its preview while it is a draft, its card where it was announced."""
DRAFT, ANNOUNCED, PATTERN, DISCARDED = "draft", "announced", "pattern", "discarded"
STAY, MOVE, SKIP = "stay", "move", "skip"
HOLIDAYS = (STAY, MOVE, SKIP)
"""On a day off it takes place all the same, on the next working day, or not at all."""


class Plan(Value):
    """What is announced."""

    organisation_id: int
    title: str
    held_on: date
    place: str = ""
    chat_id: int
    starts: str = ""
    """Of the day, in the alliance's zone: `09:00`; empty: nobody said."""
    ends: str = ""
    about: str = ""
    is_meeting: bool = False
    """True: it is for liaisons and staff."""
    signs_up: bool = True
    """False: whoever likes comes."""
    places: int | None = None
    """How many can come; None: as many as like."""
    rule: str = ""
    """RFC 5545, RECUR; empty: once."""
    holidays: str = STAY
    cohosts: tuple[int, ...] = ()
    """Organisations that hold it too."""

    @field_validator("cohosts", mode="before")
    @classmethod
    def _from_text(cls, said: object) -> object:
        return tuple(map(int, _split(said, ","))) if _is_text(said) else said


class Announcement(Plan):
    """With its number, who comes, and what became of it."""

    id: int
    organisation: str
    announced_by: int
    announced_at: datetime
    announcer: str
    hosts: tuple[str, ...] = ()
    """The short names of those that hold it too."""
    state: str = ANNOUNCED
    pattern_id: int | None = None
    original_on: date | None = None
    planned_on: date | None = None
    """Of a pattern: the day on which its announcements were made last."""
    sequence: int = 0
    """How often it was changed (RFC 5545, SEQUENCE)."""
    changed_at: datetime | None = None
    was: str = ""
    """JSON: day, time and place as they were announced first, once one of them was changed."""
    panel: str = ""
    going: int = 0
    """People who have a place."""
    waiting: int = 0
    """People on the waiting list."""
    activity_id: int | None = None
    asked_at: datetime | None = None
    called_off_at: datetime | None = None

    @field_validator("hosts", mode="before")
    @classmethod
    def _names(cls, said: object) -> object:
        return _split(said, "\n") if _is_text(said) else said

    @property
    def free(self) -> int | None:
        """Places that are left; None: as many as like."""
        return None if self.places is None else max(0, self.places - self.going)

    @property
    def repeats(self) -> bool:
        return bool(self.rule)


@transaction
async def draft(  # noqa: PLR0913 - what, by whom, when, and where it is shown
    connection: AsyncConnection,
    plan: Plan,
    person_id: int,
    now: datetime,
    topic_id: int | None = None,
    *,
    is_shown: bool = True,
) -> int:
    """Keeps what is to be announced, and owes its preview; returns its id.

    `is_shown` False: nobody is shown anything.
    """
    values = plan.model_dump(exclude={"cohosts"})
    values |= {"announced_by": person_id, "announced_at": now, "state": DRAFT}
    made = insert(table).values(values).returning(table.c.id)
    number: int = (await connection.execute(made)).scalar_one()
    for organisation_id in dict.fromkeys(plan.cohosts):
        row = {"announcement_id": number, "organisation_id": organisation_id}
        await connection.execute(insert(cohosts).values(row))
    if is_shown:
        await deliveries.owe(connection, CARD, number, plan.chat_id, now, topic_id=topic_id)
    return number


@transaction
async def revise(connection: AsyncConnection, number: int, values: dict[str, Any]) -> bool:
    """Changes columns of a draft, and what its preview shows; False: it is no draft any more."""
    is_draft = and_(table.c.id == number, table.c.state == DRAFT)
    changed = await connection.execute(update(table).where(is_draft).values(values))
    await show(connection, number)
    return changed.rowcount == 1


@transaction
async def ask(
    connection: AsyncConnection, kind: str, number: int, chat_id: int, now: datetime
) -> None:
    """Owes a question about an announcement, to be answered by a reply."""
    await deliveries.owe(connection, kind, number, chat_id, now)


@query
async def one(connection: AsyncConnection, number: int) -> Announcement | None:
    """The announcement with this id, also a draft or a pattern."""
    return await found_one(connection, number)


is_on = and_(table.c.state == ANNOUNCED, table.c.called_off_at.is_(None))
ORDER = (table.c.held_on, table.c.starts, table.c.id)


def named() -> Select[Any]:
    """Every announcement, drafts too, with names and counts, for queries of others."""
    pattern = func.coalesce(table.c.pattern_id, table.c.id)
    other = organisations.alias("other")
    also = and_(cohosts.c.announcement_id == pattern, other.c.id == cohosts.c.organisation_id)
    names = select(func.group_concat(other.c.short_name, "\n")).where(also)
    ids = select(func.group_concat(cohosts.c.organisation_id)).where(
        cohosts.c.announcement_id == pattern
    )
    heads = select(func.coalesce(func.sum(1 + signups.c.companions), 0))
    mine = signups.c.announcement_id == table.c.id
    return (
        select(
            table,
            organisations.c.short_name.label("organisation"),
            persons.c.name.label("announcer"),
            names.correlate(table).scalar_subquery().label("hosts"),
            ids.correlate(table).scalar_subquery().label("cohosts"),
            heads.where(mine, ~signups.c.is_waiting)
            .correlate(table)
            .scalar_subquery()
            .label("going"),
            heads.where(mine, signups.c.is_waiting)
            .correlate(table)
            .scalar_subquery()
            .label("waiting"),
        )
        .join(organisations, organisations.c.id == table.c.organisation_id)
        .join(persons, persons.c.id == table.c.announced_by)
    )


async def found_one(connection: AsyncConnection, number: int) -> Announcement | None:
    """The announcement with this id, within another query or transaction."""
    found = await connection.execute(named().where(table.c.id == number))
    return Announcement.of(found.one_or_none())


async def show(connection: AsyncConnection, number: int) -> None:
    """Owes an edit to its cards and to those of its pattern, within another transaction."""
    pattern = select(table.c.pattern_id).where(
        table.c.id == number, table.c.pattern_id.is_not(None)
    )
    await deliveries.owe_edits(
        connection,
        and_(owed.c.kind == CARD, or_(owed.c.subject_id == number, owed.c.subject_id.in_(pattern))),
    )


def _is_text(said: object) -> bool:
    return said is None or isinstance(said, str)


def _split(said: object, sign: str) -> tuple[str, ...]:
    return tuple(filter(None, str(said or "").split(sign)))
