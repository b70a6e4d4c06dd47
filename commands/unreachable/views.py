"""Who is out of reach, why, and the words that help: for staff, and for those themselves."""

from collections.abc import Collection

from markupsafe import Markup

from commands.kit import Button, Page, Post, Row, button, clip, pack, pager, private_link
from locales import Words
from storage.people import Person
from storage.unreached import BLOCKED, DEACTIVATED, Unreached

NAME = 30
ORGANISATIONS = 5


def in_group(words: Words, count: int) -> Post:
    """How many; who they are stays in private."""
    if not count:
        return Post(_nobody(words))
    return Post(_head(words, count), ((private_link(words.t("Show in private"), "unreachable"),),))


def listed(words: Words, page: Page[Unreached], with_number: Collection[int]) -> Post:
    """A page of them; numbers lead from the lines to the buttons."""
    if not page.items:
        return Post(_nobody(words))
    lines, rows = [words.t("<b>📵 Whom I cannot write to in private</b>")], []
    for place, one in enumerate(page.items, start=1):
        lines.append(_line(words, place, one))
        rows.append(_buttons(words, place, one, with_number))
    lines.append(
        words.t(
            "Forward them the words behind “Text”: they open the link and press Start. Who has"
            " answered me meanwhile is gone from this list by itself."
        )
    )
    return Post(Markup("\n\n").join(lines), (*rows, pager(page, "unreachable.show")))


def to_forward(words: Words, person: Person, url: str) -> Post:
    """Whole in itself, to be forwarded or copied."""
    name = clip(person.name, NAME) or str(person.id)
    if person.unreached_why == BLOCKED:
        return Post(
            words.t(
                "Dear {name}: you have stopped the alliance's assistant, so its reminders do not"
                " reach you. Please open this link and press Restart, or Start:\n{url}",
                name=name,
                url=url,
            )
        )
    return Post(
        words.t(
            "Dear {name}: the alliance's assistant cannot write to you yet, so its reminders do"
            " not reach you. Please open this link and press Start:\n{url}",
            name=name,
            url=url,
        )
    )


def number(words: Words, person: Person, phone: str) -> Post:
    """A tap on it calls."""
    name = clip(person.name, NAME) or str(person.id)
    return Post(words.t("📞 {name}: {number}", name=name, number=phone))


def hello(words: Words, person: Person) -> Post:
    """To who was out of reach."""
    name = clip(person.name, NAME) or str(person.id)
    return Post(
        words.t(
            "Dear {name}: the street office wanted to know whether I can write to you. I can, so"
            " there is nothing for you to do.",
            name=name,
        )
    )


def result(words: Words, person: Person) -> Post:
    """To who tried."""
    name = clip(person.name, NAME) or str(person.id)
    if person.is_reachable:
        return Post(words.t("✅ {name} can be reached again.", name=name))
    why = reason(words, person.unreached_why)
    text = words.t("📵 {name} is still out of reach: {why}.", name=name, why=why)
    return Post(text, ((_forward(words.t("Text to forward"), person.id),),))


def trying(words: Words, person: Person, *, is_tried: bool) -> Markup:
    """What a press came to."""
    if person.is_reachable:
        return words.t("{name} can be reached by now.", name=clip(person.name, NAME))
    if not is_tried:
        return words.t("This is being tried already.")
    return words.t("I am trying; the outcome comes in a moment.")


def no_number(words: Words) -> Markup:
    return words.t("No number is kept any more.")


def gone(words: Words) -> Markup:
    return words.t("This button is out of date. Type /unreachable again.")


def in_private_only(words: Words) -> Markup:
    return words.t("I tell about people in our private chat only.")


def reason(words: Words, why: str | None) -> Markup:
    """Why no message arrives."""
    if why == BLOCKED:
        return words.t("has stopped the bot")
    if why == DEACTIVATED:
        return words.t("the Telegram account was closed")
    return words.t("has never pressed Start")


def _nobody(words: Words) -> Markup:
    return words.t("✅ Everybody with a role can be reached in private.")


def _head(words: Words, count: int) -> Markup:
    return words.n(
        "📵 {count} person with a role cannot be reached in private.",
        "📵 {count} people with a role cannot be reached in private.",
        count,
    )


def _line(words: Words, place: int, one: Unreached) -> Markup:
    served = [clip(each, NAME) for each in one.organisations[:ORGANISATIONS]]
    role = words.t("staff of the street office")
    if served:
        role = words.t("liaison of {names}", names=words.list(served))
    linked = '<a href="tg://user?id={id}">{name}</a>'
    name = words.t(linked, id=str(one.id), name=clip(one.name, NAME) or str(one.id))
    why = reason(words, one.unreached_why)
    return words.t("{place}. {name} ({role}): {why}", place=place, name=name, role=role, why=why)


def _buttons(words: Words, place: int, one: Unreached, with_number: Collection[int]) -> Row:
    """A closed account helps no text and no try."""
    keys: list[Button] = []
    if one.unreached_why != DEACTIVATED:
        keys.append(_forward(words.t("{place}. Text", place=place), one.id))
        again = words.t("{place}. Try again", place=place)
        keys.append(button(again, pack("unreachable.again", one.id)))
    if one.id in with_number:
        call = words.t("{place}. Call", place=place)
        keys.append(button(call, pack("unreachable.call", one.id)))
    return tuple(keys)


def _forward(label: Markup, person_id: int) -> Button:
    return button(label, pack("unreachable.forward", person_id))
