"""A wish as everybody sees it: what, for whom in general words, how much is left, who helps."""

from collections.abc import Iterator, Sequence

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
from locales import Words, message
from storage.wish_claims import Claim
from storage.wishes import FULFILLED, OPEN, WITHDRAWN, Wish

LINE = Markup("\n")
NAME, LABEL = 30, 16
GIVERS = 8
"""So many are named on a card."""
PAGE = 6
STATES = {
    OPEN: message("🎁 <b>Micro-wish</b> · {name}"),
    FULFILLED: message("🎉 <b>Come true</b> · micro-wish of {name}"),
    WITHDRAWN: message("🗂 <b>Withdrawn</b> · micro-wish of {name}"),
}


def only_in_private(words: Words, command: str, args: str) -> Post:
    """In a group: what is private about it is for the two alone."""
    text = words.t("Wishes are written in our private chat only. Press the button and go on there.")
    return Post(text, ((private_link(words.t("Go on in private"), command, args),),))


def gone(words: Words) -> Markup:
    """For a button whose wish is not there any more."""
    return words.t("This wish is not there any more. /wishes shows those that are open.")


def card(words: Words, wish: Wish, claims: Sequence[Claim]) -> Post:
    """In a group, with the way to take it on."""
    text = LINE.join(lines(words, wish, claims))
    if not wish.is_open or not wish.left:
        return Post(text)
    label = words.t("🙋 I take it on")
    if wish.amount > 1:
        label = words.t("🙋 I take some on ({left} left)", left=wish.left)
    return Post(text, ((private_link(label, "wishes", str(wish.id)),),))


def lines(words: Words, wish: Wish, claims: Sequence[Claim]) -> Iterator[Markup]:
    """What everybody may know."""
    yield words.t(STATES.get(wish.state, STATES[OPEN]), name=clip(wish.organisation, NAME))
    yield words.t("<b>{what}</b>", what=thing(words, wish))
    if wish.whom:
        yield words.t("👥 For: {whom}", whom=clip(wish.whom, NAME * 2))
    if wish.due_on is not None and wish.is_open:
        yield words.t("📅 By {day}", day=words.day(wish.due_on))
    if wish.amount > 1 and wish.is_open:
        yield words.t(
            "🙋 Taken on: {claimed} of {amount}", claimed=wish.claimed, amount=wish.amount
        )
    if claims and wish.state != WITHDRAWN:
        names = words.list(list(_givers(words, claims, wish.unit)))
        yield words.t("💛 Helping: {names}", names=names)
    if wish.is_open and not wish.left:
        yield words.t("✅ All of it is taken on. Thank you!")
    if wish.state == FULFILLED:
        yield words.t("✅ Handed over, and received. Thank you!")


def thing(words: Words, wish: Wish) -> Markup:
    """What is wished for, and how many of it."""
    return counted(words, wish.what, wish.amount, wish.unit)


def counted(words: Words, what: str, amount: int, unit: str) -> Markup:
    """`冬衣 20件`; one of something without a measure is only what it is."""
    said = clip(what, 60) or "…"
    if amount == 1 and not unit:
        return words.list([said])
    return words.t("{what} × {amount}{unit}", what=said, amount=amount, unit=unit)


def giver(words: Words, claim: Claim) -> Markup:
    """Who helps, as everybody may know: an organisation by its name, nobody else's unasked."""
    if claim.organisation is not None:
        return words.list([clip(claim.organisation, NAME)])
    if claim.is_named and claim.person:
        return words.list([clip(claim.person, NAME)])
    return words.t("a resident")


def listed(words: Words, found: Sequence[Wish], number: int, more: tuple[Row, ...]) -> Post:
    """What is open, a page at a time; in private each can be opened by a button."""
    page = page_of(found, number, PAGE)
    said = [_open_line(words, place, one) for place, one in _numbered(page.items, page.number)]
    if not found:
        said = [words.t("There is no open wish just now. Thank you for looking!")]
    title = words.n(
        "🎁 <b>Micro-wishes</b>: {count} open", "🎁 <b>Micro-wishes</b>: {count} open", len(found)
    )
    buttons = [
        button(
            words.t("🙋 {place}. {what}", place=place, what=clip(one.what, LABEL)),
            pack("wishes.open", one.id),
        )
        for place, one in _numbered(page.items, page.number)
    ]
    turns = pager(page, "wishes.list")
    return Post(LINE.join([title, *said]), (*in_rows(buttons), turns, *more))


def listed_in_group(words: Words, found: Sequence[Wish], number: int) -> Post:
    """The same in a group, where each button leads to the private chat."""
    page = page_of(found, number, PAGE)
    post = listed(words, found, number, ())
    buttons: list[Button] = [
        private_link(
            words.t("🙋 {place}. {what}", place=place, what=clip(one.what, LABEL)),
            "wishes",
            str(one.id),
        )
        for place, one in _numbered(page.items, page.number)
    ]
    return Post(post.text, (*in_rows(buttons), pager(page, "wishes.list")))


def gathered(words: Words, found: Sequence[Wish]) -> Post | None:
    """Once a week: what nobody took on yet; None: all of it is."""
    waiting = [one for one in found if one.left]
    if not waiting:
        return None
    said = [_open_line(words, place, one) for place, one in _numbered(waiting[:PAGE], 1)]
    title = words.t("🎁 <b>These wishes still wait for somebody</b>")
    label = words.t("🙋 See the wishes")
    return Post(LINE.join([title, *said]), ((private_link(label, "wishes"),),))


def _numbered(items: Sequence[Wish], page: int) -> list[tuple[int, Wish]]:
    return list(enumerate(items, start=(page - 1) * PAGE + 1))


def _open_line(words: Words, place: int, one: Wish) -> Markup:
    parts = [thing(words, one)]
    if one.whom:
        parts.append(words.t("for {whom}", whom=clip(one.whom, NAME)))
    parts.append(words.list([clip(one.organisation, NAME)]))
    if one.due_on is not None:
        parts.append(words.t("needed by {day}", day=words.day(one.due_on, one.due_on)))
    if one.amount > 1 or not one.left:
        left = words.t("{left} left", left=one.left) if one.left else words.t("all taken on")
        parts.append(left)
    return words.t("{place}. {said}", place=place, said=Markup(" · ").join(parts))


def _givers(words: Words, claims: Sequence[Claim], unit: str) -> Iterator[Markup]:
    """Each once, with how many; residents who are not named are counted together."""
    amounts: dict[Markup, int] = {}
    for one in claims:
        name = giver(words, one)
        amounts[name] = amounts.get(name, 0) + one.amount
    for name, amount in [*amounts.items()][:GIVERS]:
        yield (
            name
            if amount == 1 and not unit
            else words.t("{name} × {amount}{unit}", name=name, amount=amount, unit=unit)
        )
    if len(amounts) > GIVERS:
        yield words.n("{count} more", "{count} more", len(amounts) - GIVERS)
