"""Buttons as Telegram takes them: below a message, or in place of the reader's keyboard."""

from collections.abc import Sequence

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from commands.kit import Button, Post, private_address

Markup = InlineKeyboardMarkup | ForceReply | ReplyKeyboardMarkup | ReplyKeyboardRemove


def markup(post: Post, bot_username: str) -> Markup | None:
    """What goes with a post; a message has one of these."""
    if post.asks_contact or post.asks_location:
        key = KeyboardButton(
            post.asks_contact or post.asks_location,
            request_contact=bool(post.asks_contact),
            request_location=bool(post.asks_location),
        )
        return ReplyKeyboardMarkup([[key]], resize_keyboard=True, one_time_keyboard=True)
    if post.clears_keyboard:
        return ReplyKeyboardRemove()
    if post.placeholder:
        return ForceReply(selective=True, input_field_placeholder=post.placeholder)
    return keyboard(post.buttons, bot_username)


def keyboard(rows: Sequence[Sequence[Button]], bot_username: str) -> InlineKeyboardMarkup | None:
    """The buttons below a message; empty rows are left out."""
    keys = [[_key(button, bot_username) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(keys) if keys else None


def _key(button: Button, bot_username: str) -> InlineKeyboardButton:
    start = button.start and private_address(bot_username, button.start)
    if button.url or start:
        return InlineKeyboardButton(button.label, url=button.url or start)
    return InlineKeyboardButton(button.label, callback_data=button.data)
