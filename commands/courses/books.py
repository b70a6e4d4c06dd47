"""Courses to take along: an Excel sheet of how many have finished, by organisation."""

import asyncio
from datetime import UTC, datetime
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.kit import Document, Post, Studio, Talk, clip
from commands.kit.cells import Cell, Page, Styles
from locales import Words, plain
from storage import courses, learners
from storage.database import Store
from storage.learners import Sheet

BOOK = "courses.book"
"""The delivery; its subject is the course, or 0 for all."""
EVERY = 0
TOP = 2
"""The row of the titles."""
TITLE = 40


async def export(talk: Talk, args: str, chat_id: int) -> Markup | None:
    """`/export courses`, or with the title of one, or a piece of it."""
    meant = await courses.called(talk.store, args, 2) if args else (EVERY,)
    if len(meant) != 1:
        name = clip(args, TITLE)
        if meant:
            return talk.words.t("Several courses have “{name}” in their title.", name=name)
        return talk.words.t("No course has “{name}” in its title.", name=name)
    await learners.ask(talk.store, BOOK, meant[0], chat_id, talk.now)
    return None


async def make(store: Store, studio: Studio, course_id: int) -> Post | None:
    """The file, with a line that says what is in it."""
    sheet = await learners.sheet(store, course_id or None)
    words = studio.words
    data = await asyncio.to_thread(workbook, words, sheet, studio.now)
    day = studio.now.astimezone(studio.office.zone).date().isoformat()
    text = words.n(
        "📚 {count} course, as an Excel sheet: how many have finished, by organisation",
        "📚 {count} courses, as an Excel sheet: how many have finished, by organisation",
        len(sheet.courses),
    )
    name = f"{plain(words.t('Courses'))}-{day}.xlsx"
    return Post(text, document=Document(name, data))


def workbook(words: Words, sheet: Sheet, now: datetime) -> bytes:
    """An organisation a row, a course a column; nobody's name."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"title": plain(words.t("Courses")), "created": now.astimezone(UTC)})
    page = Page(book, Styles(book, words.zone), plain(words.t("Courses")))
    page.write(0, 0, plain(words.t("Who has finished which course")), "title")
    titles = [plain(words.t("Organisation")), plain(words.t("Its people"))]
    titles += [clip(one.title, TITLE) for one in sheet.courses]
    widths = (30, 8, *(16 for _ in sheet.courses))
    rows = _rows(words, sheet)
    looks = ["plain"] * (len(rows) - 1) + ["sum"]
    page.table(TOP, titles, rows, widths, looks)
    page.keep_in_sight(TOP + 1, 1)
    book.close()
    return written.getvalue()


def _rows(words: Words, sheet: Sheet) -> list[list[Cell]]:
    done = {(one.organisation_id, one.course_id): one.finished for one in sheet.finished}
    rows: list[list[Cell]] = [
        [
            one.organisation,
            one.people,
            *(done.get((one.organisation_id, course.id), 0) for course in sheet.courses),
        ]
        for one in sheet.organisations
    ]
    everybody = plain(words.t("Everybody, also of no organisation"))
    total: list[Cell] = [everybody, None, *(course.finished for course in sheet.courses)]
    return [*rows, total]
