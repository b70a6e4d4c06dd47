"""What can be found by words: taken into an index when it changed, then asked."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from pydantic import Field
from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import jobs, searches, spellings
from storage.database import query, transaction
from storage.searches import Search
from storage.sources import KINDS, PERSON, SOURCES, Text
from storage.tables import findings as table, unindexed
from storage.values import Value

INDEX = "search.index"
"""The job that goes on when more waits than one transaction should take in."""
BATCH = 250
PAUSE = timedelta(seconds=1)
MOST = 200
"""So many of a kind can be turned over to; who wants more has too few words."""
_SPACE = 2**53
"""Bot API: ids have up to 52 significant bits; so each kind has numbers of its own."""
_FIRST, _TITLE, _NAMES, _ANYWHERE = range(4)
_NEWEST = (
    "SELECT ?, rowid FROM (SELECT rowid FROM findings WHERE findings MATCH ?"
    " AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)"
)
"""As it is sent: to compile a dozen of them each time took longer than to answer them."""

EXACTLY, IN_PIECES, ALIKE = "exactly", "in pieces", "alike"
"""How what was found is like what was asked: as it stands, in pieces apart, or by its sound."""


class Findings(Value):
    """Ids of each kind, the kind with the best first, and how they are like what was asked."""

    how: str = EXACTLY
    ids: dict[str, tuple[int, ...]] = Field(default_factory=dict)


@transaction
async def begin(connection: AsyncConnection, words: str, now: datetime) -> Search:
    """Takes in what changed, and keeps the question."""
    waiting = await _take_in(connection)
    if waiting:
        await _go_on(connection, now)
    search_id = await searches.keep(connection, words, now)
    return Search(id=search_id, words=words, waiting=waiting)


@query
async def has_news(connection: AsyncConnection) -> bool:
    """True when something waits to be taken in."""
    return (await connection.execute(select(unindexed.c.kind).limit(1))).first() is not None


@transaction
async def go_on(connection: AsyncConnection, now: datetime) -> None:
    """Takes in the next of what waits."""
    if await _take_in(connection):
        await _go_on(connection, now)


@query
async def find(
    connection: AsyncConnection, words: str, kinds: Sequence[str], most: int = MOST
) -> Findings:
    """At most so many of each kind; less exactly only when nothing is found as it stands."""
    question = spellings.words(words)
    if not question or not kinds:
        return Findings()
    tiers = {
        EXACTLY: _exactly(question),
        IN_PIECES: {_ANYWHERE: spellings.in_pieces(question)},
        ALIKE: {_FIRST: spellings.alike_first(question), _NAMES: spellings.alike(question)},
    }
    for how, matches in tiers.items():
        ids = await _ask(connection, matches, kinds, most)
        if ids:
            return Findings(how=how, ids=ids)
    return Findings()


def _exactly(question: tuple[str, ...]) -> dict[int, str]:
    """A title that begins with it goes before one that has it, then sounds, then all words."""
    return {
        _FIRST: spellings.first(question),
        _TITLE: spellings.asked(question, spellings.TITLE),
        _NAMES: spellings.sounding(question),
        _ANYWHERE: spellings.asked(question),
    }


async def _ask(
    connection: AsyncConnection, matches: dict[int, str], kinds: Sequence[str], most: int
) -> dict[str, tuple[int, ...]]:
    """One statement for all; within a tier the newest first, which is how the index is read."""
    parts: list[str] = []
    bound: list[str | int] = []
    for tier, match in matches.items():
        for kind in kinds if match else ():
            first = KINDS.index(kind) * _SPACE
            parts.append(_NEWEST)
            bound += [tier, match, first, first + _SPACE - 1, most]
    said = " UNION ALL ".join(parts)
    found = (await connection.exec_driver_sql(said, tuple(bound))).all() if parts else ()
    rows: list[tuple[int, int]] = [tuple(row) for row in found]
    best: dict[str, dict[int, None]] = {}
    order = {KINDS.index(kind): place for place, kind in enumerate(kinds)}
    ranked = sorted((row[0], order[row[1] // _SPACE], -row[1]) for row in rows)
    for _, place, rowid in ranked:
        best.setdefault(kinds[place], {})[-rowid % _SPACE] = None
    return {kind: tuple(ids)[:most] for kind, ids in best.items()}


async def _take_in(connection: AsyncConnection) -> int:
    """Some of what waits; gives how much still does."""
    waits = select(unindexed).order_by(unindexed.c.kind, unindexed.c.subject_id.desc())
    rows = (await connection.execute(waits.limit(BATCH))).all()
    for kind in dict.fromkeys(row.kind for row in rows):
        await _renew(connection, kind, [row.subject_id for row in rows if row.kind == kind])
    if len(rows) < BATCH:
        return 0
    left = await connection.execute(select(func.count()).select_from(unindexed))
    return int(left.scalar_one())


async def _renew(connection: AsyncConnection, kind: str, ids: Sequence[int]) -> None:
    """What is gone, or not to be found by anybody, is in the index no more."""
    this = unindexed.c.kind == kind, unindexed.c.subject_id.in_(ids)
    await connection.execute(delete(unindexed).where(*this))
    if kind not in KINDS:
        return
    numbers = [_rowid(kind, subject_id) for subject_id in ids]
    await connection.execute(delete(table).where(table.c.rowid.in_(numbers)))
    rows = [_row(kind, text) for text in await SOURCES[kind](connection, ids)]
    if rows:
        await connection.execute(insert(table), rows)


def _row(kind: str, text: Text) -> dict[str, object]:
    return {
        "rowid": _rowid(kind, text.id),
        "title": spellings.index(text.title),
        "sounds": spellings.sounds(text.title),
        "body": spellings.index(_joined(text.body)),
    }


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)


def _rowid(kind: str, subject_id: int) -> int:
    return KINDS.index(kind) * _SPACE + subject_id


async def renew_people(connection: AsyncConnection, ids: Sequence[int]) -> None:
    """Takes in at once, within another transaction, that people are gone: no trace is left."""
    await _renew(connection, PERSON, ids)
    await connection.exec_driver_sql("INSERT INTO findings(findings) VALUES ('optimize')")


async def _go_on(connection: AsyncConnection, now: datetime) -> None:
    await jobs.schedule(connection, INDEX, 0, now + PAUSE)
