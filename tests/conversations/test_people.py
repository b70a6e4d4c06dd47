"""Who everybody is, and how one becomes staff or liaison, as people go about it."""

import re

from tests.conversations.alliance import Alliance
from tests.vocabulary.people import Person

DAY = 24 * 3600.0


async def invited(wang: Person, organisation: str) -> str:
    """A one-time link that staff made in private."""
    await wang.says(f"/liaison {organisation}")
    await wang.sees("请把下面的消息或二维码转发给")
    invitation = await wang.sees("街道邀请您担任")
    found = re.search(r"https://t\.me/\S+", wang.reads(invitation))
    assert found is not None
    return found[0]


async def test_everybody_learns_who_they_are(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await chen.says("/我是谁")
    text = chen.reads(await chen.sees("身份：联络员"))
    assert "代表单位：兴隆社区" in text
    assert f"Telegram 编号：{chen.id}" in text
    assert "私聊：还没打开" in text
    wang = alliance["王主任"].in_private()
    await wang.says("/whoami")
    assert "私聊：已打开" in wang.reads(await wang.sees("身份：街道工作人员"))


async def test_a_language_is_chosen_and_kept(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/语言")
    await zhang.sees("您想用哪种语言？")
    toast = await zhang.presses("English")
    assert toast.startswith("I speak English with you from now on.")
    await zhang.sees("I speak English with you from now on.")
    await zhang.says("/whoami")
    await zhang.sees("Role: guest")


async def test_staff_choose_the_language_of_the_group(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/language")
    question = await wang.sees("您想用哪种语言？")
    assert wang.buttons(question) == ["中文", "English", "本群用 中文", "本群用 English"]
    await wang.presses("本群用 English", on=question)
    await wang.sees("Notices and reminders in this group are in English from now on.")


async def test_a_reply_makes_a_colleague_staff(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("大家好，我新来街道上班")
    await wang.says("/staff", reply_to=words)
    await wang.sees("张阿姨 现在是工作人员了")
    await wang.says("/工作人员", reply_to=words)
    await wang.sees("张阿姨 已经是工作人员了")
    await zhang.says("/whoami")
    await zhang.sees("身份：街道工作人员")


async def test_staff_are_removed_after_asking_back_and_nobody_removes_oneself(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/staff")
    names = await wang.sees("工作人员 2 位")
    assert wang.buttons(names) == ["移除 小李"]
    await wang.presses("移除 小李")
    await wang.sees("确定不再让 小李 担任工作人员吗？")
    await wang.presses("确定移除")
    await wang.sees("小李 不再是工作人员")
    assert "不能移除自己" in await wang.forges(
        f"people.remove_staff:{wang.id}", names["message_id"]
    )
    xiaoli = alliance["小李"]
    await xiaoli.says("/staff")
    await xiaoli.sees("只有")


async def test_nobody_whom_telegram_hides_becomes_staff(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    hidden = await xiaoli.says("各位早", anonymously=True)
    await wang.says("/staff", reply_to=hidden)
    await wang.sees("这条消息看不出是谁发的")
    await wang.says("/单位")
    answer = await wang.sees("共建联盟共 21 家单位")
    await wang.says("/联络员 军干", reply_to=answer["message_id"])
    await wang.sees("这条消息看不出是谁发的")


async def test_an_anonymous_administrator_confirms_and_then_it_counts(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我是第六十中学的")
    await wang.says("/联络员 六十中学", reply_to=words, anonymously=True)
    await wang.sees("匿名")
    await wang.presses("是我")
    await wang.sees("张阿姨 现在是第六十中学的联络员了")


async def test_a_reply_makes_a_liaison(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我以后负责军干四所")
    await wang.says("/联络员 军干", reply_to=words)
    await wang.sees("张阿姨 现在是军干四所的联络员了")
    await wang.says("/liaison 军干四所", reply_to=words)
    await wang.sees("张阿姨 已经是军干四所的联络员了")


async def test_of_several_organisations_staff_choose(alliance: Alliance) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    words = await zhang.says("我是兴隆的")
    await wang.says("/liaison 兴隆", reply_to=words)
    question = await wang.sees("张阿姨 是哪一家的联络员？")
    await wang.presses("兴隆粮库", on=question)
    await wang.sees("张阿姨 现在是兴隆粮库的联络员了")


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
    await zhang.presses("打开私聊", on=told)
    await zhang.in_private().sees("您已登记为兴隆社区的成员")
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


async def test_a_link_ends_after_seven_days(alliance: Alliance) -> None:
    url = await invited(alliance["王主任"].in_private(), "惠济法院")
    alliance.clock.advance(7 * DAY)
    zhang = alliance["张阿姨"].in_private()
    await zhang.follows(url)
    await zhang.sees("这个惠济法院的链接过期了")


async def test_an_invented_link_is_answered_kindly(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"].in_private()
    await zhang.starts("join_" + "0" * 32)
    await zhang.sees("这个链接不能用")


async def test_no_link_is_shown_in_the_group(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.says("/liaison 惠济法院")
    await wang.sees("到私聊生成链接")
    await wang.sees_no("start=join_")
    await wang.presses("去私聊生成链接")
    await wang.in_private().sees("街道邀请您担任惠济区人民法院党总支")


async def test_without_words_staff_choose_who_still_needs_a_liaison(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/联络员")
    chooser = await wang.sees("还有 17 家单位没有联络员")
    assert wang.buttons(chooser)[0] == "街道"
    await wang.presses("清华园社区", on=chooser)
    await wang.sees("街道邀请您担任清华园社区党支部")


async def test_a_liaison_is_removed_from_the_card(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.says("/org 兴隆社区")
    await wang.presses("移除 小陈")
    await wang.sees("确定不再让 小陈 担任兴隆社区的联络员吗？")
    await wang.presses("确定移除")
    await wang.sees("小陈 不再是兴隆社区的联络员")
    await wang.presses("兴隆社区")
    card = await wang.sees("联络员：陈姐")
    assert "小陈" not in wang.reads(card)
    chen = alliance["小陈"].in_private()
    await chen.says("/whoami")
    await chen.sees("身份：访客")
