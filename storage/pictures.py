"""Pictures as they come, and as they are given on: upright, and with nothing beside the pixels.

A camera writes into a file where and with what it was taken. None of that leaves the house.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageOps, UnidentifiedImageError

try:
    from pi_heif.as_plugin import register_heif_opener
except ImportError:
    HAS_HEIC = False
else:
    register_heif_opener(thumbnails=False)
    HAS_HEIC = True

from storage.jpegs import bare
from storage.kinds import OTHER, Flaw, FlawedError, is_heic, suffix_of

MOST_PIXELS = 64_000_000
"""A phone's best camera; what has more is kept, and not opened: it might fill the memory."""
LONGEST = 4096
"""Pixels of the longer side of what is given on. Bot API, sendPhoto: both sides 10,000 in all."""
QUALITY = 90
DENSITY = 192
"""Dots per inch of a thumbnail: sheets reckon with 96."""
UPRIGHT = 1
ORIENTATION = 0x0112
"""EXIF's tag: how the camera was held."""
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
SIDE = 8
FLAT = 16
FEW = 8
"""Of 256 shades, of 64 bits: a picture with less in it looks like any other plain one."""


def cleaned(data: bytes, longest: int = LONGEST) -> bytes:
    """What may be given on: a JPEG, upright, without place and device. Raises FlawedError.

    Pixels are left as they are where the picture stands upright and is no larger than wanted.
    """
    with _opened(data, (longest, longest)) as picture:
        is_upright = picture.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT
        fits = max(Image.open(BytesIO(data)).size) <= longest
        as_it_is = bare(data) if picture.format == "JPEG" and is_upright and fits else None
        return as_it_is or _drawn_anew(picture, longest)


def thumbnail(data: bytes, box: tuple[int, int], quality: int) -> bytes:
    """The picture small enough for a box of pixels: a JPEG, upright, nothing beside the pixels.

    Its density makes it half as large on paper and sheets as it has pixels. Raises FlawedError.
    """
    with _opened(data, box) as picture:
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail(box, Image.Resampling.BILINEAR)
        written = BytesIO()
        on_white(upright).save(written, "JPEG", quality=quality, dpi=(DENSITY, DENSITY))
        return written.getvalue()


def likeness_of(data: bytes) -> str:
    """64 bits in hexadecimal that pictures which look alike have in common; raises FlawedError.

    Where it grows lighter from left to right, on a grid of 8 by 8; empty: it is too plain.
    """
    with _opened(data, (LONGEST, LONGEST)) as picture:
        upright = ImageOps.exif_transpose(picture)
        grey = upright.convert("L").resize((SIDE + 1, SIDE), Image.Resampling.BOX)
    shades = grey.tobytes()
    rows = [shades[at : at + SIDE + 1] for at in range(0, len(shades), SIDE + 1)]
    bits = "".join("01"[left < right] for row in rows for left, right in pairwise(row))
    is_plain = max(shades) - min(shades) < FLAT or min(map(bits.count, "01")) < FEW
    return "" if is_plain else f"{int(bits, 2):016x}"


@contextmanager
def _opened(data: bytes, box: tuple[int, int]) -> Iterator[Image.Image]:
    """The picture with its pixels; no other error than FlawedError leaves the block."""
    if is_heic(data) and not HAS_HEIC:
        raise FlawedError(Flaw.NO_DECODER)
    try:
        with Image.open(BytesIO(data)) as picture:
            _check_size(picture)
            picture.draft("RGB", box)  # a JPEG is opened no larger than needed
            picture.load()
            yield picture
    except FlawedError:
        raise
    except UnidentifiedImageError as error:
        is_known = suffix_of(data) != OTHER
        raise FlawedError(Flaw.DAMAGED if is_known else Flaw.NO_PICTURE) from error
    except (*BOMBS, MemoryError) as error:
        raise FlawedError(Flaw.TOO_MANY_PIXELS) from error
    except Exception as error:  # decoders raise whatever a broken file makes them raise
        raise FlawedError(Flaw.DAMAGED) from error


def _check_size(picture: Image.Image) -> None:
    """What is not opened takes no memory: until here only the file's head was read."""
    if picture.width * picture.height > MOST_PIXELS:
        raise FlawedError(Flaw.TOO_MANY_PIXELS)


def _drawn_anew(picture: Image.Image, longest: int) -> bytes:
    """The pixels alone, turned as the camera was held, on white where they were transparent."""
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((longest, longest))
    written = BytesIO()
    profile = picture.info.get("icc_profile") if upright.mode == "RGB" else None
    on_white(upright).save(written, "JPEG", quality=QUALITY, icc_profile=profile)
    return written.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """The pixels alone, on white where they were transparent."""
    sheet = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        layer = picture.convert("RGBA")
        sheet.paste(layer, mask=layer)
    else:
        sheet.paste(picture.convert("RGB"))
    return sheet
