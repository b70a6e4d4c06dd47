"""A phone number is shared by its owner, seen by few in private, and taken back."""

from tests.conversations.alliance import Alliance
from tests.conversations.english import speaks_english

NUMBER = "13800000000"


async def test_a_liaison_shares_the_own_number_and_takes_it_back(alliance: Alliance) -> None:
    chen, wang = alliance["陈姐"].in_private(), alliance["王主任"].in_private()
    young, zhou = alliance["小陈"].in_private(), alliance["老周"].in_private()
    for one in (young, zhou, wang):
        await one.starts()
        await one.answered()
    await alliance["陈姐"].says("/电话 13800000000")
    await alliance["陈姐"].sees("电话请不要发在群里")
    await chen.says("/电话")
    await chen.sees("只有街道工作人员和您单位的联络员在私聊里能看到")
    keyboards = [one.get("reply_keyboard") for one in alliance.world.extras(chen.id).values()]
    (asked,) = [one for one in keyboards if one]
    assert asked["keyboard"][0][0]["request_contact"]
    await chen.shares_number("+8613911111111", whose=zhou.id)
    await chen.sees("这张名片不是您本人的")
    await chen.shares_number("+86 138 0000 0000")
    question = await chen.sees(f"保存电话 {NUMBER} 吗？")
    await wang.says("/org 兴隆社区")
    await wang.sees("联络员：陈姐、小陈")
    await wang.sees_no(NUMBER)
    await chen.presses("同意并保存", on=question)
    await chen.sees(f"已保存 {NUMBER}")
    await chen.says("/whoami")
    assert f"电话：{NUMBER}" in chen.reads(await chen.sees("身份：联络员"))
    for reader, sees in ((wang, True), (young, True), (zhou, False), (alliance["小陈"], False)):
        await reader.says("/查单位 兴隆社区")
        answer = await reader.answered()
        assert "陈姐" in answer
        assert (f"📞 陈姐：{NUMBER}" in answer) == sees, reader
    await wang.says(f"/find {NUMBER}")
    await wang.answered()
    await zhou.says("/whoami")
    await zhou.sees_no(NUMBER)
    await alliance["陈姐"].says("/whoami")
    await alliance["陈姐"].sees("身份：联络员")
    await alliance["陈姐"].sees_no(NUMBER)
    assert "私聊" in await alliance["陈姐"].forges("phones.save:113800000000", 1)
    await chen.says("/phone")
    await chen.presses("收回我的电话")
    await chen.sees("您的电话已删除")
    await young.says("/org 兴隆社区")
    assert "📞" not in await young.answered()


async def test_who_would_rather_type_is_asked_as_well(alliance: Alliance) -> None:
    emma = await speaks_english(alliance, "Emma")
    await emma.says("/phone call me")
    await emma.sees("I cannot read that as a phone number.")
    await emma.says("/phone 0371 6390 0000")
    await emma.presses("Do not keep it")
    await emma.sees("Good, I keep no number.")
    await emma.says("/phone 0371 6390 0000")
    question = await emma.sees("Keep the number 037163900000?")
    assert "in private chats alone" in emma.reads(question)
    await emma.presses("I agree, keep it")
    await emma.sees("037163900000 is kept.")
    assert await emma.forges("phones.save:9", question["message_id"])
    await emma.says("/phone")
    await emma.sees("Your number is 037163900000")
