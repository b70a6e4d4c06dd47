"""Everybody sees what is kept of them, takes it along, and has it deleted for good."""

import json

from tests.conversations.alliance import Alliance


async def test_somebody_reads_takes_along_and_deletes_what_is_kept(alliance: Alliance) -> None:
    wang, zhou = alliance["王主任"], alliance["老周"]
    await wang.in_private().says("/start")
    await wang.says("/notice 请各单位今天下班前报送")
    await wang.presses("发布到", on=await wang.sees("将请 20 家单位反馈"))
    await zhou.presses("收到", on=await zhou.sees("📢 通知 1 号"))
    await zhou.says("/我的数据")
    await zhou.sees("您的个人信息只给您本人看")
    mine = zhou.in_private()
    await mine.says("/我的数据")
    page = await mine.sees("我保存的关于您的信息")
    assert "代表单位：兴隆粮库" in mine.reads(page)
    assert "反馈：1 条" in mine.reads(page)
    await mine.presses("📄 下载文件", on=page)
    sent = await mine.sees("关于您的记录共")
    text = alliance.world.file(sent["document"]["file_id"]).decode()
    found = json.loads(text.partition("== JSON ==\n")[2])
    assert found["people"][0]["name"] == "老周"
    assert found["answers"][0]["answer"] == "received"
    assert "== 对通知的反馈 (1) ==" in text
    await mine.presses("🗑 删除我的数据…", on=page)
    question = await mine.sees("确定删除您的数据吗？")
    assert "兴隆粮库没有其他联络员" in mine.reads(question)
    await mine.presses("不删除", on=question)
    await mine.sees("一切照旧")
    await mine.says("/删除我的数据")
    await mine.presses("确定删除", on=await mine.sees("确定删除您的数据吗？"))
    await mine.sees("已删除，我这里不再有您的信息")
    await wang.in_private().sees("兴隆粮库没有联络员了")
    await alliance.until(lambda: "老周".encode() not in kept(alliance))
    assert str(zhou.id).encode() not in kept(alliance)
    await mine.says("/whoami")
    assert "身份：访客" in mine.reads(await mine.sees("身份："))
    office = wang.in_private()
    await office.says("/history 通知 1")
    assert "老周" not in office.reads(await office.sees("📜 变更记录：通知 1"))


async def test_the_file_is_cleaned_after_a_restart_and_the_last_of_the_staff_stays(
    alliance: Alliance,
) -> None:
    xiaoli, wang = alliance["小李"].in_private(), alliance["王主任"].in_private()
    await xiaoli.says("/forget")
    await xiaoli.presses("确定删除", on=await xiaoli.sees("确定删除您的数据吗？"))
    await xiaoli.sees("已删除")
    await alliance.restart()
    await alliance.until(lambda: "小李".encode() not in kept(alliance))
    await wang.says("/删除我的数据")
    await wang.sees("您是唯一的工作人员")
    await wang.says("/whoami")
    assert "身份：街道工作人员" in wang.reads(await wang.sees("身份："))


def kept(alliance: Alliance) -> bytes:
    """All that is on disk of the database."""
    path = alliance.settings.database
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
