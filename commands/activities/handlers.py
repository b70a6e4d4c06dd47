"""Reporting: albums, words to photos that came before, photos that come later."""

from commands.activities import views
from commands.activities.looking import standings
from commands.activities.reporting import questions, receipts
from commands.activities.reporting.receipts import Around
from commands.activities.reporting.tellings import told
from commands.activities.rules import may_add, without_command
from commands.kit import Message, Post, Talk
from locales import Words
from storage import (
    activities,
    chats,
    deliveries,
    loose,
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
        await take(talk, talk.args, photo)
    elif photo is not None:
        await _report_photo(talk, photo)
    else:
        await talk.reply(views.how_to(talk.words, hears_all=await _hears_all(talk)))


async def _report_photo(talk: Talk, photo: Sent) -> None:
    """Without words behind the command: those below the photo replied to will do."""
    is_own = photo.message_id == talk.message.id
    said = "" if is_own else await loose.words_of(talk.store, photo)
    if words := without_command(said):
        await take(talk, words, photo)
        return
    owner = await photos.take_in(talk.store, photo, talk.now, asks=True)
    if owner is not None and not is_own:
        await talk.say(views.taken(talk.words, owner))


async def _hears_all(talk: Talk) -> bool:
    """True where the bot sees photos that bear no command."""
    if talk.place.is_private or talk.outlet.reads_all:
        return True
    group = await chats.one(talk.store, talk.place.id)
    return group is not None and group.is_administrator


async def photo_came(talk: Talk) -> None:
    """A photo without words for us: an album's brother, or, in a group, ordinary chatter."""
    photo = sent(talk, talk.message)
    if photo is not None:
        await photos.take_in(talk.store, photo, talk.now, asks=talk.place.is_private)


async def receipt_answered(talk: Talk, activity_id: int) -> None:
    """A reply to a receipt: photos join; other words are ordinary talk, except in private."""
    photo = sent(talk, talk.message)
    if photo is not None:
        await join(talk, activity_id, photo)
    elif talk.place.is_private:
        await talk.say(views.replies_with_photos(talk.words))


async def join(talk: Talk, activity_id: int, photo: Sent) -> bool:
    """Adds a photo to an activity, for those who may; False: not for this person."""
    activity = await activities.one(talk.store, activity_id)
    if activity is None or not may_add(talk.asker, activity):
        await talk.say(questions.not_yours(talk.words))
        return False
    whole = activity.part_of or activity.id
    await photos.take_in(talk.store, photo, talk.now, activity_id=whole)
    return True


async def receipt(store: Store, words: Words, activity_id: int) -> Post | None:
    """As it stands when it is sent or edited."""
    activity = await activities.one(store, activity_id, with_deleted=True)
    if activity is None:
        return None
    if activity.deleted_at is not None:
        return standings.removed(words, activity)
    names = {one.id: one.short_name for one in await organisations.whole(store)}
    twins = activity.unsure[TWIN].may_be if TWIN in activity.unsure else ()
    twin = await activities.one(store, int(twins[0])) if twins else None
    is_open = twin is not None and twin.part_of is None
    seen = await sightings.of(store, activity_id)
    return receipts.receipt(words, activity, Around(names, twin if is_open else None, seen))


async def take(talk: Talk, text: str, photo: Sent | None) -> None:
    """Makes one activity of the words; its receipt is owed."""
    report = await told(talk, text)
    reply_to = None if talk.place.is_private else talk.message.id
    done = await activities.report(talk.store, report, photo, talk.now, reply_to=reply_to)
    if done.outcome == "taken":
        await talk.say(views.taken(talk.words, done.activity_id))


async def _photo(talk: Talk) -> Sent | None:
    """The photo that a report speaks of: its own, or the one that it replies to."""
    own = sent(talk, talk.message)
    answered = talk.message.reply_to
    if own is not None or answered is None:
        return own
    if answered.attachment is not None:
        return sent(talk, answered)
    question = await deliveries.shown_by(talk.store, talk.place.id, answered.id)
    if question is None or question.kind != ASK_WORDS:
        return None
    return await photos.one(talk.store, question.subject_id)


def sent(talk: Talk, message: Message) -> Sent | None:
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
        caption=without_command(message.text),
    )
