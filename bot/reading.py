"""Telegram's update -> what the features know: a place, a message, a person, a press."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeGuard

import telegram
from telegram import Update
from telegram.constants import ChatID, ChatType, MessageEntityType

from bot import topics
from bot.reactions import emojis
from commands.kit import Attachment, HiddenLink, Message, Place, SentPhoto, SharedContact, Spot
from locales import Catalogues
from storage.people import Person

PRESSED_LONG_AGO = datetime.fromtimestamp(0, UTC)
"""Bot API: an inaccessible message has date 0."""


@dataclass(frozen=True)
class Incoming:
    """A message, press or reaction, by somebody; `person` is None when Telegram hides who it is."""

    update_id: int
    place: Place
    message: Message
    person: Person | None
    is_anonymous_admin: bool = False
    data: str = ""
    query_id: str = ""
    used: "Used | None" = None
    is_edit: bool = False
    """True: the message was there before, and says something else now."""
    reactions: frozenset[str] | None = None
    """Of a change of somebody's reactions: those that stand now."""
    poll_id: str = ""
    """Of an answer to a poll: Telegram says which, and not where it stands."""
    chosen: tuple[int, ...] = ()
    """The options of that answer; none: it was taken back."""
    topic_name: str = ""
    """The first name of the topic, where Telegram tells it."""


@dataclass(frozen=True)
class Used:
    """A message with buttons that somebody pressed or answered; only its author could add them."""

    author_id: int
    message_id: int
    data: tuple[str, ...]
    """What its buttons bear, as Telegram has it, and not as the one who pressed says."""


def read(update: Update, catalogues: Catalogues) -> Incoming | None:
    """What somebody wrote, pressed or reacted; None for every other kind of update."""
    if update.callback_query is not None:
        return _press(update, update.callback_query, catalogues)
    if update.message is not None:
        return _message(update, update.message, catalogues)
    if update.edited_message is not None:
        edited = _message(update, update.edited_message, catalogues)
        return replace(edited, is_edit=True) if edited else None
    if update.message_reaction is not None:
        return _reaction(update, update.message_reaction, catalogues)
    if update.poll_answer is not None:
        return _vote(update, update.poll_answer, catalogues)
    return None


def _press(
    update: Update, query: telegram.CallbackQuery, catalogues: Catalogues
) -> Incoming | None:
    if query.message is None or query.data is None:
        return None
    return Incoming(
        update.update_id,
        _place(query.message),
        _written(query.message, catalogues),
        person_of(query.from_user, catalogues),
        data=query.data,
        query_id=query.id,
        used=_used(query.message),
    )


def _message(update: Update, message: telegram.Message, catalogues: Catalogues) -> Incoming | None:
    place = _place(message)
    user = message.from_user
    anonymous = user is not None and user.id == ChatID.ANONYMOUS_ADMIN
    person = None
    if user is not None and message.sender_chat is None and not user.is_bot:
        person = person_of(user, catalogues, is_reachable=place.is_private)
    if person is None and not anonymous:
        return None
    return Incoming(
        update.update_id,
        place,
        _written(message, catalogues),
        person,
        is_anonymous_admin=anonymous,
        used=_used(message.reply_to_message),
        topic_name=topics.name_of(message),
    )


def _reaction(
    update: Update, change: telegram.MessageReactionUpdated, catalogues: Catalogues
) -> Incoming | None:
    """Who reacts as an anonymous administrator or as a channel is nobody to us."""
    if change.user is None or change.user.is_bot:
        return None
    is_private = change.chat.type == ChatType.PRIVATE
    return Incoming(
        update.update_id,
        Place(change.chat.id, is_private=is_private, title=change.chat.title or ""),
        Message(change.message_id, change.date),
        person_of(change.user, catalogues, is_reachable=is_private),
        reactions=emojis(change),
    )


def _vote(update: Update, vote: telegram.PollAnswer, catalogues: Catalogues) -> Incoming | None:
    """An answer is heard as if it was given in private: only there do we ask."""
    if vote.user is None:
        return None
    return Incoming(
        update.update_id,
        Place(vote.user.id, is_private=True),
        Message(0, PRESSED_LONG_AGO),
        person_of(vote.user, catalogues),
        poll_id=vote.poll_id,
        chosen=tuple(vote.option_ids),
    )


def person_of(user: telegram.User, catalogues: Catalogues, *, is_reachable: bool = False) -> Person:
    """Somebody by what Telegram says; the language is only for the first meeting."""
    return Person(
        id=user.id,
        name=user.full_name,
        username=user.username or "",
        language=catalogues.of_code(user.language_code),
        is_reachable=is_reachable,
    )


def _place(message: telegram.MaybeInaccessibleMessage) -> Place:
    chat = message.chat
    if chat.type == ChatType.PRIVATE:
        return Place(chat.id, is_private=True)
    topic_id = topics.topic_of(message) if _is_whole(message) else None
    return Place(chat.id, is_private=False, title=chat.title or "", topic_id=topic_id)


def _written(message: telegram.MaybeInaccessibleMessage, catalogues: Catalogues) -> Message:
    if not _is_whole(message):
        return Message(message.message_id, PRESSED_LONG_AGO)
    photo = message.photo[-1] if message.photo else None
    user = message.from_user if message.sender_chat is None else None
    answered, card = answered_by(message), message.contact
    return Message(
        message.message_id,
        message.date,
        message.text or message.caption or "",
        SentPhoto(photo.file_id, photo.file_unique_id) if photo else None,
        attachment_of(message),
        message.media_group_id,
        person_of(user, catalogues) if user and not user.is_bot else None,
        user.id if user else None,
        _written(answered, catalogues) if answered else None,
        _links(message),
        SharedContact(card.phone_number, card.user_id) if card else None,
        _spot(message),
    )


def _spot(message: telegram.Message) -> Spot | None:
    """Bot API: a venue bears its location twice, so that older bots see it too."""
    place = message.location
    return Spot(place.latitude, place.longitude) if place else None


def _links(message: telegram.Message) -> tuple[HiddenLink, ...]:
    """Addresses that the words do not show. Telegram counts in UTF-16 units, we in characters."""
    units = (message.text or message.caption or "").encode("utf-16-le")
    found = []
    for entity in (*message.entities, *message.caption_entities):
        first, last = 2 * entity.offset, 2 * (entity.offset + entity.length)
        words = units[first:last].decode("utf-16-le", "ignore").strip()
        if entity.type == MessageEntityType.TEXT_LINK and entity.url and words not in entity.url:
            end = len(units[:last].decode("utf-16-le", "ignore"))
            found.append(HiddenLink(end, entity.url))
    return tuple(sorted(found, key=lambda link: link.end))


def attachment_of(message: telegram.Message) -> Attachment | None:
    """The file that came with a message, of those that somebody may do something with."""
    kinds = {
        "photo": message.photo[-1] if message.photo else None,
        "video": message.video,
        "document": message.document,
    }
    for kind, file in kinds.items():
        if file is not None:
            return Attachment(
                kind,
                file.file_id,
                file.file_unique_id,
                getattr(file, "file_name", None) or "",
                getattr(file, "mime_type", None) or "",
                file.file_size,
            )
    return None


def answered_by(message: telegram.Message) -> telegram.Message | None:
    """What it replies to; in a topic, Telegram gives the topic's beginning when there is none."""
    answered = message.reply_to_message
    return None if answered is not None and answered.forum_topic_created else answered


def _used(message: telegram.MaybeInaccessibleMessage | None) -> Used | None:
    if message is None or not _is_whole(message) or not message.reply_markup:
        return None
    keys = (key for row in message.reply_markup.inline_keyboard for key in row)
    data = tuple(key.callback_data for key in keys if isinstance(key.callback_data, str))
    author = message.from_user
    return Used(author.id, message.message_id, data) if author and data else None


def _is_whole(message: telegram.MaybeInaccessibleMessage) -> TypeGuard[telegram.Message]:
    return isinstance(message, telegram.Message)
