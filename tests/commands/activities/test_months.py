"""The month in pictures: when it comes, what is said, and the long picture of it."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.fonts import chinese_font
from commands.activities.monthly import planning, posters, views
from commands.kit import Office, Studio
from commands.kit.posts import CAPTION_CHARACTERS, DATA_BYTES
from locales import Catalogues, plain
from storage.features import Place
from storage.month_posts import Standing
from storage.months import Month, Star, is_month, number_of, span
from storage.photos import Photo
from tests.commands.posts import HOSTILE
from tests.vocabulary.clock import ZONE
from tests.vocabulary.files import as_jpeg, scene

CATALOGUES = Catalogues(zone=ZONE)
CHINESE, ENGLISH = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
NOW = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)
AUGUST = number_of(date(2026, 8, 1))
OFFICE = Office(ZONE)
needs_font = pytest.mark.skipif(
    chinese_font(None) is None, reason="no Chinese font: install fonts-noto-cjk"
)


def photo(number: int, path: str | None) -> Photo:
    return Photo(
        id=number,
        chat_id=1,
        message_id=number,
        media_group_id=None,
        person_id=1,
        file_id=str(number),
        file_unique_id=str(number),
        sent_at=NOW,
        activity_id=number,
        state="kept",
        tries=0,
        due_at=NOW,
        path=path,
        sha256=None,
        fault=None,
    )


def month(folder: Path, stars: int = 5, name: str = "义诊", **changes: object) -> Month:
    """August, with so many photos on disk."""
    shown = []
    for number in range(1, stars + 1):
        (folder / f"{number}.jpg").write_bytes(as_jpeg(scene(number)))
        day, seen = date(2026, 8, number), photo(number, f"{number}.jpg")
        shown.append(Star(title=name, organisation=name, held_on=day, photo=seen))
    known: dict[str, object] = {
        "number": AUGUST,
        "activities": 7,
        "served": 1215,
        "joined": 18,
        "minutes": 390,
        "money": 500,
        "kinds": {"education": 2, "livelihood": 5},
        "stars": tuple(shown),
        "organisations": ("兴隆社区", "兴隆粮库"),
    }
    return Month.model_validate(known | changes)


def drawn(folder: Path, found: Month, alliance: str = "刘寨共建联盟") -> Image.Image:
    font = chinese_font(None)
    assert font is not None
    studio = Studio(CHINESE, NOW, OFFICE, lambda: font, folder, folder)
    data = posters.poster(studio, found, alliance, font)
    assert len(data) < 10_000_000
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 8, 20), date(2026, 8, 3)),
        (date(2026, 10, 2), date(2026, 10, 8)),
        (date(2026, 1, 1), date(2026, 1, 4)),
    ],
    ids=["a working day", "after a weekend", "after National Day", "a Sunday that is worked"],
)
def test_it_comes_on_the_first_working_day(today: date, due: date) -> None:
    here = planning.due_at(OFFICE, today).astimezone(ZONE)
    assert (here.date(), here.hour) == (due, 9)


def test_it_is_of_the_month_that_has_ended() -> None:
    assert span(planning.before(date(2026, 1, 5))) == (date(2025, 12, 1), date(2025, 12, 31))
    assert span(planning.before(date(2024, 3, 1)))[1] == date(2024, 2, 29)


def test_numbers_from_outside_may_be_none() -> None:
    assert is_month(AUGUST)
    assert not any(is_month(number) for number in (0, -1, 10**9, 12))


def test_the_figures_that_nobody_said_are_left_out(tmp_path: Path) -> None:
    nothing = dict.fromkeys(("served", "joined", "minutes", "money"), 0)
    bare = month(tmp_path, 0).model_copy(update={**nothing, "kinds": {"": 1}, "organisations": ()})
    assert plain(views.post(CHINESE, bare)).split("\n") == [
        "📸 2026年8月活动月报",
        "🤝 7 次活动",
        "",
    ]
    assert [said for said, _ in posters.tiles(CHINESE, bare)] == ["7"]


def test_the_words_tell_everything(tmp_path: Path) -> None:
    said = plain(views.post(ENGLISH, month(tmp_path, 1)))
    for line in ("Aug 2026 in pictures", "served 1,215", "6.5 hours", "500 yuan", "Livelihood 5"):
        assert line in said
    assert "🙏 Thank you: 兴隆社区, 兴隆粮库" in said


@pytest.mark.parametrize("words", HOSTILE)
def test_a_caption_never_becomes_too_long(tmp_path: Path, words: str) -> None:
    found = month(tmp_path, 5, name=words, organisations=(words,) * 60)
    said = plain(views.post(CHINESE, found))
    assert len(said.encode("utf-16-le")) // 2 <= CAPTION_CHARACTERS


def test_every_place_has_a_button_that_telegram_takes() -> None:
    places = [
        Place(chat_id=-1002000000000 - n, topic_id=n or None, title="群" * 90, topic="话题" * 60)
        for n in range(9)
    ]
    rows = views.choices(CHINESE, AUGUST, Standing(sends_at=NOW), places)
    assert [row[0].label for row in rows][-2:] == ["🖼 长图文件", "这次不发"]
    assert all(len(row[0].data.encode()) <= DATA_BYTES for row in rows)
    sent = Standing(posted_to=(places[0].chat_id,))
    assert len(views.choices(CHINESE, AUGUST, sent, places[:1])) == 1


@needs_font
def test_the_long_picture_is_as_high_as_it_needs(tmp_path: Path) -> None:
    heights = [drawn(tmp_path, month(tmp_path, stars)).height for stars in (0, 1, 3, 5)]
    assert heights == sorted(set(heights))
    whole = drawn(tmp_path, month(tmp_path))
    assert whole.width + whole.height <= 10_000
    assert not whole.getexif()


@needs_font
@pytest.mark.parametrize("words", HOSTILE)
def test_any_name_can_be_drawn(tmp_path: Path, words: str) -> None:
    found = month(tmp_path, 2, name=words, organisations=(words,) * 200)
    picture = drawn(tmp_path, found, words)
    assert picture.height < 20 * picture.width


@needs_font
def test_a_photo_that_is_gone_leaves_no_hole(tmp_path: Path) -> None:
    found = month(tmp_path, 3)
    whole = drawn(tmp_path, found).height
    (tmp_path / "2.jpg").write_bytes(b"")
    (tmp_path / "3.jpg").unlink()
    assert drawn(tmp_path, found).height < whole
