"""All service points to take along: a workbook or CSV, which come back as "nothing changes"."""

import asyncio

from markupsafe import Markup

from commands.kit import Document, Post, Studio, Talk, button
from commands.points.files import writing
from locales import Words, plain
from storage import point_lists, point_registers
from storage.database import Store
from storage.point_registers import BOOK, CSV


async def export(talk: Talk, _args: str, chat_id: int) -> Markup | None:
    """`/export points`."""
    await point_registers.hand_out(talk.store, BOOK, chat_id, talk.words.language, talk.now)
    return None


async def as_book(talk: Talk, _numbers: tuple[int, ...]) -> None:
    await _hand_out(talk, BOOK)


async def as_csv(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button for other programs."""
    await _hand_out(talk, CSV)


async def make_book(store: Store, studio: Studio, _subject: int) -> Post | None:
    every = await point_lists.every(store)
    today = studio.now.astimezone(studio.office.zone).date()
    data = await asyncio.to_thread(writing.workbook, studio.words, every, today)
    csv = button(studio.words.t("CSV"), "points.csv")
    name = plain(studio.words.t("service-points")) + ".xlsx"
    return Post(_text(studio.words, len(every)), ((csv,),), document=Document(name, data))


async def make_csv(store: Store, studio: Studio, _subject: int) -> Post | None:
    every = await point_lists.every(store)
    today = studio.now.astimezone(studio.office.zone).date()
    data = await asyncio.to_thread(writing.as_csv, studio.words, every, today)
    name = plain(studio.words.t("service-points")) + ".csv"
    return Post(_text(studio.words, len(every)), document=Document(name, data))


async def _hand_out(talk: Talk, kind: str) -> None:
    await point_registers.hand_out(talk.store, kind, talk.place.id, talk.words.language, talk.now)
    await talk.toast(talk.words.t("The file comes in a moment."))


def _text(words: Words, count: int) -> Markup:
    return words.n(
        "🗺 {count} service point. Change what you like and send it back to me; I show what would"
        " change first.",
        "🗺 {count} service points. Change what you like and send it back to me; I show what would"
        " change first.",
        count,
    )
