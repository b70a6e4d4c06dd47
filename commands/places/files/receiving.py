"""A table of service points comes in private: read, shown, taken over when somebody says so."""

import asyncio

from commands.kit import Document, Post, Talk
from commands.places.files import views, writing
from commands.places.files.perusing import Reading, restored
from locales import Words, plain
from storage import imports, point_registers
from storage.database import Store
from storage.imports import POINTS, READ, Applied
from storage.point_registers import Kept, Plan, Row

MEGABYTES = 5
TABLES = (".csv", ".xlsx", ".xlsm", ".xls", ".et", ".tsv")
TO_APPLY = 2
FARTHEST_PAGE = 10_000


async def how_to(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The question is owed, so that a reply with a file means it."""
    await point_registers.ask(talk.store, talk.place.id, talk.now)


async def question(_store: Store, words: Words, _subject: int) -> Post | None:
    return views.how_to(words)


async def answered(talk: Talk, _subject: int) -> bool:
    """A file in reply; words are no table."""
    if not talk.asker.person.is_staff or talk.message.attachment is None:
        return False
    await receive(talk)
    return True


async def receive(talk: Talk) -> None:
    """Has the file read, unless it is too large, or no table."""
    file = talk.message.attachment
    if file is None or not file.name.lower().endswith(TABLES):
        await talk.say(views.no_table(talk.words))
    elif file.bytes is not None and file.bytes > MEGABYTES << 20:
        await talk.say(views.too_large(talk.words, MEGABYTES))
    else:
        who = talk.asker.person.id, talk.place.id
        await imports.take(talk.store, file.file_id, file.name, *who, talk.now, POINTS)


async def template(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """An empty table to fill in."""
    data = await asyncio.to_thread(writing.workbook, talk.words, (), talk.today)
    name = plain(talk.words.t("service-points")) + ".xlsx"
    await talk.reply(Post(views.template(talk.words), document=Document(name, data)))


async def report(store: Store, words: Words, import_id: int) -> Post | None:
    """How far it is, against the points as they are by now."""
    one = await imports.one(store, import_id, POINTS)
    if one is None:
        return None
    if one.state != READ:
        return views.report(words, one, None, Plan())
    kept = await point_registers.kept(store)
    reading, planned = await asyncio.to_thread(_planned, one.reading, kept)
    return views.report(words, one, reading, planned)


async def turn(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page of the preview."""
    import_id, page = numbers if len(numbers) == TO_APPLY else (0, 0)
    page = max(1, min(page, FARTHEST_PAGE))
    if not await imports.turn(talk.store, import_id, POINTS, page):
        await talk.toast(views.settled(talk.words))


async def drop(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is not taken over."""
    import_id = numbers[0] if len(numbers) == 1 else 0
    if not await imports.drop(talk.store, import_id, POINTS, talk.now):
        await talk.toast(views.settled(talk.words))


async def apply(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is taken over, if it still does what was shown."""
    who = talk.asker.person.id
    done = Applied.OVER
    if len(numbers) == TO_APPLY:
        import_id, mark = numbers
        shown = import_id, POINTS, mark, _rows, who, talk.now
        done = await imports.apply(talk.store, *shown, point_registers.take_over)
    said = {
        Applied.DONE: views.taken_over,
        Applied.OTHERWISE: views.shown_anew,
        Applied.OVER: views.settled,
    }
    await talk.toast(said[done](talk.words), alert=done is Applied.OTHERWISE)


def _planned(text: str, kept: Kept) -> tuple[Reading, Plan]:
    reading = restored(text)
    return reading, kept.plan(reading.rows)


def _rows(text: str) -> tuple[Row, ...]:
    return restored(text).rows
