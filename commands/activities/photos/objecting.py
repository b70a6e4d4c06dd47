"""Somebody who is shown asks for a photo to go; staff decide, and the person hears of it."""

from commands.activities.photos import pages
from commands.activities.photos.pages import DECISIONS
from commands.activities.reporting import questions
from commands.kit import Post, Talk
from locales import Words
from storage import activities, deliveries, objections, photos
from storage.database import Store
from storage.objections import Decision


async def object_to(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The button below a photo, for everybody; once for each person and photo."""
    made = None
    if len(numbers) == 1:
        made = await objections.make(talk.store, numbers[0], talk.asker.person.id, talk.now)
    if made is None:
        await talk.toast(talk.words.t("This photo is gone."))
    elif made.decision:
        await talk.toast(talk.words.t("The street office has decided about this already."))
    else:
        asked = await deliveries.showing(talk.store, objections.OBJECTION, made.id)
        await talk.toast(pages.objected(talk.words, has_reached=bool(asked)), alert=True)


async def decide(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A button below the question to staff; the first press of any of them counts."""
    number, choice = (*numbers, -1, -1)[:2]
    if choice not in range(len(DECISIONS)):
        await talk.toast(questions.gone(talk.words))
        return
    by = talk.asker.person.id
    made = await objections.decide(talk.store, number, DECISIONS[choice], by, talk.now)
    if made is None:
        await talk.toast(questions.gone(talk.words))
    else:
        await talk.toast(pages.decided(talk.words, Decision(made.decision)))


async def objection(store: Store, words: Words, number: int) -> Post | None:
    """What staff see; a photo that was taken down is taken back from their chats as well."""
    made = await objections.one(store, number)
    photo = await photos.one(store, made.photo_id) if made else None
    activity = await activities.one(store, made.activity_id) if made else None
    if made is None or photo is None or activity is None:
        return None
    if made.decision == Decision.REMOVED:
        return Post(pages.decided(words, Decision.REMOVED), is_withdrawn=True)
    return pages.objection(words, made, activity, photo)


async def answer(store: Store, words: Words, number: int) -> Post | None:
    """What the one who asked hears."""
    made = await objections.one(store, number)
    activity = await activities.one(store, made.activity_id) if made else None
    return pages.answer(words, made, activity) if made and activity and made.decision else None


async def number_of(store: Store, number: int) -> int | None:
    """Staff know an objection by its activity."""
    made = await objections.one(store, number)
    return made.activity_id if made else None
