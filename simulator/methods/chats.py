"""What the bot can learn about chats and members, and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.target import chat_of
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Json
    from simulator.world.world import World

# Bot API, ChatFullInfo: fields that every chat has.
ACCENT_COLOR = 0
REACTIONS_LIMIT = 11
NO_GIFTS = dict.fromkeys(
    (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    ),
    False,
)
# What plain members may do in a group here: all but what administrators are for.
PERMISSIONS = {
    "can_send_messages": True,
    "can_send_audios": True,
    "can_send_documents": True,
    "can_send_photos": True,
    "can_send_videos": True,
    "can_send_video_notes": True,
    "can_send_voice_notes": True,
    "can_send_polls": True,
    "can_send_other_messages": True,
    "can_add_web_page_previews": True,
    "can_change_info": False,
    "can_invite_users": True,
    "can_pin_messages": False,
    "can_manage_topics": False,
}


def get_chat(world: World, params: Params) -> Json:
    chat = chat_of(world, params)
    full = world.chat_json(chat) | {
        "accent_color_id": ACCENT_COLOR,
        "max_reaction_count": REACTIONS_LIMIT,
        "accepted_gift_types": dict(NO_GIFTS),
    }
    if chat.type in {"group", "supergroup"}:
        full["permissions"] = dict(PERMISSIONS)
    if chat.pinned:
        full["pinned_message"] = world.shown(chat.messages[chat.pinned[-1]])
    return full


def get_chat_member(world: World, params: Params) -> Json:
    chat = chat_of(world, params)
    user = params.integer("user_id")
    if user is None:
        raise bad("invalid user_id specified")
    return world.member_json(chat, chat.member(world.person(user).id))


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The human administrators, and the bot itself; other bots do not live here."""
    chat = chat_of(world, params)
    if chat.type == "private":
        raise bad("there are no administrators in the private chat")
    return [world.member_json(chat, one) for one in chat.members.values() if one.administers]


def get_chat_member_count(world: World, params: Params) -> int:
    return sum(member.present for member in chat_of(world, params).members.values())


def leave_chat(world: World, params: Params) -> bool:
    chat = chat_of(world, params)
    if chat.type == "private":
        raise bad("chat member status can't be changed in private chats")
    world.part(chat, world.bot.id, world.bot.id, "left")
    return True


METHODS = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
}
