"""What a candidate hears: that staff are asked, and what they said."""

from markupsafe import Markup

from commands.kit import Post, Row, button, pack, private_link
from commands.people.offices import named
from commands.people.ranks import called, linked, short
from locales import Words
from storage.candidates import HANDOVER, LINK, Candidate
from storage.organisations import Organisation
from storage.questions import GRANTED
from storage.seats import Rank


def answer(words: Words, candidate: Candidate, open_notices: int = 0) -> Post:
    """For the candidate in private: what staff said, and what to do next."""
    name = short(candidate.organisation)
    if candidate.state == GRANTED:
        text = welcome(words, name, candidate.rank or Rank.LIAISON)
        if candidate.origin == HANDOVER and candidate.predecessor is not None:
            taken = words.t("You take over from {name}.", name=linked(words, candidate.predecessor))
            text = Markup("\n\n").join([text, taken + _open(words, open_notices)])
        return Post(text)
    rank = called(words, candidate.rank or Rank.LIAISON)
    if candidate.origin == LINK:
        return Post(
            words.t(
                "I am sorry: the street office could not confirm that you are {rank} of"
                " <b>{organisation}</b>. Perhaps the link was meant for somebody else. If you do"
                " speak for it, tell a colleague at the street office, or ask with"
                " <code>/join {organisation}</code>.",
                rank=rank,
                organisation=name,
            )
        )
    return Post(
        words.t(
            "I am sorry: the street office did not agree to your request for"
            " <b>{organisation}</b>. If this is a mistake, please tell a colleague there.",
            organisation=name,
        )
    )


def _open(words: Words, count: int) -> Markup:
    if not count:
        return words.t(" No notice waits for an answer.")
    return words.n(
        " {count} notice still waits for an answer; it comes below.",
        " {count} notices still wait for an answer; they come below.",
        count,
    )


def in_group(words: Words, candidate: Candidate) -> Post:
    """Where it was asked, because no private message arrives; what was said stays private."""
    text = words.t(
        "{name}: the street office has answered your request. Open our private chat and I tell you"
        " what it said.",
        name=named(candidate.person),
    )
    return Post(text, ((private_link(words.t("Open our private chat"), "join"),),))


def welcome(words: Words, name: str, rank: Rank) -> Markup:
    """The first words to somebody with a new role."""
    if rank is Rank.MEMBER:
        return words.t(
            "✅ Welcome! You belong to <b>{organisation}</b> now. Its liaisons answer the notices;"
            " you can read them, and see what it did. /help shows everything.",
            organisation=name,
        )
    if rank is Rank.DEPUTY:
        return words.t(
            "✅ Welcome! You are deputy liaison of <b>{organisation}</b> now.\n"
            "• When its liaison does not answer a notice in time, I write to you here.\n"
            "• You can answer at any time: press “Received” or “Difficulty” below a notice.\n"
            "/pending shows what waits for an answer, /help shows everything.",
            organisation=name,
        )
    return words.t(
        "✅ Welcome! You are liaison of <b>{organisation}</b> now.\n"
        "• When a notice comes in the group, press “Received” or “Difficulty” below it: it"
        " counts for your organisation.\n"
        "• After an activity, send its photos to the group or to me, with words that begin with"
        " #report.\n"
        "/pending shows what waits for an answer, /help shows everything.",
        organisation=name,
    )


def asked(words: Words, organisation: Organisation, rank: Rank) -> Markup:
    """At once after a link was opened."""
    return words.t(
        "Thank you! I have asked the street office to confirm that you are {rank} of"
        " <b>{organisation}</b>. As soon as it does, I tell you here; you need do nothing more.",
        rank=called(words, rank),
        organisation=short(organisation),
    )


def still_waiting(words: Words, organisation: Organisation) -> Markup:
    """Asked again before staff said anything."""
    return words.t(
        "The street office was asked about you and <b>{organisation}</b>, and has not answered yet."
        " As soon as it does, I tell you.",
        organisation=short(organisation),
    )


def take_back(words: Words, candidate: Candidate) -> Row:
    """The button of the own request."""
    label = words.t("Take back: {organisation}", organisation=short(candidate.organisation))
    return (button(label, pack("people.withdraw", candidate.id)),)
