"""`/wish` puts one up; `/wishes` shows those that are open, to take one on."""

from commands.kit import Post, Role, Talk
from commands.wishes import asking, owned, rules, taken, views
from locales import Words
from storage import organisations, searches, wish_claims, wish_lists, wishes
from storage.database import Store
from storage.organisations import Organisation
from storage.pairings import COMMUNITY
from storage.wishes import DRAFT, Author, Wish

MINE = ("我的", "我认领的", "mine")
OWN = ("我发的", "已发", "own", "put up")
BESIDE = 20
"""So many of one's own wishes are listed."""


async def wish(talk: Talk) -> None:
    """`/wish 冬衣 20件 给困难家庭 12月15日前`, or step by step."""
    if not talk.place.is_private:
        await talk.reply(views.only_in_private(talk.words, "wish", talk.args))
        return
    every = await for_whom(talk)
    if not every:
        await talk.reply(asking.only_communities(talk.words))
    elif rules.is_refused(talk.args):
        await talk.reply(Post(asking.refused(talk.words)))
    elif len(every) == 1:
        await _begin(talk, every[0], talk.args)
    else:
        search = await searches.remember(talk.store, talk.args, talk.now) if talk.args else None
        await talk.reply(asking.which(talk.words, every, 1, search.id if search else 0))


async def which(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page of whose wish it may be."""
    page, search_id = rules.only(numbers, 1), rules.only(numbers, 0)
    every = await for_whom(talk)
    await talk.edit(asking.which(talk.words, every, page, search_id))


async def new(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button below a list."""
    await wish(talk.as_typed(""))


async def at(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Whose wish it is; what was written before counts."""
    one = next((one for one in await for_whom(talk) if one.id == rules.only(numbers, 0)), None)
    search_id = rules.only(numbers, 1)
    search = await searches.one(talk.store, search_id) if search_id else None
    if one is None or (search_id and search is None):
        await talk.toast(talk.words.t("Please write it once more: this was long ago."))
        return
    await _begin(talk, one, search.words if search else "")
    await talk.take_back()


async def listed(talk: Talk) -> None:
    """`/wishes`, `/wishes 12` for one of them, `/wishes mine` for what one took on."""
    words = talk.args.strip().casefold()
    if not talk.place.is_private:
        found = await wish_lists.open_ones(talk.store)
        await talk.reply(views.listed_in_group(talk.words, found, 1))
    elif words in MINE:
        await talk.reply(await _mine(talk))
    elif words in OWN:
        await talk.reply(await _own(talk))
    else:
        number = int(words) if words.isascii() and words.isdecimal() and len(words) < 10 else 0  # noqa: PLR2004 - an id has fewer digits
        found_one = await wishes.one(talk.store, number) if number else None
        await talk.reply(await _offer(talk, found_one) if found_one else await _list(talk, 1))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the list."""
    page = rules.only(numbers, 0) or 1
    if talk.place.is_private:
        await talk.edit(await _list(talk, page))
    else:
        found = await wish_lists.open_ones(talk.store)
        await talk.edit(views.listed_in_group(talk.words, found, page))


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A wish of the list, to be taken on."""
    found = await wishes.one(talk.store, rules.only(numbers, 0))
    if found is None or found.state == DRAFT:
        await talk.toast(views.gone(talk.words))
    else:
        await talk.edit(await _offer(talk, found))


async def shown(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One that was found; what was found stays as it is."""
    found = await wishes.one(talk.store, rules.only(numbers, 0))
    if found is None or found.state == DRAFT:
        await talk.toast(views.gone(talk.words))
    elif talk.place.is_private:
        await talk.reply(await _offer(talk, found))
    else:
        claims = await wish_claims.of(talk.store, found.id)
        await talk.reply(views.card(talk.words, found, claims))


async def mine(talk: Talk, _numbers: tuple[int, ...]) -> None:
    await talk.reply(await _mine(talk))


async def own(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What one put up, or one of them with all that can be done about it."""
    if not numbers:
        await talk.reply(await _own(talk))
        return
    found = await managed(talk, numbers)
    if found is not None:
        await wishes.show_own(talk.store, found.id, talk.place.id, talk.now)


async def card(store: Store, words: Words, wish_id: int) -> Post | None:
    """In the group."""
    found = await wishes.one(store, wish_id)
    claims = await wish_claims.of(store, wish_id)
    return views.card(words, found, claims) if found and found.state != DRAFT else None


async def own_card(store: Store, words: Words, wish_id: int) -> Post | None:
    """In private, for who put it up."""
    found = await wishes.one(store, wish_id)
    if found is None:
        return owned.gone(words)
    claims = await wish_claims.of(store, wish_id)
    return owned.card(words, found, claims, await wishes.details_of(store, wish_id))


async def for_whom(talk: Talk) -> tuple[Organisation, ...]:
    """For whom one may put a wish up: liaisons for their communities, staff for everybody."""
    if talk.asker.role is Role.STAFF:
        every = await organisations.every(talk.store)
        return tuple(sorted(every, key=lambda one: one.category != COMMUNITY))
    return tuple(one for one in talk.asker.organisations if one.category == COMMUNITY)


def manages(talk: Talk, found: Wish) -> bool:
    """True for staff, and for who answers for the community."""
    served = {one.id for one in talk.asker.organisations}
    return talk.asker.role is Role.STAFF or found.organisation_id in served


async def managed(talk: Talk, numbers: tuple[int, ...]) -> Wish | None:
    """The wish of a button, for those who may; else says why not."""
    found = await wishes.one(talk.store, rules.only(numbers, 0))
    if found is None:
        await talk.say(views.gone(talk.words))
        return None
    if not manages(talk, found):
        await talk.say(talk.words.t("Only the community and the street office can do this."))
        return None
    return found


def author(talk: Talk) -> Author:
    return Author(talk.asker.person.id, talk.place.id, talk.now)


async def _begin(talk: Talk, one: Organisation, line: str) -> None:
    told = rules.read(line, talk.now, talk.zone)
    await wishes.begin(talk.store, one.id, told.values, author(talk))


async def _offer(talk: Talk, found: Wish) -> Post:
    if found.state == DRAFT:
        return Post(views.gone(talk.words))
    claims = await wish_claims.of(talk.store, found.id)
    return taken.offer(talk.words, found, claims, talk.asker.organisations)


async def _list(talk: Talk, page: int) -> Post:
    found = await wish_lists.open_ones(talk.store)
    more = await for_whom(talk)
    return views.listed(talk.words, found, page, owned.beside(talk.words, may_put_up=bool(more)))


async def _mine(talk: Talk) -> Post:
    ids = tuple(one.id for one in talk.asker.organisations)
    found = await wish_claims.of_person(talk.store, talk.asker.person.id, ids)
    return taken.mine(talk.words, found)


async def _own(talk: Talk) -> Post:
    ids = tuple(one.id for one in talk.asker.organisations)
    every = talk.asker.role is Role.STAFF
    found = await wish_lists.put_up(talk.store, talk.asker.person.id, ids, BESIDE, every=every)
    return owned.listed(talk.words, found)
