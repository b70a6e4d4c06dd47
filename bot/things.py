"""Photos, films and files as Telegram's library takes them."""

from collections.abc import Callable  # noqa: TC003 - a variable of a function bears it

from telegram import InputMediaDocument, InputMediaPhoto, InputMediaVideo
from telegram.constants import ParseMode

from commands.kit import File, Photo, Picture

Thing = Photo | Picture | File
Media = InputMediaPhoto | InputMediaVideo | InputMediaDocument


def in_album(thing: Thing, caption: str | None = None) -> Media:
    """As one of several, or in place of another."""
    kinds: dict[str, Callable[..., Media]] = {
        "photo": InputMediaPhoto,
        "video": InputMediaVideo,
        "document": InputMediaDocument,
    }
    mode = {} if caption is None else {"parse_mode": ParseMode.HTML}
    return kinds[kind(thing)](content(thing), caption=caption, **mode)


def kind(thing: Thing) -> str:
    """What Telegram calls it."""
    return thing.kind if isinstance(thing, File) else "photo"


def content(thing: Thing) -> str | bytes:
    """What Telegram has is named, what is ours goes along."""
    return thing.data if isinstance(thing, Picture) else thing.file_id
