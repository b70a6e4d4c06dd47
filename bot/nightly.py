"""A backup every night by itself, and the old ones forgotten."""

import asyncio
import logging
import shutil
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import Clock, moment
from bot.faults import new_fault
from bot.settings import Settings
from storage.availability import UnavailableError
from storage.copies import StoppedError, UnsoundCopyError, copy, made_at, name_of
from storage.rotation import due, to_forget
from storage.upgrade import forget_copies

log = logging.getLogger(__name__)

FIRST = timedelta(minutes=10)
"""An office whose machine is off at night has its backup so long after the start."""
ABANDONED = timedelta(days=1)
"""So old, a copy that is not finished was cut off by a kill."""
AGAIN = timedelta(hours=1)
LOOK_AGAIN = 3600.0
"""Seconds: a clock that was set, or a machine that slept, is noticed after so long."""


class Nightly:
    """The worker that makes backups; `run` ends only by being cancelled."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._not_before = moment(clock) + FIRST
        self._wanted = True

    async def run(self) -> None:
        """Waits for half past three, or for the next hour if last night was missed."""
        self._wanted = True
        try:
            while True:
                left = (await self._due() - moment(self._clock)).total_seconds()
                if left > 0:
                    await self._clock.sleep(min(left, LOOK_AGAIN))
                else:
                    await self._make()
        finally:
            self._wanted = False

    async def _due(self) -> datetime:
        stamps = await asyncio.to_thread(self._stamps)
        now = moment(self._clock)
        tonight = due(stamps, now, self._settings.tz)
        if tonight is None or tonight <= now:
            return self._not_before
        return tonight

    async def _make(self) -> None:
        """In a thread, so that people are answered meanwhile. What goes wrong waits an hour."""
        now = moment(self._clock)
        self._not_before = now + AGAIN
        try:
            await asyncio.to_thread(self._copy, now)
        except StoppedError:
            log.info("The backup was given up: the bot ends")
        except (OSError, sqlite3.Error, UnavailableError, UnsoundCopyError):
            log.exception("Fault %s: tonight's backup was not made", new_fault())

    def _copy(self, now: datetime) -> None:
        folder = self._settings.backups
        folder.mkdir(parents=True, exist_ok=True)
        needed, free = 2 * self._size(), shutil.disk_usage(folder).free
        if free < needed:
            log.warning(
                "No backup was made: it needs %d MB of room, and there are %d MB. Please make room;"
                " I try again in an hour",
                needed >> 20,
                free >> 20,
            )
            return
        target = folder / name_of(now)
        made = copy(
            self._settings.database, self._settings.photos, target, now, lambda: self._wanted
        )
        log.info("A backup was made: %s, %d photos", target, len(made.photos))
        if made.missing:
            log.warning("%d photos were not on disk, or had changed there", len(made.missing))
        self._forget(now)

    def _forget(self, now: datetime) -> None:
        for stamp in to_forget(self._stamps(), now.astimezone(self._settings.tz)):
            (self._settings.backups / name_of(stamp)).unlink(missing_ok=True)
        for before in forget_copies(self._settings.database, now):
            log.info("A copy from before an upgrade was deleted: %s", before.name)
        for left in self._settings.backups.glob(".copy-*"):
            if left.stat().st_mtime < (now - ABANDONED).timestamp():
                shutil.rmtree(left, ignore_errors=True)

    def _stamps(self) -> list[datetime]:
        found = map(made_at, self._settings.backups.glob("*.tar"))
        return [stamp for stamp in found if stamp is not None]

    def _size(self) -> int:
        """Bytes of the database and of the photos."""
        database, photos = self._settings.database, self._settings.photos
        return _bytes_of([database, *photos.rglob("*.*")])


def _bytes_of(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())
