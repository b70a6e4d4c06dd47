"""A wish as its community sees it in private: how it would go out, who took it on, what to do."""

from collections.abc import Iterator, Sequence
from zlib import crc32

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack
from commands.wishes import rules, views
from commands.wishes.views import LINE, NAME, counted, giver
from locales import Words, message, plain
from storage.wish_claims import Claim
from storage.wishes import AMOUNT, DETAILS, DRAFT, DUE, FULFILLED, STEPS, WHAT, WHOM, Wish

DETAILS_SHOWN = 300
CLAIMS = 12
FIELDS = {
    WHAT: message("What"),
    WHOM: message("For whom"),
    AMOUNT: message("How many"),
    DUE: message("By when"),
    DETAILS: message("Where it is handed over"),
}
LATER = (AMOUNT, DUE, DETAILS)
"""What can still be changed once it is in the group."""


def mark(wish: Wish) -> int:
    """A number that is another one as soon as what goes to the group says something else."""
    return crc32(f"{wish.what}\n{wish.whom}".encode())


def gone(words: Words) -> Post:
    """In place of a draft that was not put up."""
    return Post(words.t("🗑 The draft of this wish is gone, nothing of it is kept."))


def card(words: Words, wish: Wish, claims: Sequence[Claim], details: str) -> Post:
    """A draft as it would go out; later who took it on and how far it is."""
    if wish.state == DRAFT:
        return _draft(words, wish, details)
    lines = [*views.lines(words, wish, ()), *_claims(words, claims), *_private(words, details)]
    return Post(LINE.join(lines), tuple(_rows(words, wish, claims)))


def not_as_shown(words: Words) -> Markup:
    return words.t("It says something else by now. Please look at the card once more.")


def fields(words: Words, wish: Wish) -> Post:
    """What of it shall be changed."""
    steps = STEPS if wish.state == DRAFT else LATER
    text = words.t("✏️ What of this wish shall be changed?")
    return Post(text, in_rows(_edits(words, wish, steps)))


def listed(words: Words, found: Sequence[Wish]) -> Post:
    """What somebody put up, or all for staff; the newest first."""
    if not found:
        put_up = button(words.t("➕ Put up a wish"), pack("wishes.new"))
        return Post(words.t("No wish was put up yet."), ((put_up,),))
    lines = [words.t("🎁 <b>Wishes that were put up</b>")]
    lines += [_line(words, one) for one in found]
    buttons = [
        button(words.list([clip(f"{one.id} {one.what}", 18)]), pack("wishes.own", one.id))
        for one in found
    ]
    return Post(LINE.join(lines), in_rows(buttons))


def beside(words: Words, *, may_put_up: bool) -> tuple[Row, ...]:
    """Below the list of open wishes."""
    mine = button(words.t("💛 What I took on"), pack("wishes.mine"))
    if not may_put_up:
        return ((mine,),)
    put_up = button(words.t("➕ Put up a wish"), pack("wishes.new"))
    own = button(words.t("📋 What was put up"), pack("wishes.own"))
    return ((mine,), (put_up, own))


def _draft(words: Words, wish: Wish, details: str) -> Post:
    lines = [
        words.t("👀 <b>So it would stand in the group:</b>"),
        Markup("<blockquote>{}</blockquote>").format(LINE.join(views.lines(words, wish, ()))),
        *(_private(words, details) or [words.t("🔒 Nothing private is noted for the giver.")]),
    ]
    found = rules.doubtful(wish.what, wish.whom)
    label = words.t("✅ Put it up")
    if found:
        names = words.list([clip(one, 20) for one in found[:6]])
        lines.append(
            words.t(
                "⚠️ This may be a name or a house: <b>{names}</b>. Everybody in the group would see"
                " it. Please write it in general words, unless it is neither.",
                names=names,
            )
        )
        label = words.t("⚠️ It is nothing private: put it up")
    put_up = button(label, pack("wishes.publish", wish.id, mark(wish)))
    drop = button(words.t("🗑 Do not put it up"), pack("wishes.discard", wish.id))
    edits = in_rows(_edits(words, wish, STEPS))
    rows = (*edits, (put_up,), (drop,)) if found else ((put_up,), *edits, (drop,))
    return Post(LINE.join(lines), rows)


def _edits(words: Words, wish: Wish, steps: Sequence[str]) -> list[Button]:
    return [
        button(
            words.t("✏️ {field}", field=words.t(FIELDS[step])),
            pack("wishes.ask", wish.id, STEPS.index(step)),
        )
        for step in steps
    ]


def _private(words: Words, details: str) -> list[Markup]:
    if not details:
        return []
    said = clip(details, DETAILS_SHOWN)
    return [words.t("🔒 For who takes it on alone: {details}", details=said)]


def _claims(words: Words, claims: Sequence[Claim]) -> Iterator[Markup]:
    for one in claims[:CLAIMS]:
        yield words.t(
            "• {name}: {thing} · {state}",
            name=giver(words, one),
            thing=counted(words, one.what, one.amount, one.unit),
            state=state(words, one),
        )


def state(words: Words, claim: Claim) -> Markup:
    """How far the handing over is."""
    if claim.returned_at is not None:
        return words.t("given back")
    if claim.is_done:
        return words.t("✅ handed over")
    if claim.given_at is not None:
        return words.t("📦 brought, to be confirmed")
    if claim.received_at is not None:
        return words.t("📦 received, to be confirmed by the giver")
    return words.t("⏳ taken on")


def _rows(words: Words, wish: Wish, claims: Sequence[Claim]) -> Iterator[Row]:
    yield from in_rows(
        [
            button(
                words.t("🙋 {name}", name=clip(plain(giver(words, one)), 16)),
                pack("wishes.told", one.id),
            )
            for one in claims[:CLAIMS]
            if one.is_under_way
        ]
    )
    if wish.is_open:
        yield (
            button(words.t("✏️ Change"), pack("wishes.edit", wish.id)),
            button(words.t("🗂 Withdraw"), pack("wishes.withdraw", wish.id)),
        )
    if wish.done and wish.thanked_at is None and wish.state != DRAFT:
        yield (button(words.t("📷 Say thanks with a photo"), pack("wishes.thank", wish.id)),)
    if wish.thanked_at is not None and wish.photo:
        yield (button(words.t("🗑 Take the photo back"), pack("wishes.unthank", wish.id)),)


def _line(words: Words, one: Wish) -> Markup:
    name, what = clip(one.organisation, NAME), views.thing(words, one)
    said = {"number": str(one.id), "name": name, "what": what}
    if one.state == DRAFT:
        return words.t("{number}. {name}: {what} · draft", **said)
    if one.state == FULFILLED:
        return words.t("{number}. {name}: {what} · 🎉 come true", **said)
    if not one.is_open:
        return words.t("{number}. {name}: {what} · withdrawn", **said)
    return words.t(
        "{number}. {name}: {what} · taken on {claimed}/{amount}, handed over {done}",
        **said,
        claimed=one.claimed,
        amount=one.amount,
        done=one.done,
    )
