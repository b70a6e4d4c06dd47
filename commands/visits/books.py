"""Visits to take along: an Excel sheet of them, and one of what was promised."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO

from markupsafe import Markup
from xlsxwriter import Workbook

from commands.kit import Document, Post, Studio, Talk, clip
from commands.kit.cells import Cell, Page, Styles
from locales import Words, message, plain
from storage import organisations, visit_lists, visits
from storage.database import Store
from storage.promises import BROKEN, KEPT, OPEN, VOID, Promise
from storage.visits import Visit

BOOK = "visits.book"
"""The delivery; its subject is the organisation, or 0 for all."""
EVERY = 0
STATES = {OPEN: message("open"), KEPT: message("kept"), BROKEN: message("not kept")}
OF_VISITS = (
    message("Day"),
    message("Organisation"),
    message("Who went"),
    message("What was heard"),
    message("Promises"),
    message("Open"),
)
OF_PROMISES = (
    message("Organisation"),
    message("Day"),
    message("Promise"),
    message("Who promised"),
    message("By when"),
    message("At first"),
    message("How it stands"),
    message("Why not"),
    message("Settled"),
)
TOP = 2
"""The row of the titles."""
NAME = 24


async def export(talk: Talk, args: str, chat_id: int) -> Markup | None:
    """`/export visits`, or with an organisation's name."""
    meant = organisations.named(await organisations.every(talk.store), args)
    if args and not meant:
        name = clip(args, NAME)
        return talk.words.t("No organisation has “{name}” in its name.", name=name)
    if len(meant) > 1:
        names = talk.words.list([clip(one.short_name, NAME) for one in meant[:NAME]])
        return talk.words.t("Which one? {names}", names=names)
    whose = meant[0].id if meant else EVERY
    await visits.ask(talk.store, BOOK, whose, chat_id, talk.now)
    return None


async def make(store: Store, studio: Studio, whose: int) -> Post | None:
    """The file, with a line that says what is in it."""
    found = await visit_lists.every(store, whose or None)
    one = await organisations.one(store, whose) if whose else None
    words, today = studio.words, studio.now.astimezone(studio.office.zone).date()
    data = await asyncio.to_thread(workbook, words, found, studio.now, today)
    what = words.t("Visits")
    name = "-".join(
        [plain(what), *([clip(one.short_name, NAME)] if one else []), today.isoformat()]
    )
    text = words.n(
        "🚶 {count} visit, as an Excel sheet", "🚶 {count} visits, as an Excel sheet", len(found)
    )
    return Post(text, document=Document("".join(_safe(name)) + ".xlsx", data))


def workbook(words: Words, found: Sequence[Visit], now: datetime, today: date) -> bytes:
    """Both sheets, in the reader's words."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"title": plain(words.t("Visits")), "created": now.astimezone(UTC)})
    styles = Styles(book, words.zone)
    _visits(Page(book, styles, plain(words.t("Visits"))), words, found)
    _promises(Page(book, styles, plain(words.t("Promises"))), words, found, today)
    book.close()
    return written.getvalue()


def _visits(page: Page, words: Words, found: Sequence[Visit]) -> None:
    page.write(0, 0, plain(words.t("Visits")), "title")
    titles = [plain(words.t(title)) for title in OF_VISITS]
    rows: list[list[Cell]] = []
    for one in found:
        said = _said(one)
        names = plain(words.list([who.name or str(who.id) for who in one.visitors]))
        still = sum(promise.state == OPEN for promise in said)
        rows.append([one.held_on, one.organisation, names, one.heard, len(said), still])
    page.table(TOP, titles, rows, (12, 30, 24, 60, 8, 8), ["plain"] * len(rows))
    page.keep_in_sight(TOP + 1, 2)


def _promises(page: Page, words: Words, found: Sequence[Visit], today: date) -> None:
    page.write(0, 0, plain(words.t("Promises")), "title")
    rows: list[list[Cell]] = []
    looks = []
    for one in found:
        for said in _said(one):
            late = said.state == OPEN and said.due_on is not None and said.due_on < today
            stands = words.t("late") if late else words.t(STATES[said.state])
            rows.append(
                [
                    *(one.organisation, one.held_on, said.words, said.promiser),
                    *(said.due_on, said.first_due_on, plain(stands), said.reason),
                    said.settled_at,
                ]
            )
            looks.append("missing" if late else "difficulty" if said.state == BROKEN else "plain")
    titles = [plain(words.t(title)) for title in OF_PROMISES]
    page.table(TOP, titles, rows, (30, 12, 50, 16, 12, 12, 12, 40, 18), looks)
    page.keep_in_sight(TOP + 1, 1)


def _said(visit: Visit) -> list[Promise]:
    return [one for one in visit.promises if one.state != VOID]


def _safe(name: str) -> list[str]:
    """Nothing in it that any system refuses."""
    return [one if one.isalnum() or one == "-" else "_" for one in name]
