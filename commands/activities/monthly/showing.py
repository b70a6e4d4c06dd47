"""A month as it is shown: to staff, to the group, as one long picture."""

import asyncio

from commands.activities.monthly import posters, views
from commands.activities.monthly.places import usual
from commands.activities.photos import albums
from commands.kit import Document, Picture, Post, Studio
from commands.kit.lettering import UnfitFontError
from locales import Words
from storage import features, month_posts, months
from storage.database import Store
from storage.months import Month


async def preview(store: Store, studio: Studio, number: int) -> Post | None:
    """For staff: the long picture, what will become of it, and buttons to decide that."""
    found = await months.month(store, number)
    if found is None:
        return views.emptied(studio.words, number)
    standing = await month_posts.standing(store, number)
    drawn = await _drawn(store, studio, found)
    text = views.preview(studio.words, found, standing, await usual(store))
    buttons = views.choices(studio.words, number, standing, await features.places(store))
    if drawn is None:
        return Post(views.without_picture(studio.words, text), buttons)
    return Post(text, buttons, photos=(Picture(drawn),))


async def post(store: Store, words: Words, number: int) -> Post | None:
    """For the group: figures, thanks, and an album of the best photos."""
    found = await months.month(store, number)
    if found is None:
        return None
    photos, _ = albums.parts(tuple(star.photo for star in found.stars))
    return Post(views.post(words, found), photos=photos)


async def poster(store: Store, studio: Studio, number: int) -> Post | None:
    """To be forwarded; None without a font to draw it with: staff were told.

    As a file: of a photo Telegram keeps 1280 pixels of the longer side, too few to be read.
    """
    found = await months.month(store, number)
    drawn = await _drawn(store, studio, found) if found else None
    if drawn is None:
        return None
    text = views.poster(studio.words, number)
    return Post(text, document=Document(views.file_name(studio.words, number), drawn))


async def _drawn(store: Store, studio: Studio, found: Month) -> bytes | None:
    places = await usual(store)
    return await asyncio.to_thread(_draw, studio, found, places.title if places else "")


def _draw(studio: Studio, found: Month, alliance: str) -> bytes | None:
    font = studio.find_font()
    if font is None:
        return None
    try:
        return posters.poster(studio, found, alliance, font)
    except UnfitFontError:
        return None
