"""What somebody reads who asks to be with an organisation."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import (
    Button,
    Place,
    Post,
    button,
    clip,
    in_rows,
    pack,
    page_of,
    pager,
    private_link,
)
from commands.people import answers
from commands.people.ranks import short
from locales import Words
from storage.candidates import MOST_A_DAY, MOST_OPEN, Asked, Candidate
from storage.organisations import Organisation

ASKED = 30
CHOICES = 10
PAGE = 8
NAMED = 6


def asked(
    words: Words,
    outcome: Asked,
    organisation: Organisation,
    waiting: Sequence[Candidate],
    place: Place,
) -> Post:
    """What became of a request; in private with a button that takes it back."""
    own = [one for one in waiting if one.organisation.id == organisation.id]
    rows = tuple(answers.take_back(words, one) for one in own)
    if outcome is Asked.ASKED and not place.is_private:
        rows = ((private_link(words.t("Open our private chat"), "join"),),)
    return Post(_sentence(words, outcome, organisation), rows)


def how_to(words: Words, every: Sequence[Organisation]) -> Post:
    """In a group, without words."""
    example = short(every[-1]) if every else "…"
    text = words.t(
        "Which organisation are you with? Write a part of its name:"
        " <code>/join {organisation}</code>. The street office confirms it.",
        organisation=example,
    )
    return Post(text, ((private_link(words.t("Choose in private"), "join"),),))


def none(words: Words, name: str) -> Post:
    """No organisation has these words in its name."""
    text = words.t(
        "No organisation has “{asked}” in its name. Two characters of the name are enough, or"
        " choose it from the list.",
        asked=clip(name, ASKED),
    )
    return Post(text, ((private_link(words.t("Choose in private"), "join"),),))


def which(words: Words, found: Sequence[Organisation], name: str) -> Post:
    """Several match, in private: a button each."""
    text = words.t(
        "Several organisations match “{asked}”. Which one are you with?", asked=clip(name, ASKED)
    )
    return Post(text, in_rows([_wish(words, one) for one in found[:CHOICES]]))


def say_which(words: Words, found: Sequence[Organisation], name: str) -> Post:
    """The same in a group, where anybody could press a button."""
    names = words.list([short(one) for one in found[:NAMED]])
    return Post(
        words.t(
            "Several organisations match “{asked}”: {names}. Please write more of the name.",
            asked=clip(name, ASKED),
            names=names,
        )
    )


def standing(words: Words, told: Markup | None, waiting: Sequence[Candidate]) -> Post:
    """Alone in private: what was said last, what waits, and the way to ask."""
    lines = [told] if told is not None else []
    lines += [answers.still_waiting(words, one.organisation) for one in waiting]
    lines.append(
        words.t(
            "Are you with an organisation of the alliance? Choose it, or write"
            " <code>/join</code> with a part of its name. The street office confirms it."
        )
    )
    rows = tuple(answers.take_back(words, one) for one in waiting)
    choice = button(words.t("Choose the organisation"), pack("people.choose_own", 1))
    return Post(Markup("\n\n").join(lines), (*rows, (choice,)))


def chooser(words: Words, every: Sequence[Organisation], number: int) -> Post:
    """All organisations as buttons."""
    page = page_of(every, number, PAGE)
    rows = in_rows([_wish(words, one) for one in page.items])
    text = words.t("Which organisation are you with? The street office confirms it.")
    return Post(text, (*rows, pager(page, "people.choose_own")))


def without(words: Words, organisation: Organisation) -> Post:
    """In place of the request that was taken back."""
    return Post(
        words.t(
            "You took your request for <b>{organisation}</b> back.",
            organisation=short(organisation),
        )
    )


def taken_back(words: Words) -> Markup:
    return words.t("Taken back.")


def decided_before(words: Words) -> Markup:
    """For a request that is open no more, or is somebody else's."""
    return words.t("This request is open no more. /whoami shows who you are here.")


def in_private(words: Words) -> Markup:
    return words.t("Please choose in our private chat: /join")


def _sentence(words: Words, outcome: Asked, organisation: Organisation) -> Markup:
    name = short(organisation)
    if outcome is Asked.ASKED:
        return words.t(
            "📨 I passed it on to the street office: you ask to join <b>{organisation}</b>. As soon"
            " as it answers, I tell you in private.",
            organisation=name,
        )
    if outcome is Asked.WAITS:
        return answers.still_waiting(words, organisation)
    if outcome is Asked.HAS_IT:
        return words.t("You answer for {organisation} already. All is well.", organisation=name)
    if outcome is Asked.DECLINED:
        return words.t(
            "The street office has just answered about {organisation}. Please talk to a colleague"
            " there, or ask again tomorrow.",
            organisation=name,
        )
    return words.t(
        "That is a lot at once: at most {open} requests may be open, and {day} made in a day."
        " /join in private shows yours, and takes them back.",
        open=MOST_OPEN,
        day=MOST_A_DAY,
    )


def _wish(words: Words, one: Organisation) -> Button:
    return button(words.list([short(one)]), pack("people.wish", one.id))
