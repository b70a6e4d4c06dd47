"""What photos without a report show: asked once, answered by words, or by a button."""

from dataclasses import replace
from datetime import timedelta

from commands.activities import handlers, views
from commands.kit import Message, Post, Role, Talk
from locales import Words
from storage import attachments, loose, photos
from storage.database import Store
from storage.photos import Photo

USE_WORDS, JOIN, DISMISS = "activities.use_words", "activities.join", "activities.dismiss"
SAID = 600
TITLE = 20
AT_ONCE = timedelta(hours=1)
"""Words that come so long after photos, in private and without a reply, are perhaps about them."""


async def what_was_it(store: Store, words: Words, photo_id: int) -> Post | None:
    """The question is needless once the words came another way, or the photos are a notice's."""
    photo = await photos.one(store, photo_id)
    if photo is None or photo.activity_id is not None:
        return None
    if await attachments.have_album(store, photo.chat_id, photo.media_group_id):
        return None
    said, homes = await loose.words_of(store, photo), await loose.homes_of(store, photo)
    return views.what_was_it(words, photo, said, homes)


async def words_came(talk: Talk, photo_id: int) -> None:
    """A reply to the question what some photos show."""
    photo = await photos.one(talk.store, photo_id)
    file, said = talk.message.attachment, talk.message.text.strip()
    if talk.asker.role < Role.LIAISON:
        await talk.say(views.only_liaisons(talk.words))
    elif file is not None and file.is_shown:
        await handlers.photo_came(talk)
    elif photo is None:
        await talk.say(views.photos_forgotten(talk.words))
    elif not said:
        await talk.say(views.words_wanted(talk.words))
    else:
        await handlers.take(talk, said, photo)


async def words_in_private(talk: Talk) -> bool:
    """Words after photos, without a reply: the question offers them, and nothing is guessed."""
    person, since = talk.asker.person.id, talk.now - AT_ONCE
    photo = await loose.newest(talk.store, talk.place.id, person, since)
    if photo is None:
        return False
    await loose.say(talk.store, photo, talk.message.text, talk.now)
    return True


async def use_words(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The words that came with the photos, or after them, become the report."""
    photo = await _asked_about(talk, numbers[:1])
    said = await loose.words_of(talk.store, photo) if photo else ""
    if photo is not None and said:
        written = Message(photo.message_id, photo.sent_at, said)
        await handlers.take(replace(talk, message=written), said, photo)


async def join(talk: Talk, numbers: tuple[int, ...]) -> None:
    """They belong to something that was reported before."""
    photo = await _asked_about(talk, numbers[:1])
    if photo is not None and len(numbers) > 1 and await handlers.join(talk, numbers[1], photo):
        await talk.toast(talk.words.t("Added to activity {number}.", number=numbers[1]))


async def dismiss(talk: Talk, numbers: tuple[int, ...]) -> None:
    """They are not to be reported."""
    photo = await _asked_about(talk, numbers[:1])
    if photo is not None:
        await loose.forget(talk.store, photo)
        await talk.toast(talk.words.t("All right, they are not kept."))


async def _asked_about(talk: Talk, numbers: tuple[int, ...]) -> Photo | None:
    """The photo of a button, as long as it is the presser's and no activity's; else says why."""
    photo = await photos.one(talk.store, numbers[0]) if numbers else None
    if photo is None:
        await talk.say(views.photos_forgotten(talk.words))
    elif photo.person_id != talk.asker.person.id:
        await talk.say(views.not_your_photos(talk.words))
    elif photo.activity_id is not None:
        await talk.say(views.taken(talk.words, photo.activity_id))
    else:
        return photo
    return None
