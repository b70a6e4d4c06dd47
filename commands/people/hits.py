"""People as `/find` shows them to staff, in private."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Hit, Post, Talk, button, clip, in_rows, pack
from locales import Words
from storage import people, phones, speakers
from storage.database import Store
from storage.organisations import Organisation
from storage.people import Person

NAME = 24
SERVED = 3
ORGANISATIONS = 20


async def show(store: Store, words: Words, ids: Sequence[int], _today: date) -> dict[int, Hit]:
    """Everybody whom the bot has met."""
    return {one.id: _hit(words, one, served) for one, served in await speakers.some(store, ids)}


async def open_(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who somebody is, with the way to whom they speak for."""
    found = await people.known(talk.store, numbers[0]) if len(numbers) == 1 else (None, ())
    if found[0] is None:
        await talk.toast(talk.words.t("I have not met this person."))
    elif not talk.place.is_private:
        await talk.toast(talk.words.t("I tell about people in our private chat only."))
    else:
        kept = await phones.of(talk.store, found[0].id)
        await talk.reply(card(talk.words, found[0], found[1], kept.number if kept else None))


def card(
    words: Words,
    person: Person,
    organisations: Sequence[Organisation],
    number: str | None = None,
) -> Post:
    """One person for staff: the name opens their chat; the number, if its owner gave it."""
    linked = '<a href="tg://user?id={id}">{name}</a>'
    lines = [words.t(linked, id=str(person.id), name=_name(person))]
    if person.is_staff:
        lines.append(words.t("staff of the street office"))
    if organisations:
        names = [clip(one.short_name, NAME) for one in organisations[:ORGANISATIONS]]
        lines.append(words.t("Liaison of: {names}", names=words.list(names)))
    if number is not None:
        lines.append(words.t("📞 {number}", number=number))
    buttons = [
        button(words.list([clip(one.short_name, NAME)]), pack("organisations.open", one.id))
        for one in organisations[:ORGANISATIONS]
    ]
    return Post(Markup("\n").join(lines), in_rows(buttons))


def _hit(words: Words, person: Person, served: Sequence[str]) -> Hit:
    name = words.list([_name(person)])
    if served:
        names = words.list([clip(one, NAME) for one in served[:SERVED]])
        line = words.t("{name} · liaison of {names}", name=name, names=names)
    elif person.is_staff:
        line = words.t("{name} · staff", name=name)
    else:
        line = name
    return Hit(line, name, person.id)


def _name(person: Person) -> str:
    return clip(person.name or person.username, NAME) or str(person.id)
