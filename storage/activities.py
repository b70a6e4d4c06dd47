"""What organisations did: reported once, corrected by who may, listed for everybody."""

from datetime import date, datetime
from typing import Literal

from sqlalchemy import ColumnElement, Select, and_, func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, photos
from storage.database import query, transaction
from storage.photos import QUIET, RECEIPT, Photo, Sent
from storage.tables import (
    activities as table,
    deliveries as owed,
    organisations,
    people,
    photos as pictures,
)
from storage.values import Value


class Report(Value):
    """What somebody reported; None stands for what the words do not say."""

    organisation_id: int | None
    organisation_guessed: bool = False
    """True: the reporter answers for several, and did not say for which."""
    reporter_id: int
    chat_id: int
    message_id: int
    caption: str
    title: str
    held_on: date | None
    served: int | None
    joined: int | None


class Activity(Report):
    """A report with its number, its names and its photos, oldest first, without hidden ones."""

    id: int
    organisation: str | None
    """The short name."""
    reporter: str
    reported_at: datetime
    photos: tuple[Photo, ...] = ()
    hidden_photos: int = 0


class Reported(Value):
    """What became of a report; `taken`: the photo is another activity's, and nothing was kept."""

    activity_id: int
    outcome: Literal["new", "again", "taken"]


class Correction(Value):
    """What to change; only what is set."""

    organisation_id: int | None = None
    title: str = ""
    held_on: date | None = None
    served: int | None = None
    joined: int | None = None


class Wanted(Value):
    """Which activities: of one organisation, of some days, or all."""

    organisation_id: int | None = None
    first: date | None = None
    last: date | None = None


class Line(Value):
    """An activity in a list."""

    id: int
    title: str
    held_on: date | None
    organisation: str | None
    photo_count: int


class Listing(Value):
    """A page of a list, `number` of `pages`, and the totals of the whole list."""

    lines: tuple[Line, ...]
    number: int
    pages: int
    activities: int
    served: int


@transaction
async def report(
    connection: AsyncConnection,
    told: Report,
    photo: Sent | None,
    now: datetime,
    *,
    reply_to: int | None = None,
) -> Reported:
    """Makes the activity of a message, once, with its album so far, and owes the receipt.

    The photo is the message's own, or the one that its words reply to.
    """
    before = await _before(connection, told, photo, now)
    if before is not None:
        return before
    group = photo.media_group_id if photo else None
    values = told.model_dump() | {"media_group_id": group, "reported_at": now}
    made = insert(table).values(values)
    activity_id: int = (await connection.execute(made.returning(table.c.id))).scalar_one()
    if photo is not None:
        await photos.attach(connection, photo, activity_id, now)
    due = now + QUIET
    await deliveries.owe(connection, RECEIPT, activity_id, told.chat_id, due, reply_to=reply_to)
    return Reported(activity_id=activity_id, outcome="new")


@transaction
async def correct(connection: AsyncConnection, activity_id: int, correction: Correction) -> None:
    """Changes what is set in the correction, and owes the receipt's edit."""
    values = correction.model_dump(exclude_unset=True)
    if "organisation_id" in values:
        values["organisation_guessed"] = False
    await connection.execute(update(table).where(table.c.id == activity_id).values(values))
    await deliveries.owe_edit(connection, RECEIPT, activity_id)


@transaction
async def ask(  # noqa: PLR0913 - what a delivery is made of
    connection: AsyncConnection,
    kind: str,
    activity_id: int,
    chat_id: int,
    now: datetime,
    *,
    reply_to: int | None = None,
) -> None:
    """Owes a question about an activity; one that still waits to be sent is not owed twice."""
    same = and_(owed.c.kind == kind, owed.c.subject_id == activity_id, owed.c.chat_id == chat_id)
    waits = owed.c.state.in_(("pending", "sending"))
    if (await connection.execute(select(owed.c.id).where(same, waits))).first() is None:
        await deliveries.owe(connection, kind, activity_id, chat_id, now, reply_to=reply_to)


@query
async def one(connection: AsyncConnection, activity_id: int) -> Activity | None:
    """The activity with this number."""
    named = (
        select(
            table, organisations.c.short_name.label("organisation"), people.c.name.label("reporter")
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .join(people, people.c.id == table.c.reporter_id)
        .where(table.c.id == activity_id)
    )
    activity = Activity.of((await connection.execute(named)).one_or_none())
    if activity is None:
        return None
    own = await photos.of(connection, activity_id)
    seen = tuple(photo for photo in own if photo.hidden_at is None)
    return activity.model_copy(update={"photos": seen, "hidden_photos": len(own) - len(seen)})


@query
async def page(connection: AsyncConnection, wanted: Wanted, number: int, size: int) -> Listing:
    """A page of the activities wanted, or the nearest that there is; undated ones come first."""
    which = _which(wanted)
    totals = select(func.count(), func.coalesce(func.sum(table.c.served), 0)).where(which)
    count, served = (await connection.execute(totals)).one()
    pages = max(1, -(-count // size))
    number = min(max(number, 1), pages)
    lines = _lines().where(which).limit(size).offset((number - 1) * size)
    return Listing(
        lines=Line.each(await connection.execute(lines)),
        number=number,
        pages=pages,
        activities=count,
        served=served,
    )


async def _before(
    connection: AsyncConnection, told: Report, photo: Sent | None, now: datetime
) -> Reported | None:
    """What was reported before by the same message, album, or with the photo replied to."""
    this = and_(table.c.chat_id == told.chat_id, table.c.message_id == told.message_id)
    known = (await connection.execute(select(table.c.id).where(this))).scalar_one_or_none()
    if known is not None:
        return Reported(activity_id=known, outcome="again")
    if photo is None:
        return None
    if photo.message_id != told.message_id:
        owner = await photos.activity_of(connection, photo)
        return None if owner is None else Reported(activity_id=owner, outcome="taken")
    reported = await _album_report(connection, photo)
    if reported is None:
        return None
    await photos.attach(connection, photo, reported, now)
    return Reported(activity_id=reported, outcome="again")


async def _album_report(connection: AsyncConnection, photo: Sent) -> int | None:
    """The activity that an earlier caption, or words to one of its photos, made of the album."""
    if photo.media_group_id is None:
        return None
    album = and_(table.c.chat_id == photo.chat_id, table.c.media_group_id == photo.media_group_id)
    return (await connection.execute(select(table.c.id).where(album))).scalars().first()


def _which(wanted: Wanted) -> ColumnElement[bool]:
    conditions: list[ColumnElement[bool]] = [true()]
    if wanted.organisation_id is not None:
        conditions.append(table.c.organisation_id == wanted.organisation_id)
    if wanted.first is not None:
        conditions.append(table.c.held_on >= wanted.first)
    if wanted.last is not None:
        conditions.append(table.c.held_on <= wanted.last)
    return and_(*conditions)


def _lines() -> Select[tuple[object, ...]]:
    seen = and_(pictures.c.activity_id == table.c.id, pictures.c.hidden_at.is_(None))
    photo_count = select(func.count()).where(seen).scalar_subquery()
    return (
        select(
            table.c.id,
            table.c.title,
            table.c.held_on,
            organisations.c.short_name.label("organisation"),
            photo_count.label("photo_count"),
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .order_by(table.c.held_on.desc().nulls_first(), table.c.id.desc())
    )
