"""What organisations did: reported once, with whom, and what the words leave open."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field, field_validator
from sqlalchemy import and_, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, likes, matches, partners, photos, tags, twins
from storage.database import query, transaction
from storage.partners import Named, Partner
from storage.photos import QUIET, RECEIPT, Photo, Sent
from storage.tables import (
    activities as table,
    activity_tags,
    deliveries as owed,
    organisations,
    people,
)
from storage.tags import Tag
from storage.unsure import Open, as_text, from_text
from storage.values import Value

_deleter = people.alias("deleter")


class Facts(Value):
    """What an activity was; None and the empty text stand for what the words do not say."""

    organisation_id: int | None
    reporter_id: int
    chat_id: int
    message_id: int
    caption: str
    title: str
    held_on: date | None
    served: int | None
    joined: int | None
    linkage: str = ""
    """One of `storage.tags.LINKAGES`."""
    place: str = ""
    minutes: int | None = None
    """Service time."""
    money: int | None = None
    """In yuan."""
    materials: str = ""
    unsure: Open = Field(default_factory=dict)

    @field_validator("unsure", mode="before")
    @classmethod
    def _from_text(cls, unsure: object) -> object:
        return from_text(unsure) if isinstance(unsure, str) else unsure


class Report(Facts):
    """What somebody reported."""

    tags: tuple[int, ...] = ()
    partners: tuple[Named, ...] = ()


class Account(Value):
    """What another reported of the same activity, in the words of that caption."""

    id: int
    organisation: str | None
    reporter: str
    caption: str


class Activity(Facts):
    """A report with its number, its names and its photos, oldest first, without hidden ones."""

    id: int
    organisation: str | None
    """The short name."""
    reporter: str
    reported_at: datetime
    state: str = "reported"
    """See `storage.queries`."""
    featured_at: datetime | None = None
    likes: int = 0
    """How many people like it."""
    deleted_by: int | None = None
    deleter: str | None = None
    deleted_at: datetime | None = None
    deleted_why: str = ""
    part_of: int | None = None
    """The activity that this report was joined to."""
    photos: tuple[Photo, ...] = ()
    hidden_photos: int = 0
    tags: tuple[Tag, ...] = ()
    partners: tuple[Partner, ...] = ()
    accounts: tuple[Account, ...] = ()
    """Other reports that were joined to it."""


class Reported(Value):
    """What became of a report; `taken`: the photo is another activity's, and nothing was kept."""

    activity_id: int
    outcome: Literal["new", "again", "taken"]


async def made(  # noqa: PLR0913 - what, with which photo, when, and what is known of it
    connection: AsyncConnection,
    told: Report,
    photo: Sent | None,
    now: datetime,
    *,
    reply_to: int | None = None,
    is_announced: bool = False,
) -> Reported:
    """Makes the activity of a message, once, with its album so far, and owes the receipt.

    Within another transaction. The photo is the message's own, or the one that its words reply to.
    `is_announced`: of which announcement it is, is known already.
    """
    before = await _before(connection, told, photo, now)
    if before is not None:
        return before
    group = photo.media_group_id if photo else None
    values = told.model_dump(exclude={"tags", "partners", "unsure"})
    values |= {"media_group_id": group, "reported_at": now, "unsure": as_text(told.unsure)}
    new = insert(table).values(values).returning(table.c.id)
    activity_id: int = (await connection.execute(new)).scalar_one()
    for tag_id in told.tags:
        row = {"activity_id": activity_id, "tag_id": tag_id}
        await connection.execute(insert(activity_tags).values(row))
    for one_named in told.partners:
        await partners.name(connection, activity_id, one_named, told.reporter_id, now)
    await twins.look(connection, activity_id)
    if not is_announced:
        await matches.look(connection, activity_id, told.chat_id, now)
    if photo is not None:
        await photos.attach(connection, photo, activity_id, now)
    due = now + QUIET
    await deliveries.owe(connection, RECEIPT, activity_id, told.chat_id, due, reply_to=reply_to)
    return Reported(activity_id=activity_id, outcome="new")


report = transaction(made)
"""The same as a transaction of its own."""


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
async def one(
    connection: AsyncConnection, activity_id: int, *, with_deleted: bool = False
) -> Activity | None:
    """The activity with this number; one that was deleted is there only for those who ask so."""
    named = (
        select(
            table,
            organisations.c.short_name.label("organisation"),
            people.c.name.label("reporter"),
            _deleter.c.name.label("deleter"),
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .join(people, people.c.id == table.c.reporter_id)
        .outerjoin(_deleter, _deleter.c.id == table.c.deleted_by)
        .where(table.c.id == activity_id)
    )
    activity = Activity.of((await connection.execute(named)).one_or_none())
    if activity is None or (activity.deleted_at is not None and not with_deleted):
        return None
    own = await photos.of(connection, activity_id)
    seen = tuple(photo for photo in own if photo.hidden_at is None)
    whole = {
        "photos": seen,
        "likes": await likes.count_of(connection, activity_id),
        "hidden_photos": len(own) - len(seen),
        "tags": await tags.of(connection, activity_id),
        "partners": await partners.of(connection, activity_id),
        "accounts": await _accounts(connection, activity_id),
    }
    return activity.model_copy(update=whole)


async def _accounts(connection: AsyncConnection, activity_id: int) -> tuple[Account, ...]:
    parts = (
        select(
            table.c.id,
            table.c.caption,
            organisations.c.short_name.label("organisation"),
            people.c.name.label("reporter"),
        )
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .join(people, people.c.id == table.c.reporter_id)
        .where(table.c.part_of == activity_id)
    )
    return Account.each(await connection.execute(parts.order_by(table.c.id)))


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
    whole = func.coalesce(table.c.part_of, table.c.id)
    found: int | None = (await connection.execute(select(whole).where(album))).scalars().first()
    return found
