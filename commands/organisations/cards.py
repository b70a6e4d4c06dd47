"""One organisation: what the register says, who answers for it, what it did and owes."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Button, Post, Row, button, clip, pack, private_link
from commands.organisations import visited
from locales import Words
from storage.doings import Doings
from storage.organisations import CATEGORIES, Organisation
from storage.people import Liaison, Person
from storage.visit_lists import Standing

NAME = 100
VALUE = 200
NOTES = 500
PERSON = 24
LIAISONS = 10
"""So many liaisons are named; an organisation has one or two."""
MEMBERS = 20
DEPUTY = 1
"""The last number of `people`'s buttons that make somebody a deputy."""
LINE = Markup("\n")


def card(
    words: Words, organisation: Organisation, liaisons: Sequence[Liaison], done: Doings
) -> Post:
    """What everybody may see, in a group as well."""
    return Post(_text(words, organisation, _named(words, liaisons), done), ())


def private_card(
    words: Words, organisation: Organisation, liaisons: Sequence[Liaison], done: Doings
) -> Post:
    """The same with the way back to its category."""
    text = _text(words, organisation, _named(words, liaisons), done)
    return Post(text, (_back(words, organisation),))


def staff_card(  # noqa: PLR0913, PLR0917 - what it shows
    words: Words,
    organisation: Organisation,
    liaisons: Sequence[Liaison],
    done: Doings,
    visits: Standing,
    today: date,
    members: Sequence[Person] = (),
) -> Post:
    """For staff in private: liaisons can be written to, ranked, removed and invited."""
    linked = words.list([_mention(words, person) for person in liaisons[:LIAISONS]])
    people: list[Row] = [_about(words, one, organisation) for one in liaisons[:LIAISONS]]
    invites = (
        button(words.t("Invite a liaison"), pack("people.invite", organisation.id)),
        button(words.t("Invite a deputy"), pack("people.invite", organisation.id, DEPUTY)),
    )
    text = _text(words, organisation, linked, done)
    if members:
        names = words.list([_link(words, person) for person in members[:MEMBERS]])
        text += LINE + words.t("Members: {names}", names=names)
    people += [(_removal(words, one, organisation),) for one in members[:LIAISONS]]
    text += LINE + visited.line(words, visits, today)
    rows = (*people, invites, visited.row(words, visits), _back(words, organisation))
    return Post(text, rows)


def how_to(words: Words, examples: Sequence[Organisation], *, is_private: bool) -> Post:
    """What to write behind /org."""
    example = clip(examples[-1].short_name, PERSON) if examples else "…"
    text = words.t(
        "Which organisation? Write a part of its name: <code>/org {example}</code>", example=example
    )
    every = words.t("All organisations")
    show = button(every, pack("organisations.all")) if is_private else private_link(every, "orgs")
    return Post(text, ((show,),))


def none(words: Words, asked: str, example: str) -> Post:
    """No organisation has these words in its name."""
    text = words.t(
        "No organisation has “{asked}” in its name. Two characters are enough:"
        " <code>/org {example}</code>",
        asked=clip(asked, PERSON),
        example=clip(example, PERSON),
    )
    return Post(text, ((button(words.t("All organisations"), pack("organisations.all")),),))


def gone(words: Words) -> Markup:
    """For a button whose organisation is not in the register."""
    return words.t("This organisation is not in the register any more. See /orgs.")


def _text(words: Words, organisation: Organisation, liaisons: Markup, done: Doings) -> Markup:
    return LINE.join(_lines(words, organisation, liaisons, done))


def _lines(
    words: Words, organisation: Organisation, liaisons: Markup, done: Doings
) -> Iterator[Markup]:
    yield words.t("🏢 <b>{name}</b>", name=clip(organisation.name, NAME))
    category = words.t(CATEGORY_NAMES[organisation.category])
    short_name = clip(organisation.short_name, NAME)
    yield words.t("{short_name} · {category}", short_name=short_name, category=category)
    if organisation.community and organisation.community != organisation.short_name:
        yield words.t("Community: {community}", community=clip(organisation.community, VALUE))
    if organisation.address:
        yield words.t("Address: {address}", address=clip(organisation.address, VALUE))
    if organisation.notes:
        yield words.t("Notes: {notes}", notes=clip(organisation.notes, NOTES))
    yield words.t("Liaisons: {names}", names=liaisons or words.t("nobody yet"))
    if done.activities:
        yield words.n(
            "📷 {count} activity: <code>/activities {name}</code>",
            "📷 {count} activities: <code>/activities {name}</code>",
            done.activities,
            name=short_name,
        )
    if done.unanswered:
        yield words.n(
            "⚠️ {count} notice waits for an answer",
            "⚠️ {count} notices wait for an answer",
            done.unanswered,
        )


def _named(words: Words, people: Sequence[Liaison]) -> Markup:
    return words.list([_ranked(words, one, words.list([_name(one)])) for one in people[:LIAISONS]])


def _mention(words: Words, person: Liaison) -> Markup:
    """A name that opens the person's chat."""
    return _ranked(words, person, _link(words, person))


def _link(words: Words, person: Person) -> Markup:
    linked = '<a href="tg://user?id={id}">{name}</a>'
    return words.t(linked, id=str(person.id), name=_name(person))


def _ranked(words: Words, person: Liaison, name: Markup) -> Markup:
    return words.t("{name} (deputy)", name=name) if person.is_deputy else name


def _about(words: Words, person: Liaison, organisation: Organisation) -> Row:
    """The buttons about one liaison."""
    ids, name = (person.id, organisation.id), _name(person)
    if person.is_deputy:
        rank = button(words.t("Make liaison: {name}", name=name), pack("people.rank", *ids, 0))
    else:
        label = words.t("Make deputy: {name}", name=name)
        rank = button(label, pack("people.rank", *ids, DEPUTY))
    return rank, _removal(words, person, organisation)


def _removal(words: Words, person: Person, organisation: Organisation) -> Button:
    """Takes whatever the person is there."""
    label = words.t("Remove {name}", name=_name(person))
    return button(label, pack("people.remove_liaison", person.id, organisation.id))


def _name(person: Person) -> str:
    return clip(person.name, PERSON) or str(person.id)


def _back(words: Words, organisation: Organisation) -> tuple[Button]:
    index = CATEGORIES.index(organisation.category)
    label = words.t("‹ {category}", category=words.t(CATEGORY_NAMES[organisation.category]))
    return (button(label, pack("organisations.category", index)),)
