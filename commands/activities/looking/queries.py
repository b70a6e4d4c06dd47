"""What everybody may ask: which activities there are, narrowed by words and by buttons."""

from dataclasses import replace

from commands.activities.looking import filters, lists, scopes
from commands.activities.looking.lists import PAGE
from commands.activities.looking.scopes import NUMBERS, Scope
from commands.activities.looking.searches import read_search
from commands.kit import Post, Talk
from storage import activity_lists, facets, organisations, searches
from storage.organisations import Organisation
from storage.tags import LINKAGES

FIRST = 1


async def listed(talk: Talk) -> None:
    """`/activities`, with an organisation's name, a month, a kind, other words, or several."""
    typed = read_search(talk.args, talk.today)
    found, words = _named(await organisations.every(talk.store), typed.words)
    if len(found) > 1:
        await talk.reply(lists.which_organisation(talk.words, typed, found))
        return
    scope = Scope(found[0] if found else None, typed.year, typed.month, typed.linkage)
    scope = replace(scope, is_mine=typed.is_mine)
    if words:
        scope = replace(scope, search=await searches.remember(talk.store, words, talk.now))
    await talk.reply(await _page(talk, scope, FIRST))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page, or a choice's first one, in place of what was shown."""
    scope = await _scope(talk, numbers[:-1])
    if scope is None:
        await talk.toast(lists.unknown_page(talk.words))
    else:
        await talk.edit(await _page(talk, scope, numbers[-1]))


async def narrowed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What a list can be narrowed to, in its place."""
    scope = await _scope(talk, numbers[1:])
    post = await _choices(talk, numbers[0], scope) if scope else None
    if post is None:
        await talk.toast(lists.unknown_page(talk.words))
    else:
        await talk.edit(post)


def _named(register: tuple[Organisation, ...], words: str) -> tuple[tuple[Organisation, ...], str]:
    """The organisations that all the words name, or one that one of them names; and the rest."""
    if found := organisations.named(register, words):
        return found, ""
    for word in words.split():
        found = organisations.named(register, word)
        if len(found) == 1:
            return found, " ".join(words.replace(word, " ", 1).split())
    return (), words


async def _choices(talk: Talk, which: int, scope: Scope) -> Post | None:
    person, store = talk.asker.person.id, talk.store
    register = await organisations.every(store)
    if which == filters.MONTH:
        wanted = scope.in_month(0, 0).wanted(person)
        found = await facets.months(store, wanted, filters.MONTHS)
        return filters.months(talk.words, scope, found)
    if which == filters.KIND:
        kinds = await facets.kinds(store, replace(scope, linkage="").wanted(person))
        return filters.kinds(talk.words, scope, kinds)
    if which == filters.OWNER:
        owners = await facets.owners(store, replace(scope, organisation=None).wanted(person))
        return filters.owners(talk.words, scope, owners, {one.id: one for one in register})
    if which == filters.COMMUNITY:
        return filters.communities(talk.words, scope, scopes.communities(register))
    return None


async def _scope(talk: Talk, numbers: tuple[int, ...]) -> Scope | None:
    """What a button is of; anybody may forge its numbers."""
    whole = scopes.padded(numbers)
    if whole is None:
        return None
    told = dict(zip(NUMBERS, whole, strict=True))
    register = await organisations.every(talk.store)
    scope = Scope(
        next((one for one in register if one.id == told["organisation"]), None),
        told["year"],
        told["month"],
        {0: "", **dict(enumerate(LINKAGES, 1))}.get(told["kind"], ""),
        scopes.community_of(register, told["community"]),
        is_mine=bool(told["mine"]),
        search=await searches.one(talk.store, told["search"]),
    )
    is_known = scope.numbers == whole and scopes.is_dated(scope.year, scope.month)
    return scope if is_known else None


async def _page(talk: Talk, scope: Scope, number: int) -> Post:
    wanted = scope.wanted(talk.asker.person.id)
    listing = await activity_lists.page(talk.store, wanted, number, PAGE)
    view = lists.in_private if talk.place.is_private else lists.in_group
    return view(talk.words, listing, scope, talk.today)
