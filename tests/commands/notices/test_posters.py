"""The picture of a board: everybody is on it, and it can be read from the back of the room."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.fonts import chinese_font
from commands.kit.lettering import Lettering, UnfitFontError
from commands.notices.files import posters
from commands.notices.files.posters import HEIGHT, WIDTH
from storage.notices import CANNOT, COME, DIFFICULTY, RECEIVED
from storage.sheets import Change, Sheet
from tests.commands.notices.test_sheets import CHINESE, ENGLISH, NOW, line, notice
from tests.commands.posts import HOSTILE

FOUND = chinese_font(None)
needs_font = pytest.mark.skipif(FOUND is None, reason="no Chinese font: install fonts-noto-cjk")


def sheet(count: int, text: str = "街道例会") -> Sheet:
    lines = [line(number, RECEIVED if number % 3 else "") for number in range(1, count + 1)]
    return Sheet(notice=notice(text), lines=tuple(lines), readings=())


def drawn(of: Sheet) -> list[Image.Image]:
    assert FOUND is not None
    return [Image.open(BytesIO(one)) for one in posters.pictures(CHINESE, of, NOW, FOUND)]


def named(of: Sheet) -> list[str]:
    """Everybody who stands on one of the pictures, in order."""
    density = posters._density(CHINESE, of)  # noqa: SLF001 - what stands where, without reading pixels
    pages = posters._pages(posters._blocks(CHINESE, of, density), density)  # noqa: SLF001 - as above
    return [tile.name for page in pages for block in page for row in block.rows for tile in row]


@pytest.mark.parametrize("count", [0, 1, 20, 60, 61, 300])
def test_every_organisation_stands_on_it_once(count: int) -> None:
    of = sheet(count)
    assert sorted(named(of)) == sorted(one.organisation.short_name for one in of.lines)


def test_people_who_answer_for_themselves_stand_on_it() -> None:
    people = [
        Change(answer=answer, organisation=None, person=name, at=NOW)
        for name, answer in (("张阿姨", COME), ("老王", CANNOT))
    ]
    of = Sheet(notice=notice(audience="everybody"), lines=(), people=tuple(people), readings=())
    assert named(of) == ["张阿姨", "老王"]


@needs_font
@pytest.mark.parametrize(("count", "pictures"), [(0, 1), (20, 1), (60, 1), (300, 4)])
def test_sixty_fit_on_one_picture_and_more_go_on(count: int, pictures: int) -> None:
    found = drawn(sheet(count))
    assert len(found) == pictures
    assert {one.width for one in found} == {WIDTH}
    assert all(one.height <= HEIGHT for one in found)


@needs_font
def test_states_differ_on_the_picture() -> None:
    states = (RECEIVED, DIFFICULTY, CANNOT, "")
    seen = {
        drawn(Sheet(notice=notice(), lines=(line(1, one),), readings=()))[0].tobytes()
        for one in states
    }
    assert len(seen) == len(states)


@needs_font
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_make_a_picture(text: str) -> None:
    lines = (line(1, RECEIVED, name=text), line(2, "", name="😀" * 90), line(3, "", name="\n"))
    (found,) = drawn(Sheet(notice=notice(text), lines=lines, readings=()))
    assert found.width == WIDTH


@needs_font
def test_it_speaks_english() -> None:
    assert FOUND is not None
    english = posters.pictures(ENGLISH, sheet(3), NOW, FOUND)
    assert english != posters.pictures(CHINESE, sheet(3), NOW, FOUND)


@needs_font
def test_words_fit_into_their_room() -> None:
    assert FOUND is not None
    letters = Lettering(FOUND)
    assert letters.fit("兴隆社区", 24, 1000) == "兴隆社区"
    short = letters.fit("兴隆社区党支部委员会" * 9, 24, 200)
    assert short.endswith("…")
    assert letters.at(24).getlength(short) <= 200
    assert letters.fit("a\U0010fffdb", 24, 100) == "ab"
    first, second = letters.wrap("Meeting in the community hall " * 9, 24, 300, 2)
    assert first.split()[-1] in {"Meeting", "in", "the", "community", "hall"}
    assert second.endswith("…")


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"no font")
    with pytest.raises(UnfitFontError):
        Lettering(tmp_path / "a.ttf")
