"""What a file or a picture is made with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from commands.kit.hours import Office
from commands.kit.posts import Post
from locales import Words
from storage.database import Store

Maker = Callable[[Store, "Studio", int], Awaitable[Post | None]]


@dataclass(frozen=True)
class Studio:
    """What a file or a picture is made with."""

    words: Words
    """Of the reader, and the alliance's zone."""
    now: datetime
    office: Office
    find_font: Callable[[], Path | None]
    """Looks for a font with Chinese on the disk, so call it in a thread; None: there is none."""
    photos: Path
    """The photos' folder."""
    exports: Path
    """The folder of what was made for exports, one in it for each."""


@dataclass(frozen=True)
class Making:
    """Renders what words alone do not make."""

    make: Maker
    """(store, studio, subject id) -> the post; what takes long goes to a thread."""
