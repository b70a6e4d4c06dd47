"""Files as phones and hostile hands make them: with a place in them, cut off, huge, or nothing."""

import base64
import hashlib
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

LONGITUDE, LATITUDE, PLACE = 4, 2, 0x8825
MAKE, ORIENTATION = 0x010F, 0x0112
MAKER = "Somebody's Phone"
SIDEWAYS = 6
HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAb5tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB4gABAAAAAAAAACMAAgAAAAACBQABAAAAAAAAAJwAAAA4aWlu"
    "ZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAAA"
    "/WlwcnAAAADdaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMA"
    "AAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAA"
    "AAAAAv////AAAAACAAAAEHBpeGkAAAAAAwgICAAAABhpcG1hAAAAAAAAAAEAAQWBAgMFhAAAABppcmVmAAAAAAAA"
    "AA5jZHNjAAIAAQABAAAAx21kYXQAAAAfKAGvGYDuKqb61mnrGwbh66fWZ7Q+Lpq66dftU4cYYAAAAAZFeGlmAABN"
    "TQAqAAAACAACAQ8AAgAAAAYAAAAmiCUABAAAAAEAAAAsAAAAAEFwcGxlAAAEAAEAAgAAAAJOAAAAAAIABQAAAAMA"
    "AABiAAMAAgAAAAJFAAAAAAQABQAAAAMAAAB6AAAAAAAAACIAAAABAAAALwAAAAEAAAAMAAAAAQAAAHEAAAABAAAA"
    "AQAAAAEAAAACAAAAAQ=="
)
"""64 by 48 pixels, taken in Zhengzhou, by libheif's own encoder."""


def scene(seed: object, size: tuple[int, int] = (320, 240)) -> Image.Image:
    """A picture with something on it, always the same for the same seed."""
    spots = Image.frombytes("RGB", (8, 4), hashlib.sha512(repr(seed).encode()).digest()[:32] * 3)
    return spots.resize(size, Image.Resampling.BICUBIC)


def as_jpeg(picture: Image.Image, **options: object) -> bytes:
    return _written(picture, "JPEG", **options)


def as_png(picture: Image.Image, **options: object) -> bytes:
    return _written(picture, "PNG", **options)


def notes(orientation: int = 1) -> Image.Exif:
    """What a phone writes beside a picture: its maker, where it was, how it was held."""
    exif = Image.Exif()
    exif[MAKE] = MAKER
    exif[ORIENTATION] = orientation
    place = exif.get_ifd(PLACE)
    place[1], place[LATITUDE] = "N", (34.0, 47.0, 12.0)
    place[3], place[LONGITUDE] = "E", (113.0, 39.0, 2.0)
    return exif


def taken_somewhere(seed: object = 1, orientation: int = 1) -> bytes:
    """A JPEG with its place in it, as phones send it as a file."""
    return as_jpeg(scene(seed), exif=notes(orientation), comment=MAKER.encode())


@cache
def bomb() -> bytes:
    """A hundred kilobytes that would be 900 million pixels, written without ever holding them."""
    side, row = 30_000, bytes(1 + 30_000 // 8)
    head = side.to_bytes(4) * 2 + bytes([1, 0, 0, 0, 0])  # one bit of grey for each pixel
    squeeze = zlib.compressobj()
    pixels = b"".join(squeeze.compress(row) for _ in range(side)) + squeeze.flush()
    chunks = [(b"IHDR", head), (b"IDAT", pixels), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def film(*, place: bytes = b"+34.7866+113.6506/", track: bytes = b"vide") -> bytes:
    """The least of an MP4 that has a track, and the notes that phones write."""
    handler = _box(b"hdlr", bytes(8) + track + bytes(12))
    media = _box(b"mdia", _box(b"mdhd", bytes(24)) + handler + _box(b"minf", b""))
    shown = _box(b"trak", _box(b"tkhd", bytes(84)) + media + _box(b"meta", b"a lens"))
    moov = _box(b"mvhd", bytes(100)) + shown + _box(b"udta", _box(b"\xa9xyz", place))
    kind = _box(b"ftyp", b"isom\0\0\2\0isommp41")
    return kind + _box(b"moov", moov) + _box(b"mdat", b"pixels") + _box(b"uuid", b"a maker")


def _chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return len(content).to_bytes(4) + whole + zlib.crc32(whole).to_bytes(4)


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content


def _written(picture: Image.Image, form: str, **options: object) -> bytes:
    written = BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()
