"""Whether service points still hold, and tables of them."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.english import speaks_english
from tests.conversations.mapping import HERE, NOON_BREAK, writes

pytestmark = pytest.mark.slow  # they live through twelve days, and start programs that read files

DAY = 24 * 3600.0
CSV = """所属单位,服务点,类别,纬度,经度,坐标系,开放时间,电话,服务内容
兴隆社区,示例理发室,便民生活,34.8012,113.6506,GCJ-02,工作日 9:00-17:00,0371-60001111,理发
没有这家,示例食堂,助餐食堂,,,,,,
"""


async def test_somebody_says_that_it_is_wrong_and_twice_a_year_everybody_is_asked(
    alliance: Alliance,
) -> None:
    chen, zhang = alliance["陈姐"].in_private(), alliance["张阿姨"].in_private()
    wang = alliance["王主任"].in_private()
    await writes(chen, "兴隆卫生站", HERE, NOON_BREAK)
    await zhang.says("/find 卫生站")
    await zhang.presses("兴隆卫生站")
    await zhang.presses("信息不对")
    ask = await zhang.sees("哪里不对？")
    assert "已经反映过" in await zhang.presses("信息不对")
    await zhang.says("周六不开门", reply_to=ask["message_id"])
    await zhang.sees("已转告")
    told = await chen.sees("有人反映“兴隆卫生站”的信息不对", within=300)
    assert "“周六不开门”" in chen.reads(told)
    assert "张阿姨" not in chen.reads(told)
    await chen.presses("已处理", on=told)
    await zhang.sees("的信息已核对处理")
    assert "已经处理过" in await chen.forges("points.settle:1", told["message_id"])
    check = await chen.sees("每半年核对一次：兴隆社区的这 1 个服务点还对吗", within=13 * DAY)
    await wang.says("/服务点")
    await wang.presses("还没核对的")
    await wang.sees("• 兴隆社区：1 个")
    await alliance.restart()
    await chen.presses("兴隆卫生站", on=check)
    await chen.presses("✏️ 修改")
    draft = await chen.sees("✏️ 修改服务点")
    await chen.presses("开放时间", on=draft)
    ask = await chen.sees("什么时候开放")
    await chen.says("周一至周五 9:00-17:00", reply_to=ask["message_id"])
    await chen.presses("✅ 保存", on=draft)
    await alliance.shows(chen, check, "都核对好了")
    await chen.presses("撤销", on=draft)
    await alliance.shows(chen, draft, "已撤销")
    await wang.presses("服务地图")
    await wang.presses("还没核对的")
    await wang.sees("以来所有服务点都核对过了")
    await chen.sees_no("新的核对")


async def test_a_table_is_taken_over_after_a_look_and_taken_along(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/服务点")
    await wang.presses("导入表格")
    ask = await wang.sees("导入服务点表格")
    document = ("document", "服务点.csv", CSV.encode())
    await wang.sends_files([document], reply_to=ask["message_id"])
    await wang.sees("第 3 行：名册里没有“没有这家”这家单位")
    mended = CSV.replace("没有这家", "同乐社区").encode()
    await wang.sends_files([("document", "表格.csv", mended)])
    preview = await wang.sees("新增 2 个，修改 0 个，0 个没有变化")
    await wang.presses("✅", on=preview)
    await alliance.shows(wang, preview, "已导入")
    await wang.says("兴隆社区附近哪里能理发")
    near = await wang.sees("示例理发室")
    assert "示例食堂" not in wang.reads(near)
    await wang.says("/导出 服务点")
    await wang.sees("共 2 个服务点")
    book = wang.files()[-1]
    data = alliance.world.file(book["document"]["file_id"])
    await wang.sends_files([("document", "服务点.xlsx", data)], "/服务点")
    await wang.sees("没有要改的")
    emma = await speaks_english(alliance, "Emma")
    await emma.says("/nearby 同乐社区")
    await emma.sees("I do not know yet where that is on the map")
    await emma.says("/points")
    await emma.sees("🗺 Service map: 2 service points")
    await emma.presses("兴隆社区")
    await emma.sees("🟢 示例理发室 · ✂️ Daily life")
    await emma.says("/nearby 兴隆社区 barber")
    await emma.sees("Nobody here offers “barber”")
