"""Lists of whom a notice asks, kept by staff under a name for the notices to come.

A list is read when somebody chooses it: what becomes of it later changes no draft.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, revisions
from storage.audiences import Audience
from storage.database import query, transaction
from storage.notices import PREVIEW
from storage.tables import people, rosters as table
from storage.values import Value


class Roster(Value):
    """A list and who made it."""

    id: int
    name: str
    audience: str
    maker: str

    @property
    def whom(self) -> Audience:
        return Audience.read(self.audience)


class Kept(Value):
    """What keeping a list came to: the one that has the name now."""

    roster: Roster
    is_made: bool
    """False: somebody had given the name to another list before, which stays."""


@transaction
async def keep(  # noqa: PLR0913, PLR0917 - what, under which name, by whom, when
    connection: AsyncConnection,
    notice_id: int,
    name: str,
    person_id: int,
    now: datetime,
    then: Mapping[str, object],
) -> Kept | None:
    """Keeps a draft's audience under a name, then changes these columns of the draft.

    The same list under the same name again is no harm. None: it is no draft any more.
    """
    draft = await revisions.draft_of(connection, notice_id)
    if draft is None:
        return None
    made = insert(table).values(name=name, audience=draft.audience, made_by=person_id, made_at=now)
    is_new = (await connection.execute(made.on_conflict_do_nothing())).rowcount == 1
    row = (await connection.execute(_rosters().where(table.c.name == name))).one()
    kept = Roster.model_validate(row)
    is_made = is_new or kept.audience == draft.audience
    if is_made:
        await revisions.change(connection, draft, then)
    return Kept(roster=kept, is_made=is_made)


@transaction
async def forget(connection: AsyncConnection, roster_id: int, notice_id: int) -> str | None:
    """Deletes a list, which the preview of this draft shows no more; returns its name."""
    gone = delete(table).where(table.c.id == roster_id).returning(table.c.name)
    name: str | None = (await connection.execute(gone)).scalar_one_or_none()
    await deliveries.owe_edit(connection, PREVIEW, notice_id)
    return name


@query
async def one(connection: AsyncConnection, roster_id: int) -> Roster | None:
    """The list with this id."""
    found = _rosters().where(table.c.id == roster_id)
    return Roster.of((await connection.execute(found)).one_or_none())


async def every(connection: AsyncConnection) -> tuple[Roster, ...]:
    """All lists, the newest first, within another query."""
    newest = _rosters().order_by(table.c.id.desc())
    return Roster.each(await connection.execute(newest))


def _rosters() -> Select[tuple[object, ...]]:
    maker = people.c.name.label("maker")
    return select(table, maker).join(people, people.c.id == table.c.made_by)
