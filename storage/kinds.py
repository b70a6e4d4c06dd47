"""What a file is, by how it begins, and why some cannot be shown."""

from enum import StrEnum

BEGINNINGS = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"GIF8": ".gif",
    b"BM": ".bmp",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
}
HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
AVIF = frozenset({b"avif", b"avis"})
QUICKTIME = b"qt  "
OTHER = ".bin"


class Flaw(StrEnum):
    """Why a file that is kept cannot be shown."""

    NO_PICTURE = "no_picture"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    NO_DECODER = "no_decoder"
    """HEIC, without the library that opens it."""
    NOTES = "notes"
    """A film of which nobody knows how its place and device are taken off."""
    STUCK = "stuck"
    """It was given up after a while, or ended the process that opened it."""


class FlawedError(Exception):
    """The file cannot be shown."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


def suffix_of(data: bytes) -> str:
    """What its name should end with, whatever name it came with."""
    brand = data[8:12] if data[4:8] == b"ftyp" else b""
    if brand:
        still = {**dict.fromkeys(HEIC, ".heic"), **dict.fromkeys(AVIF, ".avif")}
        return still.get(brand, ".mov" if brand == QUICKTIME else ".mp4")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((end for begin, end in BEGINNINGS.items() if data.startswith(begin)), OTHER)


def is_heic(data: bytes) -> bool:
    """True for what phones of one maker call a photo."""
    return suffix_of(data) == ".heic"


def is_film(data: bytes) -> bool:
    """True for MP4 and QuickTime."""
    return suffix_of(data) in {".mp4", ".mov"}
