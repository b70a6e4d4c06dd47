"""Liaisons: who becomes one, for which organisation, and who is one no longer."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import (
    Button,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
    private_link,
)
from commands.people.offices import named
from commands.people.rules import DEPUTY
from locales import Words
from storage.organisations import Organisation
from storage.people import Person

ASKED = 30
SHORT_NAME = 20
CHOICES = 10
PAGE = 8
IN_GROUP, IN_PRIVATE = 12, 36
LINE = Markup("\n")


def appointed(
    words: Words, person: Person, organisation: Organisation, *, is_new: bool, is_deputy: bool
) -> Post:
    """Said in the group, so that the person reads it too; staff can change the rank below it."""
    values = {"name": named(person), "organisation": _short(organisation)}
    if not is_new:
        text = words.t("{name} is liaison of {organisation} already.", **values)
        return Post(text, (_ranks(words, person, organisation, is_deputy=is_deputy),))
    if is_deputy:
        text = words.t(
            "✅ {name} is deputy liaison of <b>{organisation}</b> now.\n"
            "Dear {name}: when the liaison does not answer in time, I ask you; pressing"
            " “Received” below a notice counts for your organisation at any time.",
            **values,
        )
    else:
        text = words.t(
            "✅ {name} is liaison of <b>{organisation}</b> now.\n"
            "Dear {name}: press “Received” below a notice and it counts for your organisation;"
            " send photos of an activity with words that begin with #report.",
            **values,
        )
    private = private_link(words.t("Open our private chat"), "start")
    return Post(text, ((private,), _ranks(words, person, organisation, is_deputy=not is_deputy)))


def ranked(words: Words, person: Person, organisation: Organisation, *, is_deputy: bool) -> Post:
    """What became of a rank, and the way back to the organisation."""
    values = {"name": named(person), "organisation": _short(organisation)}
    if is_deputy:
        text = words.t(
            "✅ {name} is deputy liaison of {organisation} now: I write to deputies when no liaison"
            " answers or can be reached. They may answer at any time.",
            **values,
        )
    else:
        text = words.t("✅ {name} is liaison of {organisation} now.", **values)
    return Post(text, (back(words, organisation),))


def which_for(
    words: Words, person: Person, found: Sequence[Organisation], asked: str, *, deputy: bool
) -> Post:
    """Several organisations match: for which one is the person?"""
    text = words.t(
        "Several organisations match “{asked}”. Whose liaison shall {name} be?",
        asked=clip(asked, ASKED),
        name=named(person),
    )
    buttons = [
        button(
            words.list([_short(one)]),
            pack("people.appoint", person.id, one.id, *_rank(deputy=deputy)),
        )
        for one in found[:CHOICES]
    ]
    return Post(text + _hidden(words, found), in_rows(buttons))


def which_to_invite(
    words: Words, found: Sequence[Organisation], asked: str, *, deputy: bool
) -> Post:
    """Several organisations match: for which one is the link?"""
    text = words.t(
        "Several organisations match “{asked}”. For which one is the link?",
        asked=clip(asked, ASKED),
    )
    buttons = _invites(words, found[:CHOICES], deputy=deputy)
    return Post(text + _hidden(words, found), in_rows(buttons))


def none(words: Words, asked: str) -> Markup:
    """No organisation has these words in its name."""
    return words.t(
        "No organisation has “{asked}” in its name. /orgs lists them all; a part of the name is"
        " enough.",
        asked=clip(asked, ASKED),
    )


def chooser(
    words: Words,
    ordered: Sequence[Organisation],
    without: Sequence[Organisation],
    number: int,
    *,
    waiting: int,
) -> Post:
    """In private, without words: organisations as buttons, those without a liaison first."""
    page = page_of(ordered, number, PAGE)
    lines = [
        words.t(
            "Choose the organisation. I make a link, and whoever opens it first becomes its"
            " liaison as soon as you say yes."
        ),
        *_needy(words, without, IN_PRIVATE),
    ]
    turns = pager(page, "people.choose")
    asks: list[Row] = []
    if waiting:
        label = words.n(
            "🔔 {count} waits for your answer", "🔔 {count} wait for your answer", waiting
        )
        asks.append((button(label, pack("people.waiting")),))
    if without:
        label = words.n(
            "🖨 A page with a code for {count} without liaison",
            "🖨 Pages with codes for {count} without liaison",
            len(without),
        )
        asks.append((button(label, pack("people.invite_all")),))
    return Post(LINE.join(lines), (*asks, *in_rows(_invites(words, page.items)), turns))


def how_to(words: Words, without: Sequence[Organisation]) -> Post:
    """In a group, without words: both ways, and who still needs a liaison."""
    example = _short(without[0]) if without else "…"
    lines = [
        words.t(
            "Reply to a message of the person with <code>/liaison {organisation}</code>, or make a"
            " link in private.",
            organisation=example,
        ),
        *_needy(words, without, IN_GROUP),
    ]
    return Post(LINE.join(lines), ((private_link(words.t("Make a link"), "liaison"),),))


def only_in_private(words: Words, asked: str) -> Post:
    """Links are for one person, so they are not shown in a group."""
    text = words.t(
        "Is the person here? Reply to one of their messages with"
        " <code>/liaison {organisation}</code>. If not, make a link in private.",
        organisation=clip(asked, ASKED),
    )
    return Post(text, ((private_link(words.t("Make a link"), "liaison", asked),),))


def gone(words: Words) -> Markup:
    """For a button whose person or organisation is not known."""
    return words.t("This button is out of date. Type the command again.")


def _needy(words: Words, without: Sequence[Organisation], shown: int) -> list[Markup]:
    if not without:
        return []
    names = words.list([_short(one) for one in without[:shown]])
    if len(without) > shown:
        names += Markup(" …")
    return [
        words.n(
            "{count} organisation has no liaison yet: {names}",
            "{count} organisations have no liaison yet: {names}",
            len(without),
            names=names,
        )
    ]


def _invites(
    words: Words, organisations: Sequence[Organisation], *, deputy: bool = False
) -> list[Button]:
    return [
        button(words.list([_short(one)]), pack("people.invite", one.id, *_rank(deputy=deputy)))
        for one in organisations
    ]


def _rank(*, deputy: bool) -> tuple[int, ...]:
    return (DEPUTY,) if deputy else ()


def _ranks(
    words: Words, person: Person, organisation: Organisation, *, is_deputy: bool
) -> tuple[Button]:
    """For staff: makes the person a deputy, or a liaison."""
    label = words.t("Make deputy instead") if is_deputy else words.t("Make liaison instead")
    return (button(label, pack("people.rank", person.id, organisation.id, int(is_deputy))),)


def back(words: Words, organisation: Organisation) -> tuple[Button]:
    """The way back to the organisation."""
    label = words.list([_short(organisation)])
    return (button(label, pack("organisations.show", organisation.id)),)


def _hidden(words: Words, found: Sequence[Organisation]) -> Markup:
    """Says that there are more than the buttons show."""
    if len(found) <= CHOICES:
        return Markup()
    return LINE + words.t("Not in the list? Type more of the name.")


def _short(organisation: Organisation) -> str:
    return clip(organisation.short_name, SHORT_NAME)
