"""Staff change the register by buttons: fields, pairs, who joins and who leaves."""

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person
from tests.vocabulary.reading import Message


async def card_of(person: Person, name: str) -> Message:
    """The organisation's card in a private chat."""
    await person.says(f"/org {name}")
    await person.answered()
    return await person.sees(f"{name} · ")


async def asked(person: Person, field: str, now: str, on: Message) -> Message:
    """The question for a field that says this now, opened from a card."""
    await person.presses("✏️", on=on)
    await person.presses(field, on=on)
    return await person.sees(f"的{field}改成什么？现在是：{now}")


async def test_staff_change_one_field_after_the_other(alliance: Alliance) -> None:
    await two_change_the_phone(alliance)
    await it_gets_a_place_and_another_name(alliance)


async def two_change_the_phone(alliance: Alliance) -> None:
    """What the second of them wrote is not lost, and can be used or not."""
    wang, li = alliance["王主任"].in_private(), alliance["小李"].in_private()
    card = await card_of(wang, "惠济法院")
    question = await asked(wang, "电话", "（空）", card)
    await wang.says("找王主任", reply_to=question["message_id"])
    await wang.sees("不像电话号码。请这样写")
    again = await wang.sees("惠济法院的电话改成什么")
    await wang.says("０３７１－60001234", reply_to=again["message_id"])
    done = await wang.sees("惠济法院的电话：（空） → 0371-60001234")
    await wang.presses("‹ 单位信息", on=done)
    await wang.sees("☎️ 0371-60001234")

    card = await card_of(li, "惠济法院")
    late = await asked(li, "电话", "0371-60001234", card)
    question = await asked(wang, "电话", "0371-60001234", done)
    await wang.says("0371-60005678", reply_to=question["message_id"])
    await wang.sees("0371-60001234 → 0371-60005678")
    await li.says("12345", reply_to=late["message_id"])
    met = await li.sees("刚才王主任改过这一项")
    assert "现在是：0371-60005678" in li.reads(met)
    assert "您写的是：12345" in li.reads(met)
    await li.presses("用我写的", on=met)
    await li.sees("0371-60005678 → 12345")
    await li.presses("撤销", on=met)
    await li.sees("电话恢复为：0371-60005678")


async def it_gets_a_place_and_another_name(alliance: Alliance) -> None:
    """Everybody sees it on the map, and finds it by the name that it had."""
    wang = alliance["王主任"].in_private()
    question = await asked(wang, "地图位置", "（空）", await card_of(wang, "惠济法院"))
    wang.world.send_location(
        wang.id, wang.chat, 34.786612, 113.650604, reply_to=question["message_id"]
    )
    await wang.sees("（空） → 34.786612,113.650604")
    zhang = alliance["张阿姨"]
    await zhang.says("/org 惠济法院")
    await zhang.presses("📍 看地图")
    await zhang.is_quiet()
    venue = next(one for one in zhang.world.messages(zhang.chat) if "venue" in one)
    assert venue["venue"]["title"] == "惠济区人民法院党总支"

    question = await asked(wang, "简称", "惠济法院", await card_of(wang, "惠济法院"))
    await wang.says("军干四所", reply_to=question["message_id"])
    await wang.sees("“军干四所”已经是军干四所党总支的名称了")
    await wang.says("区法院", reply_to=question["message_id"])
    await wang.sees("惠济法院 → 区法院")
    await zhang.says("/org 惠济法院")
    await zhang.sees("曾用名：惠济法院")
    await zhang.says("/find hjfy")
    await zhang.sees("区法院 · 驻区单位")

    card = await card_of(wang, "区法院")
    await wang.presses("✏️", on=card)
    await wang.presses("类别", on=card)
    await wang.presses("社会组织", on=card)
    await wang.sees("类别：驻区单位 → 社会组织")
    await wang.presses("‹ 单位信息", on=card)
    await wang.presses("✏️", on=card)
    await wang.presses("电话", on=card)
    await wang.presses("清空", on=card)
    await wang.sees("0371-60005678 → （空）")


async def test_pairs_newcomers_and_who_leaves(alliance: Alliance) -> None:
    await two_are_paired(alliance)
    await one_joins(alliance)
    await one_leaves_and_comes_back(alliance)


async def two_are_paired(alliance: Alliance) -> None:
    """Seen on both cards; parted and put back with the day."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    card = await card_of(wang, "惠济法院")
    await wang.presses("🤝 结对", on=card)
    await wang.presses("＋ 兴隆社区", on=card)
    await wang.sees("惠济法院与兴隆社区已结对。从哪天开始的？")
    await wang.presses("其他日期", on=card)
    question = await wang.sees("从哪天开始结对")
    await wang.says("明年", reply_to=question["message_id"])
    await wang.sees("请写一个已经过去的日期")
    await wang.says("2016年8月", reply_to=question["message_id"])
    paired = await wang.sees("已结对，2016年8月1日 周一起")
    await zhang.says("/org 兴隆社区")
    await zhang.sees("结对：惠济法院（2016年8月1日 周一起）")
    await wang.presses("加备注", on=paired)
    question = await wang.sees("惠济法院与兴隆社区结对，有什么要记下来的")
    await wang.says("每月一次法律咨询", reply_to=question["message_id"])
    noted = await wang.sees("📝 每月一次法律咨询")
    await wang.presses("改备注", on=noted)
    question = await wang.sees("现在：每月一次法律咨询")
    await wang.presses("清空", on=question)
    assert await wang.answered() == "🤝 惠济法院与兴隆社区已结对，2016年8月1日 周一起。"
    await wang.presses("‹ 兴隆社区", on=paired)
    await wang.presses("🤝 结对", on=paired)
    await wang.presses("✖ 惠济法院", on=paired)
    await wang.sees("已解除结对")
    await wang.presses("撤销", on=paired)
    await wang.sees("惠济法院与兴隆社区已结对，2016年8月1日 周一起")


async def one_joins(alliance: Alliance) -> None:
    """Its names by a reply, which can be given once more, its category by a button."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    await wang.says("/orgs")
    overview = await wang.sees("共建联盟共 21 家单位")
    await wang.presses("添加单位", on=overview)
    question = await wang.sees("要添加哪家单位")
    await wang.says("东风路小学党支部", reply_to=question["message_id"])
    choice = await wang.sees("简称东风路小学")
    await wang.presses("驻区单位", on=choice)
    await wang.sees("名册里已有同名的单位：东风路小学党支部")
    await wang.says("刘寨街道图书馆党支部\n图书馆", reply_to=question["message_id"])
    choice = await wang.sees("简称图书馆")
    await wang.presses("驻区单位", on=choice)
    await wang.sees("已添加：刘寨街道图书馆党支部")
    await zhang.says("/orgs")
    await zhang.sees("共建联盟共 22 家单位")


async def one_leaves_and_comes_back(alliance: Alliance) -> None:
    """In no list meanwhile, and its liaison is none; staff bring it back."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    zhou = alliance["老周"].in_private()
    card = await card_of(wang, "兴隆粮库")
    await wang.presses("✏️", on=card)
    await wang.presses("退出联盟", on=card)
    await wang.sees("以往的记录都保留")
    await wang.presses("确认退出", on=card)
    await wang.sees("兴隆粮库已退出联盟")
    await zhang.says("/orgs")
    await zhang.sees("共建联盟共 21 家单位")
    await zhang.says("/org 兴隆粮库")
    await zhang.sees("没有找到名称里带“兴隆粮库”的单位")
    await zhang.says("/find 粮库")
    await zhang.sees("没有找到")
    await zhou.says("/me")
    assert "兴隆粮库" not in zhou.reads(await zhou.sees("老周"))
    await wang.says("/orgs")
    await wang.answered()
    overview = await wang.sees("共建联盟共 21 家单位")
    await wang.presses("已退出 1 家", on=overview)
    await wang.presses("兴隆粮库", on=overview)
    await wang.sees("🚪 已退出联盟：")
    await wang.presses("恢复为成员单位", on=overview)
    await wang.sees("兴隆粮库已恢复为成员单位")
    await zhang.says("/org 兴隆粮库")
    await zhang.sees("联络员：老周")


async def test_in_english_and_only_by_staff(alliance: Alliance) -> None:
    emma, li = alliance["Emma"].in_private(), alliance["小李"].in_private()
    await emma.says("/org 惠济法院")
    card = await emma.sees("Stationed units")
    assert emma.buttons(card) == ["‹ Stationed units"]
    assert "Only staff" in await emma.forges("organisations.edit:13", card["message_id"])
    await li.says("/language")
    await li.presses("English")
    await li.says("/org 惠济法院")
    card = await li.sees("Stationed units")
    await li.presses("✏️ Edit", on=card)
    await li.presses("Opening hours", on=card)
    question = await li.sees("Opening hours: what shall it say? Now it says: (empty)")
    await li.says("Mon-Fri 9:00-17:00", reply_to=question["message_id"])
    done = await li.sees("✅ 惠济法院, Opening hours: (empty) → Mon-Fri 9:00-17:00")
    await li.presses("↩️ Undo", on=done)
    await li.sees("(empty) again.")
    await li.says("/org 惠济法院")
    card = await li.sees("Liaisons: nobody yet")
    await li.presses("🤝 Pairs", on=card)
    await li.presses("＋ 同乐社区", on=card)
    await li.presses("Today", on=card)
    await li.sees("惠济法院 and 同乐社区 are paired since")
