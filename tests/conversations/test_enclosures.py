"""A notice takes photos, videos and files along: from what it answers, its caption, and replies."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

PAPER = ("document", "方案.docx", b"plan")
ROLL = ("document", "名单.xlsx", b"roll")


async def test_a_photo_with_a_caption_becomes_a_notice_with_the_photo_above_it(
    alliance: Alliance,
) -> None:
    wang = alliance["王主任"]
    sent = await wang.sends_photo(photo("海报"), "周六义诊，请转告居民")
    await wang.says("/通知", reply_to=sent)
    preview = await wang.sees("（尚未发布）")
    assert "周六义诊，请转告居民" in wang.reads(preview)
    assert "📎 一起发出：1 张照片" in wang.reads(preview)
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    (poster,) = wang.files()
    assert poster["message_id"] == card["message_id"] - 1
    assert poster["caption"] == "📎 通知 1 号的附件"
    assert poster["photo"] == wang.world.message(wang.chat, sent)["photo"]


async def test_a_caption_makes_a_notice_of_a_whole_album(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.sends_album([photo(n) for n in range(3)], "/通知 花絮请看照片", order=[1, 0, 2])
    preview = await wang.sees("（尚未发布）")
    await alliance.shows(wang, preview, "📎 一起发出：3 张照片")
    await wang.sees_no("这些照片")
    await wang.presses("发布到")
    card = await alliance["王主任"].sees("📢 通知 1 号")
    album = alliance["王主任"].files()
    assert [one["message_id"] for one in album] == [card["message_id"] - n for n in (3, 2, 1)]
    assert len({one["media_group_id"] for one in album}) == 1


async def test_a_reply_to_one_of_an_album_brings_its_brothers_and_those_that_come_late(
    alliance: Alliance,
) -> None:
    wang, chen = alliance["王主任"], alliance["陈姐"]
    album = alliance.world.begin_album(chen.id, chen.chat, "楼道杂物清理前后")
    first = album.add(photo(1))
    album.add(photo(2))
    await wang.says("/通知 请各社区照此清理", reply_to=first)
    preview = await wang.sees("（尚未发布）")
    await alliance.shows(wang, preview, "2 张照片")
    album.add(photo(3))
    await alliance.shows(wang, preview, "3 张照片")
    await wang.presses("发布到")
    await wang.sees("📢 通知 1 号")
    assert len(wang.files()) == 3


async def test_files_and_photos_go_as_an_album_each(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.sends_files([PAPER, ROLL], "/通知 请看附件")
    preview = await wang.sees("（尚未发布）")
    await alliance.shows(wang, preview, "📎 一起发出：2 个文件")
    await wang.sends_files(
        [("photo", "", photo(1)), ("video", "a.mp4", b"film")], reply_to=preview["message_id"]
    )
    await alliance.shows(wang, preview, "1 张照片、1 个视频、2 个文件")
    assert len([one for one in wang.world.messages(wang.chat) if "记下了" in str(one)]) == 1
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")
    kinds = [
        next(k for k in ("photo", "video", "document") if k in one)
        for one in alliance["王主任"].files()
    ]
    assert kinds == ["photo", "video", "document", "document"]


async def test_what_goes_along_is_taken_off_one_by_one(alliance: Alliance) -> None:
    wang, xiaoli = alliance["王主任"], alliance["小李"]
    await wang.sends_files([PAPER, ROLL], "/通知 请看附件")
    preview = await wang.sees("（尚未发布）")
    await alliance.shows(wang, preview, "2 个文件")
    await wang.presses("📎 加附件或去掉")
    await alliance.until(lambda: "✖ 方案.docx" in wang.buttons(preview))
    stale = next(
        key
        for row in wang.world.message(wang.chat, preview["message_id"])["reply_markup"][
            "inline_keyboard"
        ]
        for key in row
    )["callback_data"]
    await wang.presses("✖ 方案.docx")
    await xiaoli.forges(stale, preview["message_id"])
    await alliance.shows(wang, preview, "1 个文件")
    assert "✖ 名单.xlsx" in wang.buttons(preview)
    await wang.presses("全部去掉")
    await alliance.until(lambda: "一起发出" not in wang.reads(preview))
    await wang.presses("返回")
    await wang.presses("⋯ 更多")
    await wang.presses("📎 加附件")
    question = await wang.sees("请把照片、视频或文件作为对这条消息的回复发来")
    await wang.sends_photo(photo("图"), reply_to=question["message_id"])
    await alliance.shows(wang, preview, "1 张照片")


async def test_a_photo_without_words_has_them_asked_for(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    sent = await wang.sends_photo(photo("海报"))
    await wang.is_quiet()
    await wang.says("/通知", reply_to=sent)
    preview = await wang.sees("（尚未发布）")
    assert "⚠️ 还没有正文" in wang.reads(preview)
    assert not any("发布到" in one for one in wang.buttons(preview))
    question = await wang.sees("这条通知写什么？")
    await wang.says("本周六义诊", reply_to=question["message_id"])
    await alliance.shows(wang, preview, "本周六义诊")
    await wang.presses("发布到")
    await alliance["王主任"].sees("📢 通知 1 号")


async def test_hidden_addresses_are_written_out(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    linked = '请填<a href="https://example.org/biao">这张表</a>，周五前'
    sent = await alliance["小李"].says(linked, html=True)
    await wang.says("/通知", reply_to=sent)
    preview = await wang.sees("（尚未发布）")
    assert "请填这张表 (https://example.org/biao)，周五前" in wang.reads(preview)


async def test_more_than_ten_have_no_room(alliance: Alliance) -> None:
    wang = alliance["王主任"].in_private()
    await wang.sends_album([photo(n) for n in range(10)], "/通知 花絮")
    preview = await wang.sees("（尚未发布）")
    await alliance.shows(wang, preview, "10 张照片")
    await wang.sends_photo(photo("多"), reply_to=preview["message_id"])
    await wang.sees("这个放不下了")


async def test_others_cannot_add_files_to_a_draft(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"], alliance["陈姐"]
    await wang.says("/通知 开会")
    preview = await wang.sees("（尚未发布）")
    await chen.sends_photo(photo("x"), reply_to=preview["message_id"])
    await wang.is_quiet()
    assert "📎" not in wang.reads(preview)


async def test_in_english_files_go_along_too(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.says("/start")
    await alliance["王主任"].says("/staff", reply_to=await alliance["Emma"].says("hello"))
    await alliance["王主任"].is_quiet()
    await emma.sends_album([photo(n) for n in range(2)], "/notice Clean stairs, please")
    preview = await emma.sees("not sent yet")
    await alliance.shows(emma, preview, "📎 Goes along: 2 photos")
