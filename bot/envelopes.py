"""Where a message goes, and what Telegram made of it."""

from dataclasses import dataclass

from telegram import ReplyParameters


@dataclass(frozen=True)
class Sent:
    """What Telegram made of a post."""

    message_ids: tuple[int, ...]
    """First the one with its buttons."""
    poll_id: str | None = None
    """Of a quiz: answers to it name this alone."""


@dataclass(frozen=True)
class Where:
    """Where a message goes, and what it answers there."""

    chat_id: int
    reply: ReplyParameters | None
    topic_id: int | None
