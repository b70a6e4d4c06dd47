"""Days later: reminders to who has it and to staff, another day, and an end without a word."""

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.voicing import DAY, open_private_chats, pass_on, say

pytestmark = pytest.mark.slow
"""A fortnight goes by, hour by hour."""


async def test_who_has_it_is_reminded_and_silence_ends_it(alliance: Alliance) -> None:
    """It is Thursday, 20 August."""
    zhang, wang = alliance["张阿姨"].in_private(), alliance["王主任"].in_private()
    chen, young = alliance["陈姐"].in_private(), alliance["小陈"].in_private()
    await open_private_chats(alliance)
    await say(zhang, "垃圾没人收", "用姓名")
    card = await pass_on(alliance, 1, "兴隆社区", "全部")
    await chen.sees("诉求 1 号 · 🏃 办理中")
    await chen.sees("今天到期", within=6 * DAY)
    await wang.sees("⚠️ 已逾期 1 天", within=2 * DAY)
    await wang.says("/诉求")
    await wang.sees("在办 1 件，逾期 1 件，共 1 件")
    await wang.presses("改期限", on=card)
    ask = await wang.sees("由兴隆社区办，8月25日 周二 前答复")
    await wang.says("9月10日", reply_to=ask["message_id"])
    await alliance.shows(wang, card, "9月10日 周四 前答复")
    await young.says("/诉求 1")
    assert "直接回复这条消息" in await young.answered()
    await young.presses("已解决")
    await young.presses("不写说明")
    await zhang.sees("兴隆社区说已经解决")
    await zhang.says("/诉求")
    await zhang.presses("1 号")
    await zhang.sees("已办结，等您确认")
    await zhang.sees("已自动办结", within=9 * DAY)
    await alliance.shows(wang, card, "✅ 已办结，对方没有异议")
