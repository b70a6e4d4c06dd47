"""One-time links: what staff forward, and what whoever opens one reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from commands.kit import Picture, Post, clip, private_link
from commands.people import answers
from commands.people.qr import Sheet
from commands.people.ranks import called, short
from locales import Words, message, plain
from storage.invitations import Opened, Outcome
from storage.organisations import Organisation
from storage.seats import Rank

NAME = 60


@dataclass(frozen=True)
class Given:
    """A link that staff give out."""

    organisation: Organisation
    url: str
    until: datetime
    is_deputy: bool
    is_handover: bool = False
    """True: who opens it is to take a liaison's role over."""


def to_forward(words: Words, given: Given) -> Post:
    """For staff, above what is to be forwarded."""
    name = short(given.organisation)
    if given.is_handover:
        text = words.t(
            "Forward the next message or the picture below it to who takes over"
            " <b>{organisation}</b>, here or in any other app. Once it is opened, I ask the street"
            " office; nothing changes before it agrees.",
            organisation=name,
        )
    elif given.is_deputy:
        text = words.t(
            "Forward the next message or the picture below it to the deputy liaison of"
            " <b>{organisation}</b>, here or in any other app. Whoever opens it first I show to"
            " you; nobody becomes deputy before you say yes.",
            organisation=name,
        )
    else:
        text = words.t(
            "Forward the next message or the picture below it to the liaison of"
            " <b>{organisation}</b>, here or in any other app. Whoever opens it first I show to"
            " you; nobody becomes liaison before you say yes.",
            organisation=name,
        )
    return Post(text)


def invitation(words: Words, given: Given) -> Post:
    """The message that is forwarded, whole in itself."""
    return Post(_invites(words, given))


def with_code(words: Words, given: Given, drawn: bytes) -> Post:
    """The same as a picture: a camera reads the code, and the caption says the same again."""
    return Post(_invites(words, given), photos=(Picture(drawn),))


def sheet(words: Words, given: Given) -> Sheet:
    """What stands on the picture, so that a printed page is clear without the caption."""
    rank = Rank.DEPUTY if given.is_deputy else Rank.LIAISON
    until = words.moment(given.until, words.zone)
    lines = (
        words.list([clip(given.organisation.name, NAME)]),
        words.t("Scan to become {rank} in the alliance", rank=called(words, rank)),
        words.t("For one person, until {until}", until=until),
    )
    name, what, how_long = (plain(line) for line in lines)
    return Sheet(given.url, (name, what, how_long))


def pages(words: Words, drawn: Sequence[bytes]) -> Post:
    """Some of the pages to print, one for each organisation."""
    text = words.t(
        "🖨 A page for each organisation, to print or to forward. Whoever scans one first I show to"
        " you; nobody becomes liaison before you say yes."
    )
    return Post(text, photos=tuple(Picture(one) for one in drawn))


def printing(words: Words, count: int) -> Markup:
    return words.n("I am drawing {count} page.", "I am drawing {count} pages.", count)


def nothing_to_print(words: Words, *, is_private: bool) -> Markup:
    if is_private:
        return words.t("Every organisation has a liaison.")
    return words.t("Links are made in our private chat only.")


def _invites(words: Words, given: Given) -> Markup:
    sentence = message(
        "The street office invites you to be liaison of {organisation} in the alliance."
        " Open this link and press Start:\n{url}\n"
        "It works once, until {until}."
    )
    if given.is_deputy:
        sentence = message(
            "The street office invites you to be deputy liaison of {organisation} in the alliance."
            " Open this link and press Start:\n{url}\n"
            "It works once, until {until}."
        )
    name, moment = clip(given.organisation.name, NAME), words.moment(given.until, words.zone)
    return words.t(sentence, organisation=name, url=given.url, until=moment)


def opened(words: Words, result: Opened) -> Post:
    """What became of the link, for who opened it."""
    if result.organisation is None:
        return Post(
            words.t(
                "I do not know this link. Perhaps it was not copied whole. Open it again, or ask"
                " the street office for a new one."
            )
        )
    if result.outcome is Outcome.ASKED:
        rank = Rank.DEPUTY if result.is_deputy else Rank.LIAISON
        return Post(answers.asked(words, result.organisation, rank))
    if result.outcome is Outcome.WAITS:
        return Post(answers.still_waiting(words, result.organisation))
    return Post(_sentence(words, result.outcome, short(result.organisation)))


def only_in_private(words: Words) -> Post:
    """For a link's words typed into a group."""
    text = words.t("Please open the link itself: it works in our private chat.")
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def _sentence(words: Words, outcome: Outcome, name: str) -> Markup:
    """Each outcome with what to do next."""
    if outcome is Outcome.ALREADY:
        return words.t("You are liaison of {organisation} already. All is well.", organisation=name)
    if outcome is Outcome.OWN:
        return words.t(
            "This is your own link, and it still works. Forward it to the liaison of"
            " {organisation}; only the person who opens it becomes liaison.",
            organisation=name,
        )
    if outcome is Outcome.USED:
        return words.t(
            "This link for {organisation} was used before; each works once. Ask the street office"
            " for a new one.",
            organisation=name,
        )
    return words.t(
        "This link for {organisation} is older than seven days. Ask the street office for a new"
        " one.",
        organisation=name,
    )
