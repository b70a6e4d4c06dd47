"""The ledger: every activity of some days or of one organisation whole, to be handed in.

Photos that are hidden or were taken down stand in none.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import activity_lists, trails
from storage.activity_lists import Wanted
from storage.database import query
from storage.partners import CONFIRMED
from storage.tables import (
    activities as table,
    activity_tags,
    organisations,
    partners,
    people,
    photos as pictures,
    tags,
)
from storage.values import Value

CHUNK = 900
"""SQLite before 3.32 takes 999 values in a statement."""


class Shot(Value):
    """A photo or film on disk, by its path below the photos' folder."""

    path: str
    bytes: int
    is_film: bool


class Part(Value):
    """An organisation that confirmed that it was part of an activity."""

    organisation_id: int
    organisation: str
    is_host: bool


class Entry(Value):
    """One activity; None and the empty text stand for what is not known."""

    id: int
    organisation_id: int | None
    organisation: str
    """The short name."""
    held_on: date | None
    title: str
    caption: str
    linkage: str
    place: str
    served: int | None
    joined: int | None
    minutes: int | None
    money: int | None
    """In yuan."""
    materials: str
    reporter: str
    reported_at: datetime
    tags: tuple[str, ...] = ()
    partners: tuple[Part, ...] = ()
    """Hosts first."""
    photos: tuple[Shot, ...] = ()
    """Those that can be shown, oldest first."""


class Ledger(Value):
    """What was asked for, by the days on which it was."""

    organisation: str | None
    """The short name; None: everybody's."""
    first: date | None
    last: date | None
    entries: tuple[Entry, ...]
    """The earliest first, those without a day last."""
    undated: int
    """So many activities are left out because nobody said when they were."""
    head: str = ""
    """Of the record of changes: it proves later that nothing of this was changed."""


@query
async def ledger(connection: AsyncConnection, wanted: Wanted) -> Ledger:
    """The activities wanted, those of an organisation as far as it held them or confirmed so."""
    which = activity_lists.matching(wanted)
    rows = (await connection.execute(_activities().where(which))).all()
    entries = await _whole(connection, rows)
    return Ledger(
        organisation=await _name(connection, wanted.organisation_id),
        first=wanted.first,
        last=wanted.last,
        entries=entries,
        undated=await _undated(connection, wanted),
        head=await trails.head(connection),
    )


def _activities() -> Any:  # noqa: ANN401 - a statement of many columns
    return (
        select(table, people.c.name.label("reporter"))
        .add_columns(organisations.c.short_name.label("organisation"))
        .join(people, people.c.id == table.c.reporter_id)
        .outerjoin(organisations, organisations.c.id == table.c.organisation_id)
        .order_by(table.c.held_on.nulls_last(), table.c.id)
    )


async def _whole(connection: AsyncConnection, rows: Sequence[Any]) -> tuple[Entry, ...]:
    """All that belongs to the activities, in a few statements however many they are."""
    ids = [row.id for row in rows]
    shots: dict[int, list[Shot]] = defaultdict(list)
    parts: dict[int, list[Part]] = defaultdict(list)
    named: dict[int, list[str]] = defaultdict(list)
    for at in range(0, len(ids), CHUNK):
        some = ids[at : at + CHUNK]
        for row in await connection.execute(_shots(some)):
            shots[row.activity_id].append(_shot(row))
        for row in await connection.execute(_parts(some)):
            parts[row.activity_id].append(Part.model_validate(row))
        for row in await connection.execute(_tags(some)):
            named[row.activity_id].append(row.name)
    return tuple(
        Entry.model_validate(
            dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
            | {"organisation": row.organisation or ""}
            | {"photos": shots[row.id], "partners": parts[row.id], "tags": named[row.id]}
        )
        for row in rows
    )


def _shots(ids: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    seen = and_(
        pictures.c.activity_id.in_(ids),
        pictures.c.hidden_at.is_(None),
        pictures.c.state == "kept",
        pictures.c.flaw == "",
        pictures.c.path.is_not(None),
    )
    columns = (pictures.c.activity_id, pictures.c.path, pictures.c.bytes, pictures.c.kind)
    return select(*columns).where(seen).order_by(pictures.c.sent_at, pictures.c.message_id)


def _shot(row: Any) -> Shot:  # noqa: ANN401 - as above
    is_film = row.kind == "video" or row.path.endswith((".mp4", ".mov"))
    return Shot(path=row.path, bytes=row.bytes or 0, is_film=is_film)


def _parts(ids: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    confirmed = and_(partners.c.activity_id.in_(ids), partners.c.state == CONFIRMED)
    return (
        select(partners, organisations.c.short_name.label("organisation"))
        .join(organisations, organisations.c.id == partners.c.organisation_id)
        .where(confirmed)
        .order_by(partners.c.is_host.desc(), partners.c.id)
    )


def _tags(ids: Sequence[int]) -> Any:  # noqa: ANN401 - as above
    return (
        select(activity_tags.c.activity_id, tags.c.name)
        .join(tags, tags.c.id == activity_tags.c.tag_id)
        .where(activity_tags.c.activity_id.in_(ids))
        .order_by(tags.c.id)
    )


async def _name(connection: AsyncConnection, organisation_id: int | None) -> str | None:
    if organisation_id is None:
        return None
    found = select(organisations.c.short_name).where(organisations.c.id == organisation_id)
    return (await connection.execute(found)).scalar_one_or_none()


async def _undated(connection: AsyncConnection, wanted: Wanted) -> int:
    if wanted.first is None and wanted.last is None:
        return 0
    anywhen = activity_lists.matching(wanted.model_copy(update={"first": None, "last": None}))
    found = select(table.c.id).where(anywhen, table.c.held_on.is_(None))
    return len((await connection.execute(found)).all())
