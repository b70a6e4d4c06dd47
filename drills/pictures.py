"""Small pictures that differ."""

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
