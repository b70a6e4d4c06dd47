"""One's own number: shared, kept after a yes, shown, taken back. Never in a group."""

from commands.kit import Talk
from commands.phones import rules, views
from storage import phones


async def phone(talk: Talk) -> None:
    """`/phone`, and `/phone 13800000000` for who would rather type."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words))
        return
    number = rules.number_in(talk.args)
    if number is not None:
        await talk.reply(views.consent(talk.words, number))
    elif talk.args:
        await talk.reply(views.no_number(talk.words))
    else:
        kept = await phones.of(talk.store, talk.asker.person.id)
        await talk.reply(views.kept(talk.words, kept) if kept else views.offer(talk.words))


async def shared(talk: Talk) -> None:
    """A card in private: only one's own is taken."""
    card = talk.message.contact
    if card is None or card.user_id != talk.asker.person.id:
        await talk.reply(views.not_ones_own(talk.words))
        return
    number = rules.number_in(card.number)
    await talk.reply(views.consent(talk.words, number) if number else views.no_number(talk.words))


async def save(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Yes: the one who pressed lets the number be kept as their own."""
    number = rules.unpacked(numbers[0]) if len(numbers) == 1 else None
    if number is None or not talk.place.is_private:
        await talk.toast(views.gone(talk.words))
        return
    await phones.give(talk.store, talk.asker.person.id, number, talk.now)
    await talk.reply(views.saved(talk.words, number))
    await talk.take_back()


async def leave(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """No."""
    if not talk.place.is_private:
        await talk.toast(views.gone(talk.words))
        return
    await talk.reply(views.not_saved(talk.words))
    await talk.take_back()


async def take_back(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """The number is deleted."""
    if not talk.place.is_private:
        await talk.toast(views.gone(talk.words))
        return
    had = await phones.take_back(talk.store, talk.asker.person.id)
    await talk.edit(views.taken_back(talk.words, had=had))
