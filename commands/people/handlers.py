"""Who somebody is, which language they read, and who is staff."""

from commands.kit import Talk
from commands.people import offices, profiles
from commands.people.rules import CONFIRMED, language_of, replied
from storage import candidates, chats, people, phones, seats


async def whoami(talk: Talk) -> None:
    """`/whoami`: what the bot knows of the asker."""
    person_id = talk.asker.person.id
    held = await seats.of(talk.store, person_id)
    waiting = [one.organisation for one in await candidates.waiting_of(talk.store, person_id)]
    kept = await phones.of(talk.store, person_id) if talk.place.is_private else None
    number = kept.number if kept else None
    await talk.reply(profiles.profile(talk.words, talk.asker, held, waiting, number))


async def language(talk: Talk) -> None:
    """`/language`: the choice."""
    await talk.reply(profiles.languages(talk.words, talk.place, talk.asker.role))


async def speak(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A language for the one who pressed; in a group the others keep their choice."""
    chosen = language_of(numbers)
    if chosen is None:
        await talk.toast(profiles.unknown_choice(talk.words))
        return
    await people.speak(talk.store, talk.asker.person.id, chosen)
    answer = profiles.language_chosen(talk.words.to(chosen))
    await talk.toast(answer.text)
    if talk.place.is_private:
        await talk.edit(answer)


async def speak_in_group(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A language for all that the bot writes to the group by itself."""
    chosen = language_of(numbers)
    if chosen is None or talk.place.is_private:
        await talk.toast(profiles.only_in_a_group(talk.words))
        return
    await chats.speak(talk.store, talk.place.id, chosen)
    await talk.edit(profiles.group_language_chosen(talk.words.to(chosen)))


async def staff(talk: Talk) -> None:
    """`/staff`: who is, or, as a reply, one more."""
    answered = replied(talk.place, talk.message)
    if answered is None:
        await _list_staff(talk)
    elif answered.sender is None:
        await talk.say(offices.unseen(talk.words))
    else:
        person = answered.sender
        is_new = await people.make_staff(talk.store, person.id, person, talk.now)
        await talk.reply(offices.made(talk.words, person, is_new=is_new))


async def show_staff(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of the staff."""
    found = await people.staff(talk.store)
    page = numbers[0] if numbers else 1
    await talk.edit(offices.in_private(talk.words, found, talk.asker.person, page))


async def remove_staff(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Asks back first; nobody removes oneself."""
    person, _ = await people.known(talk.store, numbers[0]) if numbers else (None, ())
    if person is None:
        await talk.toast(offices.not_met(talk.words))
    elif person.id == talk.asker.person.id:
        await talk.toast(offices.not_oneself(talk.words), alert=True)
    elif numbers[1:] != (CONFIRMED,):
        await talk.edit(offices.confirm_removal(talk.words, person))
    else:
        leave = await people.remove_staff(talk.store, person.id)
        await talk.edit(offices.removed(talk.words, person, leave))


async def _list_staff(talk: Talk) -> None:
    found = await people.staff(talk.store)
    if talk.place.is_private:
        await talk.reply(offices.in_private(talk.words, found, talk.asker.person, 1))
    else:
        await talk.reply(offices.in_group(talk.words, found))
