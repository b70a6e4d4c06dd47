"""What people ask about organisations."""

from collections.abc import Sequence

from commands.kit import Post, Role, Talk
from commands.organisations import cards, lists, numbers
from commands.organisations.categories import category_of
from storage import doings, organisations, people, phones, seats, visit_lists
from storage.organisations import CATEGORIES, Organisation
from storage.people import Person


async def orgs(talk: Talk) -> None:
    """`/orgs`: everybody, or one category."""
    every = await organisations.every(talk.store)
    category = category_of(talk.args)
    if not talk.args:
        await talk.reply(lists.overview(talk.words, every, is_private=talk.place.is_private))
    elif category is None:
        await talk.reply(lists.unknown_category(talk.words, talk.args, every))
    else:
        await talk.reply(_category(talk, category, every, 1))


async def org(talk: Talk) -> None:
    """`/org 军干`: the one that is meant, or which of several."""
    every = await organisations.every(talk.store)
    found = organisations.named(every, talk.args)
    if not talk.args or not every:
        await talk.reply(cards.how_to(talk.words, every, is_private=talk.place.is_private))
    elif not found:
        await talk.reply(cards.none(talk.words, talk.args, every[-1].short_name))
    elif len(found) == 1:
        await talk.reply(await _card(talk, found[0]))
    else:
        await talk.reply(lists.hits(talk.words, talk.args, found))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button with an organisation's name: its card in place of the list."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.edit(await _card(talk, one))


async def open_(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same from what was found, which stays as it is."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.reply(await _card(talk, one))


async def show_category(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button with a category, and with the page of it."""
    index, page = (*numbers, 1)[:2] if numbers else (0, 1)
    if not 0 <= index < len(CATEGORIES):
        await talk.toast(cards.gone(talk.words))
        return
    every = await organisations.every(talk.store)
    await talk.edit(_category(talk, CATEGORIES[index], every, page))


async def show_all(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The button back to everybody."""
    every = await organisations.every(talk.store)
    await talk.edit(lists.overview(talk.words, every, is_private=talk.place.is_private))


def _category(talk: Talk, category: str, every: tuple[Organisation, ...], page: int) -> Post:
    if talk.place.is_private:
        return lists.category_page(talk.words, category, every, page)
    return lists.category_line(talk.words, category, every)


async def _card(talk: Talk, organisation: Organisation) -> Post:
    """By place and role: whom staff can write to or remove is not shown in a group."""
    liaisons = await people.liaisons_of(talk.store, organisation.id)
    done = await doings.of(talk.store, organisation.id)
    if not talk.place.is_private:
        return cards.card(talk.words, organisation, liaisons, done)
    if talk.asker.role is Role.STAFF:
        visits = await visit_lists.standing(talk.store, organisation.id, talk.today)
        members = await seats.members_of(talk.store, organisation.id)
        shown = organisation, liaisons, done, visits, talk.today
        post = cards.staff_card(talk.words, *shown, members)
        return await _with_numbers(talk, post, (*liaisons, *members))
    post = cards.private_card(talk.words, organisation, liaisons, done)
    is_own = any(one.id == organisation.id for one in talk.asker.organisations)
    return await _with_numbers(talk, post, liaisons) if is_own else post


async def _with_numbers(talk: Talk, post: Post, whose: Sequence[Person]) -> Post:
    """For staff and for who answers for the same organisation."""
    found = await phones.of_each(talk.store, [one.id for one in whose])
    return numbers.below(talk.words, post, whose, found)
