"""What is given on of a picture: it stands upright, its pixels are whole, and nothing is beside."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from io import BytesIO
from multiprocessing import get_context

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from storage import pictures
from storage.giving import cleaned, examine
from storage.jpegs import bare
from storage.kinds import Flaw, FlawedError, suffix_of
from tests.vocabulary.files import (
    HEIC,
    MAKER,
    PLACE,
    SIDEWAYS,
    as_jpeg,
    as_png,
    bomb,
    notes,
    scene,
    taken_somewhere,
)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def has_notes(data: bytes) -> bool:
    """Anything of the place, the device or a comment, however it is written."""
    exif = opened(data).getexif()
    return bool(exif or exif.get_ifd(PLACE)) or MAKER.encode() in data or b"Exif" in data


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_a_photo_with_its_place_loses_it_and_no_pixel(options: dict[str, object]) -> None:
    data = as_jpeg(scene(1), exif=notes(), comment=MAKER.encode(), **options)
    assert has_notes(data)
    given_on = cleaned(data)
    assert given_on.suffix == ".jpg"
    assert not has_notes(given_on.data)
    assert opened(given_on.data).tobytes() == opened(data).tobytes()
    assert cleaned(given_on.data) == given_on


def test_what_stands_behind_the_picture_goes_too() -> None:
    """Some phones put a film or a second picture there."""
    data = as_jpeg(scene(1))
    assert cleaned(data + taken_somewhere()).data == bare(data)


def test_a_profile_of_colours_stays() -> None:
    data = as_jpeg(scene(1), icc_profile=b"how colours look", exif=notes())
    assert opened(cleaned(data).data).info["icc_profile"] == b"how colours look"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    data = taken_somewhere(orientation=orientation)
    upright = ImageOps.exif_transpose(opened(data))
    given_on = opened(cleaned(data).data)
    assert given_on.size == upright.size
    small = [one.convert("L").resize((8, 8)).tobytes() for one in (upright, given_on)]
    assert max(abs(a - b) for a, b in zip(*small, strict=True)) < 12
    assert not has_notes(cleaned(data).data)


def test_words_in_a_png_go() -> None:
    info = PngInfo()
    info.add_text("Comment", MAKER)
    info.add_itxt("XML:com.adobe.xmp", f"<x>{MAKER}</x>")
    data = as_png(scene(1), pnginfo=info, exif=notes())
    assert MAKER.encode() in data
    assert not has_notes(cleaned(data).data)


def test_heic_becomes_a_jpeg_without_its_place() -> None:
    assert opened(HEIC).getexif().get_ifd(PLACE)
    given_on = cleaned(HEIC)
    assert (opened(given_on.data).format, opened(given_on.data).size) == ("JPEG", (64, 48))
    assert not has_notes(given_on.data)


def test_heic_without_its_library_is_named_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "HAS_HEIC", False)
    assert examine(HEIC).flaw is Flaw.NO_DECODER


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16", "CMYK"])
def test_pictures_of_every_kind_of_pixels_become_a_jpeg(mode: str) -> None:
    form = "TIFF" if mode == "CMYK" else "PNG"
    written = BytesIO()
    scene(1).convert("L" if mode == "I;16" else mode).save(written, form)
    assert opened(cleaned(written.getvalue()).data).format == "JPEG"


def test_a_picture_is_no_longer_than_wanted() -> None:
    data = as_jpeg(scene(1, (1000, 500)), exif=notes(SIDEWAYS))
    assert opened(cleaned(data, 100).data).size == (50, 100)


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"\xe7\xad\xbe\xe5\x88\xb0\xe8\xa1\xa8", Flaw.NO_PICTURE),
        (taken_somewhere()[:3000], Flaw.DAMAGED),
        (as_png(scene(1))[:3000], Flaw.DAMAGED),
        (HEIC[:500], Flaw.DAMAGED),
        (bomb(), Flaw.TOO_MANY_PIXELS),
        (as_png(Image.new("1", (8001, 8000))), Flaw.TOO_MANY_PIXELS),
    ],
    ids=["words", "cut off", "cut off png", "cut off heic", "bomb", "just too many"],
)
def test_what_cannot_be_shown_says_why(data: bytes, flaw: Flaw) -> None:
    assert examine(data).flaw is flaw
    with pytest.raises(FlawedError):
        cleaned(data)


@pytest.mark.parametrize("marker", [0x00, 0x02, 0xBF, 0xF0, 0xFD])
def test_notes_behind_a_marker_that_nobody_knows_go_as_well(marker: int) -> None:
    data = bytearray(taken_somewhere())
    data[data.index(b"Exif") - 3] = marker
    given_on = bare(bytes(data))
    assert given_on is not None
    assert not has_notes(given_on)


MANY = 5
"""Of a hundred damaged files hardly one kills a decoder."""


def is_shown_or_flawed(file: bytes) -> bool:
    """Whether nothing but the picture is given on of a file that can be opened."""
    return examine(file).flaw is not None or not has_notes(cleaned(file).data)


class Opener:
    """Has files opened by a process of its own, as the bot does: a decoder may die of one."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self.deaths = 0

    def is_shown_or_flawed(self, file: bytes) -> bool:
        """True as well when the process died of it."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, get_context("spawn"))
        try:
            return self._pool.submit(is_shown_or_flawed, file).result()
        except BrokenProcessPool:
            self.deaths += 1
            self.close()
            return True

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None


@pytest.fixture(scope="module")
def opener() -> Iterator[Opener]:
    opener = Opener()
    yield opener
    opener.close()
    assert opener.deaths < MANY


@settings(deadline=None)
@given(st.data())
def test_a_file_that_was_damaged_anywhere_is_shown_or_flawed(
    opener: Opener, data: st.DataObject
) -> None:
    whole = (taken_somewhere(), as_png(scene(2, (60, 40))), HEIC)
    file = bytearray(whole[data.draw(st.integers(0, 2))])
    for _ in range(data.draw(st.integers(1, 8))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    assert opener.is_shown_or_flawed(bytes(file))


def test_a_photo_that_was_made_smaller_is_like_the_first_and_unlike_others() -> None:
    def likeness(picture: Image.Image, quality: int = 90) -> str:
        return examine(as_jpeg(picture, quality=quality)).likeness

    first = likeness(scene(1, (1600, 1200)))
    smaller = likeness(scene(1, (1600, 1200)).resize((640, 480)), 50)
    other = likeness(scene(2, (1600, 1200)))
    differ = [(int(first, 16) ^ int(one, 16)).bit_count() for one in (smaller, other)]
    assert differ[0] <= 3
    assert differ[1] > 12


def test_plain_pictures_are_like_nothing() -> None:
    assert examine(as_jpeg(Image.new("RGB", (64, 64), "red"))).likeness == ""
    assert examine(as_jpeg(Image.linear_gradient("L"))).likeness == ""


def test_a_file_is_named_by_how_it_begins() -> None:
    assert suffix_of(taken_somewhere()) == ".jpg"
    assert suffix_of(as_png(scene(1))) == ".png"
    assert suffix_of(HEIC) == ".heic"
    assert suffix_of(b"") == suffix_of(b"PK") == ".bin"
