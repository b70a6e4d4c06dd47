"""Photos and films as files, whole and broken: kept as they came, and said kindly what is wrong."""

import pytest
from PIL import Image

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.files import (
    HEIC,
    as_jpeg,
    as_png,
    bomb,
    film,
    scene,
    taken_somewhere,
)

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

CAPTION = "#活动 8月13日 义诊，服务30人，参加5人"
MEGABYTE = 1 << 20


async def test_photos_sent_as_files_are_kept_as_they_came(alliance: Alliance) -> None:
    zhou, somewhere = alliance["老周"], taken_somewhere()
    files = [("document", "合影.JPG", somewhere), ("document", "苹果.heic", HEIC)]
    await zhou.sends_files(files, CAPTION)
    receipt = await zhou.sees("2 张照片，已保存")
    assert "⚠️" not in zhou.reads(receipt)
    kept = sorted(alliance.settings.photos.rglob("*.*"))
    assert {path.parent.relative_to(alliance.settings.photos).as_posix() for path in kept} == {
        "2026/08"
    }
    assert sorted(path.suffix for path in kept) == [".heic", ".jpg"]
    assert {path.read_bytes() for path in kept} == {somewhere, HEIC}


async def test_photos_and_films_in_one_album(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    files = [("photo", "", photo(1)), ("video", "义诊.mp4", film()), ("photo", "", photo(2))]
    await zhou.sends_files(files, CAPTION)
    receipt = await zhou.sees("2 张照片、1 个视频，已保存")
    assert "⚠️" not in zhou.reads(receipt)
    await zhou.says("/activity 1")
    await zhou.sees("登记人：老周")
    assert [next(iter({"photo", "video"} & one.keys())) for one in zhou.files()] == [
        *("photo", "photo"),
        "video",
    ]


async def test_photos_sent_as_files_are_shown_as_photos(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    files = [("document", "合影.jpg", taken_somewhere()), ("document", "苹果.heic", HEIC)]
    await zhou.sends_files(files, CAPTION)
    await zhou.sees("2 张照片，已保存")
    await zhou.says("/activity 1")
    await zhou.sees("登记人：老周")
    shown = [one["photo"][-1]["file_id"] for one in zhou.files()]
    assert [alliance.world.file(one) in {taken_somewhere(), HEIC} for one in shown] == [False] * 2


async def test_a_film_alone_in_english(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.says("/language en")
    await zhou.presses("English")
    await zhou.sends_files([("video", "clinic.mp4", film())], "/report 13 August free clinic")
    await zhou.sees("📷 1 film, saved")


async def test_a_file_that_is_no_picture_is_none_of_ours(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_files([("document", "签到表.xlsx", b"PK")])
    await zhou.sends_files([("document", "签到表.xlsx", b"PK")], CAPTION)
    await zhou.sees("还没有照片")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("签到.jpg", "签到表".encode(), "签到.jpg：不是照片。原样存下了"),
        ("合影.jpg", taken_somewhere()[:3000], "合影.jpg：已损坏，或没有传完整"),
        ("大图.png", bomb(), "大图.png：超过 6400 万像素"),
        ("航拍.mp4", film(track=b"camm"), "航拍.mp4：视频里除了画面和声音还有别的内容"),
    ],
    ids=["words", "cut off", "bomb", "unknown track"],
)
async def test_what_cannot_be_shown_is_kept_and_said(
    alliance: Alliance, name: str, data: bytes, says: str
) -> None:
    zhou = alliance["老周"]
    await zhou.sends_files([("document", name, data)], CAPTION)
    await zhou.sees(says)
    assert [path.read_bytes() for path in alliance.settings.photos.rglob("*.*")] == [data]
    await zhou.says("/activity 1")
    card = await zhou.sees("登记人：老周")
    assert "photo" not in card
    assert "document" not in card


async def test_an_empty_file_is_asked_for_again(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_files([("document", "空.jpg", b"")], CAPTION)
    await zhou.sees("有 1 张照片没能保存。请回复这条消息重新发送。")


async def test_more_than_20_megabytes_is_said_and_not_tried(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_files([("video", "全程.mp4", film() + bytes(20 * MEGABYTE))], CAPTION)
    receipt = await zhou.sees("全程.mp4：超过 20 MB")
    assert "视频请剪短" in zhou.reads(receipt)
    assert alliance.asked("getFile") == 0
    await zhou.says("/activity 1")
    await zhou.sees("登记人：老周")
    assert any("video" in shown for shown in zhou.files())


async def test_a_size_that_telegram_does_not_tell_is_found_out(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    large = film() + bytes(20 * MEGABYTE)
    kept = alliance.world.files.keep

    def untold(kind: str, data: bytes, suffix: str) -> dict[str, object]:
        return {
            name: value for name, value in kept(kind, data, suffix).items() if name != "file_size"
        }

    alliance.world.files.keep = untold  # type: ignore[method-assign]
    await zhou.sends_files([("video", "全程.mp4", large)], CAPTION)
    await zhou.sees("全程.mp4：超过 20 MB")
    assert alliance.asked("getFile") == 1


async def test_a_photo_that_was_used_before_is_pointed_out(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"]
    large = as_jpeg(scene("clinic", (1600, 1200)))
    await zhou.sends_files([("document", "a.jpg", large)], CAPTION)
    await zhou.sees("1 张照片，已保存")
    smaller = as_jpeg(scene("clinic", (1600, 1200)).resize((800, 600)), quality=60)
    files = [("document", name, data) for name, data in (("b.jpg", large), ("c.jpg", smaller))]
    await chen.sends_files(files, "#活动 8月14日 秋游，服务30人，参加5人")
    await chen.sees("🔁 有 1 张照片在活动 1 号用过：义诊")
    receipt = await chen.sees("🔁 有 1 张照片和活动 1 号的很像：义诊")
    assert "2 张照片，已保存" in chen.reads(receipt)


async def test_a_photo_that_comes_twice_is_pointed_out(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_files([("document", "a.jpg", as_jpeg(scene(1)))] * 2, CAPTION)
    await zhou.sees("🔁 有 1 张照片重复了。")


async def test_a_forwarded_photo_is_known_again_before_it_is_fetched(alliance: Alliance) -> None:
    zhou, chen = alliance["老周"], alliance["陈姐"].in_private()
    sent = await zhou.sends_photo(photo(1), CAPTION)
    await zhou.sees("1 张照片，已保存")
    await chen.starts()
    alliance.world.forward(chen.id, alliance.group, sent, chen.id)
    receipt = await chen.sees("🔁 有 1 张照片在活动 1 号用过：义诊")
    assert "活动 2 号" in chen.reads(receipt)


async def test_a_png_of_any_colours_is_kept(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    picture = as_png(Image.new("RGBA", (90, 90), (255, 0, 0, 9)))
    await zhou.sends_files([("document", "海报.png", picture)], CAPTION)
    receipt = await zhou.sees("1 张照片，已保存")
    assert "⚠️" not in zhou.reads(receipt)
