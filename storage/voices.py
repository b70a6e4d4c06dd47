"""What somebody says that they need: under their name, or without one.

A voice is a row from the choice between the two. Whoever has no name is told by a handle
(`storage/cloaks.py`), which is wiped when the voice comes to its end; nothing else points to them.
States: `draft`, `said` (staff are not told yet), `open`, `passed` (to an organisation), `solved`
(the person is asked), `closed`, `joined` (to another one, that leads it).
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.cloaks import NOBODY
from storage.database import touch
from storage.tables import (
    organisations,
    people,
    voice_parts as parts,
    voice_passes as passes,
    voices as table,
)
from storage.values import Value

TOPIC = "voices"
"""Touched when something that nobody shall find any more was deleted."""
DRAFT, SAID, OPEN, PASSED = "draft", "said", "open", "passed"
SOLVED, CLOSED, JOINED = "solved", "closed", "joined"
STANDING = (SAID, OPEN, PASSED, SOLVED, JOINED)
WAITS = (OPEN, PASSED, SOLVED)
"""What staff have before them."""
SPEAKER, OFFICE, ORGANISATION = "speaker", "office", "organisation"
"""Who speaks."""
CARD, CASE, HEARD, AGAIN = "voices.card", "voices.case", "voices.heard", "voices.again"
"""To staff, to liaisons, and to whoever handles it: new words, and that it is open again."""
SHOWN = (CARD, CASE)


class Part(Value):
    """Words, a photo or a place."""

    id: int
    side: str
    person_id: int | None
    author: str | None
    """None: without a name."""
    is_first: bool
    """True: it is what was said at first."""
    is_told: bool
    text: str
    latitude: float | None
    longitude: float | None
    path: str | None
    said_on: date | None


class Pass(Value):
    """An organisation that was asked to see to it; `passed_at` None: the day is still chosen."""

    id: int
    voice_id: int
    organisation_id: int
    organisation: str
    """The short name."""
    liaison_id: int | None
    """The one liaison who was asked; None: all of the organisation's."""
    liaison: str | None
    passed_at: datetime | None
    answer_by: date | None
    first_word_at: datetime | None
    solved_at: datetime | None
    ended_at: datetime | None


class Voice(Value):
    """A voice, whole; `person_id` None: without a name."""

    id: int
    number: int | None
    state: str
    person_id: int | None
    name: str | None
    key_name: bytes | None
    handle: bytes | None
    said_on: date | None
    has_news: bool
    main_id: int | None
    main_number: int | None
    solution: str
    solved_on: date | None
    ended: str
    closed_on: date | None
    reopened: int
    parts: tuple[Part, ...] = ()
    passes: tuple[Pass, ...] = ()

    @property
    def is_nameless(self) -> bool:
        return self.person_id is None

    @property
    def current(self) -> Pass | None:
        """Who sees to it now."""
        standing = (one for one in self.passes if one.passed_at and not one.ended_at)
        return next(iter(standing), None)

    @property
    def first(self) -> tuple[Part, ...]:
        return tuple(one for one in self.parts if one.is_first)

    @property
    def body(self) -> str:
        """What was said at first, in words."""
        return "\n".join(one.text for one in self.first if one.text)

    @property
    def photos(self) -> tuple[str, ...]:
        """The paths of all its photos that those who handle it may see."""
        return tuple(one.path for one in self.parts if one.path and (one.is_first or one.is_told))

    @property
    def spots(self) -> tuple[Part, ...]:
        told = (one for one in self.parts if one.is_first or one.is_told)
        return tuple(one for one in told if one.latitude is not None)


async def tell(
    connection: AsyncConnection, voice_id: int, kind: str, subject_id: int, now: datetime
) -> None:
    """Owes whoever said it a message; to somebody without a name, to nobody's chat."""
    which = select(table.c.person_id, table.c.handle).where(table.c.id == voice_id)
    row = (await connection.execute(which)).one()
    if row.person_id is not None and row.person_id > 0:
        await deliveries.owe(connection, kind, subject_id, row.person_id, now)
    elif row.handle is not None:
        await deliveries.owe(connection, kind, subject_id, NOBODY, now)


async def tell_all(connection: AsyncConnection, voice_id: int, kind: str, now: datetime) -> None:
    """The same to those of the voices that were joined to it as well; each hears of their own."""
    for one_id in (voice_id, *await followers(connection, voice_id)):
        await tell(connection, one_id, kind, one_id, now)


async def followers(connection: AsyncConnection, voice_id: int) -> Sequence[int]:
    """Those that were joined to it and are not at their end."""
    joined = and_(table.c.main_id == voice_id, table.c.state == JOINED)
    return (await connection.execute(select(table.c.id).where(joined))).scalars().all()


async def show(connection: AsyncConnection, voice_id: int) -> None:
    """The cards of staff and liaisons show how it stands."""
    await deliveries.owe_edit(connection, CARD, voice_id)
    own = select(passes.c.id).where(passes.c.voice_id == voice_id)
    for pass_id in (await connection.execute(own)).scalars().all():
        await deliveries.owe_edit(connection, CASE, pass_id)


async def cut(connection: AsyncConnection, ids: Iterable[int]) -> None:
    """Nobody can find out any more who said it, with any key."""
    touch(connection, TOPIC)
    gone = update(table).where(table.c.id.in_(tuple(ids)))
    await connection.execute(gone.values(key_name=None, handle=None))


def named() -> Select[Any]:
    """All voices, with what they are called; for `whole`."""
    main = table.alias("main")
    return (
        select(table, people.c.name, main.c.number.label("main_number"))
        .outerjoin(people, people.c.id == table.c.person_id)
        .outerjoin(main, main.c.id == table.c.main_id)
    )


async def whole(connection: AsyncConnection, which: Select[Any]) -> tuple[Voice, ...]:
    """The voices that a statement names, each with its parts and with who was asked."""
    rows = (await connection.execute(which)).all()
    ids = [row.id for row in rows]
    said: dict[int, list[Part]] = {}
    listed = (
        select(parts, people.c.name.label("author"))
        .outerjoin(people, people.c.id == parts.c.person_id)
        .where(parts.c.voice_id.in_(ids))
        .order_by(parts.c.id)
    )
    for row in await connection.execute(listed):
        said.setdefault(row.voice_id, []).append(Part.model_validate(row))
    asked: dict[int, list[Pass]] = {}
    to_whom = (
        select(passes, organisations.c.short_name.label("organisation"))
        .add_columns(people.c.name.label("liaison"))
        .join(organisations, organisations.c.id == passes.c.organisation_id)
        .outerjoin(people, people.c.id == passes.c.liaison_id)
        .where(passes.c.voice_id.in_(ids))
        .order_by(passes.c.id)
    )
    for row in await connection.execute(to_whom):
        asked.setdefault(row.voice_id, []).append(Pass.model_validate(row))
    return tuple(
        Voice.model_validate(row).model_copy(
            update={"parts": tuple(said.get(row.id, ())), "passes": tuple(asked.get(row.id, ()))}
        )
        for row in rows
    )
