"""`/nearby`: what is near, from where somebody is or from a place with a name."""

from commands.kit import Post, Talk, page_of
from commands.points import anchors, openings, rules, views, walking
from commands.points.anchors import Anchor, Origin
from commands.points.kinds import kind_at
from commands.points.openings import Standing
from commands.points.rules import Wish
from commands.points.views import Shown, Wanted
from locales import Words
from storage import organisations, point_lists, point_questions, searches
from storage.database import Store
from storage.organisations import Organisation

NOTHING = (-1, 0, 0, -1, 0, 0, 1)
"""Of a button: the anchor's three, kind, open, what is looked for, page."""


async def nearby(talk: Talk) -> None:
    """`/nearby`, `/nearby clinic`, `/nearby Xinglong`."""
    register = await organisations.every(talk.store)
    named = await point_lists.called(talk.store, talk.args) if talk.args else None
    wish = rules.read(talk.args.replace(named.name, " ") if named else talk.args, register)
    if named is not None:
        await _answer(talk, Anchor(anchors.POINT, named.id), wish)
    elif len(wish.whose) == 1:
        await _answer(talk, Anchor(anchors.ORGANISATION, wish.whose[0]), wish)
    elif wish.whose:
        meant = [one for one in register if one.id in wish.whose]
        await talk.reply(views.which(talk.words, meant, await _kept(talk, wish)))
    else:
        await _ask_where(talk, wish, register)


async def here(talk: Talk) -> None:
    """A place that somebody shared in private: used, and not kept."""
    spot = talk.message.spot
    if spot is None:
        return
    asked = await point_questions.asked_lately(talk.store, talk.place.id, talk.now)
    search = await searches.one(talk.store, asked) if asked else None
    wish = rules.read(search.words, ()) if search else Wish()
    anchor = Anchor.here(spot)
    origin = await anchors.origin_of(talk, anchor)
    if origin is not None:
        await talk.reply(await _listed(talk, origin, _wanted(wish, asked)))


async def turn(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page, kind, or open ones alone; from a place's button the first page."""
    anchor, wanted = _unpacked(numbers)
    origin = await anchors.origin_of(talk, anchor)
    if origin is None:
        await talk.toast(views.no_place(talk.words))
    else:
        await talk.edit(await _listed(talk, origin, wanted))


async def around(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same from a card, which stays as it is."""
    anchor, wanted = _unpacked(numbers)
    origin = await anchors.origin_of(talk, anchor)
    if origin is None:
        await talk.toast(views.no_place(talk.words))
    else:
        await talk.reply(await _listed(talk, origin, wanted))


async def kinds(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All kinds to choose from, in place of the list."""
    anchor, wanted = _unpacked(numbers)
    await talk.edit(views.kinds(talk.words, anchor, wanted))


async def ask(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button below a list: from where?"""
    await _ask_where(talk, Wish(), await organisations.every(talk.store))


async def where(_store: Store, words: Words, _search_id: int) -> Post | None:
    """The question with the button that shares a place."""
    return views.where_are_you(words)


async def _ask_where(talk: Talk, wish: Wish, register: tuple[Organisation, ...]) -> None:
    """In a group nobody's own place is asked for."""
    counts = await point_lists.counted(talk.store)
    some = [one for one in register if counts.get(one.id)]
    if not talk.place.is_private:
        wanted = await _kept(talk, wish)
        await talk.reply(views.in_group(talk.words, some, wanted, talk.args))
        return
    search_id = await point_questions.ask(talk.store, _said(wish), talk.place.id, talk.now)
    await talk.reply(views.or_named(talk.words, some, _wanted(wish, search_id)))


async def _answer(talk: Talk, anchor: Anchor, wish: Wish) -> None:
    origin = await anchors.origin_of(talk, anchor)
    if origin is None:
        await talk.reply(views.nowhere(talk.words, is_private=talk.place.is_private))
    else:
        wanted = await _kept(talk, wish)
        await talk.reply(await _listed(talk, origin, wanted))


async def _kept(talk: Talk, wish: Wish) -> Wanted:
    """What is wanted as buttons bear it; words are kept without whose they are."""
    if not wish.words:
        return _wanted(wish, 0)
    return _wanted(wish, (await searches.remember(talk.store, _said(wish), talk.now)).id)


def _said(wish: Wish) -> str:
    """The wish as words that are read as the same wish."""
    return " ".join(filter(None, (wish.kind, wish.words, "open" if wish.is_open else "")))


def _wanted(wish: Wish, search_id: int) -> Wanted:
    return Wanted(wish.kind, is_open=wish.is_open, search_id=search_id)


async def _listed(talk: Talk, origin: Origin, wanted: Wanted) -> Post:
    """What fits the words, else all of the kind, and that nothing fits them."""
    search = await searches.one(talk.store, wanted.search_id) if wanted.search_id else None
    looked_for = rules.read(search.words, ()).words if search else ""
    here = talk.now.astimezone(talk.zone)
    calendar = talk.office.calendar

    def is_open(hours: str) -> bool:
        return openings.standing(openings.read(hours), here, calendar).is_open

    fits = is_open if wanted.is_open else None
    at = origin.latitude, origin.longitude
    found = await point_lists.nearest(talk.store, *at, wanted.kind, looked_for, fits)
    missed = looked_for if looked_for and not found else ""
    if missed:
        found = await point_lists.nearest(talk.store, *at, wanted.kind, "", fits)
    page = page_of(found, wanted.page, views.PAGE)
    there = await point_lists.some(talk.store, [one.id for one in page.items])
    shown = [
        Shown(there[one.id], one.metres, standing_of(talk, there[one.id].hours))
        for one in page.items
        if one.id in there
    ]
    inside = sum(walking.is_inside(one.metres) for one in found)
    listed = views.Listed(shown, page, len(found), inside, missed)
    return views.near(talk.words, origin, wanted, listed, talk.today)


def standing_of(talk: Talk, hours: str) -> Standing:
    """How a point is at this moment."""
    here = talk.now.astimezone(talk.zone)
    return openings.standing(openings.read(hours), here, talk.office.calendar)


def _unpacked(numbers: tuple[int, ...]) -> tuple[Anchor, Wanted]:
    given = (*numbers, *NOTHING[len(numbers) :])[: len(NOTHING)]
    what, first, second, kind, is_open, search_id, page = given
    wanted = Wanted(kind_at(kind), is_open=is_open == 1, search_id=search_id, page=page)
    return Anchor(what, first, second), wanted
