"""Activities as liaisons report them: albums, words before and after, late photos, restarts."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

CAPTION = "#活动 8月13日 金秋助学，慰问困难学子12人，参加党员30人"
PICTURES = [photo(number) for number in range(3)]
THREE_DAYS = 72 * 3600.0


async def test_an_album_with_a_caption_becomes_a_report(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_album(PICTURES, CAPTION)
    receipt = await zhou.sees("3 张照片，已保存")
    assert zhou.reads(receipt).splitlines() == [
        "✅ 活动 1 号已登记",
        "金秋助学",
        "🏢 兴隆粮库",
        "📅 2026年8月13日 周四",
        "🏷 民生工作 · 助学、慰问",
        "👥 服务 12 人、参加 30 人",
        "📷 3 张照片，已保存",
        "",
        "➕ 文字里没找到：地点。",
    ]
    assert zhou.buttons(receipt) == ["补地点", "✏️ 更正"]
    assert len(list((alliance.data / "photos").rglob("*.jpg"))) == 3
    await zhou.sees_no("活动 2 号")


@pytest.mark.parametrize(("order", "captioned"), [((2, 0, 1), 1), ((1, 2, 0), 0), ((0, 1, 2), 2)])
async def test_its_photos_may_come_in_any_order(
    alliance: Alliance, order: tuple[int, ...], captioned: int
) -> None:
    zhou = alliance["老周"]
    await zhou.sends_album(PICTURES, CAPTION, order=order, first=captioned)
    await zhou.sees("3 张照片，已保存")
    await zhou.sees_no("活动 2 号")


async def test_words_may_come_later_as_a_reply_to_one_of_the_photos(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    first, second, _ = await chen.sends_album(PICTURES)
    await chen.sees_no("照片")
    await chen.says(CAPTION, reply_to=second)
    await chen.sees("3 张照片，已保存")
    await chen.says("#活动 8月14日 义诊", reply_to=first)
    await chen.sees("这张照片已经登记在活动 1 号里了")
    await chen.says("#活动", reply_to=first)
    await chen.sees_no("活动 2 号")


async def test_photos_may_come_later_as_a_reply_to_the_receipt(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.says("#活动 昨天 金秋助学")
    receipt = await zhou.sees("还没有照片")
    assert "文字里没找到：地点、服务人数、参加人数" in zhou.reads(receipt)
    await alliance["张阿姨"].sends_photo(PICTURES[0], reply_to=receipt["message_id"])
    await zhou.sees("只有登记人、该单位的联络员和街道工作人员可以改这个活动。")
    await alliance["张阿姨"].says("辛苦了！", reply_to=receipt["message_id"])
    await zhou.sends_album(PICTURES, reply_to=receipt["message_id"])
    await zhou.sees("3 张照片，已保存")
    assert "3 张照片，已保存" in zhou.reads(receipt)


async def test_a_report_without_words_or_photos_is_told_how(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await chen.says("/report")
    await chen.sees("#活动 8月13日 金秋助学")


async def test_a_caption_without_words_is_asked_for_them(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    await chen.sends_album(PICTURES, "#活动")
    question = await chen.sees("是什么活动？")
    await alliance["张阿姨"].says("我也想知道", reply_to=question["message_id"])
    await chen.sees("只有联络员和街道工作人员可以登记活动。")
    await chen.says("8月13日 义诊，服务居民30人", reply_to=question["message_id"])
    await chen.sees("3 张照片，已保存")


async def test_in_private_photos_are_asked_about_once(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_album(PICTURES)
    question = await chen.sees("是什么活动？")
    await chen.is_quiet()
    asked = [one for one in chen.world.messages(chen.id) if "是什么活动" in one.get("text", "")]
    assert len(asked) == 1
    await alliance.restart()
    await chen.says("#活动 8月13日 义诊，服务居民30人", reply_to=question["message_id"])
    await chen.sees("3 张照片，已保存")
    receipt = await chen.sees("活动 1 号已登记")
    await chen.says("谢谢", reply_to=receipt["message_id"])
    await chen.sees("要更正，请点登记回执下面的按钮")


async def test_photos_that_waited_too_long_are_asked_for_again(alliance: Alliance) -> None:
    chen = alliance["陈姐"].in_private()
    await chen.sends_photo(PICTURES[0])
    question = await chen.sees("是什么活动？")
    alliance.clock.advance(THREE_DAYS)
    await chen.is_quiet()
    await chen.says("8月13日 义诊", reply_to=question["message_id"])
    await chen.sees("请重新发送")


async def test_a_restart_before_the_receipt_loses_nothing(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    await zhou.sends_album(PICTURES, CAPTION, order=(2, 1, 0))
    await alliance.restart()
    await zhou.sees("3 张照片，已保存")
    await zhou.sees_no("活动 2 号")
    await zhou.sees_no("是什么活动？")


async def test_who_is_no_liaison_reports_nothing(alliance: Alliance) -> None:
    zhang = alliance["张阿姨"]
    await zhang.sends_album(PICTURES, CAPTION)
    await zhang.sees("联络员")
    await zhang.sends_photo(PICTURES[0])
    await zhang.sees_no("活动 1 号")


async def test_a_caption_of_any_kind_is_answered(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    await zhou.sends_album(PICTURES[:2], "#活动 <b>义诊</b> & \u202eשלום " + "长" * 900)
    await zhou.sees("2 张照片，已保存")
    await zhou.says("/activity 1")
    await zhou.sees("登记人：老周")
