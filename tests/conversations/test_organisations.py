"""Organisations as people ask for them, in the group and in private."""

from tests.conversations.alliance import Alliance


async def test_the_group_reads_everybody_by_category(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/单位")
    answer = await zhang.sees("共建联盟共 21 家单位")
    assert "兴隆社区、同乐社区、清华园社区、粮运社区、裕华社区" in zhang.reads(answer)
    assert zhang.buttons(answer) == []


async def test_a_category_is_asked_for_in_either_language(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/orgs 社区")
    await zhang.sees("社区（5 家）")
    await zhang.says("/单位列表　非公企业")
    await zhang.sees("非公企业（5 家）")
    await zhang.says("/orgs stationed")
    await zhang.sees("驻区单位（9 家）")


async def test_an_unknown_category_is_answered_with_those_there_are(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/orgs 学校")
    answer = await zhang.sees("没有“学校”这个类别")
    assert "驻区单位 · 9" in zhang.buttons(answer)
    await zhang.presses("驻区单位", on=answer)
    assert "东风路小学" in zhang.reads(await zhang.sees("驻区单位（9 家）"))


async def test_a_part_of_a_name_finds_the_organisation(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/查单位 军干")
    card = zhang.reads(await zhang.sees("军干四所党总支"))
    assert "联络员：还没有" in card
    assert "备注：驻辖区单位；提供大型会议场地" in card
    await zhang.says("/单位 兴隆粮库")  # the list, asked like the one
    await zhang.sees("兴隆粮库 · 驻区单位")


async def test_of_several_one_is_chosen(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/org 兴隆")
    question = await zhang.sees("名称里带“兴隆”的有 2 家")
    assert zhang.buttons(question) == ["兴隆社区", "兴隆粮库"]
    await zhang.presses("兴隆粮库", on=question)
    await zhang.sees("郑州兴隆国家粮食储备库党总支")


async def test_what_is_not_there_is_answered_with_an_example(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.says("/org 北京 <b>")
    await zhang.sees("没有找到名称里带“北京 <b>”的单位")
    await zhang.says("/org")
    await zhang.sees("想查哪家单位？")


async def test_in_private_one_walks_from_all_to_a_page_to_a_card_and_back(
    alliance: Alliance,
) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/orgs")
    post = await zhang.sees("共建联盟共 21 家单位")
    await zhang.presses("驻区单位", on=post)
    await zhang.sees("1. 惠济区人民法院党总支")
    await zhang.presses("2/2 ▶", on=post)
    await zhang.sees("9. 中国联合网络通信有限公司郑州市分公司党支部")
    await zhang.presses("郑州联通", on=post)
    await zhang.sees("联络员：刘敏")
    await zhang.presses("‹ 驻区单位", on=post)
    await zhang.presses("全部单位", on=post)
    await zhang.sees("共建联盟共 21 家单位")


async def test_only_staff_in_private_see_buttons_to_remove_and_invite(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/org 兴隆社区")
    card = await wang.sees("联络员：陈姐、小陈")
    assert wang.buttons(card) == [
        *("设为副联络员：陈姐", "移除 陈姐"),
        *("设为副联络员：小陈", "移除 小陈"),
        *("邀请联络员", "邀请副联络员", "🚶 记走访", "✏️ 修改", "🤝 结对", "‹ 社区"),
    ]
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/org 兴隆社区")
    assert zhang.buttons(await zhang.sees("联络员：陈姐、小陈")) == ["‹ 社区"]
