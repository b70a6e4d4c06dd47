"""What is being written of a service point: a row from the first word until it is kept or dropped.

Kept, it remembers what was there before, so that it can be undone as long as nobody changed the
point since.
"""

from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, points
from storage.database import query, transaction
from storage.points import STANDS, Facts
from storage.tables import organisations, point_drafts as table, points as kept_points
from storage.values import Value

CARD = "points.draft"
"""The delivery that shows it; its subject is the draft."""
NAME, KIND, LEVEL, ADDRESS, PLACE = "name", "kind", "level", "address", "place"
DATUM, HOURS, PHONE, OFFERS, DONE = "datum", "hours", "phone", "offers", ""
STEPS = (NAME, KIND, LEVEL, ADDRESS, PLACE, DATUM, HOURS, PHONE, OFFERS, DONE)
"""What is asked one after the other; DATUM only when numbers were typed."""
QUESTIONS = {one: f"points.ask_{one}" for one in (NAME, ADDRESS, PLACE, HOURS, PHONE, OFFERS)}
"""The deliveries that ask for a reply; their subject is the draft."""
OPEN, KEPT, DROPPED, UNDONE = "open", "kept", "dropped", "undone"


class Draft(Value):
    """A draft, whole."""

    id: int
    point_id: int | None
    organisation_id: int
    organisation: str
    """The short name."""
    person_id: int
    chat_id: int
    old: Facts | None
    """What was there before; None: the point is new."""
    new: Facts
    step: str
    state: str
    revision: int
    """Of the point: as it was shown, or as this made it."""


class Outcome(Enum):
    """What became of the wish to keep a draft or to undo it."""

    DONE = "done"
    MEANWHILE = "meanwhile"
    """Somebody else changed the point since; what is there now is shown beside it."""
    TAKEN = "taken"
    """The organisation has another point of this name."""
    UNFINISHED = "unfinished"
    """It has no name, or coordinates whose datum nobody said."""
    GONE = "gone"
    """It was settled before, or the point is retired."""


@transaction
async def begin(  # noqa: PLR0913, PLR0917 - whose, who writes where, of what
    connection: AsyncConnection,
    organisation_id: int,
    person_id: int,
    chat_id: int,
    now: datetime,
    point_id: int | None = None,
) -> bool:
    """Begins a new point, or a change of one that stands; False: it stands no more."""
    point = await points.kept(connection, point_id) if point_id is not None else None
    if point_id is not None and (point is None or point.retired_at is not None):
        return False
    new = point.facts if point else Facts(organisation_id=organisation_id)
    values: dict[str, Any] = {
        "point_id": point_id,
        "organisation_id": new.organisation_id,
        "person_id": person_id,
        "chat_id": chat_id,
        "old": new.model_dump_json() if point else "",
        "new": new.model_dump_json(),
        "step": DONE if point else NAME,
        "revision": point.revision if point else 0,
        "begun_at": now,
    }
    made = insert(table).values(values).returning(table.c.id)
    draft_id: int = (await connection.execute(made)).scalar_one()
    await deliveries.owe(connection, CARD, draft_id, chat_id, now)
    if point is None:
        await deliveries.owe(connection, QUESTIONS[NAME], draft_id, chat_id, now)
    return True


@query
async def one(connection: AsyncConnection, draft_id: int) -> Draft | None:
    """The draft with this id."""
    return await _one(connection, draft_id)


@query
async def unanswered(connection: AsyncConnection, person_id: int, since: datetime) -> Draft | None:
    """The new point that somebody is about to write, if it waits for words; the newest."""
    waits = and_(
        table.c.person_id == person_id,
        table.c.state == OPEN,
        table.c.step.in_(QUESTIONS),
        table.c.begun_at > since,
    )
    newest = select(table.c.id).where(waits).order_by(table.c.id.desc()).limit(1)
    draft_id = (await connection.execute(newest)).scalar_one_or_none()
    return await _one(connection, draft_id) if draft_id is not None else None


@transaction
async def revise(
    connection: AsyncConnection,
    draft_id: int,
    said: dict[str, Any],
    step: str | None,
    now: datetime,
) -> bool:
    """Changes what it says, and goes to a step, which is asked; False: it was settled before."""
    draft = await _one(connection, draft_id)
    if draft is None or draft.state != OPEN:
        return False
    values: dict[str, Any] = {"new": draft.new.model_copy(update=said).model_dump_json()}
    if step is not None:
        values["step"] = step
    await _set(connection, draft_id, values)
    if step in QUESTIONS and step != draft.step:
        await deliveries.owe(connection, QUESTIONS[step], draft_id, draft.chat_id, now)
    return True


@transaction
async def ask(connection: AsyncConnection, draft_id: int, field: str, now: datetime) -> bool:
    """Asks for one field without going to its step; False: the draft was settled before."""
    draft = await _one(connection, draft_id)
    if draft is None or draft.state != OPEN:
        return False
    await deliveries.owe(connection, QUESTIONS[field], draft_id, draft.chat_id, now)
    return True


@transaction
async def keep(
    connection: AsyncConnection, draft_id: int, person_id: int, now: datetime
) -> Outcome:
    """The point says it from now on, unless somebody changed it since it was shown."""
    draft = await _one(connection, draft_id)
    if draft is None or draft.state != OPEN:
        return Outcome.GONE
    if not draft.new.name or (draft.new.wgs84 is not None and not draft.new.datum):
        return Outcome.UNFINISHED
    point = await points.kept(connection, draft.point_id) if draft.point_id else None
    if draft.point_id is not None and (point is None or point.retired_at is not None):
        return Outcome.GONE
    if await _is_taken(connection, draft):
        return Outcome.TAKEN
    if point is not None and point.revision != draft.revision:
        shown = {"old": point.facts.model_dump_json(), "revision": point.revision}
        await _set(connection, draft_id, shown)
        return Outcome.MEANWHILE
    if point is None:
        point_id, revision = await points.add(connection, draft.new, person_id, now), 1
    else:
        point_id, revision = point.id, point.revision + 1
        await points.change(connection, point, draft.new, person_id, now)
    ended = {"state": KEPT, "point_id": point_id, "revision": revision, "ended_at": now}
    await _set(connection, draft_id, ended)
    return Outcome.DONE


@transaction
async def undo(
    connection: AsyncConnection, draft_id: int, person_id: int, now: datetime
) -> Outcome:
    """The point says again what it said, a new one is retired; not once it was changed since."""
    draft = await _one(connection, draft_id)
    point = await points.kept(connection, draft.point_id or 0) if draft else None
    if draft is None or point is None or draft.state != KEPT:
        return Outcome.GONE
    if point.revision != draft.revision or point.retired_at is not None:
        return Outcome.MEANWHILE
    if draft.old is None:
        await points.take_out(connection, point, person_id, now)
    else:
        await points.change(connection, point, draft.old, person_id, now)
    await _set(connection, draft_id, {"state": UNDONE})
    return Outcome.DONE


@transaction
async def drop(connection: AsyncConnection, draft_id: int, now: datetime) -> bool:
    """It is not kept; False: it was settled before."""
    draft = await _one(connection, draft_id)
    if draft is None or draft.state != OPEN:
        return False
    await _set(connection, draft_id, {"state": DROPPED, "ended_at": now})
    return True


async def _is_taken(connection: AsyncConnection, draft: Draft) -> bool:
    same = and_(
        kept_points.c.organisation_id == draft.organisation_id,
        func.lower(kept_points.c.name) == draft.new.name.lower(),
        kept_points.c.id != (draft.point_id or 0),
    )
    found = select(kept_points.c.id).where(same, STANDS).limit(1)
    return (await connection.execute(found)).first() is not None


async def _one(connection: AsyncConnection, draft_id: int) -> Draft | None:
    named = select(table, organisations.c.short_name.label("organisation")).join(
        organisations, organisations.c.id == table.c.organisation_id
    )
    rows = (await connection.execute(named.where(table.c.id == draft_id))).mappings()
    row = rows.one_or_none()
    if row is None:
        return None
    said = {
        "old": Facts.model_validate_json(row["old"]) if row["old"] else None,
        "new": Facts.model_validate_json(row["new"]),
    }
    return Draft.model_validate({**row, **said})


async def _set(connection: AsyncConnection, draft_id: int, values: dict[str, Any]) -> None:
    await connection.execute(update(table).where(table.c.id == draft_id).values(values))
    await deliveries.owe_edit(connection, CARD, draft_id)
