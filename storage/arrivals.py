"""How far the copies of a notice got in private chats, in figures."""

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.attachments import COPIED
from storage.database import query
from storage.notices import RECALLED, Notice, one
from storage.reminders import COPY
from storage.tables import broadcasts, deliveries as owed, notices, people, reminders as copies
from storage.values import Value

LAST = 60
"""From so many messages that left last the pace is reckoned."""
NAMED = 10
"""So many who could not be reached are named."""


class Arrivals(Value):
    """How far the copies of a notice got."""

    notice: Notice
    state: str
    """One of storage.broadcasts'."""
    total: int
    sent: int
    """Those that were withdrawn again are counted too."""
    withdrawn: int
    waiting: int
    unreached: int
    """Telegram said that the person cannot be written to."""
    unknown: int
    failed: int
    to_withdraw: int
    """Of a recalled notice: what arrived and is still there."""
    pace: float | None
    """Messages a second just now; None: too few have left to tell."""
    names: tuple[str, ...] = ()
    """Of those who could not be reached, the first by name."""

    @property
    def is_over(self) -> bool:
        """True: nothing more changes by itself."""
        return not self.waiting and not self.to_withdraw

    @property
    def went_wrong(self) -> bool:
        """True: somebody lacks it whom staff would want to know of."""
        return bool(self.unreached or self.unknown or self.failed)


@query
async def of(connection: AsyncConnection, notice_id: int) -> Arrivals | None:
    """How far the copies of a notice got; None: it has none."""
    return await found(connection, notice_id)


async def found(connection: AsyncConnection, notice_id: int) -> Arrivals | None:
    """The same within another query or transaction."""
    known = select(broadcasts.c.state).where(broadcasts.c.notice_id == notice_id)
    state = (await connection.execute(known)).scalar_one_or_none()
    notice = await one(connection, notices.c.id == notice_id) if state else None
    if state is None or notice is None:
        return None
    figures = (await connection.execute(_figures(notice))).mappings().one()
    pace, names = await _pace(connection, notice_id), await _unreached(connection, notice_id)
    return Arrivals(notice=notice, state=state, pace=pace, names=names, **figures)


def brings(notice_id: int) -> ColumnElement[bool]:
    """The deliveries of a notice's copies, and of the files that go with them."""
    files = and_(owed.c.kind.in_(COPIED.values()), owed.c.subject_id == notice_id)
    return or_(_is_copy(notice_id), files)


def _is_copy(notice_id: int) -> ColumnElement[bool]:
    of_it = select(copies.c.id).where(copies.c.notice_id == notice_id, copies.c.is_copy)
    return and_(owed.c.kind == COPY, owed.c.subject_id.in_(of_it))


def _figures(notice: Notice) -> Select[int, int, int, int, int, int, int, int]:
    state, arrived = owed.c.state, owed.c.message_id.is_not(None)
    dropped, has_fault = state == "dropped", func.coalesce(owed.c.fault, "") != ""
    stays = and_(state == "sent", owed.c.edit_owed)
    return select(
        func.count().label("total"),
        _sum(or_(state == "sent", and_(dropped, arrived))).label("sent"),
        _sum(and_(dropped, arrived)).label("withdrawn"),
        _sum(state.in_(("pending", "sending", "paused"))).label("waiting"),
        _sum(and_(dropped, ~arrived, has_fault)).label("unreached"),
        _sum(state == "unknown").label("unknown"),
        _sum(state == "failed").label("failed"),
        _sum(stays if notice.state == RECALLED else false()).label("to_withdraw"),
    ).where(_is_copy(notice.id))


def _sum(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


async def _pace(connection: AsyncConnection, notice_id: int) -> float | None:
    """By the moments at which the last ones left: what else is sent meanwhile counts too."""
    left = select(owed.c.sent_at).where(_is_copy(notice_id), owed.c.sent_at.is_not(None))
    last = (await connection.execute(left.order_by(owed.c.sent_at.desc()).limit(LAST))).scalars()
    moments = list(last)
    seconds = (moments[0] - moments[-1]).total_seconds() if moments else 0.0
    return (len(moments) - 1) / seconds if seconds else None


async def _unreached(connection: AsyncConnection, notice_id: int) -> tuple[str, ...]:
    lost = and_(_is_copy(notice_id), owed.c.state == "dropped", owed.c.message_id.is_(None))
    named = select(people.c.name).join(owed, owed.c.chat_id == people.c.id)
    named = named.where(lost, func.coalesce(owed.c.fault, "") != "")
    return tuple((await connection.execute(named.order_by(people.c.name).limit(NAMED))).scalars())
