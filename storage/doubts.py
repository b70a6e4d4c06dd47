"""What perhaps or surely did not arrive, what could not be handled, and telling staff of it.

Staff are told once: as long as something is open, their message is edited, not repeated.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Update, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, touch
from storage.tables import chats, deliveries as table, inbox, people
from storage.values import Value

TOPIC = "doubts"
"""Touched when something became doubtful, and when it was settled."""
NEWS, SETTLED = "deliveries.doubts", "deliveries.settled"
"""The deliveries that tell a member of staff; their subject is that person's id."""
OWN = (NEWS, SETTLED)
"""Never doubted themselves: one that fails must not make another."""
UNKNOWN, FAILED = "unknown", "failed"
STATES = (UNKNOWN, FAILED)
MOST = 300
"""So many of each kind are listed; the newest first, so settling them shows the others."""
DOUBTFUL = and_(table.c.state.in_(STATES), table.c.kind.not_in(OWN))
ASIDE = and_(inbox.c.fault.is_not(None), inbox.c.done_at.is_(None))


class Count(Value):
    """How much is open of each kind."""

    unknown: int
    failed: int
    aside: int

    @property
    def is_settled(self) -> bool:
        return not (self.unknown or self.failed or self.aside)


class Doubt(Value):
    """A message that perhaps (`unknown`) or surely (`failed`) did not arrive."""

    id: int
    kind: str
    subject_id: int
    chat_id: int
    state: str
    message_id: int | None
    fault: str | None
    tries: int
    """Tells one doubt of a message from the next: a button is good for the one it was made for."""
    due_at: datetime
    where: str = ""
    """The group's title or the person's name; empty when neither is known."""


class Aside(Value):
    """An update that could not be handled; `raw` is Telegram's JSON, `fault` the apology's id."""

    update_id: int
    raw: str
    received_at: datetime
    fault: str
    error: str | None


class Overview(Value):
    """All that is open, newest first."""

    doubts: tuple[Doubt, ...]
    asides: tuple[Aside, ...]


@query
async def count(connection: AsyncConnection) -> Count:
    """How much waits for a decision."""
    return await _count(connection)


@query
async def overview(connection: AsyncConnection) -> Overview:
    """What waits for a decision."""
    where = func.coalesce(chats.c.title, people.c.name, "").label("where")
    named = table.outerjoin(chats, chats.c.id == table.c.chat_id).outerjoin(
        people, people.c.id == table.c.chat_id
    )
    newest = select(table, where).select_from(named).where(DOUBTFUL)
    doubts = await connection.execute(newest.order_by(table.c.id.desc()).limit(MOST))
    latest = select(inbox).where(ASIDE).order_by(inbox.c.received_at.desc()).limit(MOST)
    asides = await connection.execute(latest)
    return Overview(doubts=Doubt.each(doubts), asides=Aside.each(asides))


async def tell_staff(connection: AsyncConnection, kind: str, due_at: datetime) -> None:
    """Something of this kind became doubtful, by the transaction that calls this.

    Every reachable member of staff is owed one message; who has one has it edited.
    """
    if kind in OWN:
        return
    touch(connection, TOPIC)
    touch(connection, table.name)
    await connection.execute(_edited(_shown("pending", "sending", "sent")))
    told = select(table.c.subject_id).where(
        table.c.kind == NEWS, table.c.state.in_(("pending", "sending", "sent"))
    )
    untold = select(people.c.id).where(
        people.c.is_staff, people.c.is_reachable, people.c.id.not_in(told)
    )
    rows: list[dict[str, Any]] = [
        {"kind": NEWS, "subject_id": one, "chat_id": one, "due_at": due_at}
        for one in (await connection.execute(untold)).scalars()
    ]
    if rows:
        await connection.execute(insert(table), rows)


async def ease(connection: AsyncConnection) -> None:
    """Something was settled, by the transaction that calls this: those who were told see it.

    What told them becomes another kind, so the next doubt makes a new message.
    """
    touch(connection, TOPIC)
    touch(connection, table.name)
    if not (await _count(connection)).is_settled:
        await connection.execute(_edited(_shown("pending", "sending", "sent")))
        return
    await connection.execute(_shown("pending").values(state="dropped"))
    await connection.execute(_edited(_shown("sending", "sent", "unknown")).values(kind=SETTLED))


def _shown(*states: str) -> Update:
    """The messages that tell of open doubts."""
    return update(table).where(table.c.kind == NEWS, table.c.state.in_(states))


def _edited(shown: Update) -> Update:
    return shown.values(edit_owed=True, revision=table.c.revision + 1)


async def _count(connection: AsyncConnection) -> Count:
    states = select(table.c.state, func.count()).where(DOUBTFUL).group_by(table.c.state)
    found: dict[str, int] = {row[0]: row[1] for row in await connection.execute(states)}
    aside = (await connection.execute(select(func.count()).where(ASIDE))).scalar_one()
    return Count(unknown=found.get(UNKNOWN, 0), failed=found.get(FAILED, 0), aside=aside)
