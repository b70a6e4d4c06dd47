"""Which chat or message a request means, and whether the bot may reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.world.refusal import bad, forbidden, refuse

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Chat, Message
    from simulator.world.world import World

KIND = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def chat_of(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat that the request names, if the bot is in it."""
    text = params.text(name).strip()
    if not text:
        raise bad(f"{name} is empty")
    chat = world.chats.get(int(text)) if text.lstrip("-").isdecimal() else None
    if chat is None:
        raise bad("chat not found")
    if chat.upgraded_to:
        reason = "group chat was upgraded to a supergroup chat"
        raise refuse(400, reason, migrate_to_chat_id=chat.upgraded_to)
    if chat.type != "private":
        check_presence(world, chat)
    return chat


def check_presence(world: World, chat: Chat) -> None:
    if world.bot.id not in chat.members:
        raise bad("chat not found")
    status = chat.member(world.bot.id).status
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {KIND[chat.type]}")
    if status == "left":
        raise forbidden(f"bot is not a member of the {KIND[chat.type]}")


def writable_chat(world: World, params: Params) -> Chat:
    """The chat that the request names, if the bot may write there."""
    chat = chat_of(world, params)
    if chat.type == "private":
        person = world.person(chat.id)
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    if chat.type == "channel" and not chat.member(world.bot.id).may("can_post_messages"):
        raise bad("need administrator rights in the channel chat")
    return chat


def message_of(chat: Chat, params: Params, doing: str, name: str = "message_id") -> Message:
    """The message that the request names; `doing` is for Telegram's words when it is gone."""
    number = params.integer(name)
    if not number:
        raise bad("message identifier is not specified")
    if number not in chat.messages:
        raise bad(f"message to {doing} not found")
    return chat.messages[number]


def check_right(world: World, chat: Chat, right: str, reason: str) -> None:
    if chat.type != "private" and not chat.member(world.bot.id).may(right):
        raise bad(reason)


def count_against_flood(world: World, chat: Chat, messages: int = 1) -> None:
    """Sends and edits count, when the rule is on."""
    if world.rules.flood:
        world.flood.admit(chat.id, messages)
