"""Invite links and requests to join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.target import chat_of, check_right
from simulator.world.refusal import bad
from simulator.world.values import InviteLink

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Chat, Json
    from simulator.world.world import World

# Bot API, createChatInviteLink.
NAME_LIMIT = 32
MEMBERS_LIMIT = 99_999


def create_chat_invite_link(world: World, params: Params) -> Json:
    chat = inviting_chat(world, params)
    asks, limit = params.flag("creates_join_request"), params.integer("member_limit") or 0
    if len(params.text("name")) > NAME_LIMIT:
        raise bad("invite link name is too long")
    if not 0 <= limit <= MEMBERS_LIMIT or (asks and limit):
        raise bad("member limit can't be specified for links requiring administrator approval")
    link = InviteLink(
        f"https://t.me/+Simulated{next(world.serial):07d}",
        world.bot.id,
        params.text("name"),
        asks,
        params.integer("expire_date") or 0,
        limit,
    )
    chat.links[link.url] = link
    return world.link_json(chat, link)


def approve_chat_join_request(world: World, params: Params) -> bool:
    chat, person = applicant(world, params)
    link = chat.links.get(chat.join_requests[person])
    world.admit(chat, person, world.bot.id, link, approved=True)
    return True


def decline_chat_join_request(world: World, params: Params) -> bool:
    chat, person = applicant(world, params)
    del chat.join_requests[person]
    return True


def applicant(world: World, params: Params) -> tuple[Chat, int]:
    """The chat, and the person who has asked to be let in."""
    chat = inviting_chat(world, params)
    person = params.integer("user_id") or 0
    if chat.member(person).present:
        raise bad("USER_ALREADY_PARTICIPANT")
    if person not in chat.join_requests:
        raise bad("HIDE_REQUESTER_MISSING")
    return chat, person


def inviting_chat(world: World, params: Params) -> Chat:
    chat = chat_of(world, params)
    if chat.type == "private":
        raise bad("chat not found")
    check_right(world, chat, "can_invite_users", "not enough rights to manage chat invite link")
    return chat


METHODS = {
    "createChatInviteLink": create_chat_invite_link,
    "approveChatJoinRequest": approve_chat_join_request,
    "declineChatJoinRequest": decline_chat_join_request,
}
