"""A table of service points that is taken over: what it would add and change, and that it does."""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, point_lists, points
from storage.database import query, transaction
from storage.entries import Organisation, folded
from storage.points import Facts, Point
from storage.registers import Imported
from storage.tables import organisations
from storage.values import Value

BOOK, CSV = "points.book", "points.table"
"""The messages that bring all service points as a file."""
ASK = "points.ask_table"
"""The message that asks for one, of no subject."""


class Row(Value):
    """A line of the table; what it has no column for is not set (`model_fields_set`)."""

    line: int
    organisation: str
    """As it is called there."""
    name: str
    kind: str = "other"
    level: str = ""
    address: str = ""
    given_latitude: float | None = None
    given_longitude: float | None = None
    datum: str = ""
    hours: str = ""
    phone: str = ""
    offers: str = ""


class Changed(Value):
    """What the table says of a point otherwise than what is kept."""

    old: Point
    new: Mapping[str, Any]
    """By column."""


class Stranger(Value):
    """A line whose organisation the register does not know."""

    line: int
    organisation: str


class Plan(Value):
    """What taking a table over would do to what is kept now."""

    added: tuple[Facts, ...] = ()
    changed: tuple[Changed, ...] = ()
    unchanged: int = 0
    left_out: int = 0
    """Points of which the table does not speak; they stay as they are."""
    strangers: tuple[Stranger, ...] = ()
    """With one of these it cannot be taken over."""

    @property
    def does_something(self) -> bool:
        return bool(self.added or self.changed)

    @property
    def mark(self) -> int:
        """A number that is another one whenever the plan is another one, but for 1 in 2**32."""
        said = [
            [one.model_dump(mode="json") for one in self.added],
            [[one.old.id, one.old.revision, sorted(one.new.items())] for one in self.changed],
            [self.unchanged, self.left_out],
        ]
        return zlib.crc32(json.dumps(said, sort_keys=True).encode())


class Kept(Value):
    """What a table is compared with."""

    points: tuple[Point, ...]
    organisations: tuple[Organisation, ...]

    def plan(self, rows: Sequence[Row]) -> Plan:
        """A point is known by its organisation and its name."""
        owners = {folded(name): one.id for one in self.organisations for name in _names(one)}
        there = {(one.organisation_id, folded(one.name)): one for one in self.points}
        added, changed, same, strangers = [], [], 0, []
        for row in rows:
            owner = owners.get(folded(row.organisation))
            if owner is None:
                strangers.append(Stranger(line=row.line, organisation=row.organisation))
                continue
            said = row.model_dump(include=row.model_fields_set - {"line", "organisation"})
            old = there.pop((owner, folded(row.name)), None)
            if old is None:
                added.append(Facts.model_validate(said | {"organisation_id": owner}))
                continue
            new = {name: value for name, value in said.items() if value != getattr(old, name)}
            if new:
                changed.append(Changed(old=old, new=new))
            same += not new
        return Plan(
            added=tuple(added),
            changed=tuple(changed),
            unchanged=same,
            left_out=len(there),
            strangers=tuple(strangers),
        )


@query
async def kept(connection: AsyncConnection) -> Kept:
    """All points that stand, and whose they may be."""
    return await _kept(connection)


@transaction
async def ask(connection: AsyncConnection, chat_id: int, now: datetime) -> None:
    """Owes the question for a table."""
    await deliveries.owe(connection, ASK, 0, chat_id, now)


@transaction
async def hand_out(
    connection: AsyncConnection, kind: str, chat_id: int, language: str, now: datetime
) -> None:
    """Owes all service points as a file."""
    await deliveries.owe(connection, kind, 0, chat_id, now, language=language)


async def take_over(
    connection: AsyncConnection, rows: Sequence[Row], mark: int, person_id: int, now: datetime
) -> Imported | None:
    """Takes a table's rows over within a transaction; None: the points have changed since."""
    planned = (await _kept(connection)).plan(rows)
    if planned.mark != mark or planned.strangers or not rows:
        return None
    for facts in planned.added:
        await points.add(connection, facts, person_id, now)
    for one in planned.changed:
        new = one.old.facts.model_copy(update=dict(one.new))
        await points.change(connection, one.old, new, person_id, now)
    return Imported(
        added=len(planned.added), changed=len(planned.changed), unchanged=planned.unchanged
    )


async def _kept(connection: AsyncConnection) -> Kept:
    members = select(organisations).where(organisations.c.retired_at.is_(None))
    return Kept(
        points=await point_lists.all_kept(connection),
        organisations=Organisation.each(await connection.execute(members)),
    )


def _names(one: Organisation) -> tuple[str, ...]:
    return (one.name, one.short_name, *one.once_called)
