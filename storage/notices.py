"""Notices: composed as drafts, decided once, open for answers until they are closed.

States: `draft`, `open` (it has a number), `closed`, `recalled`, `discarded`. A draft's chat is the
group in which it was composed, None for a private chat; an open notice's chat is the group in which
its card is.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.audiences import EVERYBODY, Audience
from storage.database import query
from storage.tables import (
    answers,
    asked,
    liaisons,
    notices as table,
    organisations,
    people,
    reads,
)
from storage.values import Value

DRAFT, OPEN, CLOSED, RECALLED, DISCARDED = "draft", "open", "closed", "recalled", "discarded"
HELD = "held"
"""The panel of a notice that was sent and can still be taken back."""
PREVIEW, CARD = "notices.preview", "notices.card"
"""The deliveries that show a notice: to staff before it is sent, and in the group."""

RECEIPT, DIFFICULT, SIGN_UP, CHOICE, CHOICES = (
    "receipt",
    "difficulty",
    "signup",
    "choice",
    "choices",
)
NUMBER, TEXT, PAPER = "number", "text", "paper"
FORMS = (DIFFICULT, RECEIPT, SIGN_UP, CHOICE, CHOICES, NUMBER, TEXT, PAPER)
"""What a notice wants to hear; buttons name a form by its place, so new ones go to the end."""
BY_REPLY = (NUMBER, TEXT, PAPER)
"""The forms that need more than a button."""
RECEIVED, DIFFICULTY = "received", "difficulty"
COME, CANNOT = "come", "cannot"
CHOSEN, COUNTED, WRITTEN, HANDED_IN = "chosen", "counted", "written", "handed in"
"""The answers. A difficulty wants a reason; `come` and `counted` have an amount; the detail of
`chosen` is the places of the options, from 1, of `written` the words."""
NORMAL, IMPORTANT, URGENT = "normal", "important", "urgent"
WEIGHTS = (NORMAL, IMPORTANT, URGENT)


A_SECOND = timedelta(seconds=1)
"""An answer in the very second of the deadline counts; then the notice is closed."""


class Notice(Value):
    """A notice with the names of its people and how far it is answered."""

    id: int
    number: int | None
    text: str
    state: str
    chat_id: int | None
    author_id: int
    author: str
    created_at: datetime
    decided_by: int | None
    decider: str | None
    """Who sent or discarded it."""
    decided_at: datetime | None
    form: str
    options: str
    """Of a choice: one in each line."""
    places: int | None
    """How many can come to what it invites to; None: as many as like."""
    audience: str
    weight: str
    deadline: datetime | None
    remind_before: str
    """Minutes before the deadline at which who is missing is reminded: `1440,120`."""
    panel: str
    """Which choice a draft's preview shows; empty: the preview itself."""
    urged: int = 0
    """How often it was repeated because it is urgent."""
    closed_at: datetime | None
    asked: int
    """Organisations; `answered` counts those with difficulties too."""
    answered: int
    difficulties: int
    coming: int
    """People who come, those on the waiting list included; or the sum of the numbers given."""
    reads: int
    """People who read it and answer for no organisation that is asked."""

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(self.options.splitlines())

    @property
    def leads(self) -> tuple[timedelta, ...]:
        """How long before the deadline who is missing is reminded, the longest first."""
        minutes = sorted(map(int, filter(None, self.remind_before.split(","))), reverse=True)
        return tuple(timedelta(minutes=one) for one in minutes)

    @property
    def asks_people(self) -> bool:
        """True: everybody answers for themselves."""
        return self.whom.kind == EVERYBODY

    @property
    def whom(self) -> Audience:
        return Audience.read(self.audience)

    def takes_answers(self, now: datetime) -> bool:
        """True until the deadline, the second of it included."""
        return self.state == OPEN and (self.deadline is None or now < self.deadline + A_SECOND)


class Listing(Value):
    """A page of the sent notices: `number` of `count`, from 1."""

    notices: tuple[Notice, ...]
    number: int
    count: int


@query
async def listed(connection: AsyncConnection, number: int, size: int) -> Listing:
    """The sent notices, newest first: the page with this number, or the nearest that there is."""
    sent = table.c.number.is_not(None)
    total = (await connection.execute(select(func.count()).where(sent))).scalar_one()
    count = max(1, -(-total // size))
    number = min(max(number, 1), count)
    newest = _notices().where(sent).order_by(table.c.number.desc())
    rows = await connection.execute(newest.limit(size).offset((number - 1) * size))
    return Listing(notices=Notice.each(rows), number=number, count=count)


@query
async def open_ones(connection: AsyncConnection, most: int) -> tuple[Notice, ...]:
    """The newest notices that take answers, at most so many."""
    newest = _notices().where(table.c.state == OPEN).order_by(table.c.number.desc()).limit(most)
    return Notice.each(await connection.execute(newest))


@query
async def owed_by(
    connection: AsyncConnection, person_id: int, most: int
) -> tuple[tuple[Notice, tuple[str, ...]], ...]:
    """Open notices that the person's organisations have not answered, and which ones they are.

    The nearest deadline first, at most so many.
    """
    answered = exists().where(
        answers.c.notice_id == asked.c.notice_id,
        answers.c.organisation_id == asked.c.organisation_id,
    )
    lacking = (
        select(asked.c.notice_id, organisations.c.short_name)
        .join(organisations, organisations.c.id == asked.c.organisation_id)
        .join(liaisons, liaisons.c.organisation_id == asked.c.organisation_id)
        .where(liaisons.c.person_id == person_id, ~answered)
        .order_by(organisations.c.position)
    )
    names: dict[int, list[str]] = {}
    for notice_id, name in await connection.execute(lacking):
        names.setdefault(notice_id, []).append(name)
    still_open = _notices().where(table.c.id.in_(names), table.c.state == OPEN)
    order = table.c.deadline.asc().nulls_last(), table.c.number.desc()
    found = Notice.each(await connection.execute(still_open.order_by(*order).limit(most)))
    return tuple((notice, tuple(names[notice.id])) for notice in found)


@query
async def number_of(connection: AsyncConnection, notice_id: int) -> int | None:
    """The number by which people know the notice; None for a draft, or for none."""
    number = select(table.c.number).where(table.c.id == notice_id)
    return (await connection.execute(number)).scalar_one_or_none()


async def one(connection: AsyncConnection, which: ColumnElement[bool]) -> Notice | None:
    """The notice that a condition on the table names, within another query."""
    return Notice.of((await connection.execute(_notices().where(which))).one_or_none())


def _notices() -> Select[Any]:
    author, decider = people.alias("author"), people.alias("decider")
    return select(
        table,
        author.c.name.label("author"),
        decider.c.name.label("decider"),
        _count(asked.c.notice_id == table.c.id).label("asked"),
        _count(answers.c.notice_id == table.c.id).label("answered"),
        _count(answers.c.notice_id == table.c.id, answers.c.answer == DIFFICULTY).label(
            "difficulties"
        ),
        func.coalesce(
            select(func.sum(answers.c.amount))
            .where(answers.c.notice_id == table.c.id)
            .correlate(table)
            .scalar_subquery(),
            0,
        ).label("coming"),
        _count(reads.c.notice_id == table.c.id).label("reads"),
    ).select_from(
        table.join(author, author.c.id == table.c.author_id).outerjoin(
            decider, decider.c.id == table.c.decided_by
        )
    )


def _count(*which: ColumnElement[bool]) -> ScalarSelect[int]:
    """Counted by the primary key: an alliance has dozens of organisations, not thousands."""
    return select(func.count()).where(*which).correlate(table).scalar_subquery()
