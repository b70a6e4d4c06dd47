"""A table that staff sent: read, shown, and taken over when somebody says so, or not."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from markupsafe import Markup

from commands.kit.clipping import clip
from commands.kit.faults import Fault
from commands.kit.posts import Button, Post, Row, button
from commands.kit.presses import pack
from commands.kit.readings import Reading, restored
from commands.kit.talk import Talk
from locales import Words, message
from storage import imports
from storage.database import Store
from storage.imports import APPLIED, DROPPED, FAILED, READ, Applied, Import, TakeOver
from storage.values import Value

R = TypeVar("R", bound=Value)
P = TypeVar("P")
R_contra = TypeVar("R_contra", contravariant=True)
P_co = TypeVar("P_co", covariant=True)
TABLES = (".csv", ".xlsx", ".xlsm", ".xls", ".et", ".tsv")
MEGABYTES = 5
TWO_NUMBERS = 2
FARTHEST_PAGE = 10_000
NAME = 40
FAULTS = 12
UNKNOWN = 8
LINE = Markup("\n")
ENDED = {
    FAILED: message("⚠️ I could not open {name}. Save it as .xlsx or CSV and send it again."),
    DROPPED: message("{name} was not taken over. Nothing has changed."),
}


class Kept(Protocol[R_contra, P_co]):
    """All that a table is compared with."""

    def plan(self, rows: Sequence[R_contra], /) -> P_co:
        """What taking these rows over would do."""


@dataclass(frozen=True)
class Takeover(Generic[R, P]):
    """One kind of table: what its rows are, what they are compared with, how it is told."""

    kind: str
    """One of `storage.imports.REPORTS`."""
    row: type[R]
    kept: Callable[[Store], Awaitable[Kept[R, P]]]
    take_over: TakeOver[R]
    show: Callable[[Words, Import, Reading[R], P], Post]
    """What a table that was read would do, or why it cannot be taken over."""
    done: Callable[[Words, Import], Post]
    """What became of it."""
    otherwise: str
    """Marked with `message`: something else changed meanwhile."""

    async def receive(self, talk: Talk) -> None:
        """Has the file read, unless it is no table, or too large."""
        file = talk.message.attachment
        if file is None or not is_table(file.name):
            await talk.say(talk.words.t("Please send an Excel (.xlsx) or CSV file."))
        elif file.bytes is not None and file.bytes > MEGABYTES << 20:
            await talk.say(_too_large(talk.words))
        else:
            who = talk.asker.person.id, talk.place.id
            await imports.take(talk.store, file.file_id, file.name, *who, talk.now, self.kind)

    async def report(self, store: Store, words: Words, import_id: int) -> Post | None:
        """How far it is, against what there is by now.

        What just proved to be of another kind is told of by that kind, in a moment.
        """
        one = await imports.one(store, import_id)
        if one is None:
            return None
        name = clip(one.name, NAME)
        if one.state in ENDED:
            return Post(words.t(ENDED[one.state], name=name))
        if one.state == APPLIED:
            return self.done(words, one)
        if one.state != READ or one.kind != self.kind:
            return Post(words.t("⏳ Reading {name} …", name=name))
        reading, planned = await asyncio.to_thread(
            self._planned, one.reading, await self.kept(store)
        )
        return self.show(words, one, reading, planned)

    async def turn(self, talk: Talk, numbers: tuple[int, ...]) -> None:
        """Another page of the preview."""
        import_id, page = numbers if len(numbers) == TWO_NUMBERS else (0, 0)
        page = max(1, min(page, FARTHEST_PAGE))
        if not await imports.turn(talk.store, import_id, self.kind, page):
            await talk.toast(_settled(talk.words))

    async def drop(self, talk: Talk, numbers: tuple[int, ...]) -> None:
        """It is not taken over."""
        import_id = numbers[0] if len(numbers) == 1 else 0
        if not await imports.drop(talk.store, import_id, self.kind, talk.now):
            await talk.toast(_settled(talk.words))

    async def apply(self, talk: Talk, numbers: tuple[int, ...]) -> None:
        """It is taken over, if it still does what was shown."""
        import_id, mark = numbers if len(numbers) == TWO_NUMBERS else (0, 0)
        shown = import_id, self.kind, mark, self._rows, talk.asker.person.id, talk.now
        done = await imports.apply(talk.store, *shown, self.take_over)
        said = {
            Applied.DONE: talk.words.t("✅ Taken over."),
            Applied.OTHERWISE: talk.words.t(self.otherwise),
            Applied.OVER: _settled(talk.words),
        }
        await talk.toast(said[done], alert=done is Applied.OTHERWISE)

    def _planned(self, text: str, kept: Kept[R, P]) -> tuple[Reading[R], P]:
        reading = restored(text, self.row)
        return reading, kept.plan(reading.rows)

    def _rows(self, text: str) -> Sequence[R]:
        return restored(text, self.row).rows


def is_table(name: str) -> bool:
    """By its name alone: whether it is one is found out when it is read."""
    return name.lower().endswith(TABLES)


def faulty(words: Words, one: Import, faults: Sequence[Fault], empty: Button) -> Post:
    """What to mend, by line and column, with the way to an empty table."""
    lines = [
        words.n(
            "⚠️ {name}: {count} place needs a look. Nothing was changed.",
            "⚠️ {name}: {count} places need a look. Nothing was changed.",
            len(faults),
            name=clip(one.name, NAME),
        )
    ]
    lines += [fault.say(words) for fault in faults[:FAULTS]]
    if len(faults) > FAULTS:
        hidden = len(faults) - FAULTS
        lines.append(words.n("… and {count} place more.", "… and {count} places more.", hidden))
    lines.append(words.t("Please mend the file and send it again."))
    return Post(LINE.join(lines), ((empty,),))


def choices(words: Words, take: str, drop: str, import_id: int, mark: int) -> Row:
    """The buttons below what a table would do; `take` and `drop` are the names of its presses."""
    return (
        button(words.t("✅ Take over"), pack(take, import_id, mark)),
        button(words.t("Do not take over"), pack(drop, import_id)),
    )


def unused(words: Words, unknown: Sequence[str], most: int = UNKNOWN) -> Iterator[Markup]:
    """A line about columns of which nothing is known, if there are any."""
    if unknown:
        columns = words.list(list(unknown[:most]))
        yield words.t("Columns that I do not use: {columns}", columns=columns)


def _settled(words: Words) -> Markup:
    return words.t("This was settled before.")


def _too_large(words: Words) -> Markup:
    return words.t(
        "The file is too large: I read up to {megabytes} MB. Keep only the table, without"
        " pictures, and send it again.",
        megabytes=MEGABYTES,
    )
