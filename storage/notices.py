"""Notices: composed as drafts, decided once, open for answers until they are closed.

States: `draft`, `open` (it has a number), `closed`, `recalled`, `discarded`; `scheduled` (a pattern
that is copied again and again) and `ended`. A draft's chat is the
group in which it was composed, None for a private chat; an open notice's chat is the first group in
which it has a card, None when it went to private chats only.
"""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.audiences import EVERYBODY, Audience
from storage.database import query
from storage.tables import answers, asked, notices as table, people, reads
from storage.values import Value

DRAFT, OPEN, CLOSED, RECALLED, DISCARDED = "draft", "open", "closed", "recalled", "discarded"
SCHEDULED, ENDED = "scheduled", "ended"
HELD = "held"
"""The panel of a notice that was sent and can still be taken back: nothing of it has left."""
GONE = "notices.gone"
"""The job at the moment at which it leaves."""
PREVIEW, CARD = "notices.preview", "notices.card"
"""The deliveries that show a notice: to staff before it is sent, and in the group."""
UNHEARD, CALLS = "notices.unheard", "notices.calls"
"""The deliveries to staff: who did not answer an urgent notice however often reminded, and (by
one of the calls) whom the reader calls about it."""

QUESTION = "notices.question"
"""Deliveries that ask staff for something about a draft begin with it: one for each panel."""

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
EACH_ITS_OWN = (SIGN_UP, *BY_REPLY)
"""Forms in which two organisations of one liaison would hardly answer the same."""
RECEIVED, DIFFICULTY = "received", "difficulty"
COME, CANNOT = "come", "cannot"
CHOSEN, COUNTED, WRITTEN, HANDED_IN = "chosen", "counted", "written", "handed in"
"""The answers. A difficulty wants a reason; `come` and `counted` have an amount; the detail of
`chosen` is the places of the options, from 1, of `written` the words."""
NORMAL, IMPORTANT, URGENT = "normal", "important", "urgent"
WEIGHTS = (NORMAL, IMPORTANT, URGENT)


LATE = timedelta(minutes=5)
"""What goes out later than so after its moment says so."""
A_SECOND = timedelta(seconds=1)
"""An answer in the very second of the deadline counts; then the notice is closed."""


class Terms(Value):
    """What a notice asks, without names and counts: all that a press needs, and found at once."""

    id: int
    number: int | None
    text: str
    state: str
    chat_id: int | None
    author_id: int
    created_at: datetime
    decided_by: int | None
    decided_at: datetime | None
    form: str
    options: str
    """Of a choice: one in each line."""
    places: int | None
    """How many can come to what it invites to; None: as many as like."""
    audience: str
    weight: str
    deadline: datetime | None
    pattern_id: int | None = None
    """Of an occurrence: the notice that it was copied from."""
    remind_before: str
    """Minutes before the deadline at which who is missing is reminded: `1440,120`."""
    goes_private: bool
    """True: it also goes to the private chats of those whom it asks, whatever its weight."""
    panel: str
    """Which choice a draft's preview shows; empty: the preview itself."""
    steps: str = ""
    """Of a draft that is written step by step: the present step and those that follow."""
    urged: int = 0
    """How often it was repeated because it is urgent."""
    closed_at: datetime | None

    @property
    def choices(self) -> tuple[str, ...]:
        return tuple(self.options.splitlines())

    @property
    def leads(self) -> tuple[timedelta, ...]:
        """How long before the deadline who is missing is reminded, the longest first."""
        minutes = sorted(map(int, filter(None, self.remind_before.split(","))), reverse=True)
        return tuple(timedelta(minutes=one) for one in minutes)

    def is_over(self, now: datetime) -> bool:
        """True when a reminder comes too late; the deadline itself may be wanted as one."""
        if self.deadline is None or now < self.deadline:
            return False
        return timedelta(0) not in self.leads

    @property
    def is_late(self) -> bool:
        """True: an occurrence went out later than it was promised."""
        if self.pattern_id is None or self.decided_at is None:
            return False
        return self.decided_at - self.created_at > LATE

    @property
    def is_held(self) -> bool:
        """True: it was sent, and nothing of it has left yet."""
        return self.state == OPEN and self.panel.startswith(HELD)

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


class Notice(Terms):
    """A notice with the names of its people and how far it is answered."""

    author: str
    decider: str | None
    """Who sent or discarded it."""
    asked: int
    """Organisations; `answered` counts those with difficulties too."""
    answered: int
    difficulties: int
    coming: int
    """People who come, those on the waiting list included; or the sum of the numbers given."""
    reads: int
    """People who pressed and had nothing to answer: members, and liaisons after a colleague."""


has_left = ~table.c.panel.startswith(HELD)
"""What waits for its moment is in no list yet."""


@query
async def by_id(connection: AsyncConnection, notice_id: int) -> Notice | None:
    """The notice with this id."""
    return await one(connection, table.c.id == notice_id)


@query
async def number_of(connection: AsyncConnection, notice_id: int) -> int | None:
    """The number by which people know the notice; None for a draft, or for none."""
    number = select(table.c.number).where(table.c.id == notice_id)
    return (await connection.execute(number)).scalar_one_or_none()


async def every(connection: AsyncConnection, which: ColumnElement[bool]) -> tuple[Notice, ...]:
    """All notices that a condition on the table names, within another query."""
    return Notice.each(await connection.execute(selected().where(which)))


async def terms(connection: AsyncConnection, notice_id: int) -> Terms | None:
    """What the notice with this id asks, within another query; nothing is counted."""
    found = await connection.execute(_terms(), {"which": notice_id})
    return Terms.of(found.one_or_none())


@cache
def _terms() -> Select[Any]:
    """Made once: every answer asks for it."""
    return select(table).where(table.c.id == bindparam("which"))


def answers_to(notice_id: ColumnElement[int] | int) -> ColumnElement[bool]:
    """The answers to a notice: of organisations, or of people; each kind has its own index."""
    own = answers.c.notice_id == notice_id
    return or_(
        and_(own, answers.c.organisation_id.is_not(None)),
        and_(own, answers.c.organisation_id.is_(None)),
    )


async def one(connection: AsyncConnection, which: ColumnElement[bool]) -> Notice | None:
    """The notice that a condition on the table names, within another query."""
    return Notice.of((await connection.execute(selected().where(which))).one_or_none())


def selected() -> Select[Any]:
    """Every notice with the names of its people and its counts, for queries of others."""
    author, decider = people.alias("author"), people.alias("decider")
    return select(
        table,
        author.c.name.label("author"),
        decider.c.name.label("decider"),
        _count(asked.c.notice_id == table.c.id).label("asked"),
        _count(answers_to(table.c.id)).label("answered"),
        _count(answers_to(table.c.id), answers.c.answer == DIFFICULTY).label("difficulties"),
        func.coalesce(
            select(func.sum(answers.c.amount))
            .where(answers_to(table.c.id))
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
    """By an index of what is counted; not for a press, of which there are thousands at once."""
    return select(func.count()).where(*which).correlate(table).scalar_subquery()
