"""forwardMessage and copyMessage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.sending import send
from simulator.methods.target import chat_of, message_of
from simulator.methods.words import caption_of
from simulator.world.privacy import SERVICE
from simulator.world.refusal import bad
from simulator.world.speech import FRAME

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Json, Message
    from simulator.world.world import World

CAPTION = frozenset({"caption", "caption_entities", "show_caption_above_media"})


def forward_message(world: World, params: Params) -> Json:
    return send(world, params, world.forwarded(original(world, params, "forward")))


def copy_message(world: World, params: Params) -> Json:
    """Sends the same content as the bot's own words, with another caption if one is given."""
    source = original(world, params, "copy").json
    content = {name: value for name, value in source.items() if name not in FRAME}
    if "caption" in params and "text" not in content:
        kept = {name: value for name, value in content.items() if name not in CAPTION}
        content = kept | caption_of(world, params)
    return {"message_id": send(world, params, content)["message_id"]}


def original(world: World, params: Params, doing: str) -> Message:
    message = message_of(chat_of(world, params, "from_chat_id"), params, doing)
    if SERVICE & message.json.keys() or "has_protected_content" in message.json:
        raise bad(f"message can't be {'copied' if doing == 'copy' else 'forwarded'}")
    return message


METHODS = {"forwardMessage": forward_message, "copyMessage": copy_message}
