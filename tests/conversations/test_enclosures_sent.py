"""Files that went out with a notice: undone, recalled, copied, asked for, answered."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # it talks for long, in turns that other conversations take as well

PAPER = ("document", "方案.docx", b"plan")
ROLL = ("document", "名单.xlsx", b"roll")


async def test_undo_takes_the_files_back_too(alliance: Alliance) -> None:
    wang = alliance["王主任"]
    await wang.sends_photo(photo("海报"), "/通知 周六义诊")
    preview = await wang.sees("（尚未发布）")
    query = alliance.world.press(
        wang.id, wang.chat, preview["message_id"], f"notices.send:1:{alliance.group}"
    )
    await alliance.until(lambda: alliance.world.answer(query) is not None)
    await wang.forges("notices.unsend:1", preview["message_id"])
    await wang.is_quiet()
    assert wang.files() == []
    assert "📎 一起发出：1 张照片" in wang.reads(preview)


async def test_recalled_the_whole_album_goes(alliance: Alliance) -> None:
    wang, private = alliance["王主任"], alliance["王主任"].in_private()
    await wang.sends_album([photo(n) for n in range(3)], "/通知 花絮")
    await wang.sees("（尚未发布）")
    await wang.presses("发布到")
    await wang.sees("📢 通知 1 号")
    await private.says("/通知 1")
    await private.presses("撤回通知")
    await private.presses("撤回通知", on=await private.sees("要撤回通知 1 号吗？"))
    await alliance.until(lambda: wang.files() == [])
    await wang.sees_no("通知 1 号的附件")


async def test_past_two_days_the_files_stay_with_the_struck_out_card(alliance: Alliance) -> None:
    wang, private = alliance["王主任"], alliance["王主任"].in_private()
    await wang.sends_album([photo(n) for n in range(2)], "/通知 花絮")
    await wang.sees("（尚未发布）")
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    alliance.clock.advance(49 * 3600)
    await private.says("/通知 1")
    await private.presses("撤回通知")
    await private.presses("撤回通知", on=await private.sees("要撤回通知 1 号吗？"))
    await alliance.until(lambda: "已撤回" in wang.reads(card))
    await wang.is_quiet()
    assert len(wang.files()) == 2


async def test_an_important_one_comes_with_its_files_in_private_and_to_who_asks(
    alliance: Alliance,
) -> None:
    wang, chen, zhang = alliance["王主任"], alliance["陈姐"], alliance["张阿姨"].in_private()
    await chen.in_private().says("/start")
    await wang.sends_files([PAPER], "/通知 防汛预案请看附件")
    await wang.sees("（尚未发布）")
    await wang.presses("重要性")
    await wang.presses("发布到")
    await wang.sees("📢 通知 1 号")
    copy = await chen.in_private().sees("防汛预案请看附件")
    (paper,) = chen.in_private().files()
    assert paper["message_id"] < copy["message_id"]
    await zhang.says("/通知 1")
    await zhang.presses("📎 1 个文件")
    await zhang.sees("通知 1 号的附件")
    assert zhang.files()[0]["document"]["file_name"] == "方案.docx"


async def test_a_reply_to_one_of_the_files_is_an_answer(alliance: Alliance) -> None:
    wang, chen = alliance["王主任"], alliance["陈姐"]
    await wang.sends_album([photo(n) for n in range(2)], "/通知 报一下楼栋数")
    await wang.sees("（尚未发布）")
    await wang.presses("💬 反馈方式")
    await wang.presses("报一个数")
    await wang.presses("发布到")
    card = await wang.sees("📢 通知 1 号")
    await chen.says("12", reply_to=card["message_id"] - 1)
    await alliance.until(lambda: "1/20" in wang.reads(card))


async def test_a_copy_takes_the_files_along(alliance: Alliance) -> None:
    wang, private = alliance["王主任"], alliance["王主任"].in_private()
    await wang.sends_files([PAPER, ROLL], "/通知 请看附件")
    await wang.sees("（尚未发布）")
    await wang.presses("发布到")
    await wang.sees("📢 通知 1 号")
    await private.says("/通知 1")
    await private.presses("照此新发")
    preview = await private.sees("（尚未发布）")
    assert "📎 一起发出：2 个文件" in private.reads(preview)
