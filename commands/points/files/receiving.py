"""A table of service points comes in private: read, shown, taken over when somebody says so."""

import asyncio

from commands.kit import Document, Post, Talk
from commands.kit.takeovers import Takeover
from commands.points.files import views, writing
from locales import Words, message, plain
from storage import point_registers
from storage.database import Store
from storage.imports import POINTS
from storage.point_registers import Row

TABLE = Takeover(
    POINTS,
    Row,
    point_registers.kept,
    point_registers.take_over,
    views.show,
    views.done,
    message("The points have changed meanwhile. Please look at what would change now."),
)


async def how_to(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The question is owed, so that a reply with a file means it."""
    await point_registers.ask(talk.store, talk.place.id, talk.now)


async def question(_store: Store, words: Words, _subject: int) -> Post | None:
    return views.how_to(words)


async def answered(talk: Talk, _subject: int) -> bool:
    """A file in reply; words are no table."""
    if not talk.asker.person.is_staff or talk.message.attachment is None:
        return False
    await TABLE.receive(talk)
    return True


async def template(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """An empty table to fill in."""
    data = await asyncio.to_thread(writing.workbook, talk.words, (), talk.today)
    name = plain(talk.words.t("service-points")) + ".xlsx"
    await talk.reply(Post(views.template(talk.words), document=Document(name, data)))
