"""What people ask about organisations."""

from collections.abc import Sequence

from commands.kit import Post, Role, Talk
from commands.organisations import cards, lists, numbers
from commands.organisations.cards import Inside, Known
from commands.organisations.categories import category_of
from commands.organisations.importing import receiving, views
from storage import doings, organisations, pairings, people, phones, seats, visit_lists, wish_lists
from storage.organisations import CATEGORIES, Organisation
from storage.people import Person


async def orgs(talk: Talk) -> None:
    """`/orgs`: everybody, or one category; with a file, the register to be taken over.

    Who names an organisation means that one.
    """
    file = talk.message.attachment
    if file is not None and file.kind == "document" and talk.asker.role is Role.STAFF:
        if talk.place.is_private:
            await receiving.REGISTER.receive(talk)
        else:
            await talk.say(views.send_in_private(talk.words))
        return
    every = await organisations.every(talk.store)
    category = category_of(talk.args)
    if not talk.args:
        await talk.reply(await _overview(talk, every))
    elif category is not None:
        await talk.reply(_category(talk, category, every, 1))
    elif found := organisations.named(every, talk.args):
        await _say(talk, found)
    else:
        await talk.reply(lists.unknown_category(talk.words, talk.args, every))


async def org(talk: Talk) -> None:
    """`/org 军干`: the one that is meant, or which of several."""
    every = await organisations.every(talk.store)
    found = organisations.named(every, talk.args) or await _left(talk)
    if not talk.args or not every:
        await talk.reply(cards.how_to(talk.words, every, is_private=talk.place.is_private))
    elif not found:
        await talk.reply(cards.none(talk.words, talk.args, every[-1].short_name))
    else:
        await _say(talk, found)


async def _say(talk: Talk, found: Sequence[Organisation]) -> None:
    """The card of the one that was named, or which of several."""
    if len(found) == 1:
        await talk.reply(await _card(talk, found[0]))
    else:
        await talk.reply(lists.hits(talk.words, talk.args, found))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button with an organisation's name: its card in place of the list."""
    one = await _shown(talk, numbers)
    if one is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.edit(await _card(talk, one))


async def open_(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same from what was found, which stays as it is."""
    one = await _shown(talk, numbers)
    if one is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.reply(await _card(talk, one))


async def _shown(talk: Talk, numbers: tuple[int, ...]) -> Organisation | None:
    """Those that have left are shown to staff alone."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    is_staff = talk.place.is_private and talk.asker.role is Role.STAFF
    return one if one is not None and (one.retired_at is None or is_staff) else None


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
    await talk.edit(await _overview(talk, every))


async def _overview(talk: Talk, every: tuple[Organisation, ...]) -> Post:
    is_private = talk.place.is_private
    if not is_private or talk.asker.role is not Role.STAFF:
        return lists.overview(talk.words, every, is_private=is_private)
    rows = lists.staff_rows(talk.words, len(await organisations.former(talk.store)))
    return lists.overview(talk.words, every, is_private=True, staff_rows=rows)


async def _left(talk: Talk) -> tuple[Organisation, ...]:
    """Staff find those that have left by their names, to bring them back."""
    if not talk.place.is_private or talk.asker.role is not Role.STAFF:
        return ()
    return organisations.named(await organisations.former(talk.store), talk.args)


def _category(talk: Talk, category: str, every: tuple[Organisation, ...], page: int) -> Post:
    if talk.place.is_private:
        return lists.category_page(talk.words, category, every, page)
    return lists.category_line(talk.words, category, every)


async def on_the_map(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A card's button: its place, as Telegram shows places."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    place = cards.on_the_map(one) if one is not None else None
    if place is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.reply(place)


async def _card(talk: Talk, organisation: Organisation) -> Post:
    """By place and role: whom staff can write to or remove is not shown in a group."""
    number = organisation.id
    known = Known(
        await people.liaisons_of(talk.store, number),
        await doings.of(talk.store, number),
        await pairings.of(talk.store, number),
        await wish_lists.standing(talk.store, number),
    )
    if not talk.place.is_private:
        return cards.card(talk.words, organisation, known)
    if talk.asker.role is Role.STAFF:
        inside = Inside(
            await visit_lists.standing(talk.store, number, talk.today),
            talk.today,
            await seats.members_of(talk.store, number),
        )
        post = cards.staff_card(talk.words, organisation, known, inside)
        return await _with_numbers(talk, post, (*known.liaisons, *inside.members))
    post = cards.private_card(talk.words, organisation, known)
    is_own = any(one.id == number for one in talk.asker.organisations)
    return await _with_numbers(talk, post, known.liaisons) if is_own else post


async def _with_numbers(talk: Talk, post: Post, whose: Sequence[Person]) -> Post:
    """For staff and for who answers for the same organisation."""
    found = await phones.of_each(talk.store, [one.id for one in whose])
    return numbers.below(talk.words, post, whose, found)
