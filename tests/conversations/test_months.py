"""The month in pictures: staff see it first, then the group; of any month when staff ask."""

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image

from bot.fonts import chinese_font
from tests.conversations.alliance import Alliance
from tests.vocabulary import ManualClock, Person
from tests.vocabulary.clock import ZONE
from tests.vocabulary.files import as_jpeg, scene
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it draws large pictures

needs_font = pytest.mark.skipif(
    chinese_font(None) is None, reason="no Chinese font: install fonts-noto-cjk"
)
HOUR, DAY = 3600.0, 86400.0
FILE = "🖼 长图文件"
PREVIEW = "2026年8月活动月报，请先过目"


@pytest.fixture
def clock() -> ManualClock:
    """The last day of August; the first of September is a Tuesday, and worked."""
    return ManualClock(datetime(2026, 8, 31, 15, 0, tzinfo=ZONE).timestamp())


async def reported(alliance: Alliance) -> None:
    """Six activities of two organisations, each with a photo, and one without."""
    zhou, chen = alliance["老周"], alliance["陈姐"]
    for number in range(1, 7):
        words = f"#活动 8月{number + 9}日 义诊第{number}场，服务{number}0人，参加3人，服务1小时"
        who = chen if number == 6 else zhou
        await who.sends_photo(as_jpeg(scene(number, (800, 600))), words)
        await who.sees(f"活动 {number} 号已登记")
    await chen.says("#活动 8月20日 秋游，服务5人")
    await chen.sees("活动 7 号已登记")
    await alliance.until(lambda: len(alliance.photos()) == 6)


async def staff(alliance: Alliance) -> Person:
    wang = alliance["王主任"].in_private()
    await wang.starts()
    return wang


async def days_later(alliance: Alliance, hours: float) -> None:
    """So many hours pass."""
    await alliance["王主任"].is_quiet(hours * HOUR)


def pictures(person: Person) -> list[Message]:
    return [one for one in person.files() if "photo" in one]


async def test_staff_see_it_and_then_the_group(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await days_later(alliance, 20)
    preview = await wang.sees(PREVIEW)
    assert "🤝 7 次活动" in wang.reads(preview)
    assert "14:00 自动发到 刘寨共建联盟" in wang.reads(preview)
    assert wang.buttons(preview) == ["发到 刘寨共建联盟", FILE, "这次不发"]
    zhang = alliance["张阿姨"]
    await zhang.sees_no("活动月报")
    await days_later(alliance, 5)
    post = await zhang.sees("📸 2026年8月活动月报")
    said = zhang.reads(post)
    assert "👥 服务 215 人、参加 18 人" in said
    assert "🙏 感谢：兴隆社区、兴隆粮库" in said
    assert "🌟 义诊第6场（兴隆社区）" in said
    assert len([one for one in pictures(zhang) if "media_group_id" in one]) == 5
    assert "✅ 已发出" in wang.reads(preview)
    assert wang.buttons(preview) == [FILE]
    await alliance.restart()
    await days_later(alliance, 48)
    assert sum("📸" in zhang.reads(one) for one in pictures(zhang)) == 1


@needs_font
async def test_the_same_comes_as_one_long_picture(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await days_later(alliance, 20)
    preview = await wang.sees(PREVIEW)
    await wang.presses(FILE, on=preview)
    await wang.presses("发到 刘寨共建联盟", on=preview)
    for person in (wang, alliance["张阿姨"]):
        file = (await person.sees("2026年8月活动月报（长图，可转发）"))["document"]
        assert file["file_name"] == "2026年8月活动月报.jpg"
        with Image.open(BytesIO(alliance.world.file(file["file_id"]))) as drawn:
            assert drawn.width == 1080
            assert 2000 < drawn.height < 10_000
            assert not drawn.getexif()


async def test_a_press_sends_it_at_once_and_only_once(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await days_later(alliance, 20)
    preview = await wang.sees(PREVIEW)
    assert "正在发到 刘寨共建联盟" in await wang.presses("发到 刘寨共建联盟", on=preview)
    zhang = alliance["张阿姨"]
    await zhang.sees("📸 2026年8月活动月报")
    again = f"activities.month_to:{2026 * 12 + 7}:{alliance.group}:0"
    assert "已经发过了" in await wang.forges(again, preview["message_id"])
    await days_later(alliance, 24)
    assert sum("📸" in zhang.reads(one) for one in pictures(zhang)) == 1


async def test_staff_may_keep_it_back(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await days_later(alliance, 20)
    preview = await wang.sees(PREVIEW)
    assert "不会自动发了" in await wang.presses("这次不发", on=preview)
    await days_later(alliance, 24)
    await alliance["张阿姨"].sees_no("活动月报")
    assert wang.buttons(preview) == ["发到 刘寨共建联盟", FILE]


async def test_nothing_is_shown_of_an_empty_month(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await days_later(alliance, 48)
    await wang.sees_no("月报")
    await alliance["张阿姨"].sees_no("月报")
    await wang.says("/月报 2026年8月")
    await wang.sees("2026年8月没有登记活动")


async def test_it_can_be_turned_off(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await wang.says("/设置")
    await wang.sees("📸 活动月报：开")
    await wang.presses("✅ 自动发月报")
    await wang.sees("📸 活动月报：关")
    await days_later(alliance, 48)
    await wang.sees_no("请先过目")


async def test_any_month_can_be_asked_for(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    await wang.says("/月报 2026年8月")
    preview = await wang.sees(PREVIEW)
    assert "不会自动发" in wang.reads(preview)
    await wang.presses("发到 刘寨共建联盟", on=preview)
    await alliance["张阿姨"].sees("📸 2026年8月活动月报")
    await wang.says("/monthly 天气")
    await wang.sees("要哪个月的？")
    await wang.says("/月报")
    await wang.sees("2026年7月没有登记活动")


async def test_in_english(alliance: Alliance) -> None:
    await reported(alliance)
    li = alliance["小李"].in_private()
    await li.says("/language")
    await li.presses("English")
    await li.says("/monthly August 2026")
    preview = await li.sees("Aug 2026 in pictures: for the group")
    assert li.buttons(preview) == ["Send to 刘寨共建联盟", "🖼 Long picture as a file"]


async def test_a_hidden_photo_is_not_shown(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    for number in range(1, 6):
        await wang.says(f"/照片 {number}")
        await wang.presses("隐藏", on=await wang.sees(f"活动 {number} 号 "))
    await wang.says("/月报 2026年8月")
    await wang.presses("发到 刘寨共建联盟", on=await wang.sees(PREVIEW))
    zhang = alliance["张阿姨"]
    post = await zhang.sees("📸 2026年8月活动月报")
    assert "photo" in post
    assert "media_group_id" not in post


async def test_others_decide_nothing(alliance: Alliance) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    chen = alliance["陈姐"].in_private()
    await chen.starts()
    await chen.is_quiet()
    await chen.says("/月报")
    assert "工作人员" in await chen.answered()
    hello = await wang.says("你好")
    month = 2026 * 12 + 7
    for data in (f"activities.month_to:{month}:{alliance.group}:0", "activities.month_skip:1"):
        assert "工作人员" in await chen.forges(data, hello)
    for data in ("month_to:0:0:0", "month_to", f"month_to:{month}:1:0", f"month_to:{10**9}:1:1"):
        assert "发不了了" in await wang.forges(f"activities.{data}", hello)
    await alliance["张阿姨"].sees_no("活动月报")


async def test_without_a_chinese_font_words_and_photos_go_out_all_the_same(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await staff(alliance)
    await reported(alliance)
    monkeypatch.setattr("bot.app.chinese_font", lambda _chosen: None)
    await alliance.restart()
    await wang.says("/月报 2026年8月")
    preview = await wang.sees(PREVIEW)
    assert "fonts-noto-cjk" in wang.reads(preview)
    await wang.presses("发到 刘寨共建联盟", on=preview)
    zhang = alliance["张阿姨"]
    await zhang.sees("📸 2026年8月活动月报")
    await zhang.sees_no("长图")
