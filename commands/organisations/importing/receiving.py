"""A register's file comes in private: read, shown, taken over when somebody says so."""

import asyncio
from collections.abc import Sequence

from commands.kit import Document, Post, Talk
from commands.organisations.importing import views
from commands.organisations.importing.perusing import restored
from commands.organisations.importing.writing import workbook
from commands.organisations.rules import Reading
from locales import Words, plain
from storage import imports, registers
from storage.comparisons import Plan
from storage.database import Store
from storage.entries import Entry
from storage.imports import ORGANISATIONS, READ, Applied
from storage.registers import Kept

MEGABYTES = 5
TABLES = (".csv", ".xlsx", ".xlsm", ".xls", ".et", ".tsv")
TO_APPLY = 2
FARTHEST_PAGE = 10_000


async def document(talk: Talk) -> bool:
    """A file from staff without words: a table is taken for a register."""
    file, album = talk.message.attachment, talk.message.media_group_id
    if file is None or album or not file.name.lower().endswith(TABLES):
        return False
    await receive(talk)
    return True


async def receive(talk: Talk) -> None:
    """Has the file read, unless it is too large for a register."""
    file = talk.message.attachment
    assert file is not None  # noqa: S101 - who calls has looked
    if file.bytes is not None and file.bytes > MEGABYTES << 20:
        await talk.say(views.too_large(talk.words, MEGABYTES))
        return
    who = talk.asker.person.id, talk.place.id
    await imports.take(talk.store, file.file_id, file.name or "?", *who, talk.now)


async def how_to(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button below the list."""
    await talk.edit(views.how_to(talk.words))


async def template(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """An empty table to fill in."""
    data = await asyncio.to_thread(workbook, talk.words, ())
    name = plain(talk.words.t("register")) + ".xlsx"
    await talk.reply(Post(views.template(talk.words), document=Document(name, data)))


async def report(store: Store, words: Words, import_id: int) -> Post | None:
    """How far it is, against the register as it is by now."""
    one = await imports.one(store, import_id, ORGANISATIONS)
    if one is None:
        return None
    if one.state != READ:
        return views.report(words, one, None, Plan())
    kept = await registers.kept(store)
    reading, planned = await asyncio.to_thread(_planned, one.reading, kept)
    return views.report(words, one, reading, planned)


async def turn(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page of the preview."""
    import_id, page = numbers if len(numbers) == TO_APPLY else (0, 0)
    page = max(1, min(page, FARTHEST_PAGE))
    if not await imports.turn(talk.store, import_id, ORGANISATIONS, page):
        await talk.toast(views.settled(talk.words))


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is not taken over."""
    import_id = numbers[0] if len(numbers) == 1 else 0
    if not await imports.drop(talk.store, import_id, ORGANISATIONS, talk.now):
        await talk.toast(views.settled(talk.words))


async def apply(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is taken over, if it still does what was shown."""
    who = talk.asker.person.id
    done = Applied.OVER
    if len(numbers) == TO_APPLY:
        import_id, mark = numbers
        shown = import_id, ORGANISATIONS, mark, _rows, who, talk.now
        done = await imports.apply(talk.store, *shown, registers.take_over)
    said = {
        Applied.DONE: views.taken_over,
        Applied.OTHERWISE: views.shown_anew,
        Applied.OVER: views.settled,
    }
    await talk.toast(said[done](talk.words), alert=done is Applied.OTHERWISE)


def _planned(text: str, kept: Kept) -> tuple[Reading, Plan]:
    reading = restored(text)
    return reading, kept.plan(reading.rows)


def _rows(text: str) -> Sequence[Entry]:
    return restored(text).rows
