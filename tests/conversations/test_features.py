"""风采展示: staff choose the best photos and a group or topic; the card stands there."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_reviews import opens, reports
from tests.conversations.test_topics import Forum
from tests.vocabulary import Person
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells


async def chooses(alliance: Alliance) -> tuple[Person, Message]:
    """王主任 opens the choice for the first report."""
    wang, card = await opens(alliance)
    await wang.presses("🌟 风采展示", on=card)
    await alliance.shows(wang, card, "再点要发到哪里")
    return wang, card


async def test_the_best_photos_go_to_the_group_with_a_card(alliance: Alliance) -> None:
    receipt = await reports(alliance)
    wang, card = await chooses(alliance)
    assert wang.buttons(card) == ["1", "2", "🌟 发到 刘寨共建联盟", "◀ 返回"]
    await wang.presses("2", on=card)
    await alliance.until(lambda: "🌟 2" in wang.buttons(card))
    before = len(alliance["张阿姨"].files())
    await wang.presses("🌟 发到 刘寨共建联盟", on=card)
    zhang = alliance["张阿姨"]
    shown = await zhang.sees("🌟 风采展示 · 在社区活动室义诊")
    assert "🏢 兴隆粮库" in zhang.reads(shown)
    assert len(zhang.files()) - before == 1
    await alliance.shows(alliance["老周"], receipt, "🌟 已入选风采展示")
    await wang.sees("✅ 没有待审核的登记了。")
    await wang.presses("撤下展示", on=card)
    await zhang.sees_no("🌟 风采展示 · 在社区活动室义诊")
    assert len(zhang.files()) == before
    await alliance.until(lambda: "🌟" not in zhang.reads(receipt))


async def test_a_topic_is_offered_and_a_second_time_is_said(alliance: Alliance) -> None:
    forum = Forum(alliance)
    topic = alliance.world.add_topic(alliance["王主任"].id, forum.id, "风采展示")
    await reports(alliance)
    wang, card = await chooses(alliance)
    await wang.presses("风采展示 · 消防工作群", on=card)
    shown = await forum.member("张阿姨").sees("🌟 风采展示 · 在社区活动室义诊")
    assert shown["message_thread_id"] == topic
    await wang.says("/审核 1")
    again = await wang.sees("✅ 街道已审核")
    await wang.presses("🌟 风采展示", on=again)
    assert "那里已经展示过了" in await wang.presses("风采展示 · 消防工作群", on=again)


async def test_a_photo_that_is_hidden_takes_its_album_out_of_the_group(
    alliance: Alliance,
) -> None:
    await reports(alliance)
    wang, card = await chooses(alliance)
    zhang = alliance["张阿姨"]
    before = len(zhang.files())
    await wang.presses("🌟 发到 刘寨共建联盟", on=card)
    await zhang.sees("🌟 风采展示 · 在社区活动室义诊")
    assert len(zhang.files()) - before == 2
    await wang.says("/照片 1")
    await wang.sees("第 1 张，共 2 张")
    await wang.presses("隐藏")
    await alliance.until(lambda: len(zhang.files()) == before)
    await zhang.sees("🌟 风采展示 · 在社区活动室义诊")


async def test_a_place_that_nobody_offered_is_refused(alliance: Alliance) -> None:
    await reports(alliance)
    wang, card = await chooses(alliance)
    for data in ("feature_send:1:5:0", "feature_send:1:5", "feature_send:1", "feature_photo:1:99"):
        assert await wang.forges(f"activities.{data}", card["message_id"]) is not None
    await alliance["张阿姨"].sees_no("🌟 风采展示")
