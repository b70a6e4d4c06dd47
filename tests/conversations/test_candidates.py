"""Who opens a link or asks for a role has none before staff said yes."""

from tests.conversations.alliance import Alliance
from tests.conversations.test_people import invited


async def test_who_opens_a_link_is_liaison_once_staff_say_yes(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    url = await invited(wang, "惠济法院")
    await alliance.until(lambda: bool(wang.files()))
    (code,) = wang.files()
    assert url in wang.reads(code)
    emma, zhang = alliance["Emma"].in_private(), alliance["张阿姨"].in_private()
    await wang.follows(url)
    await wang.sees("这是您自己发的链接")
    await zhang.follows(url)
    await zhang.sees("我已请街道确认您是惠济法院的联络员")
    question = await wang.sees("张阿姨 打开了您发给惠济法院的链接")
    assert wang.buttons(question) == ["✅ 同意", "✖️ 不是此人"]
    await zhang.says("/whoami")
    told = zhang.reads(await zhang.sees("身份：访客"))
    assert "等街道确认：惠济法院" in told
    await zhang.follows(url)
    await zhang.sees("还没有答复")
    await emma.follows(url)
    await emma.sees("was used before")
    assert "已同意" in await wang.presses("✅ 同意", on=question)
    await zhang.sees("欢迎！您现在是惠济法院的联络员了")
    await alliance.shows(wang, question, "张阿姨 现在是惠济法院的联络员。王主任于")
    assert wang.buttons(question) == ["惠济法院"]
    pressed = question["message_id"]
    assert "王主任已经同意过了" in await wang.forges("people.decline:1", pressed)
    await zhang.follows(url)
    await zhang.sees("您已经是惠济法院的联络员了")


async def test_who_is_not_the_one_gets_no_role_and_hears_what_to_do(alliance: Alliance) -> None:
    """The link's maker blocked the bot: a colleague decides; then it is asked for in the group."""
    wang, li = alliance["王主任"].in_private(), alliance["小李"].in_private()
    await li.starts()
    url = await invited(wang, "惠济法院")
    alliance.world.block(wang.id)
    emma = alliance["Emma"].in_private()
    await emma.follows(url)
    await emma.sees("I have asked the street office to confirm that you are liaison of 惠济法院")
    question = await li.sees("Emma 打开了王主任发给惠济法院的链接")
    await li.presses("✖️ 不是此人", on=question)
    await emma.sees("could not confirm that you are liaison of 惠济法院")
    await alliance.shows(li, question, "小李于")
    assert li.buttons(question) == ["再发一个链接给惠济法院"]
    await emma.says("/whoami")
    await emma.sees("Role: guest")
    for forged in ("people.grant:1:0", "people.decline:1", "people.waiting", "people.candidate:1"):
        assert "Only staff" in await emma.forges(forged, 1)
    await emma.says("/join 惠济法院")
    asked = await emma.sees("I passed it on to the street office")
    again = await li.sees("Emma 申请加入惠济法院")
    await emma.presses("Take back: 惠济法院", on=asked)
    await alliance.shows(li, again, "Emma 收回了加入惠济法院的申请")
    assert "已经收回" in await li.forges("people.grant:2:0", again["message_id"])


async def test_members_ask_in_the_group_and_staff_choose_what_they_are(
    alliance: Alliance,
) -> None:
    """张阿姨 never opened the private chat, so the group hears that there is an answer."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    await wang.starts()
    await zhang.says("/加入 兴隆")
    await zhang.sees("带“兴隆”的单位有好几家：兴隆社区、兴隆粮库")
    await zhang.says("/加入 没有这家")
    await zhang.sees("没有找到名称里带“没有这家”的单位")
    await zhang.says("/加入 兴隆社区")
    await zhang.sees("您加入兴隆社区的申请已转给街道")
    question = await wang.sees("张阿姨 申请加入兴隆社区")
    assert "现有联络员：陈姐、小陈" in wang.reads(question)
    assert wang.buttons(question) == [
        "同意为联络员",
        "同意为副联络员",
        "仅登记为成员",
        "拒绝",
    ]
    await zhang.says("/join 兴隆社区")
    await zhang.sees("还没有答复")
    await wang.presses("仅登记为成员", on=question)
    told = await zhang.sees("张阿姨，您的申请街道已经答复了")
    assert "兴隆" not in zhang.reads(told)
    await zhang.in_private().starts()
    await zhang.in_private().sees("您已登记为兴隆社区的成员")
    await zhang.presses("打开私聊", on=told)
    await zhang.in_private().sees("您是共建联盟哪家单位的？")
    await zhang.says("/我是谁")
    assert "所属单位：兴隆社区" in zhang.reads(await zhang.sees("身份：成员"))
    await wang.says("/org 兴隆社区")
    assert "成员：张阿姨" in wang.reads(await wang.sees("联络员：陈姐、小陈"))
    await alliance["陈姐"].says("/org 兴隆社区")
    await alliance["陈姐"].sees("联络员：陈姐、小陈")
    await alliance["陈姐"].sees_no("成员：张阿姨")
    alone = zhang.in_private()
    await alone.says("/join")
    await alone.presses("选单位")
    await alone.presses("同乐社区")
    await alone.sees("您加入同乐社区的申请已转给街道")
    await wang.says("/联络员")
    chooser = await wang.sees("请点要设联络员的单位")
    await wang.presses("🔔 有 1 个申请等您确认", on=chooser)
    await wang.presses("张阿姨 · 同乐社区")
    await wang.presses("同意为副联络员")
    await alone.sees("您现在是同乐社区的副联络员了")
