"""What staff change in the register, one field at a time: asked, then made, perhaps undone."""

from datetime import datetime
from enum import Enum

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import query, transaction
from storage.entries import Organisation, renamed
from storage.fields import FIELDS, PLACE, UNIQUE, columns_of, text_of
from storage.members import member, owner_of
from storage.tables import alterations as table, organisations, people
from storage.values import Value


class Alteration(Value):
    """A field that somebody was asked for, or has changed."""

    id: int
    organisation_id: int | None
    organisation: str | None = None
    """The short name by now."""
    field: str
    old: str
    """What was there when it was asked for; what is there by now, once that was shown."""
    new: str | None = None
    person_id: int | None = None
    altered_at: datetime | None = None
    undone_at: datetime | None = None


class Outcome(Enum):
    """What became of the wish to change a field."""

    DONE = "done"
    SAME = "same"
    """It says that already."""
    MEANWHILE = "meanwhile"
    """Somebody else changed it since it was shown; what was wanted is kept."""
    TAKEN = "taken"
    """Another organisation has this name."""
    GONE = "gone"
    """There is no such organisation, or it has left."""


class Altered(Value):
    """An alteration, and what became of it."""

    outcome: Outcome
    alteration: Alteration | None = None
    by: str = ""
    """Who changed it meanwhile, or the organisation that has the name."""


@query
async def one(connection: AsyncConnection, alteration_id: int) -> Alteration | None:
    """The alteration with this id."""
    return await _one(connection, alteration_id)


@transaction
async def answer(
    connection: AsyncConnection, alteration_id: int, new: str, person_id: int, now: datetime
) -> Altered:
    """An answer to a question; a second one changes what the first one made."""
    asked = await _one(connection, alteration_id)
    if asked is None or asked.organisation_id is None:
        return Altered(outcome=Outcome.GONE)
    old = asked.old if asked.altered_at is None or asked.new is None else asked.new
    change = asked.organisation_id, asked.field, old, new
    return await _alter(connection, *change, person_id, now)


@transaction
async def alter(  # noqa: PLR0913, PLR0917 - what, from what, to what, by whom, when
    connection: AsyncConnection,
    organisation_id: int,
    field: str,
    old: str,
    new: str,
    person_id: int,
    now: datetime,
) -> Altered:
    """Changes a field that still says what was shown."""
    return await _alter(connection, organisation_id, field, old, new, person_id, now)


@transaction
async def insist(
    connection: AsyncConnection, alteration_id: int, person_id: int, now: datetime
) -> Altered:
    """Makes a change that met another one, whose value was shown."""
    wanted = await _one(connection, alteration_id)
    if wanted is None or wanted.organisation_id is None or wanted.new is None:
        return Altered(outcome=Outcome.GONE)
    change = wanted.organisation_id, wanted.field, wanted.old, wanted.new
    return await _alter(connection, *change, person_id, now)


@transaction
async def undo(
    connection: AsyncConnection, alteration_id: int, person_id: int, now: datetime
) -> Altered:
    """The field says again what it said before, unless it was changed once more since."""
    made = await _one(connection, alteration_id)
    if made is None or made.organisation_id is None or made.new is None or made.altered_at is None:
        return Altered(outcome=Outcome.GONE)
    if made.undone_at is not None:
        return Altered(outcome=Outcome.SAME, alteration=made)
    change = made.organisation_id, made.field, made.new, made.old
    done = await _alter(connection, *change, person_id, now)
    if done.outcome in {Outcome.DONE, Outcome.SAME}:
        this = update(table).where(table.c.id == alteration_id)
        await connection.execute(this.values(undone_at=now))
        await _forget_name(connection, made)
    return done


async def _alter(  # noqa: PLR0913, PLR0917 - what, from what, to what, by whom, when
    connection: AsyncConnection,
    organisation_id: int,
    field: str,
    old: str,
    new: str,
    person_id: int,
    now: datetime,
) -> Altered:
    one = await member(connection, organisation_id)
    if one is None or field not in FIELDS:
        return Altered(outcome=Outcome.GONE)
    current = text_of(one, field)
    outcome, by = Outcome.DONE, ""
    altered_at: datetime | None = now
    owner = await owner_of(connection, field, new, organisation_id) if field in UNIQUE else None
    if current == new:
        return Altered(outcome=Outcome.SAME, alteration=_unkept(one, field, current))
    if owner is not None:
        return Altered(outcome=Outcome.TAKEN, alteration=_unkept(one, field, new), by=owner)
    if current != old:
        outcome, altered_at = Outcome.MEANWHILE, None
        by = await _who_changed(connection, organisation_id, field)
    else:
        await _set(connection, one, field, new)
    change = organisation_id, field, (current, new)
    kept = await keep(connection, *change, person_id, now, altered_at=altered_at)
    return Altered(outcome=outcome, alteration=await _one(connection, kept), by=by)


async def _set(connection: AsyncConnection, one: Organisation, field: str, new: str) -> None:
    columns = columns_of(field, new)
    if field in UNIQUE:
        old = getattr(one, field)
        columns["former_names"] = renamed(one.former_names, old, new)
    this = update(organisations).where(organisations.c.id == one.id)
    await connection.execute(this.values(columns))


async def _forget_name(connection: AsyncConnection, undone: Alteration) -> None:
    """A name that was taken back is no former name: nobody ever bore it."""
    one = await member(connection, undone.organisation_id or 0)
    if one is None or undone.field not in UNIQUE:
        return
    names = [name for name in one.once_called if name != undone.new]
    this = update(organisations).where(organisations.c.id == one.id)
    await connection.execute(this.values(former_names="\n".join(names)))


async def _who_changed(connection: AsyncConnection, organisation_id: int, field: str) -> str:
    fields = (field, "latitude", "longitude") if field == PLACE else (field,)
    which = and_(table.c.organisation_id == organisation_id, table.c.field.in_(fields))
    last = (
        select(people.c.name)
        .join(table, table.c.person_id == people.c.id)
        .where(which, or_(table.c.altered_at.is_not(None), table.c.undone_at.is_not(None)))
        .order_by(table.c.id.desc())
        .limit(1)
    )
    return (await connection.execute(last)).scalar_one_or_none() or ""


async def keep(  # noqa: PLR0913, PLR0917 - a row of columns
    connection: AsyncConnection,
    organisation_id: int | None,
    field: str,
    change: tuple[str, str | None],
    person_id: int,
    now: datetime,
    altered_at: datetime | None = None,
) -> int:
    """Keeps an alteration within another transaction; returns its id."""
    old, new = change
    made = insert(table).values(
        organisation_id=organisation_id,
        field=field,
        old=old,
        new=new,
        person_id=person_id,
        asked_at=now,
        altered_at=altered_at,
    )
    made = made.returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


async def _one(connection: AsyncConnection, alteration_id: int) -> Alteration | None:
    named = organisations.c.short_name.label("organisation")
    found_one = (
        select(table, named)
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .where(table.c.id == alteration_id)
    )
    return Alteration.of((await connection.execute(found_one)).one_or_none())


def _unkept(one: Organisation, field: str, new: str) -> Alteration:
    return Alteration(
        id=0,
        organisation_id=one.id,
        organisation=one.short_name,
        field=field,
        old=text_of(one, field),
        new=new,
    )
