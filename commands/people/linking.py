"""A link is given out: as a message to forward, and as a picture with its code."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from commands.kit import Talk
from commands.kit.lettering import UnfitFontError
from commands.people import links
from commands.people.links import Given
from commands.people.qr import Sheet, picture


async def give(talk: Talk, given: Given) -> None:
    """Three messages: what to do with it, the invitation, and the same as a picture."""
    await talk.reply(links.to_forward(talk.words, given))
    await talk.reply(links.invitation(talk.words, given))
    drawn = await asyncio.to_thread(_drawn, links.sheet(talk.words, given), talk.find_font)
    await talk.reply(links.with_code(talk.words, given, drawn))


def _drawn(sheet: Sheet, find_font: Callable[[], Path | None]) -> bytes:
    """In a thread: it looks for a font and draws. One that is no font is left out."""
    try:
        return picture(sheet, find_font())
    except UnfitFontError:
        return picture(sheet, None)
