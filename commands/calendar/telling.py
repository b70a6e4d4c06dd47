"""What who signed up is told: a place became free, it is tomorrow, it changed, it is off."""

from datetime import datetime

from commands.calendar.cards import EVENT, LEAVE, head
from commands.calendar.terms import LINE, TITLE, facts
from commands.kit import Post, button, clip, pack, private_link
from locales import Words, message
from storage import signups
from storage.announcements import Announcement
from storage.database import Store
from storage.signups import Standing

SENTENCES = {
    signups.MOVED_UP: message("🎉 <b>There is a place for you now.</b>"),
    signups.EVE: message("⏰ <b>It is tomorrow: you are signed up.</b>"),
    signups.CHANGED: message("⚠️ <b>What you signed up for has changed.</b>"),
}
"""By delivery."""


async def moved_up(store: Store, words: Words, signup_id: int) -> Post | None:
    return _told(words, await signups.one(store, signup_id), signups.MOVED_UP)


async def eve(store: Store, words: Words, signup_id: int) -> Post | None:
    return _told(words, await signups.one(store, signup_id), signups.EVE)


async def changed(store: Store, words: Words, signup_id: int) -> Post | None:
    return _told(words, await signups.one(store, signup_id), signups.CHANGED)


async def unreached(store: Store, signup_id: int, _person_id: int, now: datetime) -> None:
    """Nobody can write to them: the list of names says so, and nobody is asked about it."""
    await signups.unreached(store, signup_id, now)


async def off(store: Store, words: Words, signup_id: int) -> Post | None:
    standing = await signups.one(store, signup_id)
    if standing is None or standing.announcement is None:
        return _given_back(words)
    one = standing.announcement
    text = words.t(
        "❌ <b>{title}</b> on {day} does not take place. We are sorry.",
        title=clip(one.title, TITLE),
        day=words.day(one.held_on),
    )
    return Post(text)


def _told(words: Words, standing: Standing | None, kind: str) -> Post:
    """As it stands by now; who cannot come gives the place back by a press."""
    if standing is None or standing.announcement is None or standing.signup is None:
        return _given_back(words)
    one = standing.announcement
    if one.called_off_at is not None:
        return _off(words, one)
    lines = [words.t(SENTENCES[kind]), head(words, one), *facts(words, one)]
    if standing.signup.is_waiting:
        lines.append(words.t("⏳ You wait in place {turn}", turn=standing.turn))
    elif standing.signup.companions:
        count = standing.signup.companions
        lines.append(words.n("➕ {count} comes along", "➕ {count} come along", count))
    keys = (
        button(words.t("I cannot come"), pack(LEAVE, one.id)),
        private_link(words.t("Details ›"), EVENT, str(one.id)),
    )
    return Post(LINE.join(lines), (keys,))


def _off(words: Words, one: Announcement) -> Post:
    return Post(words.t("❌ {title} was called off.", title=clip(one.title, TITLE)))


def _given_back(words: Words) -> Post:
    """For a message about a sign-up that is there no more."""
    return Post(words.t("You gave this place back."), is_withdrawn=True)
