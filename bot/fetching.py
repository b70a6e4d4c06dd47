"""Downloads the photos of reports: to a temporary file, made safe, then to its place."""

import asyncio
import hashlib
import logging
import os
from datetime import timedelta
from pathlib import Path

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.clock import Alarm, Clock, moment
from bot.sending import fault_of
from storage import photos
from storage.database import Database, UnavailableError

log = logging.getLogger(__name__)

AT_ONCE = 4
PAUSE = timedelta(seconds=5)
TRIES = 8


class Fetching:
    """The worker that brings photos to disk; `run` ends only by being cancelled."""

    def __init__(self, db: Database, clock: Clock, bot: Bot, folder: Path, alarm: Alarm) -> None:
        self._db = db
        self._clock = clock
        self._bot = bot
        self._folder = folder
        self._alarm = alarm

    async def run(self) -> None:
        """Fetches what is due, some at once, then waits for the next moment or commit."""
        while True:
            due = await photos.waiting(self._db, moment(self._clock), AT_ONCE)
            fetched = await asyncio.gather(*map(self._fetch, due), return_exceptions=True)
            for fault in filter(None, fetched):
                raise fault
            if not due:
                await self._alarm.wait(await photos.next_due(self._db))

    async def _fetch(self, photo: photos.Photo) -> None:
        try:
            file = await self._bot.get_file(photo.file_id)
            data = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            await self._not_fetched(photo, error)
            return
        digest = hashlib.sha256(data).hexdigest()
        path = Path(f"{photo.sent_at:%Y/%m}") / f"{digest}.jpg"
        try:
            await asyncio.to_thread(_keep, self._folder / path, data)
        except OSError as error:
            raise UnavailableError(str(error)) from error
        await photos.kept(self._db, photo.id, path.as_posix(), digest)

    async def _not_fetched(self, photo: photos.Photo, error: TelegramError) -> None:
        log.warning("Photo %d: %s", photo.id, fault_of(error))
        hopeless = isinstance(error, BadRequest) or photo.tries + 1 >= TRIES
        again = None if hopeless else moment(self._clock) + PAUSE * 2**photo.tries
        await photos.failed(self._db, photo.id, fault_of(error), again)


def _keep(path: Path, data: bytes) -> None:
    """The file is whole at its place after this, or not there at all, whenever the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
