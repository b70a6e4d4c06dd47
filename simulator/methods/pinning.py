"""pinChatMessage and unpinChatMessage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.target import chat_of, check_right, message_of
from simulator.world.refusal import bad
from simulator.world.values import Envelope

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Chat
    from simulator.world.world import World


def pin_chat_message(world: World, params: Params) -> bool:
    """Pins, and says so in the chat, or in the topic; pinning again changes nothing."""
    chat = pinnable_chat(world, params)
    message = message_of(chat, params, "pin")
    if message.id in chat.pinned:
        return True
    chat.pinned.append(message.id)
    world.tell("pinned", chat.id, {"pinned": list(chat.pinned)})
    where = Envelope(thread=message.json.get("message_thread_id"))
    world.post(chat, world.bot.id, {"pinned_message": dict(message.json)}, where)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """Unpins this message, or the one pinned last."""
    chat = pinnable_chat(world, params)
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    world.tell("pinned", chat.id, {"pinned": list(chat.pinned)})
    return True


def pinnable_chat(world: World, params: Params) -> Chat:
    chat = chat_of(world, params)
    right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
    check_right(world, chat, right, "not enough rights to manage pinned messages in the chat")
    return chat


METHODS = {"pinChatMessage": pin_chat_message, "unpinChatMessage": unpin_chat_message}
