"""Posts -> Telegram: the only place that knows how a post is sent."""

from collections.abc import Sequence

from markupsafe import Markup
from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.sending import Pace
from commands.kit import Button, Document, Photo, Picture, Post, private_address
from commands.kit.posts import TOAST_CHARACTERS
from locales import plain

UNCHANGED = "message is not modified"
TOO_LATE = ("query is too old", "query id is invalid")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramOutlet:
    """Sends through a python-telegram-bot `Bot`; raises its `TelegramError`s.

    With `HAD_ITS_TURN` it neither waits nor tries again: whoever calls does both.
    """

    def __init__(self, bot: ExtBot[Pace], pace: Pace | None = None) -> None:
        self._bot = bot
        self._pace = pace
        self.bot_username = bot.username

    async def send(self, chat_id: int, post: Post, reply_to: int | None) -> int:
        """Sends a post and returns its message id; of an album, the first photo's.

        Bot API: albums bear no buttons, so a post that has both ends with a message of its own.
        """
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        if post.document is not None:
            return await self._send_document(chat_id, post, post.document, reply)
        if not post.photos:
            return await self._send_text(chat_id, post, reply)
        if len(post.photos) == 1:
            return await self._send_photo(chat_id, post, reply)
        if not post.buttons:
            return await self._send_album(chat_id, post, post.text, reply)
        await self._send_album(chat_id, post, None, reply)
        return await self._send_text(chat_id, post, None)

    async def edit(self, chat_id: int, message_id: int, post: Post) -> None:
        """Changes a text and its buttons; what is shown already is no error."""
        try:
            await self._bot.edit_message_text(
                post.text,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=self._keyboard(post.buttons),
                rate_limit_args=self._pace,
            )
        except BadRequest as error:
            if UNCHANGED not in error.message.lower():
                raise

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Deletes a message; BadRequest when Telegram does not allow it any more."""
        await self._bot.delete_message(chat_id, message_id, rate_limit_args=self._pace)

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

    async def _send_text(self, chat_id: int, post: Post, reply: ReplyParameters | None) -> int:
        message = await self._bot.send_message(
            chat_id,
            post.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_parameters=reply,
            reply_markup=self._markup(post),
            rate_limit_args=self._pace,
        )
        return message.message_id

    async def _send_album(
        self, chat_id: int, post: Post, caption: str | None, reply: ReplyParameters | None
    ) -> int:
        album = [InputMediaPhoto(_file(photo)) for photo in post.photos]
        messages = await self._bot.send_media_group(
            chat_id,
            album,
            caption=caption,
            parse_mode=ParseMode.HTML,
            reply_parameters=reply,
            rate_limit_args=self._pace,
        )
        return messages[0].message_id

    async def _send_photo(self, chat_id: int, post: Post, reply: ReplyParameters | None) -> int:
        message = await self._bot.send_photo(
            chat_id,
            _file(post.photos[0]),
            caption=post.text,
            parse_mode=ParseMode.HTML,
            reply_parameters=reply,
            reply_markup=self._markup(post),
            rate_limit_args=self._pace,
        )
        return message.message_id

    async def _send_document(
        self, chat_id: int, post: Post, document: Document, reply: ReplyParameters | None
    ) -> int:
        message = await self._bot.send_document(
            chat_id,
            document.data,
            filename=document.name,
            caption=post.text,
            parse_mode=ParseMode.HTML,
            reply_parameters=reply,
            reply_markup=self._markup(post),
            rate_limit_args=self._pace,
        )
        return message.message_id

    def _markup(self, post: Post) -> InlineKeyboardMarkup | ForceReply | None:
        if post.placeholder:
            return ForceReply(selective=True, input_field_placeholder=post.placeholder)
        return self._keyboard(post.buttons)

    def _keyboard(self, rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
        keys = [[self._key(button) for button in row] for row in rows if row]
        return InlineKeyboardMarkup(keys) if keys else None

    def _key(self, button: Button) -> InlineKeyboardButton:
        start = button.start and private_address(self.bot_username, button.start)
        if button.url or start:
            return InlineKeyboardButton(button.label, url=button.url or start)
        return InlineKeyboardButton(button.label, callback_data=button.data)


def _file(photo: Photo | Picture) -> str | bytes:
    """What Telegram has is named, what is ours goes along."""
    return photo.file_id if isinstance(photo, Photo) else photo.data
