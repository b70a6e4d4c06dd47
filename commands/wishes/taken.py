"""What somebody took on: as the giver sees it with the address, and as the community sees it."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack
from commands.wishes import owned, rules, views
from commands.wishes.views import LINE, NAME, counted, giver, thing
from locales import Words, plain
from storage.organisations import Organisation
from storage.wish_claims import Claim
from storage.wish_words import Said
from storage.wishes import WITHDRAWN, Wish

ALONE = 0
"""In place of an organisation's id: somebody for themselves."""
WORDS = 1000
OWN = 12


def offer(
    words: Words, wish: Wish, claims: Sequence[Claim], served: Sequence[Organisation]
) -> Post:
    """For whom it is taken on: for oneself, or for an organisation that one answers for."""
    text = LINE.join(views.lines(words, wish, claims))
    back = button(words.t("‹ All wishes"), pack("wishes.list", 1))
    if not wish.is_open or not wish.left:
        return Post(text, ((back,),))
    kinds = [
        button(
            words.t("🙋 For {name}", name=clip(one.short_name, 14)),
            pack("wishes.for", wish.id, one.id),
        )
        for one in served[:8]
    ]
    kinds.append(button(words.t("🙋 I myself"), pack("wishes.for", wish.id, ALONE)))
    ask = words.t(
        "Who takes it on? Where it goes is said afterwards, to you alone. If you take it on"
        " yourself, the group reads “a resident”, not your name."
    )
    return Post(LINE.join([text, Markup(), ask]), (*in_rows(kinds, 1), (back,)))


def how_many(words: Words, wish: Wish, organisation_id: int) -> Post:
    """How many of it."""
    buttons = [
        button(
            words.t("All {amount}", amount=one)
            if one == wish.left
            else words.list([f"{one}{wish.unit}"]),
            pack("wishes.claim", wish.id, organisation_id, one),
        )
        for one in rules.amounts(wish.left)
    ]
    text = words.t(
        "🙋 {what}: how many do you take on? {left} are left.",
        what=clip(wish.what, 60),
        left=wish.left,
    )
    back = button(words.t("‹ Back"), pack("wishes.open", wish.id))
    return Post(text, (*in_rows(buttons, 3), (back,)))


def fewer(words: Words, left: int) -> Markup:
    return words.n(
        "Somebody was faster: only {count} is left.",
        "Somebody was faster: only {count} are left.",
        left,
    )


def over(words: Words) -> Markup:
    return words.t("Somebody was faster: all of it is taken on. /wishes shows the others.")


def settled(words: Words) -> Markup:
    return words.t("This was settled meanwhile; the card shows how it stands.")


def card(words: Words, claim: Claim, details: str, heading: Markup | None = None) -> Post:
    """For who took it on: what is private stands here until it is handed over."""
    lines = [heading] if heading else []
    lines.append(_title(words, claim))
    if claim.whom:
        lines.append(words.t("👥 For: {whom}", whom=clip(claim.whom, NAME * 2)))
    if not claim.is_under_way:
        return Post(LINE.join([*lines, *_ended(words, claim)]))
    if claim.due_on is not None:
        lines.append(words.t("📅 By {day}", day=words.day(claim.due_on)))
    if details:
        lines.append(words.t("🔒 For you alone: {details}", details=clip(details, 300)))
    else:
        lines.append(words.t("💬 Ask the community where to bring it; I pass it on."))
    if claim.organisation is None:
        shown = giver(words, claim)
        lines.append(words.t("👤 In the group you are called: {name}", name=shown))
    if claim.given_at is not None:
        lines.append(words.t("📦 You have brought it; the community is asked to confirm."))
    if claim.received_at is not None:
        lines.append(words.t("📦 The community has received it. Did you bring it?"))
    return Post(LINE.join(lines), tuple(_giver_rows(words, claim)))


def reminder(words: Words, claim: Claim, details: str, today: date) -> Post:
    """The card once more, with how near the day is."""
    if not claim.is_under_way:
        return card(words, claim, details)
    days = (today - claim.due_on).days if claim.due_on is not None else 0
    if claim.due_on is None:
        heading = words.t("⏰ Is it on its way? A press is enough.")
    elif days > 0:
        heading = words.n(
            "⚠️ {count} day late. Is it done?", "⚠️ {count} days late. Is it done?", days
        )
    elif days == 0:
        heading = words.t("⏰ Today is the day.")
    else:
        heading = words.t("⏰ It is needed soon.")
    return card(words, claim, details, heading)


def told(words: Words, claim: Claim, wish: Wish) -> Post:
    """For the community: who took it on, and what to do about it."""
    who = {
        "name": giver(words, claim),
        "thing": counted(words, claim.what, claim.amount, claim.unit),
    }
    if claim.returned_at is not None:
        text = words.t("↩️ {name} cannot bring it after all: {thing}. It is free again.", **who)
        return Post(text, ((_to_wish(words, wish),),))
    lines = [words.t("🙋 {name} takes on: {thing}", **who)]
    if wish.left and not claim.is_done:
        lines.append(words.t("{left} of {amount} are left.", left=wish.left, amount=wish.amount))
    lines.append(owned.state(words, claim))
    if claim.is_done:
        return Post(LINE.join(lines), ((_to_wish(words, wish),),))
    return Post(LINE.join(lines), (*_community_rows(words, claim), (_to_wish(words, wish),)))


def mine(words: Words, found: Sequence[Claim]) -> Post:
    """All that somebody, or their organisation, took on."""
    every = button(words.t("🎁 Open wishes"), pack("wishes.list", 1))
    if not found:
        return Post(words.t("You have not taken on a wish yet."), ((every,),))
    lines = [words.t("💛 <b>What you took on</b>")]
    lines += [
        words.t(
            "• {thing}, {community} · {state}",
            thing=counted(words, one.what, one.amount, one.unit),
            community=clip(one.community, NAME),
            state=owned.state(words, one),
        )
        for one in found[:OWN]
    ]
    buttons = [
        button(words.list([clip(one.what, 16)]), pack("wishes.taken", one.id))
        for one in found[:OWN]
        if one.is_under_way
    ]
    return Post(LINE.join(lines), (*in_rows(buttons), (every,)))


def question(words: Words, claim: Claim, *, is_givers: bool) -> Post:
    """What shall be told to the other side."""
    if is_givers:
        text = words.t(
            "💬 What shall I tell {name} about “{what}”? Please reply to this message. They do not"
            " see who you are, unless you write it.",
            name=clip(claim.community, NAME),
            what=clip(claim.what, 40),
        )
    else:
        text = words.t(
            "💬 What shall I tell {name} about “{what}”? Please reply to this message.",
            name=giver(words, claim),
            what=clip(claim.what, 40),
        )
    return Post(text, placeholder="…")


def word(words: Words, said: Said | None, claim: Claim | None) -> Post:
    """Words from the other side; once it is handed over they go."""
    if said is None or claim is None:
        return Post(words.t("🔒 What was told here is deleted."), is_withdrawn=True)
    who = giver(words, claim) if said.is_givers else words.list([clip(claim.community, NAME)])
    text = words.t(
        "💬 {name} about “{what}”:\n{words}",
        name=who,
        what=clip(claim.what, 40),
        words=clip(said.words, WORDS),
    )
    back = pack("wishes.answer" if said.is_givers else "wishes.speak", claim.id)
    return Post(text, ((button(words.t("↩️ Answer"), back),),))


def _title(words: Words, claim: Claim) -> Markup:
    said = counted(words, claim.what, claim.amount, claim.unit)
    name = clip(claim.community, NAME)
    if claim.organisation is None:
        return words.t("💛 <b>You took on: {thing}</b> · {name}", thing=said, name=name)
    return words.t(
        "💛 <b>{organisation} took on: {thing}</b> · {name}",
        organisation=clip(claim.organisation, NAME),
        thing=said,
        name=name,
    )


def _ended(words: Words, claim: Claim) -> Iterator[Markup]:
    if claim.is_done:
        yield words.t("✅ Handed over and received. Thank you! What was private is deleted.")
    elif claim.state == WITHDRAWN:
        yield words.t("🗂 The community has withdrawn this wish. Thank you all the same!")
    elif claim.returned_by != claim.person_id:
        yield words.t("↩️ The community has given it free again. Thank you all the same!")
    else:
        yield words.t("↩️ Given back, others can take it on now. Thank you for saying so.")


def _giver_rows(words: Words, claim: Claim) -> Iterator[Row]:
    if claim.given_at is None:
        yield (button(words.t("✅ I have brought it"), pack("wishes.given", claim.id)),)
    if claim.received_at is not None:
        yield (button(words.t("❌ Not yet"), pack("wishes.not_brought", claim.id)),)
    yield (
        button(words.t("💬 Tell the community"), pack("wishes.speak", claim.id)),
        button(words.t("↩️ I cannot after all"), pack("wishes.back", claim.id)),
    )
    if claim.organisation is None:
        label = words.t("👤 Hide my name") if claim.is_named else words.t("👤 Show my name")
        yield (button(label, pack("wishes.name", claim.id, int(not claim.is_named))),)


def _community_rows(words: Words, claim: Claim) -> Iterator[Row]:
    if claim.received_at is None:
        received = button(words.t("✅ Received"), pack("wishes.received", claim.id))
        not_yet = button(words.t("❌ Not yet"), pack("wishes.not_here", claim.id))
        yield (received, not_yet) if claim.given_at is not None else (received,)
    yield (
        button(words.t("💬 Tell the giver"), pack("wishes.answer", claim.id)),
        button(words.t("🔓 Give it free"), pack("wishes.free", claim.id)),
    )


def _to_wish(words: Words, wish: Wish) -> Button:
    what = clip(plain(thing(words, wish)), 20)
    return button(words.t("🎁 {what}", what=what), pack("wishes.own", wish.id))
