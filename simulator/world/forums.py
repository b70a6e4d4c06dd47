"""Topics of forums: opened, renamed, closed, opened again, deleted."""

from simulator.world.core import Core
from simulator.world.refusal import bad
from simulator.world.values import Chat, Envelope, Json, Topic

# Bot API, createForumTopic: the first of the six colours.
ICON_COLOR = 0x6FB9F0


class Forums(Core):
    """Acts on topics; a topic's id is that of the message which says that it was opened."""

    def add_topic(self, person: int, chat: int, name: str) -> int:
        """Opens a topic in a forum; gives its id."""
        return self.open_topic(self.chat(chat), person, name, ICON_COLOR).id

    def rename_topic(self, person: int, chat: int, topic: int, name: str) -> None:
        self.name_topic(*self._found(person, chat, topic), person, name)

    def close_topic(self, person: int, chat: int, topic: int) -> None:
        """Only administrators can write in it then."""
        self.shut_topic(*self._found(person, chat, topic), person, closed=True)

    def reopen_topic(self, person: int, chat: int, topic: int) -> None:
        self.shut_topic(*self._found(person, chat, topic), person, closed=False)

    def delete_topic(self, person: int, chat: int, topic: int) -> None:
        """With all its messages; the bot is not told."""
        self.drop_topic(*self._found(person, chat, topic))

    # what people and the bot do alike

    def open_topic(self, chat: Chat, author: int, name: str, icon_color: int) -> Topic:
        if not chat.forum:
            raise bad("the chat is not a forum")
        about: Json = {"name": name, "icon_color": icon_color}
        opened = self.post(chat, author, {"forum_topic_created": about}, announce=False)
        opened.json |= {"message_thread_id": opened.id, "is_topic_message": True}
        chat.topics[opened.id] = Topic(opened.id, name, icon_color, author)
        self.announce(opened)
        self.tell("chat", chat.id, self.chat_json(chat))
        return chat.topics[opened.id]

    def name_topic(self, chat: Chat, topic: Topic, author: int, name: str) -> None:
        if topic.name == name:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.name = name
        self._say(chat, author, topic, {"forum_topic_edited": {"name": name}})

    def shut_topic(self, chat: Chat, topic: Topic, author: int, *, closed: bool) -> None:
        if topic.closed == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        topic.closed = closed
        what = "forum_topic_closed" if closed else "forum_topic_reopened"
        self._say(chat, author, topic, {what: {}})

    def drop_topic(self, chat: Chat, topic: Topic) -> None:
        of_it = [
            one.id
            for one in chat.messages.values()
            if one.json.get("message_thread_id") == topic.id
        ]
        del chat.topics[topic.id]
        self.remove_messages(chat, of_it)
        self.tell("chat", chat.id, self.chat_json(chat))

    def _say(self, chat: Chat, author: int, topic: Topic, change: Json) -> None:
        """Says in a topic what became of it."""
        self.post(chat, author, change, Envelope(thread=topic.id))
        self.tell("chat", chat.id, self.chat_json(chat))

    def _found(self, person: int, chat: int, topic: int) -> tuple[Chat, Topic]:
        place = self.chat(chat)
        if not place.member(person).may("can_manage_topics"):
            raise bad("only an administrator can change topics")
        if topic not in place.topics:
            raise bad("message thread not found")
        return place, place.topics[topic]
