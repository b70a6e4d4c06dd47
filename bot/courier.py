"""A post -> the calls that send it, by what it has."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from telegram import LinkPreviewOptions, Message, Poll
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.envelopes import Sent, Where
from bot.keyboards import markup
from bot.sending import Pace
from bot.shelves import Shelves
from bot.things import Thing, content, in_album, kind
from commands.kit import Document, Kept, Photo, Picture, Post, Quiz, Venue

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Courier:
    """Sends through a python-telegram-bot `Bot`; raises its `TelegramError`s."""

    def __init__(self, bot: ExtBot[Pace], shelves: Shelves, pace: Pace | None) -> None:
        self._bot = bot
        self._shelves = shelves
        self._pace = pace

    async def send(self, post: Post, where: Where) -> Sent:
        """The ids of its messages, first the one with its buttons."""
        if post.quiz is not None:
            return await self._send_quiz(post, post.quiz, where)
        return Sent(await self._send_words(post, where))

    async def fetched(
        self, photos: Sequence[Photo | Picture | Kept]
    ) -> tuple[Photo | Picture, ...]:
        """The photos, those on disk opened; one that is not there any more is left out."""
        found = [
            await self._shelves.picture(one.path) if isinstance(one, Kept) else one
            for one in photos
        ]
        return tuple(one for one in found if one is not None)

    async def _send_words(self, post: Post, where: Where) -> tuple[int, ...]:
        """Bot API: albums bear no buttons, so one with buttons ends with a message of its own."""
        things = (*await self.fetched(post.photos), *post.files)
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
            "reply_markup": markup(post, self._bot.username),
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
