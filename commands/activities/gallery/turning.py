"""`/gallery`: a month's photos, ten at a time, and from there to other months."""

from collections.abc import Sequence

from commands.activities.gallery import views
from commands.activities.gallery.views import Leaf, Month
from commands.activities.looking.searches import read_search, span
from commands.activities.photos import albums
from commands.activities.photos.albums import ALBUM
from commands.kit import Talk, page_of
from storage import galleries

FIRST = 1


async def opened(talk: Talk) -> None:
    """The month that was named, else the latest that has photos."""
    asked = read_search(talk.args, talk.today)
    month = (asked.year, asked.month) if asked.month else None
    known = await galleries.months(talk.store)
    await _show(talk, known, month or next(iter(known), None), FIRST)


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """More of a month, or another one: as new messages, so that the photos above stay."""
    year, month, page = (*numbers, 0, 0, 0)[:3]
    await talk.stop_spinner()  # an album may have to wait for the chat's pace
    await _show(talk, await galleries.months(talk.store), (year, month), page)


async def _show(talk: Talk, known: Sequence[Month], month: Month | None, page: int) -> None:
    leaf = await _leaf(talk, known, month, page) if month else None
    if leaf is None:
        await talk.say(views.nothing(talk.words, month if month and span(*month) else None))
        return
    await talk.reply(views.album(leaf))
    view = views.in_private if talk.place.is_private else views.in_group
    await talk.reply(view(talk.words, leaf, talk.today))


async def _leaf(talk: Talk, known: Sequence[Month], month: Month, page: int) -> Leaf | None:
    """None: there is nothing to show of that month."""
    days = span(*month) if month[1] else None
    found = await galleries.of(talk.store, *days) if days else ()
    shown = [photo for photo in found if albums.can_go(photo)]
    if not shown:
        return None
    older = next((one for one in known if one < month), None)
    newer = next((one for one in reversed(known) if one > month), None)
    return Leaf(month, page_of(shown, page, ALBUM), len(shown), older, newer)
