"""How fast it was seen to, as an Excel sheet: numbers and moments, and nobody's name or words."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.kit import Document, Post, Studio, Talk
from commands.kit.cells import Cell, Page, Styles
from commands.voices.figures import Pace, of_each
from commands.voices.letters import STATES
from locales import Words, message, plain
from storage import voice_lists, voice_passes
from storage.database import Store
from storage.voice_lists import Stretch

BOOK = "voices.book"
"""The delivery; its subject is nothing."""
OF_ALL = (
    message("Organisation"),
    message("Passed on to it"),
    message("Being seen to"),
    message("Spoke"),
    message("Hours to the first word"),
    message("Solved"),
    message("Hours until solved"),
    message("Opened again"),
)
OF_EACH = (
    message("Voice no."),
    message("Organisation"),
    message("With a name"),
    message("Said on"),
    message("Passed on"),
    message("To be answered by"),
    message("First word"),
    message("Solved"),
    message("How it stands"),
    message("Opened again"),
)
TOP = 2


async def export(talk: Talk, _args: str, chat_id: int) -> Markup | None:
    """`/export voices`."""
    await voice_passes.ask_book(talk.store, BOOK, chat_id, talk.now)
    return None


async def pressed(talk: Talk, _numbers: tuple[int, ...]) -> None:
    await voice_passes.ask_book(talk.store, BOOK, talk.place.id, talk.now)


async def make(store: Store, studio: Studio, _subject: int) -> Post | None:
    """The file, with a line that says what is in it."""
    found = await voice_lists.stretches(store)
    words, today = studio.words, studio.now.astimezone(studio.office.zone).date()
    data = await asyncio.to_thread(workbook, words, found, studio.now)
    name = f"{plain(words.t('What people say'))}-{today.isoformat()}.xlsx"
    text = words.t(
        "📊 How fast it is seen to, as an Excel sheet. Nobody's name or words are in it."
    )
    return Post(text, document=Document(name.replace(" ", "_"), data))


def workbook(words: Words, found: Sequence[Stretch], now: datetime) -> bytes:
    """Both sheets, in the reader's words."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    title = plain(words.t("What people say"))
    book.set_properties({"title": title, "created": now.astimezone(UTC)})
    styles = Styles(book, words.zone)
    _all(Page(book, styles, plain(words.t("By organisation"))), words, of_each(found))
    _each(Page(book, styles, plain(words.t("One by one"))), words, found)
    book.close()
    return written.getvalue()


def _all(page: Page, words: Words, found: Sequence[Pace]) -> None:
    page.write(0, 0, plain(words.t("How fast it is seen to (medians)")), "title")
    rows: list[list[Cell]] = [
        [
            *(one.organisation, one.asked, one.open, one.answered, _hours(one.to_first_word)),
            *(one.solved, _hours(one.to_solution), one.reopened),
        ]
        for one in found
    ]
    titles = [plain(words.t(title)) for title in OF_ALL]
    page.table(TOP, titles, rows, (30, 8, 8, 8, 14, 8, 14, 10), ["plain"] * len(rows))
    page.keep_in_sight(TOP + 1, 1)


def _each(page: Page, words: Words, found: Sequence[Stretch]) -> None:
    page.write(0, 0, plain(words.t("One by one")), "title")
    yes, no = plain(words.t("yes")), plain(words.t("no"))
    rows: list[list[Cell]] = [
        [
            *(one.number, one.organisation, no if one.is_nameless else yes, one.said_on),
            *(one.passed_at, one.answer_by, one.first_word_at, one.solved_at),
            *(plain(words.t(STATES[one.state], number="")), one.reopened),
        ]
        for one in found
    ]
    titles = [plain(words.t(title)) for title in OF_EACH]
    page.table(TOP, titles, rows, (8, 30, 10, 12, 18, 14, 18, 18, 24, 10), ["plain"] * len(rows))
    page.keep_in_sight(TOP + 1, 2)


def _hours(span: timedelta | None) -> float | None:
    return None if span is None else round(span.total_seconds() / 3600, 1)
