"""One organisation: what the register says, who answers for it, what it did and owes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from commands.kit import CATEGORY_NAMES, Button, Post, Row, Venue, button, clip, pack, private_link
from commands.kit.posts import TEXT_CHARACTERS
from commands.organisations import visited, wished
from commands.organisations.registered import registered
from locales import Words, plain
from storage import wish_lists
from storage.doings import Doings
from storage.organisations import CATEGORIES, Organisation
from storage.pairings import STREET, Pairing
from storage.people import Liaison, Person
from storage.visit_lists import Standing

NAME = 100
VALUE, SHORTER = 240, 60
"""Characters of a value; notes may have twice as many."""
MOST = TEXT_CHARACTERS - 700
PAIRS = 8
"""So many are named on a card; there is a page for all of them."""
PERSON = 24
LIAISONS = 10
"""So many liaisons are named; an organisation has one or two."""
MEMBERS = 20
DEPUTY = 1
"""The last number of `people`'s buttons that make somebody a deputy."""
LINE = Markup("\n")


@dataclass(frozen=True)
class Known:
    """What a card tells beside the register's own words."""

    liaisons: Sequence[Liaison]
    done: Doings
    pairs: Sequence[Pairing] = ()
    wishes: wish_lists.Standing | None = None


@dataclass(frozen=True)
class Inside:
    """What it tells staff alone."""

    visits: Standing
    today: date
    members: Sequence[Person] = ()


def card(words: Words, organisation: Organisation, known: Known) -> Post:
    """What everybody may see, in a group as well."""
    named = _named(words, known.liaisons)
    return Post(_text(words, organisation, known, named), (_map(words, organisation),))


def private_card(words: Words, organisation: Organisation, known: Known) -> Post:
    """The same with the way back to its category."""
    text = _text(words, organisation, known, _named(words, known.liaisons))
    return Post(text, (_map(words, organisation), _back(words, organisation)))


def staff_card(words: Words, organisation: Organisation, known: Known, inside: Inside) -> Post:
    """For staff in private: the register can be changed, liaisons ranked, removed and invited."""
    named = known.liaisons[:LIAISONS]
    linked = words.list([_mention(words, person) for person in named])
    text = _text(words, organisation, known, linked, _inside(words, inside))
    if organisation.retired_at is not None:
        back = button(words.t("↩️ Comes back"), pack("organisations.back", organisation.id))
        return Post(text, ((back,), _back(words, organisation)))
    people: list[Row] = [_about(words, one, organisation) for one in named]
    invites = (
        button(words.t("Invite a liaison"), pack("people.invite", organisation.id)),
        button(words.t("Invite a deputy"), pack("people.invite", organisation.id, DEPUTY)),
    )
    people += [(_removal(words, one, organisation),) for one in inside.members[:LIAISONS]]
    edit = button(words.t("✏️ Edit"), pack("organisations.edit", organisation.id))
    pairs = button(words.t("🤝 Pairs"), pack("organisations.pairs", organisation.id))
    changes = (edit,) if organisation.category == STREET else (edit, pairs)
    visits = visited.row(words, inside.visits)
    rows = *people, invites, visits, changes, _map(words, organisation), _back(words, organisation)
    return Post(text, rows)


def on_the_map(organisation: Organisation) -> Post | None:
    """Its place as Telegram shows places; None: nobody knows it."""
    if organisation.latitude is None or organisation.longitude is None:
        return None
    name = clip(organisation.name, NAME)
    address = clip(organisation.address, VALUE) or name
    place = Venue(organisation.latitude, organisation.longitude, name, address)
    return Post(Markup(), venue=place)


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


def _text(
    words: Words,
    organisation: Organisation,
    known: Known,
    liaisons: Markup,
    more: tuple[Markup, ...] = (),
) -> Markup:
    """Long values are cut shorter when all of them together are too much for a message."""
    around = *_around(words, organisation, known, liaisons), *more
    whole = LINE.join([*registered(words, organisation, VALUE), *around])
    if _units(whole) <= MOST:
        return whole
    return LINE.join([*registered(words, organisation, SHORTER), *around])


def _inside(words: Words, inside: Inside) -> tuple[Markup, ...]:
    visits = visited.line(words, inside.visits, inside.today)
    if not inside.members:
        return (visits,)
    names = words.list([_link(words, person) for person in inside.members[:MEMBERS]])
    return words.t("Members: {names}", names=names), visits


def _units(text: Markup) -> int:
    return len(plain(text).encode("utf-16-le")) // 2


def _around(
    words: Words, organisation: Organisation, known: Known, liaisons: Markup
) -> Iterator[Markup]:
    if known.pairs:
        pairs = [_pair(words, one, organisation) for one in known.pairs[:PAIRS]]
        more = Markup(" …") if len(known.pairs) > PAIRS else Markup()
        yield words.t("🤝 Paired with: {names}", names=words.list(pairs) + more)
    yield words.t("Liaisons: {names}", names=liaisons or words.t("nobody yet"))
    done = known.done
    if done.activities:
        yield words.n(
            "📷 {count} activity: <code>/activities {name}</code>",
            "📷 {count} activities: <code>/activities {name}</code>",
            done.activities,
            name=clip(organisation.short_name, NAME),
        )
    if known.wishes is not None:
        yield from wished.lines(words, known.wishes)
    if done.unanswered:
        yield words.n(
            "⚠️ {count} notice waits for an answer",
            "⚠️ {count} notices wait for an answer",
            done.unanswered,
        )


def _pair(words: Words, pairing: Pairing, organisation: Organisation) -> Markup:
    """The other one, and since when."""
    is_unit = pairing.organisation_id == organisation.id
    other = clip(pairing.community if is_unit else pairing.organisation, PERSON)
    if pairing.since is None:
        return words.list([other])
    return words.t("{name} (since {day})", name=other, day=words.day(pairing.since))


def _map(words: Words, organisation: Organisation) -> Row:
    if organisation.latitude is None:
        return ()
    return (button(words.t("📍 On the map"), pack("organisations.map", organisation.id)),)


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
