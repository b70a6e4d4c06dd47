"""What is said of the topics of a forum: opened, renamed, closed, opened again."""

from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Message, Update

from bot.handling import Handling
from storage import chats, topics


class Topics:
    """Hears of topics also where nobody talks to the bot, so that notices can go there."""

    def __init__(self) -> None:
        self._heard: set[tuple[int, int]] = set()

    def are_news(self, update: Update) -> bool:
        """True for a message that tells the name of a topic, once for each in this run."""
        message = update.message
        if message is None or not name_of(message):
            return False
        where = message.chat.id, message.message_thread_id or 0
        is_news = where not in self._heard
        self._heard.add(where)
        return is_news


def topic_of(message: Message) -> int | None:
    """The id of the topic; None in a group's general part. Bot API: replies have threads too."""
    return message.message_thread_id if message.is_topic_message else None


def name_of(message: Message) -> str:
    """The first name of the topic, where Telegram tells it; else empty.

    What answers nothing in a topic answers the message that opened it.
    """
    answered = message.reply_to_message
    opened = answered.forum_topic_created if answered and topic_of(message) else None
    return opened.name if opened else ""


def concerns(update: Update) -> bool:
    """True for what becomes of a topic."""
    message = update.message
    return message is not None and bool(
        message.forum_topic_created
        or message.forum_topic_edited
        or message.forum_topic_closed
        or message.forum_topic_reopened
    )


async def handle(store: Handling, update: Update) -> None:
    """Remembers it, in one transaction with the update's completion."""
    message = update.message
    topic_id = topic_of(message) if message else None
    if message is None or topic_id is None:
        return

    async def work(connection: AsyncConnection) -> None:
        await chats.meet(connection, message.chat.id, message.chat.title or "")
        await _change(connection, message, topic_id)

    await store.write(work)


async def _change(connection: AsyncConnection, message: Message, topic_id: int) -> None:
    opened, renamed = message.forum_topic_created, message.forum_topic_edited
    where = message.chat.id, topic_id
    name = opened.name if opened else renamed.name if renamed else None
    if name:  # Bot API: an edit of the icon alone has no name
        await topics.call(connection, *where, name)
    elif name_of(message):
        await topics.learn(connection, *where, name_of(message))
    if message.forum_topic_closed or message.forum_topic_reopened:
        is_open = message.forum_topic_reopened is not None
        await topics.stand(connection, *where, is_open=is_open)
