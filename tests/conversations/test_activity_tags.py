"""`/tags`: staff add, rename and retire the tags of activities."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def opened(alliance: Alliance, kind: str) -> Message:
    """The list of one kind's tags, before 王主任 in private."""
    wang = alliance["王主任"].in_private()
    await wang.says("/标签")
    listing = await wang.sees("活动标签")
    await wang.presses(kind, on=listing)
    return listing


async def test_a_new_tag_is_found_in_captions_and_offered(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"]
    listing = await opened(alliance, "区域文化")
    assert "文艺演出" in wang.buttons(listing)
    await wang.presses("＋ 新标签", on=listing)
    question = await wang.sees("区域文化的新标签叫什么？")
    await wang.says("？", reply_to=question["message_id"])
    await wang.sees("标签只写几个字")
    await wang.says("邻居节", reply_to=question["message_id"])
    await wang.sees("✅ 区域文化下面有标签“邻居节”了。")
    await wang.says("邻居节", reply_to=question["message_id"])
    await wang.sees("已经有叫“邻居节”的标签了")
    await zhou.sends_photo(photo(1), "#活动 8月13日 第三届邻居节")
    await zhou.sees("🏷 区域文化 · 邻居节")


async def test_a_tag_is_renamed_with_all_that_have_it(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"]
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    card = await zhou.sees("🏷 民生工作 · 义诊")
    listing = await opened(alliance, "民生工作")
    await wang.presses("义诊", on=listing)
    await wang.presses("✏️ 改名", on=listing)
    question = await wang.sees("标签“义诊”改叫什么？")
    await wang.says("健康义诊", reply_to=question["message_id"])
    await wang.sees("标签已改叫“健康义诊”")
    await zhou.presses("✏️ 更正", on=card)
    panel = await zhou.sees("要更正哪一项？")
    await zhou.presses("类别和标签", on=panel)
    await alliance.until(lambda: "✅ 健康义诊" in zhou.buttons(panel))


async def test_a_retired_tag_is_offered_no_more_and_comes_back(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"]
    listing = await opened(alliance, "民生工作")
    await wang.presses("义诊", on=listing)
    await wang.presses("停用", on=listing)
    assert "（已停用）" in wang.reads(listing)
    await zhou.sends_photo(photo(1), "#活动 8月13日 义诊")
    card = await zhou.sees("1 张照片，已保存")
    assert "🏷" not in zhou.reads(card)
    await wang.presses("重新启用", on=listing)
    await wang.presses("◀ 返回", on=listing)
    assert "义诊" in wang.buttons(listing)
    await wang.presses("◀ 返回", on=listing)
    await wang.sees("活动标签")


async def test_in_english_the_first_tags_have_english_names(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/language")
    await wang.presses("English")
    await wang.says("/tags")
    listing = await wang.sees("Tags of activities")
    await wang.presses("Livelihood", on=listing)
    await wang.presses("Free clinic", on=listing)
    assert "Livelihood · Free clinic (义诊) (offered)" in wang.reads(listing)


async def test_others_are_told_that_staff_change_them(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/tags")
    listing = await wang.sees("活动标签")
    await wang.presses("区域文化", on=listing)
    await wang.presses("＋ 新标签", on=listing)
    question = await wang.sees("新标签叫什么？")
    await alliance["陈姐"].says("我也想加", reply_to=question["message_id"])
    await alliance["陈姐"].sees("只有街道工作人员可以改标签。")
