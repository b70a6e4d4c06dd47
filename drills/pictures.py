"""Small pictures and films that differ."""

from io import BytesIO

from PIL import Image

SIDE = 48


def picture(number: int) -> bytes:
    """A JPEG of its own for each number."""
    colour = (number * 37 % 256, number * 59 % 256, number // 256 % 256)
    made = BytesIO()
    image = Image.new("RGB", (SIDE, SIDE), colour)
    for bit in range(16):
        if number >> bit & 1:
            image.putpixel((bit * 3, bit * 3), (255, 255, 255))
    image.save(made, "JPEG", quality=95)
    return made.getvalue()


def film(number: int) -> bytes:
    """The least of an MP4, its own for each number."""
    kind = _box(b"ftyp", b"isom\0\0\2\0isommp41")
    return kind + _box(b"moov", _box(b"mvhd", bytes(100))) + _box(b"mdat", number.to_bytes(8))


def _box(kind: bytes, content: bytes) -> bytes:
    return (len(content) + 8).to_bytes(4) + kind + content
