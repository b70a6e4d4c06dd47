"""A register's file comes in private: read, shown, taken over when somebody says so."""

import asyncio

from commands.kit import Document, Post, Talk
from commands.kit.takeovers import Takeover, is_table
from commands.organisations.importing import views
from commands.organisations.importing.writing import workbook
from locales import message, plain
from storage import registers
from storage.entries import Row
from storage.imports import ORGANISATIONS

REGISTER = Takeover(
    ORGANISATIONS,
    Row,
    registers.kept,
    registers.take_over,
    views.show,
    views.done,
    message("The register has changed meanwhile. Please look at what would change now."),
)


async def document(talk: Talk) -> bool:
    """A file from staff without words: a table is taken for a register."""
    file, album = talk.message.attachment, talk.message.media_group_id
    if file is None or album or not is_table(file.name):
        return False
    await REGISTER.receive(talk)
    return True


async def how_to(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button below the list."""
    await talk.edit(views.how_to(talk.words))


async def template(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """An empty table to fill in."""
    data = await asyncio.to_thread(workbook, talk.words, ())
    name = plain(talk.words.t("register")) + ".xlsx"
    await talk.reply(Post(views.template(talk.words), document=Document(name, data)))
