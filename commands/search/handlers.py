"""Looks through all that the features let be found, as far as the asker may see it."""

from collections.abc import Sequence

from commands.kit import Due, Findable, Post, Talk, page_of
from commands.search import rules, views
from commands.search.views import FEW, PAGE, Found
from locales import Words
from storage import findings, organisations, searches, tags
from storage.database import Store
from storage.searches import Search
from storage.sources import KINDS


async def find(talk: Talk) -> None:
    """`/find 义诊`: some of each kind."""
    asked = " ".join(talk.args.split())
    if asked:
        await _answer(talk, await findings.begin(talk.store, asked, talk.now))
    elif talk.place.is_private:
        await searches.ask(talk.store, talk.place.id, talk.now)
    else:
        await talk.reply(views.how_to(talk.words))


async def question(_store: Store, words: Words, _subject: int) -> Post:
    """Of who typed the command alone."""
    return views.question(words)


async def answered(talk: Talk, _subject: int) -> bool:
    """The words that somebody replied with."""
    asked = " ".join(talk.message.text.split())
    if asked:
        await _answer(talk, await findings.begin(talk.store, asked, talk.now))
    return bool(asked)


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of one kind in place of what was shown; anybody may forge its numbers."""
    search_id, kind, page = rules.three(numbers)
    search = await searches.one(talk.store, search_id)
    mine = next((one for one in _findables(talk) if KINDS.index(one.kind) == kind), None)
    if search is None or mine is None:
        await talk.toast(views.old(talk.words))
        return
    found = await findings.find(talk.store, search.words, [mine.kind])
    on_page = page_of(found.ids.get(mine.kind, ()), page, PAGE)
    shown = await _shown(talk, mine, on_page.items)
    await talk.edit(views.one_kind(talk.words, search, found.how, shown, on_page))


async def back(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From one kind to all of them."""
    search = await searches.one(talk.store, rules.three(numbers)[0])
    if search is None:
        await talk.toast(views.old(talk.words))
    else:
        await _answer(talk, search)


async def by_tag(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The name of a tag that may have been meant."""
    every = {one.id: one.name for one in await tags.every(talk.store)}
    asked = every.get(rules.three(numbers)[0])
    if asked is None:
        await talk.toast(views.old(talk.words))
    else:
        await _answer(talk, await findings.begin(talk.store, asked, talk.now))


async def go_on(store: Store, due: Due) -> None:
    """Takes in the next of what waits."""
    await findings.go_on(store, due.now)


async def _answer(talk: Talk, search: Search) -> None:
    """A press changes its message, words are answered by a new one."""
    mine = {one.kind: one for one in _findables(talk)}
    found = await findings.find(talk.store, search.words, tuple(mine), PAGE + 1)
    room = PAGE if len(found.ids) == 1 else FEW
    every = [await _shown(talk, mine[kind], ids, room) for kind, ids in found.ids.items()]
    shown = [one for one in every if one.hits]
    show = talk.edit if talk.query_id else talk.reply
    if shown:
        is_private = talk.place.is_private
        await show(views.overview(talk.words, search, found.how, shown, is_private=is_private))
    else:
        await show(await _nothing(talk, search))


async def _nothing(talk: Talk, search: Search) -> Post:
    register = {one.id: one for one in await organisations.every(talk.store)}
    names = {name: one.id for one in register.values() for name in (one.name, one.short_name)}
    offered = {one.id: one for one in await tags.every(talk.store) if one.is_offered}
    near = rules.near(search.words, names)
    called = rules.near(search.words, {one.name: one.id for one in offered.values()})
    meant = [register[one] for one in near], [offered[one] for one in called]
    return views.nothing(talk.words, search, *meant)


async def _shown(talk: Talk, findable: Findable, ids: Sequence[int], room: int = PAGE) -> Found:
    hits = await findable.show(talk.store, talk.words, ids[:room], talk.today)
    own = tuple(hits[one] for one in ids[:room] if one in hits)
    return Found(findable, own, has_more=len(ids) > room)


def _findables(talk: Talk) -> list[Findable]:
    """What this person finds in this place."""
    role, is_private = talk.asker.role, talk.place.is_private
    every = (one for feature in talk.features for one in feature.findables)
    return [one for one in every if one.is_for(role, is_private=is_private)]
