"""deleteMessage and deleteMessages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.target import chat_of, message_of
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Chat, Message
    from simulator.world.world import World

# Bot API, deleteMessage: sent less than 48 hours ago.
WINDOW = 48 * 60 * 60
# Bot API, deleteMessages: 1-100 identifiers.
MOST = 100
# Bot API, deleteMessage: these stay for ever.
LASTING = frozenset({"forum_topic_created", "migrate_from_chat_id"})


def delete_message(world: World, params: Params) -> bool:
    chat = chat_of(world, params)
    message = message_of(chat, params, "delete")
    check_deletable(world, chat, message)
    world.remove_messages(chat, [message.id])
    return True


def delete_messages(world: World, params: Params) -> bool:
    """Deletes those that are there; unknown ids are passed over."""
    chat = chat_of(world, params)
    numbers = params.integers("message_ids")
    if not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > MOST:
        raise bad("too many message identifiers specified")
    found = [number for number in dict.fromkeys(numbers) if number in chat.messages]
    for number in found:
        check_deletable(world, chat, chat.messages[number])
    if found:
        world.remove_messages(chat, found)
    return True


def check_deletable(world: World, chat: Chat, message: Message) -> None:
    """Bot API, deleteMessage: who may delete what, and for how long."""
    own = message.author == world.bot.id or chat.type == "private"
    allowed = own or chat.member(world.bot.id).may("can_delete_messages")
    late = world.rules.deletion_window and world.now() - message.json["date"] > WINDOW
    if late or not allowed or LASTING & message.json.keys():
        raise bad("message can't be deleted")


METHODS = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
