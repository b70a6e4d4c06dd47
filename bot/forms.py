"""What the Bot API promises of an update, as far as we rely on it: the library checks nothing."""

from collections.abc import Iterable
from datetime import datetime

import telegram
from telegram import ReactionTypeEmoji, Update


def is_whole(update: Update) -> bool:
    """False when something is missing, or of another type, that the Bot API says is there."""
    parts: list[object] = []
    if update.message is not None:
        parts.append(_message(update.message))
    if update.edited_message is not None:
        parts.append(_message(update.edited_message))
    if update.callback_query is not None:
        parts.append(_press(update.callback_query))
    if update.inline_query is not None:
        parts.append(_inline(update.inline_query))
    if update.message_reaction is not None:
        parts.append(_reaction(update.message_reaction))
    if update.poll_answer is not None:
        parts.append(_vote(update.poll_answer))
    if update.my_chat_member is not None:
        parts.append(_change(update.my_chat_member))
    if update.chat_member is not None:
        parts.append(_change(update.chat_member))
    return all(parts)


def _message(message: telegram.MaybeInaccessibleMessage) -> bool:
    if not (_is_id(message.message_id) and _chat(message.chat)):
        return False
    if not isinstance(message, telegram.Message):
        return True
    return all(
        (
            isinstance(message.date, datetime),
            message.from_user is None or _person(message.from_user),
            message.sender_chat is None or _chat(message.sender_chat),
            message.contact is None or _contact(message.contact),
            message.location is None or _location(message.location),
            message.left_chat_member is None or _person(message.left_chat_member),
            all(_person(one) for one in message.new_chat_members or ()),
            _are_words(message.text, message.caption, message.media_group_id),
            _are_words(message.new_chat_title),
            all(_is_id(one) for one in _given(message.migrate_to_chat_id)),
            all(_is_id(one) for one in _given(message.migrate_from_chat_id)),
            all(_file(one) for one in (*(message.photo or ()), message.video, message.document)),
            all(_entity(one) for one in (*message.entities, *message.caption_entities)),
            message.reply_to_message is None or _message(message.reply_to_message),
        )
    )


def _press(query: telegram.CallbackQuery) -> bool:
    return (
        isinstance(query.id, str)
        and _person(query.from_user)
        and _are_words(query.data)
        and (query.message is None or _message(query.message))
    )


def _inline(query: telegram.InlineQuery) -> bool:
    words = isinstance(query.query, str) and isinstance(query.offset, str)
    return isinstance(query.id, str) and words and _person(query.from_user)


def _reaction(change: telegram.MessageReactionUpdated) -> bool:
    emoji = (one.emoji for one in change.new_reaction if isinstance(one, ReactionTypeEmoji))
    return (
        _is_id(change.message_id)
        and _chat(change.chat)
        and isinstance(change.date, datetime)
        and (change.user is None or _person(change.user))
        and all(isinstance(one, str) for one in emoji)
    )


def _vote(vote: telegram.PollAnswer) -> bool:
    return (
        isinstance(vote.poll_id, str)
        and (vote.user is None or _person(vote.user))
        and all(_is_id(one) for one in vote.option_ids)
    )


def _change(change: telegram.ChatMemberUpdated) -> bool:
    members = (change.old_chat_member, change.new_chat_member)
    return _chat(change.chat) and all(
        member is not None and isinstance(member.status, str) and _person(member.user)
        for member in members
    )


def _chat(chat: telegram.Chat | None) -> bool:
    return (
        chat is not None
        and _is_id(chat.id)
        and isinstance(chat.type, str)
        and _are_words(chat.title)
    )


def _person(user: telegram.User | None) -> bool:
    if user is None or not _is_id(user.id):
        return False
    return isinstance(user.first_name, str) and _are_words(
        user.last_name, user.username, user.language_code
    )


def _file(file: telegram.PhotoSize | telegram.Video | telegram.Document | None) -> bool:
    if file is None:
        return True
    return (
        isinstance(file.file_id, str)
        and isinstance(file.file_unique_id, str)
        and _are_words(getattr(file, "file_name", None), getattr(file, "mime_type", None))
        and all(_is_id(one) for one in _given(file.file_size))
    )


def _contact(contact: telegram.Contact) -> bool:
    is_number = isinstance(contact.phone_number, str)
    return is_number and all(_is_id(one) for one in _given(contact.user_id))


def _location(place: telegram.Location) -> bool:
    degrees = (place.latitude, 90), (place.longitude, 180)
    return all(
        isinstance(one, (int, float)) and not isinstance(one, bool) and abs(one) <= most
        for one, most in degrees
    )


def _entity(entity: telegram.MessageEntity) -> bool:
    return _is_id(entity.offset) and _is_id(entity.length) and _are_words(entity.url)


def _is_id(number: object) -> bool:
    """Bot API: ids have at most 52 significant bits, message ids 32."""
    return isinstance(number, int) and not isinstance(number, bool) and abs(number) < 1 << 52


def _are_words(*texts: object) -> bool:
    return all(text is None or isinstance(text, str) for text in texts)


def _given(value: object) -> Iterable[object]:
    return () if value is None else (value,)
