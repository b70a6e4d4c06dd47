"""Posts -> Telegram: the only place that knows how a post is sent."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup
from telegram import LinkPreviewOptions, Message, Poll, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from bot.envelopes import Sent, Where
from bot.keyboards import keyboard, markup
from bot.sending import Pace, moments_are_unknown, topic_is_lost
from bot.shelves import Shelves
from bot.things import Thing, content, in_album, kind
from commands.kit import Document, Kept, NoTopicError, Photo, Picture, Post, Quiz, Venue
from commands.kit.posts import TOAST_CHARACTERS
from locales import plain
from locales.text import timeless

UNCHANGED = "message is not modified"
TOO_LATE = ("query is too old", "query id is invalid")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramOutlet:
    """Sends through a python-telegram-bot `Bot`; raises its `TelegramError`s.

    With `HAD_ITS_TURN` it neither waits nor tries again: whoever calls does both.
    """

    def __init__(self, bot: ExtBot[Pace], shelves: Shelves, pace: Pace | None = None) -> None:
        self._bot = bot
        self._shelves = shelves
        self._pace = pace
        self.bot_username = bot.username
        self.reads_all = bool(bot.can_read_all_group_messages)

    async def send(
        self, chat_id: int, post: Post, reply_to: int | None, topic_id: int | None = None
    ) -> tuple[int, ...]:
        """Sends a post and returns the ids of its messages, first the one with its buttons."""
        return (await self.deliver(chat_id, post, reply_to, topic_id)).message_ids

    async def deliver(
        self, chat_id: int, post: Post, reply_to: int | None, topic_id: int | None = None
    ) -> Sent:
        """The same, and what else Telegram says of it.

        An answer to somebody in a topic that was closed or deleted goes to the group's general
        part; what is owed is the caller's to send there.
        """
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        try:
            return await self._send(post, Where(chat_id, reply, topic_id))
        except BadRequest as error:
            if moments_are_unknown(error):
                return await self.deliver(chat_id, _timeless(post), reply_to, topic_id)
            if topic_id is None or self._pace is not None or not topic_is_lost(error):
                raise
        return await self._send(post, Where(chat_id, None, None))

    async def edit(self, chat_id: int, message_id: int, post: Post) -> None:
        """Changes a message, words or the one photo that it has; the same again is no error."""
        things = (*await self._fetched(post.photos), *post.files)
        try:
            if things:
                await self._bot.edit_message_media(
                    in_album(things[0], post.text),
                    chat_id,
                    message_id,
                    reply_markup=keyboard(post.buttons, self.bot_username),
                    rate_limit_args=self._pace,
                )
                return
            await self._bot.edit_message_text(
                post.text,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard(post.buttons, self.bot_username),
                rate_limit_args=self._pace,
            )
        except BadRequest as error:
            if moments_are_unknown(error):
                await self.edit(chat_id, message_id, _timeless(post))
            elif UNCHANGED not in error.message.lower():
                raise

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Deletes up to 100 messages; BadRequest when Telegram does not allow it any more."""
        if len(message_ids) == 1:
            await self._bot.delete_message(chat_id, message_ids[0], rate_limit_args=self._pace)
        else:
            await self._bot.delete_messages(chat_id, message_ids, rate_limit_args=self._pace)

    async def open_topic(self, chat_id: int, name: str) -> int:
        """Opens a topic; NoTopicError where there is no forum, or the bot lacks the right."""
        try:
            topic = await self._bot.create_forum_topic(chat_id, name, rate_limit_args=self._pace)
        except (BadRequest, Forbidden) as error:
            raise NoTopicError(error.message) from error
        return topic.message_thread_id

    async def rename_topic(self, chat_id: int, topic_id: int, name: str) -> None:
        """Calls it so; NoTopicError where the bot lacks the right, or it is gone."""
        try:
            await self._bot.edit_forum_topic(chat_id, topic_id, name, rate_limit_args=self._pace)
        except (BadRequest, Forbidden) as error:
            if "NOT_MODIFIED" not in error.message:
                raise NoTopicError(error.message) from error

    async def answer(self, query_id: str, text: str, *, alert: bool) -> None:
        """Answers a press; too late is no error, the person has gone on."""
        words = plain(Markup(text))  # noqa: S704 - words of ours
        shown = words if len(words) <= TOAST_CHARACTERS else words[: TOAST_CHARACTERS - 1] + "…"
        try:
            await self._bot.answer_callback_query(query_id, shown or None, show_alert=alert)
        except BadRequest as error:
            if not any(reason in error.message.lower() for reason in TOO_LATE):
                raise

    async def pin(self, chat_id: int, message_id: int) -> None:
        """Pins a message without another sound."""
        await self._bot.pin_chat_message(
            chat_id, message_id, disable_notification=True, rate_limit_args=self._pace
        )

    async def _fetched(
        self, photos: Sequence[Photo | Picture | Kept]
    ) -> tuple[Photo | Picture, ...]:
        """The photos, those on disk opened; one that is not there any more is left out."""
        found = [
            await self._shelves.picture(one.path) if isinstance(one, Kept) else one
            for one in photos
        ]
        return tuple(one for one in found if one is not None)

    async def _send(self, post: Post, where: Where) -> Sent:
        if post.quiz is not None:
            return await self._send_quiz(post, post.quiz, where)
        return Sent(await self._send_words(post, where))

    async def _send_words(self, post: Post, where: Where) -> tuple[int, ...]:
        """Bot API: albums bear no buttons, so one with buttons ends with a message of its own."""
        things = (*await self._fetched(post.photos), *post.files)
        if post.venue is not None:
            return (await self._send_venue(post, post.venue, where),)
        if post.document is not None:
            return (await self._send_document(post, post.document, where),)
        if not things:
            return (await self._send_text(post, where),)
        if len(things) == 1:
            return (await self._send_thing(post, things[0], where),)
        if not post.buttons:
            return await self._send_album(things, post.text, where)
        album = await self._send_album(things, None, where)
        return (await self._send_text(post, replace(where, reply=None)), *album)

    def _how(self, post: Post, where: Where) -> dict[str, Any]:
        """What all that is sent as one message has in common."""
        return {
            "message_thread_id": where.topic_id,
            "reply_parameters": where.reply,
            "reply_markup": markup(post, self.bot_username),
            "rate_limit_args": self._pace,
        }

    async def _send_text(self, post: Post, where: Where) -> int:
        message = await self._bot.send_message(
            where.chat_id,
            post.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            **self._how(post, where),
        )
        return message.message_id

    async def _send_album(
        self, things: Sequence[Thing], caption: str | None, where: Where
    ) -> tuple[int, ...]:
        messages = await self._bot.send_media_group(
            where.chat_id,
            [in_album(one) for one in things],
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=where.topic_id,
            reply_parameters=where.reply,
            rate_limit_args=self._pace,
        )
        return tuple(message.message_id for message in messages)

    async def _send_thing(self, post: Post, thing: Thing, where: Where) -> int:
        sends: dict[str, Callable[..., Awaitable[Message]]] = {
            "photo": self._bot.send_photo,
            "video": self._bot.send_video,
            "document": self._bot.send_document,
        }
        message = await sends[kind(thing)](
            where.chat_id,
            content(thing),
            caption=post.text,
            parse_mode=ParseMode.HTML,
            **self._how(post, where),
        )
        return message.message_id

    async def _send_document(self, post: Post, document: Document, where: Where) -> int:
        message = await self._bot.send_document(
            where.chat_id,
            document.data,
            filename=document.name,
            caption=post.text,
            parse_mode=ParseMode.HTML,
            **self._how(post, where),
        )
        return message.message_id

    async def _send_quiz(self, post: Post, quiz: Quiz, where: Where) -> Sent:
        """Bot API: protected content is neither forwarded nor saved."""
        message = await self._bot.send_poll(
            where.chat_id,
            quiz.question,
            quiz.options,
            is_anonymous=False,
            type=Poll.QUIZ,
            api_kwargs={"correct_option_ids": [quiz.right]},
            explanation=quiz.explanation or None,
            protect_content=True,
            **self._how(post, where),
        )
        return Sent((message.message_id,), message.poll.id if message.poll else None)

    async def _send_venue(self, post: Post, venue: Venue, where: Where) -> int:
        message = await self._bot.send_venue(
            where.chat_id,
            venue.latitude,
            venue.longitude,
            venue.title,
            venue.address,
            **self._how(post, where),
        )
        return message.message_id


def _timeless(post: Post) -> Post:
    return replace(post, text=timeless(post.text))
