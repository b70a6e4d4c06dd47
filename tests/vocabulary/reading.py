"""What a person reads in a message, as the Bot API bears it."""

from typing import Any

Message = dict[str, Any]


def words(message: Message) -> str:
    """The text, the caption, or the question of a poll."""
    asked = message.get("poll", {}).get("question")
    return str(message.get("text") or message.get("caption") or asked or "")


def buttons(message: Message) -> list[list[dict[str, Any]]]:
    """The rows of inline buttons."""
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return rows


def labels(message: Message) -> list[str]:
    """What stands on the buttons, row by row."""
    return [button["text"] for row in buttons(message) for button in row]


def shown(messages: list[Message]) -> str:
    """The end of a conversation, for a failed test's report."""
    return "\n".join(
        f"  #{one['message_id']} {one.get('from', {}).get('first_name', '')}: {words(one)!r}"
        f" {labels(one) or ''}{' [photo]' if 'photo' in one else ''}"
        for one in messages[-6:]
    )
