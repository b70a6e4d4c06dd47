"""What the page asks: who and what there is, as one person sees it."""

from dataclasses import asdict
from typing import Any

from simulator.http.faults import Faults
from simulator.world import Chat, World
from simulator.world.refusal import bad

NEWEST = 200


def state(world: World, faults: Faults, person: int) -> dict[str, Any]:
    """Everything, or with a person only the chats that this person is in."""
    return {
        "now": world.now(),
        "bot": world.bot.user(),
        "people": [
            one.user() | {"started": one.started, "blocked": one.blocked}
            for one in world.people.values()
        ],
        "chats": [chat_state(world, chat) for chat in world.chats.values() if seen(chat, person)],
        "rules": asdict(world.rules),
        "faults": [asdict(fault) for fault in faults.waiting],
    }


def seen(chat: Chat, person: int) -> bool:
    """Whether the chat stands in this person's list; 0 sees all."""
    return chat.upgraded_to is None and (not person or chat.member(person).present)


def chat_state(world: World, chat: Chat) -> dict[str, Any]:
    """A chat, its people and its pins."""
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "forum": chat.forum,
        "topics": [asdict(topic) for topic in chat.topics.values()],
        "pinned": world.pinned(chat.id),
        "members": [
            {"person": one.person, "status": one.status}
            for one in chat.members.values()
            if one.present
        ],
        "bot_status": chat.member(world.bot.id).status,
    }


def messages(world: World, chat: int, person: int, after: int) -> list[dict[str, Any]]:
    """The newest messages, oldest first; `sim` has what clients show and no Message bears."""
    if person and not world.chat(chat).member(person).present:
        raise bad("this person is not in the chat")
    extras = world.extras(chat, person)
    shown = [one for one in world.messages(chat) if one["message_id"] > after][-NEWEST:]
    return [
        one | ({"sim": extras[one["message_id"]]} if one["message_id"] in extras else {})
        for one in shown
    ]
