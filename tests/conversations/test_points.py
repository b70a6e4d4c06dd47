"""The service map: points are written, found near somebody, kept up, and asked about."""

import sqlite3
from contextlib import closing

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.mapping import HERE, NOON_BREAK, begins, writes

EDGE = 34.8 + 0.008993
"""A thousand metres to the north by the mean radius: fifteen minutes, and a hair less."""


async def test_a_point_is_written_and_found_near_without_a_trace_of_where_one_is(
    alliance: Alliance,
) -> None:
    """It is Thursday, 20 August, nine o'clock and a little."""
    chen, zhang = alliance["陈姐"].in_private(), alliance["张阿姨"].in_private()
    await writes(chen, "兴隆卫生站", (EDGE, 113.65), NOON_BREAK)
    await writes(chen, "远处站", (34.8 + 0.00901, 113.65), "周日 9:00-12:00")
    await alliance["张阿姨"].says("/附近")
    asked = await alliance["张阿姨"].sees("请只在私聊里发给我")
    extras = alliance.world.extras(alliance.group).values()
    assert not any(one.get("reply_keyboard") for one in extras)
    await alliance["张阿姨"].presses("兴隆社区", on=asked)
    await alliance["张阿姨"].sees("服务点：兴隆社区附近")
    await zhang.says("最近的卫生站在哪里")
    await zhang.sees("点输入框下面的按钮发送您的位置")
    keyboards = [one.get("reply_keyboard") for one in alliance.world.extras(zhang.id).values()]
    assert [one for one in keyboards if one][-1]["keyboard"][0][0]["request_location"]
    await zhang.shares_place(34.80000123, 113.65000456)
    near = await zhang.sees("🏥 卫生健康：您附近")
    assert zhang.reads(near).splitlines()[1:6] == [
        "步行 15 分钟以内：1 个",
        "1. 兴隆卫生站 · 🚶 约 15 分钟（1.0 公里）",
        "    🟢 正在开放，到 12:00",
        "更远一些",
        "2. 远处站 · 🚶 约 16 分钟（1.0 公里）",
    ]
    await zhang.presses("只看正在开放", on=near)
    await alliance.shows(zhang, near, "（正在开放）：您附近")
    assert "远处站" not in zhang.reads(near)
    await zhang.presses("类别", on=near)
    await zhang.presses("法律咨询", on=near)
    await alliance.shows(zhang, near, "附近现在没有开放的")
    await alliance.restart()
    await zhang.presses("类别", on=near)
    await zhang.presses("全部类别", on=near)
    await alliance.shows(zhang, near, "1. 兴隆卫生站")
    await zhang.presses("1", on=near)
    card = await zhang.sees(
        "🕘 周一至周五 9:00–12:00、14:00–17:30；周六 9:00–12:00；法定节假日休息"
    )
    assert "修改" not in str(zhang.buttons(card))
    venues = [one["venue"] for one in alliance.world.messages(zhang.id) if "venue" in one]
    assert venues[-1]["location"] == {"latitude": EDGE, "longitude": 113.65}
    await zhang.presses("这附近还有什么", on=card)
    await zhang.sees("服务点：兴隆卫生站附近")
    place = f"points.turn:0:{3480000}:{11365000}:-1:0:0:1"
    assert await alliance["张阿姨"].forges(place, asked["message_id"])
    assert "您附近" not in alliance["张阿姨"].reads(asked)
    await zhang.is_quiet()
    with closing(sqlite3.connect(alliance.settings.database)) as file:
        dump = "\n".join(file.iterdump())
    assert "34.80000123" not in dump
    assert "113.65000456" not in dump
    assert "3480000" not in dump


@pytest.mark.slow
async def test_a_point_is_kept_up_by_its_own_liaisons_and_staff(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    card = await begins(chen, "示例服务大厅")
    await chen.presses("服务大厅", on=card)
    await alliance.shows(chen, card, "三级服务中心的哪一级")
    await chen.presses("上一步", on=card)
    await alliance.shows(chen, card, "属于哪一类")
    await chen.presses("服务大厅", on=card)
    await chen.presses("街道级", on=card)
    await chen.sees("地址在哪里")
    await chen.says("兴隆街1号")
    ask = await chen.sees("在地图上的哪里")
    await chen.says("随便", reply_to=ask["message_id"])
    await chen.sees("“随便”不是地图上的位置")
    await chen.says("113.6506, 34.8012")
    await alliance.shows(chen, card, "这组坐标取自哪种地图")
    assert "百度坐标" in await chen.presses("百度", on=card)
    await chen.presses("高德", on=card)
    await chen.sees("什么时候开放")
    await chen.says("看情况")
    await chen.sees("没看懂“看情况”")
    await chen.says("工作日 早8点到晚6点")
    await chen.sees("哪个办公电话")
    await chen.says("0371-60001234")
    await chen.sees("居民在这里能办什么")
    await chen.says("盖章、社保")
    await chen.presses("✅ 保存", on=card)
    await alliance.shows(chen, card, "已放上服务地图")
    assert "地图位置：34.8012, 113.6506 · 高德、腾讯地图（GCJ-02）" in chen.reads(card)
    await two_change_it_at_once(alliance)
    await it_is_retired_and_comes_back(alliance)


async def two_change_it_at_once(alliance: Alliance) -> None:
    """Who keeps second sees what the other one changed; a stranger changes nothing."""
    young, wang = alliance["小陈"].in_private(), alliance["王主任"].in_private()
    zhou = alliance["老周"].in_private()
    for one in (young, wang, zhou):
        await one.says("/服务点 示例服务大厅")
        await one.sees("🏛 服务大厅 · 兴隆社区 · 街道级")
    assert "修改" not in str(zhou.buttons(await zhou.sees("🏛 服务大厅")))
    assert "自己单位" in await zhou.forges("points.change:1:1", 1)
    assert "自己单位" in await zhou.forges("points.retire:1:1", 1)
    for one in (young, wang):
        await one.presses("修改")
    mine, theirs = await young.sees("✏️ 修改服务点"), await wang.sees("✏️ 修改服务点")
    await wang.presses("✏️ 电话", on=theirs)
    ask = await wang.sees("现在是：0371-60001234")
    await wang.says("0371-60009999", reply_to=ask["message_id"])
    await alliance.shows(wang, theirs, "电话：0371-60009999（原为：0371-60001234）")
    await wang.presses("✅ 保存", on=theirs)
    assert "刚才有人改过了" in await young.presses("✅ 保存", on=mine)
    await alliance.shows(young, mine, "（原为：0371-60009999）")
    await young.presses("不保存", on=mine)
    await wang.presses("撤销", on=theirs)
    await alliance.shows(wang, theirs, "已撤销")


async def it_is_retired_and_comes_back(alliance: Alliance) -> None:
    """Forged and old buttons get a sentence."""
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    await chen.says("/服务点 示例服务大厅")
    shown = await chen.sees("📞 0371-60001234")
    await chen.presses("停用", on=shown)
    await alliance.shows(chen, shown, "⛔ 已停用")
    await wang.says("/附近 示例服务大厅")
    await wang.sees("地图上还没有服务点")
    await chen.presses("恢复", on=shown)
    await alliance.shows(chen, shown, "上次确认于8月20日")
    assert "刚才有人改过了" in await chen.forges("points.confirm:1:1", shown["message_id"])
    for data in ("step:1:9", "kind:99:1", "keep:1", "undo:77", "datum:1:5", "add:99", "settle:9"):
        assert await chen.forges(f"points.{data}", shown["message_id"]) is not None, data
    await alliance["陈姐"].says("/服务点")
    assert "私聊" in await alliance["陈姐"].forges("points.add:1", 1)


@pytest.mark.parametrize("words", ["", "/nearby"])
async def test_a_place_that_nobody_asked_for_is_answered_as_well(
    alliance: Alliance, words: str
) -> None:
    zhang = alliance["张阿姨"].in_private()
    if words:
        await zhang.says(words)
        await zhang.sees("地图上还没有服务点")
    await zhang.shares_place(*HERE)
    await zhang.sees("这附近的地图上还没有这类服务点")
