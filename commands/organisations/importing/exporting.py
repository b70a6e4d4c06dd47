"""The register to take along: a workbook or CSV, which come back as "nothing changes"."""

import asyncio
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from commands.kit import Document, Post, Studio, Talk, button, pack
from commands.organisations.importing import writing
from locales import Words, plain
from storage import couples, organisations, pairings, registers
from storage.database import Store
from storage.organisations import Organisation
from storage.registers import BOOK, CSV


async def export(talk: Talk, _args: str, chat_id: int) -> Markup | None:
    """`/export organisations`."""
    await registers.hand_out(talk.store, BOOK, chat_id, talk.words.language, talk.now)
    return None


async def as_book(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button for the workbook."""
    await _hand_out(talk, BOOK)


async def as_csv(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button for other programs."""
    await _hand_out(talk, CSV)


async def make_book(store: Store, studio: Studio, _subject: int) -> Post | None:
    every, paired = await _register(store)
    data = await asyncio.to_thread(writing.workbook, studio.words, every, paired)
    post = _post(studio.words, len(every), Document(_name(studio.words) + ".xlsx", data))
    csv = button(studio.words.t("CSV"), pack("organisations.csv"))
    return Post(post.text, ((csv,),), document=post.document)


async def make_csv(store: Store, studio: Studio, _subject: int) -> Post | None:
    every, paired = await _register(store)
    data = await asyncio.to_thread(writing.as_csv, studio.words, every, paired)
    return _post(studio.words, len(every), Document(_name(studio.words) + ".csv", data))


async def _register(store: Store) -> tuple[Sequence[Organisation], Mapping[int, str]]:
    """The members, and the cells with their partners by their ids."""
    every = await organisations.every(store)
    return every, couples.cells(await pairings.every(store))


async def _hand_out(talk: Talk, kind: str) -> None:
    chat_id = talk.private_chat or talk.asker.person.id
    await registers.hand_out(talk.store, kind, chat_id, talk.words.language, talk.now)
    await talk.toast(talk.words.t("The file comes in a moment."))


def _name(words: Words) -> str:
    return plain(words.t("register"))


def _post(words: Words, count: int, document: Document) -> Post:
    text = words.n(
        "📤 The register: {count} organisation. Change what you like and send it back to me; I show"
        " what would change first.",
        "📤 The register: {count} organisations. Change what you like and send it back to me; I"
        " show what would change first.",
        count,
    )
    return Post(text, document=document)
