"""The whole main job as a conversation, in Chinese, in one go and with a restart at each step."""

from collections.abc import Awaitable, Callable

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

NOTICE = "8月24日下午3点在军干四所召开联席会议，请各单位确认"
CAPTION = "#活动 8月13日 金秋助学，慰问困难学子12人，参加党员30人"

Between = Callable[[], Awaitable[None]]


@pytest.mark.parametrize("restarts", [False, True], ids=["in one go", "restarted at each step"])
async def test_notice_answers_report_and_questions(alliance: Alliance, *, restarts: bool) -> None:
    async def between() -> None:
        if restarts:
            await alliance.restart()

    await a_notice_is_sent(alliance, between)
    await liaisons_answer(alliance, between)
    await a_report_comes(alliance, between)
    await a_member_asks(alliance, between)


async def a_notice_is_sent(alliance: Alliance, between: Between) -> None:
    wang, zhang = alliance["王主任"], alliance["张阿姨"]
    await wang.says(f"/notice {NOTICE}")
    preview = await wang.sees("将请 20 家单位反馈")
    await between()
    assert "通知 1 号" in await wang.presses("发布到", on=preview)
    card = await zhang.sees("📢 通知 1 号")
    assert NOTICE in zhang.reads(card)
    assert "0/20" in zhang.reads(card)
    await wang.sees("通知 1 号已由王主任")
    assert wang.buttons(preview) == []
    await alliance.pinned(card)


async def liaisons_answer(alliance: Alliance, between: Between) -> None:
    assert "兴隆社区" in await alliance["陈姐"].presses("收到")
    await between()
    assert "已由陈姐反馈" in await alliance["小陈"].presses("收到")
    assert "已读" in await alliance["张阿姨"].presses("收到")
    both = await alliance["刘敏"].presses("收到")
    assert "同乐社区" in both
    assert "郑州联通" in both
    await between()
    await alliance["王主任"].sees("3/20")
    await alliance["王主任"].says("/pending 1")
    await alliance["王主任"].sees("还差 17 家")


async def a_report_comes(alliance: Alliance, between: Between) -> None:
    zhou = alliance["老周"]
    album = alliance.world.begin_album(zhou.id, zhou.chat, CAPTION)
    album.add(photo(1))
    album.add(photo(2))
    await between()
    receipt = await zhou.sees("活动 1 号已登记")
    await between()
    album.add(photo(3))
    await zhou.sees("3 张照片，已保存")
    for expected in ("兴隆粮库", "8月13日", "服务 12 人", "参加 30 人", "金秋助学"):
        assert expected in zhou.reads(receipt)
    assert len(alliance.photos()) == 3
    await zhou.presses("✏️ 更正", on=receipt)
    await zhou.presses("服务人数", on=await zhou.sees("要更正哪一项？"))
    question = await zhou.sees("服务了多少人")
    await between()
    await zhou.says("15人", reply_to=question["message_id"])
    await zhou.sees("服务 15 人")


async def a_member_asks(alliance: Alliance, between: Between) -> None:
    zhang = alliance["张阿姨"]
    for question, answer in (
        ("/orgs", "21 家单位"),
        ("/orgs 社区", "清华园社区"),
        ("/org 军干", "军干四所党总支"),
        ("/org 社区", "要看哪一家"),
        ("/activities", "金秋助学"),
        ("/activities 粮库 8月", "金秋助学"),
        ("/notices", "联席会议"),
        ("/notice 1", NOTICE),
        ("/help", "/notices"),
        ("/whoami", "张阿姨"),
        ("／帮助", "/notices"),
    ):
        await zhang.says(question)
        assert answer in await zhang.answered(), question
    await between()
    await zhang.says("/activity 1")
    await zhang.sees("登记人：老周")
