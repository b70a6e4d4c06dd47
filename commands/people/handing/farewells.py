"""What one reads who gives a role back, and what staff read when nobody is left."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, in_rows, pack, private_link
from commands.people.ranks import called, short
from locales import Words
from storage.organisations import Organisation
from storage.seats import Rank, Seat

CHOICES = 20


def in_private(words: Words) -> Post:
    """In a group."""
    text = words.t("Let us do that in our private chat.")
    return Post(text, ((private_link(words.t("Open our private chat"), "leave"),),))


def which(words: Words, held: Sequence[Seat]) -> Post:
    """Several roles, or none."""
    if not held:
        return Post(
            words.t("You have no role in any organisation, so there is nothing to give back.")
        )
    keys = [
        button(
            words.t(
                "{organisation} · {rank}",
                organisation=short(one.organisation),
                rank=called(words, one.rank),
            ),
            pack("people.leave", one.organisation.id),
        )
        for one in held[:CHOICES]
    ]
    return Post(words.t("Which role do you want to give back?"), in_rows(keys, 1))


def question(words: Words, one: Seat, *, is_last: bool) -> Post:
    """Asks back, and says what else could be done."""
    values = {"organisation": short(one.organisation), "rank": called(words, one.rank)}
    text = words.t("Shall you be {rank} of <b>{organisation}</b> no longer?", **values)
    rows: list[Row] = [
        (button(words.t("Yes, give it back"), pack("people.left", one.organisation.id)),),
        (button(words.t("No, stay"), pack("people.stay")),),
    ]
    if is_last:
        text += Markup("\n") + words.t(
            "Nobody else answers for it. You could hand it over to a colleague instead."
        )
    if one.rank is Rank.LIAISON:
        label = words.t("Hand it over instead")
        rows.insert(1, (button(label, pack("people.handover", one.organisation.id)),))
    return Post(text, tuple(rows))


def left(words: Words, organisation: Organisation, had: Rank) -> Post:
    """It is done."""
    return Post(
        words.t(
            "✅ You are {rank} of <b>{organisation}</b> no longer. Thank you for all that you did!"
            " /join asks for a role again.",
            rank=called(words, had),
            organisation=short(organisation),
        )
    )


def stayed(words: Words) -> Post:
    return Post(words.t("Good, everything stays as it is."))


def gone(words: Words) -> Markup:
    """For a button that was forged, or whose time is over."""
    return words.t("There is nothing to give back here. /whoami shows who you are.")


def deserted(words: Words, organisation: Organisation) -> Post:
    """For staff."""
    text = words.t(
        "⚠️ Nobody answers for <b>{organisation}</b> any more: the last one gave the role back."
        " Invite somebody, so that notices reach it.",
        organisation=short(organisation),
    )
    key = button(words.t("Invite a liaison"), pack("people.invite", organisation.id))
    return Post(text, ((key,),))
