"""One-time links: what staff forward, and what whoever opens one reads."""

from datetime import datetime, tzinfo

from markupsafe import Markup

from commands.kit import Post, clip, private_link
from commands.people.offices import named
from locales import Words, message
from storage.invitations import Opened, Outcome
from storage.organisations import Organisation
from storage.people import Person

NAME = 60
SHORT_NAME = 20
ORGANISATIONS = 20


def to_forward(words: Words, organisation: Organisation, *, is_deputy: bool) -> Post:
    """For staff, above the message that is to be forwarded."""
    if is_deputy:
        text = words.t(
            "Forward the next message to the deputy liaison of <b>{organisation}</b>, here or in"
            " any other app. Whoever opens the link first becomes deputy; you will hear who it"
            " was.",
            organisation=_short(organisation),
        )
    else:
        text = words.t(
            "Forward the next message to the liaison of <b>{organisation}</b>, here or in any other"
            " app. Whoever opens the link first becomes liaison; you will hear who it was.",
            organisation=_short(organisation),
        )
    return Post(text)


def invitation(  # noqa: PLR0913 - what the sentence names
    words: Words,
    organisation: Organisation,
    url: str,
    until: datetime,
    zone: tzinfo,
    *,
    is_deputy: bool,
) -> Post:
    """The message that is forwarded, whole in itself."""
    sentence = message(
        "The street office invites you to be liaison of {organisation} in the alliance."
        " Open this link and press Start:\n{url}\n"
        "It works once, until {until}."
    )
    if is_deputy:
        sentence = message(
            "The street office invites you to be deputy liaison of {organisation} in the alliance."
            " Open this link and press Start:\n{url}\n"
            "It works once, until {until}."
        )
    name, moment = clip(organisation.name, NAME), words.moment(until, zone)
    return Post(words.t(sentence, organisation=name, url=url, until=moment))


def opened(words: Words, result: Opened) -> Post:
    """What became of the link, for who opened it."""
    if result.organisation is None:
        return Post(
            words.t(
                "I do not know this link. Perhaps it was not copied whole. Open it again, or ask"
                " the street office for a new one."
            )
        )
    name = _short(result.organisation)
    if result.outcome is Outcome.JOINED and result.is_deputy:
        return Post(_welcome_deputy(words, name))
    return Post(_sentence(words, result.outcome, name))


def only_in_private(words: Words) -> Post:
    """For a link's words typed into a group."""
    text = words.t("Please open the link itself: it works in our private chat.")
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def joined(words: Words, person: Person, organisations: tuple[Organisation, ...]) -> Post:
    """For who invited."""
    names = words.list([_short(one) for one in organisations[:ORGANISATIONS]])
    return Post(
        words.t(
            "✅ {name} opened your link and is liaison now: {organisations}."
            " Wrong person? <code>/org {organisation}</code> takes it back.",
            name=named(person),
            organisations=names,
            organisation=_short(organisations[-1]),
        )
    )


def _welcome_deputy(words: Words, name: str) -> Markup:
    return words.t(
        "✅ Welcome! You are deputy liaison of <b>{organisation}</b> now.\n"
        "• When its liaison does not answer a notice in time, I write to you here.\n"
        "• You can answer at any time: press “Received” or “Difficulty” below a notice.\n"
        "/pending shows what waits for an answer, /help shows everything.",
        organisation=name,
    )


def _sentence(words: Words, outcome: Outcome, name: str) -> Markup:
    """Each outcome with what to do next."""
    if outcome is Outcome.JOINED:
        return words.t(
            "✅ Welcome! You are liaison of <b>{organisation}</b> now.\n"
            "• When a notice comes in the group, press “Received” or “Difficulty” below it: it"
            " counts for your organisation.\n"
            "• After an activity, send its photos to the group or to me, with words that begin with"
            " #report.\n"
            "/pending shows what waits for an answer, /help shows everything.",
            organisation=name,
        )
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


def _short(organisation: Organisation) -> str:
    return clip(organisation.short_name, SHORT_NAME)
