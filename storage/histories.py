"""What happened to a notice, from the record: who answered, reminded, called or changed what."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query
from storage.notices import Notice, one
from storage.tables import (
    calls,
    changes,
    notices,
    organisations,
    people,
    reminders,
    turns,
    wordings,
)
from storage.values import Value
from storage.votes import Answer

MOST = 1000
"""So many events of each kind are read, the newest; the Excel sheet has all answers."""
SENT, ANSWERED, UNDONE, EXPLAINED = "sent", "answered", "undone", "explained"
REMINDED, COPIED, REWORDED, CALLED, GIVEN_BACK = (
    "reminded",
    "copied",
    "reworded",
    "called",
    "given back",
)
"""Kinds of events, beside those of storage.turns."""


class Event(Value):
    """Something that happened; by itself when there is no person."""

    at: datetime
    kind: str
    person: str = ""
    organisations: tuple[str, ...] = ()
    """Short names; of many at once, the first few."""
    count: int = 1
    """Of organisations, or of people who were written to."""
    given: Answer = Answer(answer="")
    is_changed: bool = False
    """True: there was another answer before."""
    is_noted: bool = False
    text: str = ""
    """A reason, whole; or the text that a notice had before."""
    until: datetime | None = None
    in_group: bool = False
    """True: the group was reminded, too."""


class History(Value):
    """A notice and what happened to it, newest first."""

    notice: Notice
    events: tuple[Event, ...]
    is_whole: bool
    """False: there was more than is read."""


NAMED = 3


@query
async def numbered(connection: AsyncConnection, number: int) -> History | None:
    """The history of the notice that people know by this number."""
    notice = await one(connection, notices.c.number == number)
    if notice is None:
        return None
    found = [
        await _answers(connection, notice.id),
        await _reminders(connection, notice.id),
        await _calls(connection, notice.id),
        await _wordings(connection, notice.id),
        await _turns(connection, notice.id),
    ]
    sent_at = notice.decided_at or notice.created_at
    sent = Event(at=sent_at, kind=SENT, person=notice.decider or notice.author)
    every = sorted([event for events in found for event in events], key=lambda one: one.at)
    newest = (*reversed(every), sent)
    is_whole = all(len(events) < MOST for events in found)
    return History(notice=notice, events=newest, is_whole=is_whole)


async def _answers(connection: AsyncConnection, notice_id: int) -> list[Event]:
    found = (
        select(changes, organisations.c.short_name, people.c.name)
        .join(people, people.c.id == changes.c.person_id)
        .outerjoin(organisations, organisations.c.id == changes.c.organisation_id)
        .where(changes.c.notice_id == notice_id)
        .order_by(changes.c.id.desc())
        .limit(MOST)
    )
    rows = (await connection.execute(found)).all()
    return _in_order(list(reversed(rows)))


def _in_order(rows: Sequence[Row[Any]]) -> list[Event]:
    answered: set[int] = set()
    events = []
    for _, together in groupby(rows, key=_press):
        same = list(together)
        whose = {row.organisation_id or row.person_id for row in same}
        events.append(_answer(same, is_changed=not whose.isdisjoint(answered)))
        answered = answered | whose if same[0].answer else answered - whose
    return events


def _press(row: Row[Any]) -> tuple[object, ...]:
    """What was taken back by one press is one event, every answer one of its own."""
    return (row.id,) if row.answer else (row.changed_at, row.person_id)


def _answer(same: Sequence[Row[Any]], *, is_changed: bool) -> Event:
    first = same[0]
    kind = ANSWERED if first.answer else UNDONE
    return Event(
        at=first.changed_at,
        kind=EXPLAINED if first.reason else kind,
        person=first.name,
        organisations=tuple(row.short_name for row in same[:NAMED] if row.short_name),
        count=len(same),
        given=Answer.model_validate(first),
        is_changed=is_changed,
        is_noted=first.is_noted,
        text=first.reason,
    )


async def _reminders(connection: AsyncConnection, notice_id: int) -> list[Event]:
    """One for each round, however many were written to."""
    table = reminders.c
    rounds = (
        select(table.reminded_at, table.is_copy, func.max(people.c.name).label("by"))
        .add_columns(func.count(table.person_id).label("people"), func.count().label("all"))
        .select_from(reminders.outerjoin(people, people.c.id == table.reminded_by))
        .where(table.notice_id == notice_id)
        .group_by(table.reminded_at, table.is_copy)
        .order_by(table.reminded_at.desc())
        .limit(MOST)
    )
    return [
        Event(
            at=row.reminded_at,
            kind=COPIED if row.is_copy else REMINDED,
            person=row.by or "",
            count=row.people,
            in_group=row.all > row.people,
        )
        for row in await connection.execute(rounds)
    ]


async def _calls(connection: AsyncConnection, notice_id: int) -> list[Event]:
    """What was taken, or given back, by one press is one event."""
    found = (
        select(calls, organisations.c.short_name, people.c.name)
        .join(people, people.c.id == calls.c.person_id)
        .join(organisations, organisations.c.id == calls.c.organisation_id)
        .where(calls.c.notice_id == notice_id)
        .order_by(calls.c.id.desc())
        .limit(MOST)
    )
    rows = (await connection.execute(found)).all()
    taken = [(row.taken_at, row.name, row.short_name) for row in rows]
    back = [(row.given_back_at, row.name, row.short_name) for row in rows if row.given_back_at]
    return [*_at_once(CALLED, taken), *_at_once(GIVEN_BACK, back)]


def _at_once(kind: str, rows: Iterable[tuple[datetime, str, str]]) -> list[Event]:
    events = []
    for (at, person), same in groupby(sorted(rows), key=lambda row: row[:2]):
        names = [name for _, _, name in same]
        event = Event(at=at, kind=kind, person=person, count=len(names))
        events.append(event.model_copy(update={"organisations": tuple(names[:NAMED])}))
    return events


async def _wordings(connection: AsyncConnection, notice_id: int) -> list[Event]:
    found = (
        select(wordings, people.c.name)
        .join(people, people.c.id == wordings.c.person_id)
        .where(wordings.c.notice_id == notice_id)
        .order_by(wordings.c.id.desc())
        .limit(MOST)
    )
    return [
        Event(at=row.changed_at, kind=REWORDED, person=row.name, text=row.text)
        for row in await connection.execute(found)
    ]


async def _turns(connection: AsyncConnection, notice_id: int) -> list[Event]:
    found = (
        select(turns, people.c.name)
        .outerjoin(people, people.c.id == turns.c.person_id)
        .where(turns.c.notice_id == notice_id)
        .order_by(turns.c.id.desc())
        .limit(MOST)
    )
    return [
        Event(at=row.turned_at, kind=row.turn, person=row.name or "", until=row.until)
        for row in await connection.execute(found)
    ]
