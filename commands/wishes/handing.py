"""Handing over: both say so; who took it on is reminded, and both can write through the bot."""

from datetime import timedelta

from commands.kit import Due, Post, Studio, Talk, hours_of
from commands.kit.reminding import next_reminder
from commands.wishes import asking, rules, taken
from commands.wishes.claiming import given_by, received_by
from locales import Words
from storage import wish_claims, wish_handovers, wish_words, wishes
from storage.database import Store
from storage.wish_words import ASK_COMMUNITY, ASK_GIVER

WEEK = timedelta(7)


async def given(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who took it on has brought it."""
    found = await given_by(talk, numbers)
    if found is not None:
        is_made = await wish_handovers.hand_over(talk.store, found.id, talk.now, by_giver=True)
        asked = talk.words.t("✅ Noted. The community is asked to confirm.")
        done = talk.words.t("✅ Noted, and thank you!") if found.received_at else asked
        await talk.toast(done if is_made else taken.settled(talk.words))


async def received(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The community has it."""
    found = await received_by(talk, numbers)
    if found is not None:
        is_made = await wish_handovers.hand_over(talk.store, found.id, talk.now, by_giver=False)
        asked = talk.words.t("✅ Noted. Who took it on is asked to confirm.")
        done = talk.words.t("✅ Noted.") if found.given_at else asked
        await talk.toast(done if is_made else taken.settled(talk.words))


async def not_brought(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What the community said was a slip."""
    found = await given_by(talk, numbers)
    if found is not None:
        await _not_yet(talk, found.id)


async def not_here(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What who took it on said was a slip."""
    found = await received_by(talk, numbers)
    if found is not None:
        await _not_yet(talk, found.id)


async def speak(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who took it on wants to tell the community something."""
    found = await given_by(talk, numbers)
    if found is not None:
        await _ask(talk, ASK_GIVER, found.id)


async def answer(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The community wants to tell who took it on something."""
    found = await received_by(talk, numbers)
    if found is not None:
        await _ask(talk, ASK_COMMUNITY, found.id)


async def giver_said(talk: Talk, claim_id: int) -> bool:
    """The reply of who took it on."""
    if await given_by(talk, (claim_id,)) is not None:
        await _say(talk, claim_id, is_givers=True)
    return True


async def community_said(talk: Talk, claim_id: int) -> bool:
    """The community's reply."""
    if await received_by(talk, (claim_id,)) is not None:
        await _say(talk, claim_id, is_givers=False)
    return True


async def word_answered(talk: Talk, word_id: int) -> bool:
    """A reply to words of the other side goes back to it."""
    said = await wish_words.one(talk.store, word_id)
    if said is None:
        await talk.say(taken.settled(talk.words))
        return True
    answered = community_said if said.is_givers else giver_said
    return await answered(talk, said.claim_id)


async def giver_question(store: Store, words: Words, claim_id: int) -> Post | None:
    found = await wish_claims.one(store, claim_id)
    return taken.question(words, found, is_givers=True) if found else None


async def community_question(store: Store, words: Words, claim_id: int) -> Post | None:
    found = await wish_claims.one(store, claim_id)
    return taken.question(words, found, is_givers=False) if found else None


async def word(store: Store, words: Words, word_id: int) -> Post | None:
    """Words that were passed on."""
    said = await wish_words.one(store, word_id)
    found = await wish_claims.one(store, said.claim_id) if said else None
    return taken.word(words, said, found)


async def remind(store: Store, job: Due) -> None:
    """The job; in quiet hours that were chosen since, it comes after them."""
    found = await wish_claims.one(store, job.subject_id)
    if found is None or not found.is_under_way:
        return
    hours = await hours_of(store, job.office)
    if not hours.is_open(job.now):
        await wish_handovers.wait(store, job.subject_id, hours.next_open(job.now))
        return
    today = job.now.astimezone(hours.zone).date()
    due = found.due_on or (found.claimed_at + WEEK).astimezone(hours.zone).date()
    next_at = next_reminder(hours, due, job.now)
    is_late = found.due_on is not None and today > found.due_on
    await wish_handovers.remind(store, job.subject_id, job.now, next_at, is_late=is_late)


async def reminder(store: Store, studio: Studio, claim_id: int) -> Post | None:
    """How near the day is depends on the day."""
    found = await wish_claims.one(store, claim_id)
    if found is None:
        return None
    today = studio.now.astimezone(studio.office.zone).date()
    details = await wishes.details_of(store, found.wish_id)
    return taken.reminder(studio.words, found, details, today)


async def _not_yet(talk: Talk, claim_id: int) -> None:
    is_made = await wish_handovers.not_yet(talk.store, claim_id, talk.now)
    done = talk.words.t("Noted: not yet. The other side is told.")
    await talk.toast(done if is_made else taken.settled(talk.words))


async def _ask(talk: Talk, kind: str, claim_id: int) -> None:
    await wish_words.ask(talk.store, kind, claim_id, talk.place.id, talk.now)
    await talk.toast(talk.words.t("Please reply to the message that comes now."))


async def _say(talk: Talk, claim_id: int, *, is_givers: bool) -> None:
    said = rules.tidy(talk.message.spelt_out())
    if not said:
        await talk.say(asking.no_words(talk.words))
        return
    who = talk.asker.person.id, talk.now
    passed = await wish_words.say(
        talk.store, claim_id, said[: taken.WORDS], *who, is_givers=is_givers
    )
    done = talk.words.t("✅ Passed on.")
    await talk.say(done if passed else taken.settled(talk.words))
