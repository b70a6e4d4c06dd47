"""What Telegram makes of a picture: JPEG copies in a few sizes, without the camera's notes."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from simulator.world.refusal import bad

# The longer side of the sizes that Telegram's clients make, smallest first.
BOXES = (90, 320, 800, 1280)
# Bot API, sendPhoto: width and height at most 10000 in total, ratio at most 20.
SIDES_LIMIT = 10_000
RATIO_LIMIT = 20


def sizes(data: bytes) -> list[tuple[int, int, bytes]]:
    """(width, height, JPEG) for each size; never larger than the picture itself."""
    picture = opened(data)
    width, height = picture.size
    if width + height > SIDES_LIMIT or max(width, height) > RATIO_LIMIT * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    smaller = [box for box in BOXES if box < max(width, height)]
    boxes = smaller if len(smaller) == len(BOXES) else [*smaller, max(width, height)]
    return [scaled(picture, box) for box in boxes]


def opened(data: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(data))
        return ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise bad("IMAGE_PROCESS_FAILED") from error


def scaled(picture: Image.Image, box: int) -> tuple[int, int, bytes]:
    copy = picture.copy()
    copy.thumbnail((box, box))
    written = BytesIO()
    copy.save(written, "JPEG", quality=87)
    return *copy.size, written.getvalue()
