"""One question over everything that a person may see."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

CAPTION = "#活动 8月13日 义诊和免费体检，服务30人"


async def test_a_word_finds_organisations_notices_and_activities(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"]
    await zhou.sends_photo(photo(1), CAPTION)
    await zhou.sees("活动 1 号已登记")
    await wang.says("/通知 周五粮运社区门口义诊，请转告居民")
    await wang.presses("发布到")
    await alliance["张阿姨"].sees("周五粮运社区门口义诊")
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/查找 义诊")
    answer = await zhang.sees("“义诊”的查找结果")
    assert "1 号 周五粮运社区门口义诊" in zhang.reads(answer)
    assert "8月13日 义诊和免费体检（兴隆粮库）📷1" in zhang.reads(answer)
    assert zhang.buttons(answer) == ["📷 1 号", "📢 1 号"]  # whose title begins with it
    await zhang.presses("📷 1 号", on=answer)
    await zhang.sees("活动 1 号 义诊和免费体检")
    await zhang.presses("📢 1 号", on=answer)
    await zhang.sees("周五粮运社区门口义诊，请转告居民")
    for words in ("yizhen", "yz", "ＹＺ", "诊", "免费 体检", "粮运义诊", "一诊"):
        await zhang.says(f"/find {words}")
        assert "义诊" in await zhang.answered(), words


async def test_an_organisation_opens_beside_what_was_found(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/搜索 兴隆")
    answer = await zhang.sees("“兴隆”的查找结果")
    assert sorted(zhang.buttons(answer)) == ["兴隆社区", "兴隆粮库"]
    await zhang.presses("兴隆社区", on=answer)
    await zhang.sees("联络员：陈姐、小陈")
    assert "查找结果" in zhang.reads(answer)


async def test_many_of_a_kind_are_turned_over(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/find 党支部")
    answer = await zhang.sees("“党支部”的查找结果")
    assert len(zhang.buttons(answer)) == 9
    await zhang.presses("更多单位", on=answer)
    await alliance.shows(zhang, answer, "单位")
    await zhang.presses("2/2 ▶", on=answer)
    assert "全部结果" in zhang.buttons(answer)[-1]
    await zhang.presses("◀ 1/2", on=answer)
    await zhang.presses("‹ 全部结果", on=answer)
    assert zhang.buttons(answer)[-1] == "更多单位 ›"


async def test_a_slip_is_met_with_what_sounds_or_looks_alike(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/查找 清华圆")
    answer = await zhang.sees("没找到“清华圆”，读音相近的有")
    assert "清华园社区" in zhang.buttons(answer)
    await zhang.says("/查找 东风街小学")
    answer = await zhang.sees("没找到“东风街小学”。是不是要找")
    assert zhang.buttons(answer)[0] == "东风路小学"
    await zhang.presses("东风路小学", on=answer)
    await zhang.sees("东风路小学党支部")
    await zhang.says("/查找 知识讲坐班")
    await zhang.sees("没找到“知识讲坐班”")
    await zhang.says("/查找 鲲鹏")
    await zhang.sees("没找到“鲲鹏”。可以少写几个字")
    await zhang.says("/查找")
    await zhang.sees("想找什么？")


async def test_drafts_and_deleted_activities_are_found_by_nobody(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"].in_private(), alliance["老周"]
    await wang.says("/通知 明天大扫除")
    await wang.sees("明天大扫除")
    await wang.says("/find 大扫除")
    await wang.sees("没找到“大扫除”")
    await zhou.sends_photo(photo(1), CAPTION)
    await zhou.sees("活动 1 号已登记")
    await wang.says("/find 体检")
    await wang.sees("义诊和免费体检（兴隆粮库）")
    await wang.says("/审核 1")
    await wang.presses("删除")
    await wang.presses("发错了")
    await wang.says("/find 体检")
    await wang.sees("没找到“体检”")


async def test_names_of_people_are_found_by_staff_in_private_alone(alliance: Alliance) -> None:
    wang, zhang, chen = alliance["王主任"], alliance["张阿姨"], alliance["陈姐"]
    everybody = (zhang, zhang.in_private(), chen, chen.in_private(), wang)
    for number, person in enumerate(everybody):
        name = ("陈姐", "陈 姐", "chenjie", "cj", "小陈")[number]
        await person.says(f"/find {name}")
        await person.sees(f"没找到“{name}”")
    desk = wang.in_private()
    await desk.says("/find 陈姐")
    answer = await desk.sees("陈姐 · 兴隆社区联络员")
    await desk.presses("陈姐", on=answer)
    card = await desk.sees("代表单位：兴隆社区")
    await desk.presses("兴隆社区", on=card)
    await desk.sees("联络员：陈姐、小陈")
    message = await wang.says("你好")
    assert await wang.forges(f"people.show:{chen.id}", message) == "人员信息只在私聊里说。"


async def test_a_group_reads_a_few_lines_and_goes_on_in_private(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/查找 社区")
    answer = await zhang.sees("“社区”的查找结果")
    assert zhang.buttons(answer) == ["🔍 到私聊里看"]
    await zhang.presses("到私聊里看", on=answer)
    await zhang.in_private().sees("“社区”的查找结果")


async def test_it_speaks_english(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/find xinglong")
    answer = await emma.sees("Found for “xinglong”")
    assert "🏢 Organisations" in emma.reads(answer)
    await emma.says("/find kindergarten")
    await emma.sees("I found nothing for “kindergarten”")
    await emma.says("/find")
    await emma.sees("What are you looking for?")


async def test_a_press_of_long_ago_says_so(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    message = await zhang.says("/find 兴隆")
    await zhang.sees("“兴隆”的查找结果")
    for data in ("search.all:99", "search.kind:99:0:1", "search.kind:1:99:1", "search.kind:1:3:1"):
        assert "重新发 /find" in await zhang.forges(data, message), data
