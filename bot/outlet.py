"""Posts -> Telegram, and what can be done to messages and topics there."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup
from telegram import ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.courier import NO_PREVIEW, Courier
from bot.envelopes import Sent, Where
from bot.keyboards import keyboard
from bot.sending import Pace, moments_are_unknown, topic_is_lost
from bot.shelves import Shelves
from bot.things import in_album
from commands.kit import NoTopicError, Post
from commands.kit.posts import TOAST_CHARACTERS
from locales import plain
from locales.text import timeless

log = logging.getLogger(__name__)

UNCHANGED = "message is not modified"
TOO_LATE = ("query is too old", "query id is invalid")


class TelegramOutlet:
    """Sends through a python-telegram-bot `Bot`; raises its `TelegramError`s.

    With `HAD_ITS_TURN` it neither waits nor tries again: whoever calls does both.
    """

    def __init__(self, bot: ExtBot[Pace], shelves: Shelves, pace: Pace | None = None) -> None:
        self._bot = bot
        self._pace = pace
        self._courier = Courier(bot, shelves, pace)
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
            return await self._courier.send(post, Where(chat_id, reply, topic_id))
        except BadRequest as error:
            if moments_are_unknown(error):
                return await self.deliver(chat_id, _timeless(post), reply_to, topic_id)
            if topic_id is None or self._pace is not None or not topic_is_lost(error):
                raise
        return await self._courier.send(post, Where(chat_id, None, None))

    async def edit(self, chat_id: int, message_id: int, post: Post) -> None:
        """Changes a message, words or the one photo that it has; the same again is no error."""
        things = (*await self._courier.fetched(post.photos), *post.files)
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

    async def react(self, chat_id: int, message_id: int, emoji: str) -> bool:
        """Puts a reaction on it; False where that failed: words may do then."""
        try:
            await self._bot.set_message_reaction(
                chat_id, message_id, emoji, rate_limit_args=self._pace
            )
        except TelegramError as error:
            log.info("No reaction in %d: %s", chat_id, error.message)
            return False
        return True

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


def _timeless(post: Post) -> Post:
    return replace(post, text=timeless(post.text))
