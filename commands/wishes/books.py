"""Wishes to take along: an Excel sheet of them, and one of who took what on. For staff."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.kit import Document, Post, Studio, Talk
from commands.kit.cells import Cell, Page, Styles
from commands.wishes import owned, views
from locales import Words, message, plain
from storage import wish_lists
from storage.database import Store
from storage.wish_claims import Claim
from storage.wishes import FULFILLED, OPEN, WITHDRAWN, Wish

BOOK = "wishes.book"
"""The delivery; it has no subject but all of them."""
STATES = {
    OPEN: message("still open"),
    FULFILLED: message("come true"),
    WITHDRAWN: message("withdrawn"),
}
OF_WISHES = (
    message("No."),
    message("Put up by"),
    message("What"),
    message("For whom"),
    message("Wished for"),
    message("Measure"),
    message("Taken on"),
    message("Handed over"),
    message("By when"),
    message("How it stands"),
    message("Put up"),
    message("Ended"),
)
OF_CLAIMS = (
    message("No."),
    message("What"),
    message("Who helps"),
    message("How many"),
    message("How it stands"),
    message("Taken on at"),
    message("Brought"),
    message("Received at"),
)
TOP = 2
"""The row of the titles."""


async def export(talk: Talk, _args: str, chat_id: int) -> Markup | None:
    """`/export wishes`."""
    await wish_lists.hand_out(talk.store, BOOK, chat_id, talk.now)
    return None


async def make(store: Store, studio: Studio, _subject: int) -> Post | None:
    """The file, with a line that says what is in it."""
    found, claims = await wish_lists.whole(store)
    words = studio.words
    data = await asyncio.to_thread(workbook, words, found, claims, studio.now)
    day = studio.now.astimezone(studio.office.zone).date().isoformat()
    text = words.n(
        "🎁 {count} micro-wish, as an Excel sheet. Nobody's address is in it, and no name that was"
        " not to be shown.",
        "🎁 {count} micro-wishes, as an Excel sheet. Nobody's address is in it, and no name that"
        " was not to be shown.",
        len(found),
    )
    name = f"{plain(words.t('Micro-wishes'))}-{day}.xlsx"
    return Post(text, document=Document(name, data))


def workbook(words: Words, found: Sequence[Wish], claims: Sequence[Claim], now: datetime) -> bytes:
    """Both sheets, in the reader's words."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    title = plain(words.t("Micro-wishes"))
    book.set_properties({"title": title, "created": now.astimezone(UTC)})
    styles = Styles(book, words.zone)
    page = Page(book, styles, title)
    page.write(0, 0, title, "title")
    rows = [_wish(words, one) for one in found]
    widths = (6, 18, 30, 24, 9, 9, 9, 9, 12, 12, 18, 18)
    page.table(TOP, [plain(words.t(one)) for one in OF_WISHES], rows, widths, _looks(rows))
    page.keep_in_sight(TOP + 1, 3)
    page = Page(book, styles, plain(words.t("Who helps")))
    page.write(0, 0, plain(words.t("Who helps")), "title")
    given = [_claim(words, one) for one in claims]
    wide = (6, 30, 24, 9, 24, 18, 18, 18)
    page.table(TOP, [plain(words.t(one)) for one in OF_CLAIMS], given, wide, _looks(given))
    page.keep_in_sight(TOP + 1, 2)
    book.close()
    return written.getvalue()


def _looks(rows: Sequence[object]) -> list[str]:
    return ["plain"] * len(rows)


def _wish(words: Words, one: Wish) -> list[Cell]:
    state = plain(words.t(STATES[one.state]))
    counts: list[Cell] = [one.amount, one.unit, one.claimed, one.done]
    when: list[Cell] = [one.due_on, state, one.put_up_at, one.settled_at]
    return [one.id, one.organisation, one.what, one.whom, *counts, *when]


def _claim(words: Words, one: Claim) -> list[Cell]:
    who, state = plain(views.giver(words, one)), plain(owned.state(words, one))
    times: list[Cell] = [one.claimed_at, one.given_at, one.received_at]
    return [one.wish_id, one.what, who, one.amount, state, *times]
