"""Whether a message reaches the bot at all: privacy mode, and who is an administrator."""

from simulator.world.utf16 import cut
from simulator.world.values import Chat, Json, Message

# A message with one of these was not written by anybody, and passes privacy mode.
SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "pinned_message",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
        "new_chat_title",
    }
)


def hears(chat: Chat, message: Message, bot: Json, *, privacy: bool) -> bool:
    """Telegram's rule: core.telegram.org/bots/features#privacy-mode."""
    member = chat.member(bot["id"])
    if not member.present:
        return False
    if chat.type in {"private", "channel"} or member.administers or not privacy:
        return True
    return meant_for(chat, message, bot)


def meant_for(chat: Chat, message: Message, bot: Json) -> bool:
    if SERVICE & message.json.keys():
        return True
    if message.json.get("via_bot", {}).get("id") == bot["id"]:
        return True
    replied = chat.messages.get(message.reply_to or 0)
    if replied and replied.author == bot["id"]:
        return True
    return any(
        addressed(kind, words, bot["username"]) for kind, words in marked_words(message.json)
    )


def marked_words(message: Json) -> list[tuple[str, str]]:
    """Each entity's kind with the words that it covers."""
    text = message.get("text") or message.get("caption") or ""
    entities = message.get("entities") or message.get("caption_entities") or []
    return [(one["type"], cut(text, one["offset"], one["length"])) for one in entities]


def addressed(kind: str, words: str, username: str) -> bool:
    if kind == "mention":
        return words.lower() == f"@{username}".lower()
    target = words.partition("@")[2].lower()
    return kind == "bot_command" and target in {"", username.lower()}
