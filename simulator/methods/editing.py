"""Editing the bot's own messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.keyboards import inline_markup
from simulator.methods.media import input_media
from simulator.methods.target import count_against_flood, message_of, writable_chat
from simulator.methods.words import caption_of, text_of
from simulator.world.privacy import SERVICE
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Json, Message
    from simulator.world.world import World

TEXT = frozenset({"text", "entities", "link_preview_options"})
CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})
MEDIA = CAPTION | {"photo", "video", "document", "has_media_spoiler"}
MARKUP = frozenset({"reply_markup"})

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> Json:
    message = editable(world, params)
    if "text" not in message.json:
        raise bad("there is no text in the message to edit")
    return edit(world, params, message, TEXT, text_of(world, params))


def edit_message_caption(world: World, params: Params) -> Json:
    message = editable(world, params)
    if not MEDIA & message.json.keys():
        raise bad("there is no caption in the message to edit")
    return edit(world, params, message, CAPTION, caption_of(world, params))


def edit_message_media(world: World, params: Params) -> Json:
    message = editable(world, params)
    if not MEDIA & message.json.keys():
        raise bad("there is no media in the message to edit")
    content = input_media(world, params.object("media") or {}, params)
    return edit(world, params, message, MEDIA, content)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    return edit(world, params, editable(world, params), frozenset(), {})


def editable(world: World, params: Params) -> Message:
    """The message to edit, which has to be the bot's own."""
    if "inline_message_id" in params:
        raise bad("MESSAGE_ID_INVALID")
    message = message_of(writable_chat(world, params), params, "edit")
    of_others = message.author != world.bot.id or "forward_origin" in message.json
    if of_others or SERVICE & message.json.keys():
        raise bad("message can't be edited")
    return message


def edit(
    world: World, params: Params, message: Message, fields: frozenset[str], content: Json
) -> Json:
    """Replaces these fields and the keyboard: an edit without a keyboard takes it away."""
    markup = inline_markup(params)
    content = content | ({"reply_markup": markup} if markup else {})
    replaced = fields | MARKUP
    old = {name: value for name, value in message.json.items() if name in replaced}
    if old == content:
        raise bad(NOT_MODIFIED)
    count_against_flood(world, world.chat(message.chat))
    kept = {name: value for name, value in message.json.items() if name not in replaced}
    stamp = {"edit_date": world.time()} if fields else {}
    message.json = kept | content | stamp
    world.announce(message, edited=True)
    return world.shown(message)


METHODS = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
