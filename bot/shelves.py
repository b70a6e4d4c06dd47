"""The photos' folder, as those see it who show what is in it: never the files themselves."""

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from commands.kit import Picture
from storage.giving import cleaned
from storage.kinds import FlawedError

log = logging.getLogger(__name__)

SHOWN_LONGEST = 2560
"""Pixels: what Telegram shows of a photo at its best. Bot API, sendPhoto: at most 10 MB."""


@dataclass(frozen=True)
class Shelves:
    """Reads photos in a thread."""

    folder: Path

    async def picture(self, path: str) -> Picture | None:
        """A photo without place and device, as large as Telegram shows it; None: it is gone."""
        try:
            return await asyncio.to_thread(self._picture, path)
        except (OSError, FlawedError) as error:
            log.warning("%s cannot be shown: %s", path, type(error).__name__)
            return None

    def _picture(self, path: str) -> Picture:
        return Picture(cleaned((self.folder / path).read_bytes(), SHOWN_LONGEST).data)
