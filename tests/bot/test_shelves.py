"""What leaves the photos' folder: pictures without place and device, and never the file itself."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.shelves import SHOWN_LONGEST, Shelves
from tests.vocabulary.files import MAKER, PLACE, as_jpeg, notes, scene, taken_somewhere


async def test_a_photo_goes_without_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(taken_somewhere())
    picture = await Shelves(tmp_path).picture("a.jpg")
    assert picture is not None
    assert not Image.open(BytesIO(picture.data)).getexif().get_ifd(PLACE)
    assert MAKER.encode() not in picture.data
    assert (tmp_path / "a.jpg").read_bytes() == taken_somewhere()


async def test_a_photo_goes_no_larger_than_telegram_shows_it(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(as_jpeg(scene(1, (4000, 2000)), exif=notes()))
    picture = await Shelves(tmp_path).picture("a.jpg")
    assert picture is not None
    assert Image.open(BytesIO(picture.data)).size == (SHOWN_LONGEST, SHOWN_LONGEST // 2)


@pytest.mark.parametrize("data", [None, b"", b"words", taken_somewhere()[:2000]])
async def test_what_is_gone_or_broken_is_left_out(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "a.jpg").write_bytes(data)
    assert await Shelves(tmp_path).picture("a.jpg") is None
