"""A link is given out: as a message to forward, as a picture with its code, as pages to print."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from commands.kit import Talk
from commands.kit.lettering import UnfitFontError
from commands.people import links
from commands.people.links import Given
from commands.people.qr import Sheet, picture
from storage import invitations, organisations

MOST_PAGES = 60
IN_AN_ALBUM = 10


async def give(talk: Talk, given: Given) -> None:
    """Three messages: what to do with it, the invitation, and the same as a picture."""
    await talk.reply(links.to_forward(talk.words, given))
    await talk.reply(links.invitation(talk.words, given))
    (drawn,) = await asyncio.to_thread(_drawn, [links.sheet(talk.words, given)], talk.find_font)
    await talk.reply(links.with_code(talk.words, given, drawn))


async def give_all(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """A page to print for each organisation that nobody answers for; in private, as they are links.

    Album by album: Bot API, 10 photos at most.
    """
    without = (await organisations.without_liaison(talk.store))[:MOST_PAGES]
    if not talk.place.is_private or not without:
        await talk.toast(links.nothing_to_print(talk.words, is_private=talk.place.is_private))
        return
    await talk.toast(links.printing(talk.words, len(without)))
    tokens = {one.id: invitations.new_token() for one in without}
    by = talk.asker.person.id
    until = await invitations.invite_all(talk.store, tokens, by, talk.now)
    sheets = [
        links.sheet(
            talk.words,
            Given(one, talk.private_url("join", tokens[one.id]), until, is_deputy=False),
        )
        for one in without
    ]
    drawn = await asyncio.to_thread(_drawn, sheets, talk.find_font)
    for first in range(0, len(drawn), IN_AN_ALBUM):
        await talk.reply(links.pages(talk.words, drawn[first : first + IN_AN_ALBUM]))


def _drawn(sheets: Sequence[Sheet], find_font: Callable[[], Path | None]) -> list[bytes]:
    """In a thread: it looks for a font and draws. One that is no font is left out."""
    font = find_font()
    try:
        return [picture(sheet, font) for sheet in sheets]
    except UnfitFontError:
        return [picture(sheet, None) for sheet in sheets]
