"""What one reads who hands a role over, and who had it before."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, in_rows, pack, private_link
from commands.people.offices import named
from commands.people.ranks import linked, short
from locales import Words
from storage.candidates import Asked, Candidate
from storage.organisations import Organisation
from storage.people import Liaison, Person
from storage.questions import GRANTED

CHOICES = 10
BY_LINK = 0


def in_private(words: Words, args: str) -> Post:
    """In a group."""
    text = words.t("Handing over is done in our private chat.")
    return Post(text, ((private_link(words.t("Hand over in private"), "handover", args),),))


def none(words: Words, *, is_staff: bool) -> Post:
    """Nothing to hand over."""
    if is_staff:
        text = words.t(
            "Which organisation? Write a part of its name behind it:"
            " <code>/handover Xinglong</code>"
        )
    else:
        text = words.t(
            "You are deputy liaison, so there is nothing to hand over. To give the role back:"
            " /leave"
        )
    return Post(text)


def which(words: Words, mine: Sequence[Organisation]) -> Post:
    """Somebody answers for several organisations."""
    text = words.t("Which organisation do you hand over?")
    keys = [
        button(words.list([short(one)]), pack("people.handover", one.id)) for one in mine[:CHOICES]
    ]
    return Post(text, in_rows(keys))


def from_whom(words: Words, one: Organisation, olds: Sequence[Liaison]) -> Post:
    """For staff: an organisation with several liaisons, or with none."""
    if not olds:
        text = words.t(
            "<b>{organisation}</b> has no liaison, so there is nothing to hand over. Invite one:",
            organisation=short(one),
        )
        key = button(words.t("Invite a liaison"), pack("people.invite", one.id))
        return Post(text, ((key,),))
    text = words.t(
        "<b>{organisation}</b> has several liaisons. Whose role is handed over?",
        organisation=short(one),
    )
    keys = [
        button(words.list([named(old)]), pack("people.handover", one.id, old.id))
        for old in olds[:CHOICES]
    ]
    return Post(text, in_rows(keys))


def to_whom(words: Words, one: Organisation, old: Person, found: Sequence[Person]) -> Post:
    """Deputies and members as buttons, and a link for anybody else."""
    text = words.t(
        "Who takes over <b>{organisation}</b> from {name}? Choose somebody of the organisation, or"
        " make a link for somebody new.",
        organisation=short(one),
        name=named(old),
    )
    keys = [
        button(words.list([named(new)]), pack("people.handover_to", one.id, old.id, new.id))
        for new in found[:CHOICES]
    ]
    by_link = pack("people.handover_to", one.id, old.id, BY_LINK)
    link = (button(words.t("🔗 A link for somebody new"), by_link),)
    return Post(text, (*in_rows(keys), link))


def rest(words: Words, one: Organisation, old: Person, new: Person | None, asker: Person) -> Post:
    """What becomes of who hands over; the last question, so it says what will happen."""
    values = {"organisation": short(one), "old": named(old)}
    successor = named(new) if new else words.t("who opens the link")
    if asker.is_staff:
        text = words.t(
            "<b>{organisation}</b> goes from {old} to {new}. What is {old} afterwards?",
            new=successor,
            **values,
        )
    else:
        text = words.t(
            "You hand over <b>{organisation}</b> to {new}. The street office is asked first. What"
            " will you be afterwards?",
            new=successor,
            **values,
        )
    ids = one.id, old.id, new.id if new else BY_LINK
    rows: tuple[Row, ...] = (
        (button(words.t("Deputy liaison"), pack("people.handed", *ids, 1)),),
        (button(words.t("Nothing any more"), pack("people.handed", *ids, 0)),),
        (button(words.t("‹ Back"), pack("people.handover", one.id, old.id)),),
    )
    return Post(text, rows)


def proposed(words: Words, one: Organisation, new: Person, asked: Asked) -> Post:
    """For the liaison: staff are asked."""
    values = {"organisation": short(one), "name": named(new)}
    sentences = {
        Asked.ASKED: words.t(
            "📨 I asked the street office whether {name} may take over <b>{organisation}</b>. As"
            " soon as it agrees, I tell you both; until then you are liaison.",
            **values,
        ),
        Asked.WAITS: words.t(
            "The street office was asked about {name} and <b>{organisation}</b> already. As soon as"
            " it answers, I tell you.",
            **values,
        ),
    }
    return Post(sentences.get(asked) or gone(words))


def handed_by_staff(
    words: Words, one: Organisation, old: Person, new: Person, *, is_made: bool
) -> Post:
    """For staff: it counts."""
    if not is_made:
        return Post(gone(words))
    text = words.t(
        "✅ {new} has taken over <b>{organisation}</b> from {old}. Both hear of it, and {new} gets"
        " the open notices.",
        new=named(new),
        old=named(old),
        organisation=short(one),
    )
    return Post(text, ((button(words.list([short(one)]), pack("organisations.show", one.id)),),))


def handed(words: Words, candidate: Candidate) -> Post:
    """For who had the role before."""
    values = {
        "name": linked(words, candidate.person),
        "organisation": short(candidate.organisation),
    }
    if candidate.state != GRANTED:
        return Post(
            words.t(
                "The street office did not agree that {name} takes over <b>{organisation}</b>. You"
                " are its liaison as before.",
                **values,
            )
        )
    if candidate.stays_deputy:
        text = words.t(
            "✅ {name} has taken over <b>{organisation}</b>, with the open notices. You are its"
            " deputy liaison now. Thank you for all that you did!",
            **values,
        )
    else:
        text = words.t(
            "✅ {name} has taken over <b>{organisation}</b>, with the open notices. Thank you for"
            " all that you did!",
            **values,
        )
    return Post(text)


def gone(words: Words) -> Markup:
    """For a button that was forged, or whose time is over."""
    return words.t("This is not possible any more. Type /handover again.")
