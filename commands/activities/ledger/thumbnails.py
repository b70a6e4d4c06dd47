"""Photos made small for the rows of a sheet: without place and device, and not too many."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from commands.kit.works import Bench
from storage import pictures
from storage.kinds import FlawedError
from storage.ledgers import Entry

BOX = (128, 96)
"""Pixels of a photo on the sheet."""
SHARP = 2
"""So many of the file's pixels for each: they are printed."""
GAP = 4
QUALITY = 75
EACH = 3
"""Photos in a row."""
MOST = 3_000
"""In one file: of 12 kilobytes each they stay below what a bot may send."""
STEPS = 50


@dataclass(frozen=True)
class Thumbnail:
    """A JPEG, and how wide it is on the sheet, in pixels."""

    jpeg: bytes
    width: int


class Thumbnails:
    """Of each activity the first few; fewer of each when there are very many activities."""

    def __init__(self, bench: Bench, entries: Sequence[Entry]) -> None:
        self._bench = bench
        self._total = len(entries)
        self._done = 0
        photos = [sum(not shot.is_film for shot in entry.photos) for entry in entries]
        fitting = [
            each for each in range(1, EACH + 1) if sum(min(each, count) for count in photos) <= MOST
        ]
        self.most = min(max(fitting, default=0), max(photos, default=0))
        """Beside each other, at most."""

    def of(self, entry: Entry) -> tuple[Thumbnail, ...]:
        """Those that can be opened; tells how far it is."""
        paths = [shot.path for shot in entry.photos if not shot.is_film][: self.most]
        made = [self._made(path) for path in paths]
        self._done += 1
        if self._done % max(1, self._total // STEPS) == 0:
            self._bench.tell(self._done, self._total)
        return tuple(one for one in made if one is not None)

    def _made(self, path: str) -> Thumbnail | None:
        try:
            data = (self._bench.photos / path).read_bytes()
            jpeg = pictures.thumbnail(data, (BOX[0] * SHARP, BOX[1] * SHARP), QUALITY)
        except (OSError, FlawedError):
            return None
        with Image.open(BytesIO(jpeg)) as picture:
            return Thumbnail(jpeg, picture.width // SHARP)
