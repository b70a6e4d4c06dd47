"""The picture of a link: its code can be read, and the page says what it is."""

from io import BytesIO

import pytest
import segno
from PIL import Image

from bot.fonts import chinese_font
from commands.people.qr import QUIET, WIDTH, Sheet, picture

URL = "https://t.me/gongjian_bot?start=join_0123456789abcdef0123456789abcdef"
SHEET = Sheet(URL, ("惠济区人民法院党总支", "扫码担任联络员", "限一人使用"))
FOUND = chinese_font(None)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("L")


def test_the_code_is_drawn_whole_with_a_quiet_zone() -> None:
    image = opened(picture(SHEET, None))
    matrix = segno.make(URL, error="m", micro=False).matrix
    module = WIDTH // (len(matrix) + 2 * QUIET)
    left, top = (WIDTH - module * len(matrix)) // 2, QUIET * module
    drawn = [
        [
            image.getpixel((left + x * module + module // 2, top + y * module + module // 2)) == 0
            for x in range(len(matrix))
        ]
        for y in range(len(matrix))
    ]
    assert drawn == [[bool(one) for one in row] for row in matrix]
    edge = image.crop((0, 0, WIDTH, top))
    assert edge.getextrema() == (255, 255)


@pytest.mark.skipif(FOUND is None, reason="no Chinese font: install fonts-wqy-microhei")
def test_the_name_stands_below_the_code() -> None:
    bare, named = opened(picture(SHEET, None)), opened(picture(SHEET, FOUND))
    assert named.height > bare.height
    below = named.crop((0, bare.height, WIDTH, named.height))
    assert below.getextrema() != (255, 255)
    other = Sheet(URL, ("兴隆社区", *SHEET.lines[1:]))
    assert picture(other, FOUND) != picture(SHEET, FOUND)


@pytest.mark.skipif(FOUND is None, reason="no Chinese font: install fonts-wqy-microhei")
def test_a_long_name_is_cut_to_the_page() -> None:
    long = Sheet(URL, ("惠济区人民法院党总支" * 9, "🦊" * 99, ""))
    image = opened(picture(long, FOUND))
    assert image.width == WIDTH
    assert image.crop((0, 0, 20, image.height)).getextrema() == (255, 255)
