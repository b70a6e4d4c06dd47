"""The gallery: photos of all activities, month by month, as albums."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_reviews import opens
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def album(alliance: Alliance, words: str, count: int, number: int) -> None:
    """老周 reports with so many photos."""
    zhou = alliance["老周"]
    pictures = [photo(f"{words}{one}") for one in range(count)]
    receipt = None
    for first in range(0, count, 10):
        caption = "" if receipt else f"#活动 {words}"
        reply_to = receipt["message_id"] if receipt else None
        await zhou.sends_album(pictures[first : first + 10], caption, reply_to=reply_to)
        receipt = await zhou.sees(f"活动 {number} 号已登记")
    await zhou.sees(f"{count} 张照片，已保存")


async def test_months_are_turned_and_long_ones_have_pages(alliance: Alliance) -> None:
    await album(alliance, "7月5日 大扫除", 2, 1)
    await album(alliance, "8月13日 义诊", 8, 2)
    await album(alliance, "8月14日 助学", 4, 3)
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/相册")
    shown = await zhang.sees("🖼 2026年8月：照片第 1–10 张，共 12 张")
    assert zhang.reads(shown).splitlines()[1:] == ["2 · 8月13日 义诊", "3 · 8月14日 助学"]
    assert zhang.buttons(shown) == ["2 号", "3 号", "更多照片 2/2 ▶", "◀ 2026年7月"]
    assert len(zhang.files()) == 10
    await zhang.presses("更多照片", on=shown)
    await zhang.sees("照片第 11–12 张，共 12 张")
    await zhang.presses("◀ 2026年7月", on=shown)
    july = await zhang.sees("🖼 2026年7月：照片第 1–2 张，共 2 张")
    assert zhang.buttons(july) == ["1 号", "2026年8月 ▶"]
    await zhang.presses("1 号", on=july)
    await zhang.sees("活动 1 号 大扫除")


async def test_in_the_group_it_is_one_album(alliance: Alliance) -> None:
    await album(alliance, "8月13日 义诊", 2, 1)
    zhang = alliance["张阿姨"]
    await zhang.says("/相册 8月")
    await zhang.sees("🖼 2026年8月")
    await zhang.presses("到私聊里看相册")
    await zhang.in_private().sees("🖼 2026年8月")


async def test_hidden_photos_and_deleted_activities_are_in_no_gallery(alliance: Alliance) -> None:
    await album(alliance, "8月13日 义诊", 2, 1)
    await album(alliance, "8月14日 助学", 1, 2)
    wang, card = await opens(alliance)
    await wang.presses("🗑 删除", on=card)
    await wang.presses("重复登记")
    await wang.sees("已由 王主任 删除")
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/相册")
    await zhang.sees("照片第 1–1 张，共 1 张")
    await wang.says("/照片 2")
    await wang.presses("隐藏")
    await zhang.says("/相册")
    await zhang.sees("还没有照片")


async def test_the_chosen_photos_come_first(alliance: Alliance) -> None:
    await album(alliance, "8月13日 义诊", 3, 1)
    wang, card = await opens(alliance)
    plain = [one["photo"][-1]["file_unique_id"] for one in wang.files()]
    await wang.presses("🌟 风采展示", on=card)
    await wang.presses("3", on=card)
    await wang.presses("2", on=card)
    await alliance.until(lambda: "🌟 2" in wang.buttons(card))
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/相册")
    await zhang.sees("共 3 张")
    shown = [one["photo"][-1]["file_unique_id"] for one in zhang.files()]
    assert shown == [plain[2], plain[1], plain[0]]


async def test_a_month_without_photos(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/gallery")
    await emma.sees("There are no photos yet.")
    await emma.says("/gallery 2016-08")
    await emma.sees("There are no photos of Aug 2016.")
    assert await emma.forges("activities.gallery:1:13:9", 1)
