"""What may be given on of a file that was kept: never the file itself.

Every album, gallery, sheet and archive takes photos from here: without place and device.
"""

from dataclasses import dataclass

from storage import films, pictures
from storage.kinds import Flaw, FlawedError, is_film


@dataclass(frozen=True)
class Look:
    """What a file turned out to be."""

    likeness: str = ""
    """What photos that look alike have in common; empty for films and plain pictures."""
    flaw: Flaw | None = None
    """None: it can be shown."""


@dataclass(frozen=True)
class Given:
    """What may be given on: a JPEG, or a film."""

    data: bytes
    suffix: str


def examine(data: bytes) -> Look:
    """Opens a file whole, so that what passes can be opened again without danger."""
    try:
        if is_film(data):
            films.cleaned(data)
            return Look()
        return Look(likeness=pictures.likeness_of(data))
    except FlawedError as error:
        return Look(flaw=error.flaw)


def cleaned(data: bytes, longest: int = pictures.LONGEST) -> Given:
    """The file without place and device, a picture no longer than so many pixels.

    Raises FlawedError, for files that `examine` found a flaw in and for those alone.
    """
    if is_film(data):
        return Given(films.cleaned(data), ".mp4")
    return Given(pictures.cleaned(data, longest), ".jpg")
