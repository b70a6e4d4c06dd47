"""Topics of a forum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.methods.target import chat_of, check_right
from simulator.world.forums import ICON_COLOR
from simulator.world.refusal import bad

if TYPE_CHECKING:
    from simulator.methods.params import Params
    from simulator.world.values import Chat, Json, Topic
    from simulator.world.world import World

# Bot API, createForumTopic.
NAME_LIMIT = 128
COLORS = frozenset({ICON_COLOR, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F})


def create_forum_topic(world: World, params: Params) -> Json:
    forum = forum_of(world, params)
    check_manages(world, forum)
    color = params.integer("icon_color") or ICON_COLOR
    if color not in COLORS:
        raise bad("wrong icon color specified")
    topic = world.open_topic(forum, world.bot.id, name_of(params), color)
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}


def edit_forum_topic(world: World, params: Params) -> bool:
    forum, topic = managed(world, params)
    if "name" not in params:
        raise bad("TOPIC_NOT_MODIFIED")
    world.name_topic(forum, topic, world.bot.id, name_of(params))
    return True


def close_forum_topic(world: World, params: Params) -> bool:
    world.shut_topic(*managed(world, params), world.bot.id, closed=True)
    return True


def reopen_forum_topic(world: World, params: Params) -> bool:
    world.shut_topic(*managed(world, params), world.bot.id, closed=False)
    return True


def delete_forum_topic(world: World, params: Params) -> bool:
    """Bot API, deleteForumTopic: needs the right to delete messages."""
    forum = forum_of(world, params)
    reason = "not enough rights to delete messages in the chat"
    check_right(world, forum, "can_delete_messages", reason)
    world.drop_topic(forum, topic_of(forum, params))
    return True


def forum_of(world: World, params: Params) -> Chat:
    chat = chat_of(world, params)
    if not chat.forum:
        raise bad("the chat is not a forum")
    return chat


def managed(world: World, params: Params) -> tuple[Chat, Topic]:
    """Bot API, editForumTopic: the right to manage topics, unless the bot is its creator."""
    forum = forum_of(world, params)
    topic = topic_of(forum, params)
    if topic.creator != world.bot.id or not forum.member(world.bot.id).administers:
        check_manages(world, forum)
    return forum, topic


def check_manages(world: World, forum: Chat) -> None:
    reason = "not enough rights to manage topics in the chat"
    check_right(world, forum, "can_manage_topics", reason)


def topic_of(forum: Chat, params: Params) -> Topic:
    thread = params.integer("message_thread_id")
    if thread not in forum.topics:
        raise bad("message thread not found")
    return forum.topics[thread]


def name_of(params: Params) -> str:
    name = params.text("name").strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise bad("invalid topic name specified")
    return name


METHODS = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
