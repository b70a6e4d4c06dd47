"""A photo that somebody sent with what they want to say, brought to disk without trace of whose.

Its name is chosen by chance, its time is the day alone, and it is written as Telegram shows it, so
nothing that a camera noted is in it. What Telegram calls the file is kept nowhere.
"""

import asyncio
import hashlib
import os
import secrets
from datetime import datetime
from pathlib import Path

from telegram import Bot

from commands.kit import Received
from storage.availability import UnavailableError
from storage.copies import sync
from storage.giving import cleaned
from storage.kinds import FlawedError, is_film

FOLDER = "voices"
"""Below the photos' folder; the same for all, so that it tells no month."""
NAME_BYTES = 16


async def receive(bot: Bot, photos: Path, file_id: str, day: datetime) -> Received | None:
    """On disk after this; None: it cannot be opened.

    Raises TelegramError, and UnavailableError when there is no room.
    """
    file = await bot.get_file(file_id)
    data = bytes(await file.download_as_bytearray())
    try:
        return await asyncio.to_thread(_keep, data, photos, day)
    except OSError as error:
        raise UnavailableError(str(error)) from error


def _keep(data: bytes, photos: Path, day: datetime) -> Received | None:
    if is_film(data):
        return None
    try:
        given = cleaned(data)
    except FlawedError:
        return None
    path = f"{FOLDER}/{secrets.token_hex(NAME_BYTES)}{given.suffix}"
    target = photos / path
    target.parent.mkdir(parents=True, exist_ok=True)
    number = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(given.data)
        file.flush()
        os.utime(file.fileno(), (day.timestamp(), day.timestamp()))
        os.fsync(file.fileno())
    sync(target.parent)
    return Received(path, hashlib.sha256(given.data).hexdigest())
