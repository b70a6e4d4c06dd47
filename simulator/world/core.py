"""What every act and every method stands on: who is there, posting a message, telling about it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from simulator.world import privacy
from simulator.world.files import Files
from simulator.world.flood import Flood
from simulator.world.menu import Menu
from simulator.world.refusal import bad
from simulator.world.standing import chat_member
from simulator.world.updates import UpdateQueue
from simulator.world.values import (
    ANONYMOUS_ADMINISTRATOR,
    Ballot,
    Chat,
    Envelope,
    Event,
    Json,
    Member,
    Message,
    Person,
    Query,
    Request,
    Rules,
    copied,
)

Listener = Callable[[Event], None]


class Core:
    """The state of the world, and the few ways in which it changes."""

    def __init__(
        self,
        now: Callable[[], float],
        token: str = "110201543:SIMULATED",  # noqa: S107 -- opens nothing but this world
        username: str = "gongjian_bot",
        name: str = "共建",
        folder: Path | None = None,
    ) -> None:
        self.now = now
        self.token = token
        self.bot = Person(int(token.partition(":")[0]), name, username=username, is_bot=True)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files(folder)
        self.updates = UpdateQueue()
        self.rules = Rules()
        self.flood = Flood(now)
        self.menu = Menu()
        self.requests: list[Request] = []
        self.webhook: Json = {}
        # The bot's names and descriptions: (kind, language) -> text.
        self.profile: dict[tuple[str, str], str] = {}
        self.queries: dict[str, Query] = {}
        self.polls: dict[str, Ballot] = {}
        self.listeners: list[Listener] = []
        # Private chats and basic groups share the bot's one row of message ids; a supergroup has
        # its own.
        self.message_ids: dict[int, count[int]] = {}
        self.serial = count(1)

    # who and where

    def time(self) -> int:
        return int(self.now())

    def person(self, person: int) -> Person:
        if person == self.bot.id:
            return self.bot
        if person not in self.people:
            raise bad("user not found")
        return self.people[person]

    def chat(self, chat: int) -> Chat:
        if chat not in self.chats:
            raise bad("chat not found")
        return self.chats[chat]

    def chat_json(self, chat: Chat) -> Json:
        """The Bot API's `Chat`."""
        if chat.type == "private":
            user = self.person(chat.id).user()
            names = ("first_name", "last_name", "username")
            return {"id": chat.id, "type": "private"} | {n: user[n] for n in names if n in user}
        known: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
        return known | ({"is_forum": True} if chat.forum else {})

    def message_in(self, chat: Chat, message: int) -> Message:
        if message not in chat.messages:
            raise bad("message not found")
        return chat.messages[message]

    def member_json(self, chat: Chat, member: Member) -> Json:
        may_edit = chat.member(self.bot.id).may("can_promote_members")
        editable = may_edit and member.person != self.bot.id
        return chat_member(member, self.person(member.person).user(), chat, editable=editable)

    # messages

    def post(
        self,
        chat: Chat,
        author: int,
        content: Json,
        envelope: Envelope = Envelope(),  # noqa: B008 -- frozen, so sharing it is safe
        *,
        announce: bool = True,
    ) -> Message:
        """Puts a message into a chat; `announce` tells the bot and the listeners at once."""
        number = self.next_message_id(chat)
        frame = {"message_id": number, "date": self.time(), "chat": self.chat_json(chat)}
        frame |= self.sender(chat, author, anonymous=envelope.anonymous)
        if envelope.thread:
            frame |= {"message_thread_id": envelope.thread, "is_topic_message": True}
        message = Message(number, chat.id, author, frame | content, envelope.reply_to)
        message.client_markup = envelope.client_markup
        chat.messages[number] = message
        if announce:
            self.announce(message)
        return message

    def next_message_id(self, chat: Chat) -> int:
        row = chat.id if chat.type in {"supergroup", "channel"} else 0
        return next(self.message_ids.setdefault(row, count(1)))

    def sender(self, chat: Chat, author: int, *, anonymous: bool) -> Json:
        if chat.type == "channel":
            return {"sender_chat": self.chat_json(chat)}
        if anonymous:
            stand_in = Person(
                ANONYMOUS_ADMINISTRATOR, "Group", username="GroupAnonymousBot", is_bot=True
            )
            return {"from": stand_in.user(), "sender_chat": self.chat_json(chat)}
        return {"from": self.person(author).user()}

    def shown(self, message: Message) -> Json:
        """The whole `Message`: with the message it replies to, but not further back.

        As at Telegram, what answers nothing in a topic answers the message that opened the topic.
        """
        whole = copied(message.json)
        beginning = message.json.get("message_thread_id", 0)
        replied = self.chats[message.chat].messages.get(message.reply_to or beginning)
        if replied and replied is not message:
            whole["reply_to_message"] = copied(replied.json)
        return whole

    def announce(self, message: Message, *, edited: bool = False) -> None:
        """Tells the listeners, and the bot when it is not its own and it may hear it."""
        chat = self.chats[message.chat]
        whole = self.shown(message)
        self.tell("edited" if edited else "message", chat.id, whole)
        # Of its own doings the bot hears only of service messages: what it pinned, whom it added.
        own = message.author == self.bot.id and not privacy.SERVICE & whole.keys()
        if own or not privacy.hears(chat, message, self.bot.user(), privacy=self.rules.privacy):
            return
        kind = "channel_post" if chat.type == "channel" else "message"
        self.updates.put(f"edited_{kind}" if edited else kind, whole)

    def remove_messages(self, chat: Chat, numbers: list[int]) -> None:
        for number in numbers:
            del chat.messages[number]
        chat.pinned = [number for number in chat.pinned if number not in numbers]
        self.tell("deleted", chat.id, {"messages": numbers})

    # listeners

    def tell(self, kind: str, chat: int | None, data: Json) -> None:
        for listener in list(self.listeners):
            listener(Event(kind, chat, data))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` with every event; answers how to stop that."""
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)
