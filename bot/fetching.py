"""Downloads the photos of reports: to a temporary file, made safe, then to its place."""

import asyncio
import hashlib
import logging
import os
from datetime import timedelta, tzinfo
from pathlib import Path

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.clock import Alarm, Clock, moment
from bot.darkroom import Darkroom
from bot.sending import fault_of
from storage import keeping
from storage.availability import UnavailableError
from storage.database import Database
from storage.keeping import Kept
from storage.kinds import suffix_of
from storage.photos import Photo

log = logging.getLogger(__name__)

AT_ONCE = 4
PAUSE = timedelta(seconds=5)
TRIES = 8
LONGEST_SECONDS = 300.0
"""The machine's own: a download that takes longer is dead, and is begun anew."""
TOO_LARGE = "file is too big"
"""Bot API, getFile, of more than 20 MB."""
EMPTY = "The file is empty"


class Fetching:
    """The worker that brings photos to disk; `run` ends only by being cancelled."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        bot: Bot,
        folder: Path,
        zone: tzinfo,
        alarm: Alarm,
        darkroom: Darkroom,
    ) -> None:
        self._db = db
        self._clock = clock
        self._bot = bot
        self._folder = folder
        self._zone = zone
        self._alarm = alarm
        self._darkroom = darkroom

    async def run(self) -> None:
        """Fetches what is due, some at once, then waits for the next moment or commit."""
        try:
            while True:
                await self._delete()
                due = await keeping.waiting(self._db, moment(self._clock), AT_ONCE)
                fetched = await asyncio.gather(*map(self._fetch, due), return_exceptions=True)
                for fault in filter(None, fetched):
                    raise fault
                if not due:
                    await self._alarm.wait(await keeping.next_due(self._db))
        finally:
            await self._darkroom.close()

    async def _delete(self) -> None:
        """Files of photos that were taken down go from the disk; none shares one with others."""
        for photo in await keeping.to_delete(self._db):
            file = self._folder / (photo.path or "")
            try:
                await asyncio.to_thread(file.unlink, missing_ok=True)
            except OSError as error:
                log.error("Photo %d was taken down and is still on disk: %s", photo.id, error)  # noqa: TRY400 - no traceback is needed
            else:
                await keeping.deleted(self._db, photo.id)

    async def _fetch(self, photo: Photo) -> None:
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                file = await self._bot.get_file(photo.file_id)
                data = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            await self._not_fetched(photo, error)
        except TimeoutError:
            await self._come_again(photo, "The download never ended")
        else:
            await self._take(photo, data)

    async def _take(self, photo: Photo, data: bytes) -> None:
        if not data:
            await keeping.failed(self._db, photo.id, EMPTY, None)
            return
        try:
            what = await asyncio.to_thread(self._keep, photo, data)
        except OSError as error:
            raise UnavailableError(str(error)) from error
        look = await self._darkroom.look(self._folder / what.path)
        what = what.model_copy(update={"flaw": look.flaw or "", "likeness": look.likeness})
        resembles = await keeping.resembling(self._db, photo.id, look.likeness)
        await keeping.kept(self._db, photo.id, what, resembles)

    def _keep(self, photo: Photo, data: bytes) -> Kept:
        """Puts the file into its month, under the hash of its content."""
        digest = hashlib.sha256(data).hexdigest()
        month = f"{photo.sent_at.astimezone(self._zone):%Y/%m}"
        path = f"{month}/{digest}{suffix_of(data)}"
        _write(self._folder / path, data, self._folder / month / f"{photo.id}.part")
        return Kept(path=path, sha256=digest, bytes=len(data))

    async def _not_fetched(self, photo: Photo, error: TelegramError) -> None:
        log.warning("Photo %d: %s", photo.id, fault_of(error))
        if TOO_LARGE in error.message.lower():
            await keeping.too_large(self._db, photo.id)
        elif isinstance(error, BadRequest):
            await keeping.failed(self._db, photo.id, fault_of(error), None)
        else:
            await self._come_again(photo, fault_of(error))

    async def _come_again(self, photo: Photo, fault: str) -> None:
        is_hopeless = photo.tries + 1 >= TRIES
        again = None if is_hopeless else moment(self._clock) + PAUSE * 2**photo.tries
        await keeping.failed(self._db, photo.id, fault, again)


def _write(path: Path, data: bytes, part: Path) -> None:
    """The file is whole at its place after this, or not there at all, whenever the power goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
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
