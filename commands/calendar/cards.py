"""The card of what was announced: for a group, and for one person in private. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.calendar.terms import LINE, TITLE, facts, when
from commands.kit import Button, Post, Row, button, clip, in_rows, pack, private_link
from locales import Words
from storage.announcements import Announcement
from storage.signups import COMPANIONS, Signup, Standing

EVENT = "event"
"""The command that shows one, with its number."""
JOIN, MORE, LESS, LEAVE = "calendar.join", "calendar.more", "calendar.less", "calendar.leave"
FILE, NAMES, MANAGE = "calendar.file", "calendar.names", "calendar.manage"
WEEK, OPEN = "calendar.week", "calendar.open"
SIGNUPS = "signups"
"""The command that shows what somebody signed up for."""
MINE = 20
OWN = 1
"""In a button's data: the message is the person's own and shows how they stand."""


def head(words: Words, one: Announcement) -> Markup:
    """Its title."""
    title = clip(one.title, TITLE)
    if one.is_meeting:
        return words.t("👥 <b>{title}</b>", title=title)
    return words.t("📣 <b>{title}</b>", title=title)


def card(words: Words, one: Announcement, *, is_open: bool) -> Post:
    """Where it was announced: counts and no names; `is_open`: people can sign up."""
    lines = [head(words, one), *facts(words, one), *counts(words, one), *_state(words, one)]
    details = private_link(words.t("Details ›"), EVENT, str(one.id))
    if not is_open:
        return Post(LINE.join(lines), ((details,),))
    row = (
        button(words.t("🙋 Sign up"), pack(JOIN, one.id)),
        button(words.t("➕ Bring one"), pack(MORE, one.id)),
        button(words.t("Sign off"), pack(LEAVE, one.id)),
    )
    return Post(LINE.join(lines), (row, (details,)) if one.signs_up else ((details,),))


def over(words: Words, pattern: Announcement) -> Post:
    """Of what repeats, once nothing of it is ahead."""
    lines = [head(words, pattern), *facts(words, pattern)]
    off = pattern.called_off_at is not None
    lines.append(words.t("❌ Called off") if off else words.t("🏁 Nothing of it is ahead"))
    return Post(LINE.join(lines))


def own(words: Words, standing: Standing, *, is_open: bool, may_change: bool) -> Post:
    """For one person in private: how they stand, and what they can do."""
    one = standing.announcement
    assert one is not None  # noqa: S101 - who calls this has seen it
    lines = [head(words, one), *facts(words, one), *counts(words, one), *_state(words, one)]
    lines += _mine(words, standing)
    rows: list[Row] = []
    if is_open and one.signs_up:
        rows.append(tuple(_own_buttons(words, standing)))
    if may_change:
        names = button(words.t("📋 Who comes"), pack(NAMES, one.id))
        change = button(words.t("✏️ Change"), pack(MANAGE, one.id))
        is_off = one.called_off_at is not None or one.activity_id is not None
        rows.append((names,) if is_off else (names, change))
    rows.append((button(words.t("📥 For my calendar"), pack(FILE, one.id)),))
    monday = one.held_on.toordinal() - one.held_on.weekday()
    rows.append((button(words.t("‹ The week"), pack(WEEK, monday)),))
    return Post(LINE.join(lines), tuple(rows))


def counts(words: Words, one: Announcement) -> Iterator[Markup]:
    """How many come, how many places are left, how many wait."""
    if not one.signs_up:
        return
    parts = []
    if one.going:
        parts.append(words.n("{count} signed up", "{count} signed up", one.going))
    if one.free is not None:
        parts.append(
            words.t("all {count} places are taken", count=one.places or 0)
            if one.free == 0
            else words.t("{free} of {count} places left", free=one.free, count=one.places or 0)
        )
    if one.waiting:
        parts.append(words.n("{count} waiting", "{count} waiting", one.waiting))
    if parts:
        yield words.t("🙋 {counts}", counts=Markup(" · ").join(parts))


def _state(words: Words, one: Announcement) -> Iterator[Markup]:
    if one.called_off_at is not None:
        yield words.t("❌ Called off")
    elif one.activity_id is not None:
        yield words.t("✅ Reported: activity {number}", number=one.activity_id)


def _mine(words: Words, standing: Standing) -> Iterator[Markup]:
    mine = standing.signup
    if mine is None:
        return
    if mine.is_waiting:
        yield words.t("⏳ You wait in place {turn}", turn=standing.turn)
    else:
        yield words.t("✅ You are signed up")
    if mine.companions:
        yield words.n("➕ {count} comes along", "➕ {count} come along", mine.companions)


def _own_buttons(words: Words, standing: Standing) -> Iterator[Button]:
    one, mine = standing.announcement, standing.signup
    number = one.id if one else 0
    if mine is None:
        is_full = one is not None and one.free == 0
        label = words.t("⏳ Join the waiting list") if is_full else words.t("🙋 Sign up")
        yield button(label, pack(JOIN, number, OWN))
        return
    if mine.companions < COMPANIONS:
        yield button(words.t("➕ Bring one"), pack(MORE, number, OWN))
    if mine.companions:
        yield button(words.t("➖ One less"), pack(LESS, number, OWN))
    yield button(words.t("Sign off"), pack(LEAVE, number, OWN))


def toast(words: Words, standing: Standing, pressed: str, *, reminds: bool) -> Markup:
    """What a press came to; `reminds`: the evening before is still ahead."""
    one, mine = standing.announcement, standing.signup
    if pressed == LEAVE and standing.is_made:
        return words.t("Your place is free for others now. Thank you for telling.")
    if pressed == LEAVE:
        return words.t("You are not signed up for this.")
    if one is None or (mine is None and pressed == JOIN):
        return gone(words, one)
    if mine is None:
        return words.t("Please press Sign up first.")
    if pressed != JOIN and not standing.is_made:
        return _no_more(words, mine, pressed)
    return _signed(words, one, mine, standing.turn, reminds=reminds)


def _no_more(words: Words, mine: Signup, pressed: str) -> Markup:
    if pressed == MORE and mine.companions < COMPANIONS:
        return words.t("There is no place left for one more.")
    return words.n("At most {count} comes along.", "At most {count} come along.", COMPANIONS)


def _signed(words: Words, one: Announcement, mine: Signup, turn: int, *, reminds: bool) -> Markup:
    who = words.n("you and {count} more", "you and {count} more", mine.companions)
    who = who if mine.companions else words.t("you alone")
    if mine.is_waiting:
        said = words.t("⏳ No place is left: you wait in place {turn} ({who}).", turn=turn, who=who)
        then = words.t("I tell you when there is one.")
    else:
        said = words.t("✅ {day}: {who} signed up.", day=words.day(one.held_on), who=who)
        then = words.t("I remind you the evening before.") if reminds else Markup()
    if not mine.is_reachable:
        then = words.t("So that I can tell you more: open the details and press Start, once.")
    return said + then if words.language == "zh_CN" else Markup(" ").join((said, then))


def gone(words: Words, one: Announcement | None) -> Markup:
    """For a press on what cannot be signed up for."""
    if one is None:
        return words.t("There is no such activity any more. /week shows what is on.")
    if one.called_off_at is not None:
        return words.t("❌ {title} was called off.", title=clip(one.title, TITLE))
    if not one.signs_up:
        return words.t("Nobody has to sign up for this: just come.")
    return words.t("It is too late to sign up: it has begun, or is over.")


def for_liaisons(words: Words) -> Markup:
    return words.t("This meeting is for liaisons and staff.")


def signed_up(words: Words, found: Sequence[tuple[Signup, Announcement]], today: date) -> Post:
    """What somebody signed up for, the nearest first."""
    if not found:
        week = button(words.t("🗓 What is on"), pack(WEEK, today.toordinal()))
        return Post(words.t("You are not signed up for anything that is ahead."), ((week,),))
    lines = [words.t("🙋 <b>You are signed up for</b>")]
    buttons = []
    for mine, one in found[:MINE]:
        said = words.t(
            "{when} · {title}", when=when(words, one, today), title=clip(one.title, TITLE)
        )
        if one.called_off_at is not None:
            said = words.t("{event} ❌ called off", event=said)
        elif mine.is_waiting:
            said = words.t("{event} ⏳ waiting", event=said)
        lines.append(Markup("• ") + said)
        label = Markup("{}/{} {}").format(one.held_on.month, one.held_on.day, clip(one.title, 16))
        buttons.append(button(label, pack(OPEN, one.id)))
    return Post(LINE.join(lines), in_rows(buttons))


def in_private(words: Words) -> Post:
    """For a group: who signed up for what is nobody else’s business."""
    label = words.t("Show them in private")
    text = words.t("What you signed up for, I show you in our private chat.")
    return Post(text, ((private_link(label, SIGNUPS),),))
