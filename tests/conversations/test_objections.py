"""Somebody who is shown in a photo asks for it to go; staff decide, and the person hears of it."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_photos_hidden import looks, reported

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


@pytest.mark.parametrize(
    ("press", "staff_see", "she_hears", "left"),
    [
        ("继续展示", "✅ 这张照片继续展示。", "决定继续展示", 3),
        ("隐藏", "🚫 这张照片已隐藏。", "已不再展示", 2),
        ("撤下并删除文件", "", "文件也已删除", 2),
    ],
)
async def test_who_is_shown_asks_and_staff_decide(
    alliance: Alliance, press: str, staff_see: str, she_hears: str, left: int
) -> None:
    await reported(alliance)
    for name in ("王主任", "小李"):
        await alliance[name].in_private().starts()
    zhang, page = await looks(alliance["张阿姨"])
    assert "已转告街道" in await zhang.presses("照片里有我", on=page)
    wang, li = (alliance[name].in_private() for name in ("王主任", "小李"))
    asked = await wang.sees("🙋 张阿姨 说自己在活动 1 号（义诊）的这张照片里")
    assert "photo" in asked
    await li.sees("🙋 张阿姨")
    assert "已转告街道" in await zhang.presses("照片里有我", on=page)
    await wang.presses(press, on=asked)
    await zhang.sees(she_hears)
    if staff_see:
        await li.sees(staff_see)
    else:
        await li.sees_no("🙋 张阿姨")
    await zhang.says("/照片 1")
    await zhang.sees(f"第 1 张，共 {left} 张")
    assert "处理过" in await zhang.forges("activities.object:1", page["message_id"])
    await alliance.until(lambda: len(alliance.photos()) == (3 if staff_see else 2))


async def test_the_first_decision_counts(alliance: Alliance) -> None:
    await reported(alliance)
    await alliance["王主任"].in_private().starts()
    zhang, page = await looks(alliance["张阿姨"])
    await zhang.presses("照片里有我", on=page)
    wang = alliance["王主任"].in_private()
    asked = await wang.sees("🙋 张阿姨")
    await wang.presses("继续展示", on=asked)
    assert "继续展示" in await wang.forges("activities.decide:1:2", asked["message_id"])
    assert len(alliance.photos()) == 3


async def test_in_english_and_with_a_button_that_leads_nowhere(alliance: Alliance) -> None:
    await reported(alliance)
    await alliance["王主任"].in_private().starts()
    emma = alliance["Emma"].in_private()
    await emma.says("/photos 1")
    page = await emma.sees("Photo 1 of 3")
    assert "The street office is asked" in await emma.presses("I am in it", on=page)
    assert "gone" in await emma.forges("activities.object:99", page["message_id"])
    assert "gone" in await emma.forges("activities.object", page["message_id"])
    wang = alliance["王主任"].in_private()
    asked = await wang.sees("🙋 Emma")
    assert await wang.forges("activities.decide:1:9", asked["message_id"])
    assert await wang.forges("activities.decide:99:1", asked["message_id"])
    await wang.presses("隐藏", on=asked)
    await emma.sees("is shown no more")
