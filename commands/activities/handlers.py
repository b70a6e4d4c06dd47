"""Reporting: albums, words to photos that came before, photos that come later."""

from commands.activities import views
from commands.activities.reporting import questions, receipts
from commands.activities.reporting.receipts import Around
from commands.activities.reporting.tellings import told
from commands.activities.rules import may_add
from commands.kit import Message, Post, Role, Talk
from locales import Words
from storage import (
    activities,
    attachments,
    deliveries,
    organisations,
    photos,
    sightings,
)
from storage.database import Store
from storage.photos import ASK_WORDS, Sent
from storage.unsure import TWIN


async def report(talk: Talk) -> None:
    """`#活动 …` as a caption, in reply to a photo, or before any photo."""
    photo = await _photo(talk)
    if talk.args:
        await _take(talk, talk.args, photo)
    elif photo is not None:
        owner = await photos.take_in(talk.store, photo, talk.now, asks=True)
        if owner is not None and photo.message_id != talk.message.id:
            await talk.say(views.taken(talk.words, owner))
    else:
        await talk.say(views.how_to(talk.words))


async def photo_came(talk: Talk) -> None:
    """A photo without words for us: an album's brother, or, in a group, ordinary chatter."""
    photo = _sent(talk, talk.message)
    if photo is not None:
        await photos.take_in(talk.store, photo, talk.now, asks=talk.place.is_private)


async def receipt_answered(talk: Talk, activity_id: int) -> None:
    """A reply to a receipt: photos join; other words are ordinary talk, except in private."""
    photo = _sent(talk, talk.message)
    if photo is not None:
        await join(talk, activity_id, photo)
    elif talk.place.is_private:
        await talk.say(views.replies_with_photos(talk.words))


async def join(talk: Talk, activity_id: int, photo: Sent) -> None:
    """Adds a photo to an activity, for those who may."""
    activity = await activities.one(talk.store, activity_id)
    if activity is None or not may_add(talk.asker, activity):
        await talk.say(questions.not_yours(talk.words))
    else:
        whole = activity.part_of or activity.id
        await photos.take_in(talk.store, photo, talk.now, activity_id=whole)


async def words_came(talk: Talk, photo_id: int) -> None:
    """A reply to the question what some photos show."""
    photo = await photos.one(talk.store, photo_id)
    if talk.asker.role < Role.LIAISON:
        await talk.say(views.only_liaisons(talk.words))
    elif _sent(talk, talk.message) is not None:
        await photo_came(talk)
    elif photo is None:
        await talk.say(views.photos_forgotten(talk.words))
    elif not talk.message.text.strip():
        await talk.say(views.words_wanted(talk.words))
    else:
        await _take(talk, talk.message.text, photo)


async def receipt(store: Store, words: Words, activity_id: int) -> Post | None:
    """As it stands when it is sent or edited."""
    activity = await activities.one(store, activity_id)
    if activity is None:
        return None
    names = {one.id: one.short_name for one in await organisations.every(store)}
    twins = activity.unsure[TWIN].may_be if TWIN in activity.unsure else ()
    twin = await activities.one(store, int(twins[0])) if twins else None
    is_open = twin is not None and twin.part_of is None
    seen = await sightings.of(store, activity_id)
    return receipts.receipt(words, activity, Around(names, twin if is_open else None, seen))


async def what_was_it(store: Store, words: Words, photo_id: int) -> Post | None:
    """The question is needless once the words came another way, or the photos are a notice's."""
    photo = await photos.one(store, photo_id)
    if photo is None or photo.activity_id is not None:
        return None
    is_taken = await attachments.have_album(store, photo.chat_id, photo.media_group_id)
    return None if is_taken else views.what_was_it(words)


async def _take(talk: Talk, text: str, photo: Sent | None) -> None:
    """Makes one activity of the words; its receipt is owed."""
    report = await told(talk, text)
    reply_to = None if talk.place.is_private else talk.message.id
    done = await activities.report(talk.store, report, photo, talk.now, reply_to=reply_to)
    if done.outcome == "taken":
        await talk.say(views.taken(talk.words, done.activity_id))


async def _photo(talk: Talk) -> Sent | None:
    """The photo that a report speaks of: its own, or the one that it replies to."""
    own = _sent(talk, talk.message)
    answered = talk.message.reply_to
    if own is not None or answered is None:
        return own
    if answered.attachment is not None:
        return _sent(talk, answered)
    question = await deliveries.shown_by(talk.store, talk.place.id, answered.id)
    if question is None or question.kind != ASK_WORDS:
        return None
    return await photos.one(talk.store, question.subject_id)


def _sent(talk: Talk, message: Message) -> Sent | None:
    file = message.attachment
    if file is None or not file.is_shown:
        return None
    return Sent(
        chat_id=talk.place.id,
        message_id=message.id,
        media_group_id=message.media_group_id,
        person_id=talk.asker.person.id,
        sent_at=message.sent_at,
        kind=file.kind,
        file_id=file.file_id,
        file_unique_id=file.file_unique_id,
        name=file.name,
        bytes=file.bytes,
        caption=message.text,
    )
