"""Deleting an activity with a reason, and bringing it back."""

from commands.activities.looking.standings import REASONS
from commands.activities.reporting import questions
from commands.activities.reporting.corrections import correctable
from commands.activities.reviewing import removals
from commands.kit import Post, Talk
from locales import Words
from storage import activities, removals as stored
from storage.activities import Activity
from storage.database import Store

WHY = "activities.ask_why"
"""The message that asks for a reason in own words; its subject is the activity."""


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """🗑: the reason is asked first; to give none leaves it."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        await talk.reply(removals.which_reason(talk.words, activity))


async def leave(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """It stays after all."""
    await talk.edit(Post(removals.stays(talk.words)))


async def delete(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the usual reasons was pressed."""
    activity = await correctable(talk, numbers[:1])
    reasons = dict(enumerate(REASONS))
    why = reasons.get(numbers[1]) if len(numbers) > 1 else None
    if activity is not None and why is not None:
        await _delete(talk, activity, why)
        await talk.edit(await _deleted(talk, activity))


async def ask_why(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another reason, in own words."""
    activity = await correctable(talk, numbers)
    if activity is not None:
        place, message = talk.place.id, talk.message.id
        await activities.ask(talk.store, WHY, activity.id, place, talk.now, reply_to=message)
        await talk.toast(questions.answer_below(talk.words))


async def which_words(store: Store, words: Words, activity_id: int) -> Post | None:
    activity = await activities.one(store, activity_id)
    return removals.which_words(words, activity) if activity else None


async def said_why(talk: Talk, activity_id: int) -> None:
    """The reply with the reason."""
    activity = await correctable(talk, (activity_id,))
    why = talk.message.text.strip()
    if activity is None:
        return
    if why:
        await _delete(talk, activity, why)
        await talk.reply(await _deleted(talk, activity))
    else:
        await talk.say(removals.words_wanted(talk.words))


async def restore(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Staff bring back any; who deleted one brings that one back."""
    number = numbers[0] if len(numbers) == 1 else 0
    activity = await activities.one(talk.store, number, with_deleted=True)
    person = talk.asker.person
    if activity is None:
        await talk.toast(questions.gone(talk.words))
    elif not (person.is_staff or activity.deleted_by == person.id):
        await talk.toast(removals.only_staff(talk.words), alert=True)
    else:
        await stored.restore(talk.store, activity.id, person.id, talk.now)
        await talk.toast(removals.restored(talk.words, activity))
        await talk.edit(Post(removals.restored(talk.words, activity)))


async def _delete(talk: Talk, activity: Activity, why: str) -> None:
    await stored.delete(talk.store, activity.id, why, talk.asker.person.id, talk.now)


async def _deleted(talk: Talk, before: Activity) -> Post:
    activity = await activities.one(talk.store, before.id, with_deleted=True)
    is_staff = talk.asker.person.is_staff
    return removals.deleted(talk.words, activity or before, goes_on=is_staff)
