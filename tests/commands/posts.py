"""What every post must keep, and a look at its buttons."""

from commands.kit import Post
from commands.kit.posts import DATA_BYTES, TEXT_CHARACTERS
from locales import plain

LABEL_CHARACTERS = 44
HOSTILE = (
    "<b>" * 2000,
    "&" * 4000,
    "\u202e" * 4000,
    "\u202e",
    "😀" * 4000,
    "\n\n词 " * 2000,
    "שלום" * 1000,
)
"""Names that people have given themselves, or might."""


def check_limits(post: Post) -> None:
    """Telegram takes it: there are words, not too many of them, and every button has a label."""
    assert 1 <= len(plain(post.text).encode("utf-16-le")) // 2 <= TEXT_CHARACTERS
    for row in post.buttons:
        for button in row:
            assert 1 <= len(button.label.strip()) <= LABEL_CHARACTERS
            assert len(button.data.encode()) <= DATA_BYTES


def data(post: Post) -> list[str]:
    """What the buttons bear, links left out."""
    return [button.data for row in post.buttons for button in row if button.data]


def starts(post: Post) -> list[str]:
    """What the buttons to the private chat run there."""
    return [button.start for row in post.buttons for button in row if button.start]
