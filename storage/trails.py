"""The record of changes, read: what people want to know of it, newest first, and where it ends."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.chains import Head
from storage.database import query
from storage.tables import activities, notices, organisations, people, tags, trail as table
from storage.values import Value


class Telling(Value):
    """What of a table's changes is worth telling."""

    columns: frozenset[str] = frozenset()
    """A change is told when it is of one of these."""
    new: bool = True
    gone: bool = True
    """Whether rows that come and rows that go are told."""


class Which(Value):
    """Of which organisation, person, notice or activity; all None: of everything."""

    organisation_id: int | None = None
    person_id: int | None = None
    """Done by this person, or of them."""
    notice_id: int | None = None
    activity_id: int | None = None


class Entry(Value):
    """One change. Without `before` the row came, without `after` it went.

    Both are empty when what it said was blanked, at the wish of somebody who was forgotten.
    """

    seq: int
    at: datetime
    subject: str
    doer: str
    doer_id: int | None
    key: tuple[Any, ...] = ()
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None
    organisation_id: int | None
    person_id: int | None
    notice_id: int | None
    activity_id: int | None
    is_blanked: bool = False

    def said(self, column: str) -> Any:  # noqa: ANN401 - as the row has it
        """What the row has in a column now; None as well where the entry does not say it."""
        return (self.after or self.before or {}).get(column)


class Names(Value):
    """How people know what entries speak of, by ids: names, titles, and numbers of notices."""

    organisations: dict[int, str]
    people: dict[int, str]
    notices: dict[int, int | None]
    activities: dict[int, str]
    tags: dict[int, str]


class Section(Value):
    """Some of the entries, with the number of all that there are."""

    entries: tuple[Entry, ...]
    count: int
    names: Names


@query
async def section(
    connection: AsyncConnection,
    told: Mapping[str, Telling],
    which: Which,
    first: int,
    many: int,
) -> Section:
    """So many entries that are told, from the `first`, 0 for the newest; `told` is by table."""
    wanted = and_(_is_told(told), *_is_of(which))
    count = select(func.count()).select_from(table).where(wanted)
    newest = select(table).where(wanted).order_by(table.c.seq.desc()).offset(first).limit(many)
    entries = tuple(_entry(row) for row in (await connection.execute(newest)).mappings())
    return Section(
        entries=entries,
        count=(await connection.execute(count)).scalar_one(),
        names=await _names(connection, entries, which),
    )


@query
async def people_named(connection: AsyncConnection, words: str) -> tuple[tuple[int, str], ...]:
    """Ids and names of the people whose name has the words in it."""
    is_named = func.instr(people.c.name, words) > 0
    rows = await connection.execute(
        select(people.c.id, people.c.name).where(is_named).order_by(people.c.name).limit(9)
    )
    return tuple((row.id, row.name) for row in rows)


@query
async def notice_of(connection: AsyncConnection, number: int) -> int | None:
    """The id of the notice that people know by this number."""
    found = select(notices.c.id).where(notices.c.number == number)
    return (await connection.execute(found)).scalar_one_or_none()


async def head(connection: AsyncConnection) -> str:
    """The last entry as `gongjian verify --head` takes it; empty for an empty record."""
    last = select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)
    row = (await connection.execute(last)).one_or_none()
    return "" if row is None else str(Head(seq=row.seq, hash=row.hash))


def _is_told(told: Mapping[str, Telling]) -> ColumnElement[bool]:
    return or_(*(and_(table.c.subject == name, _is_worth(one)) for name, one in told.items()))


def _is_worth(one: Telling) -> ColumnElement[bool]:
    changed = [func.instr(table.c.after, f'"{name}":') > 0 for name in one.columns]
    ways = [and_(table.c.before.is_not(None), or_(*changed))] if changed else []
    came = and_(table.c.before.is_(None), table.c.after.is_not(None))
    went = and_(table.c.before.is_not(None), table.c.after.is_(None))
    ways += [came] if one.new else []
    ways += [went, table.c.salt.is_(None)] if one.gone else []
    return and_(table.c.doer != "opening", or_(*ways))


def _is_of(which: Which) -> Iterable[ColumnElement[bool]]:
    for name in ("organisation_id", "notice_id", "activity_id"):
        wanted = getattr(which, name)
        if wanted is not None:
            yield table.c[name] == wanted
    if which.person_id is not None:
        yield or_(table.c.person_id == which.person_id, table.c.doer_id == which.person_id)


def _entry(row: RowMapping) -> Entry:
    known = {name: row[name] for name in Entry.model_fields if name in row}
    return Entry.model_validate(
        known
        | {
            "key": json.loads(row["key"]) if row["key"] else (),
            "before": json.loads(row["before"]) if row["before"] else None,
            "after": json.loads(row["after"]) if row["after"] else None,
            "is_blanked": row["salt"] is None,
        }
    )


async def _names(connection: AsyncConnection, entries: Iterable[Entry], which: Which) -> Names:
    ids: dict[str, set[int]] = {"organisation": set(), "person": set(), "notice": set()}
    ids |= {"activity": set(), "tag": set()}
    for one in entries:
        _gather(ids, one)
    for name in ("organisation", "person", "notice", "activity"):
        wanted = getattr(which, f"{name}_id")
        ids[name] |= {wanted} if wanted is not None else set()
    return Names(
        organisations=await _by_id(
            connection, organisations.c.id, organisations.c.short_name, ids["organisation"]
        ),
        people=await _by_id(connection, people.c.id, people.c.name, ids["person"]),
        notices=await _by_id(connection, notices.c.id, notices.c.number, ids["notice"]),
        activities=await _by_id(connection, activities.c.id, activities.c.title, ids["activity"]),
        tags=await _by_id(connection, tags.c.id, tags.c.name, ids["tag"]),
    )


def _gather(ids: dict[str, set[int]], one: Entry) -> None:
    """What an entry names: by what it is about, by its columns, by who did it."""
    for name in ("organisation", "person", "notice", "activity"):
        number = getattr(one, f"{name}_id")
        ids[name] |= {number} if number is not None else set()
    if one.doer_id is not None:
        ids["person"].add(one.doer_id)
    for columns in (one.before or {}, one.after or {}):
        for column, target in (("community_id", "organisation"), ("tag_id", "tag")):
            if columns.get(column) is not None:
                ids[target].add(columns[column])


async def _by_id(
    connection: AsyncConnection,
    key: ColumnElement[int],
    value: ColumnElement[Any],
    ids: Collection[int],
) -> dict[int, Any]:
    if not ids:
        return {}
    rows = await connection.execute(
        select(key.label("key"), value.label("value")).where(key.in_(ids))
    )
    return {row.key: row.value for row in rows}
