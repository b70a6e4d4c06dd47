"""Staff take a notice along: an Excel sheet in private, whoever asks where."""

from io import BytesIO

import pytest
from PIL import Image

from bot.fonts import chinese_font
from tests.conversations.alliance import Alliance
from tests.conversations.test_notices import sent
from tests.conversations.test_reminders import opens
from tests.vocabulary import Person
from tests.vocabulary.reading import Message, buttons
from tests.vocabulary.workbooks import Leaf, leaves

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

STREET = "街道例会"
needs_font = pytest.mark.skipif(
    chinese_font(None) is None, reason="no Chinese font: install fonts-noto-cjk"
)


async def answered(alliance: Alliance) -> None:
    """A notice with one answer, one difficulty with its reason, and one reading."""
    await sent(alliance, STREET)
    await alliance["陈姐"].presses("收到")
    zhou = await opens(alliance["老周"])
    await zhou.says("/notice 1")
    await zhou.presses("有困难")
    question = await zhou.sees("有什么困难")
    await zhou.says('=HYPERLINK("http://x","看")', reply_to=question["message_id"])
    await zhou.sees("已记下")
    await alliance["张阿姨"].presses("收到")


async def file_of(person: Person) -> tuple[Message, list[Leaf]]:
    """The newest file that somebody got, and what stands in it."""
    message = await person.sees("📊")
    return message, leaves(person.world.file(message["document"]["file_id"]))


async def test_a_notice_becomes_a_sheet(alliance: Alliance) -> None:
    await answered(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 通知 1")
    message, (answers, totals, readings, history, text) = await file_of(wang)
    assert message["document"]["file_name"] == "通知1-街道例会-2026-08-20.xlsx"
    assert "2/20" in wang.reads(message)
    assert "未反馈 18 家，有困难 1 家" in wang.reads(message)
    assert answers.cells["A1"] == "通知 1 号反馈情况"
    assert len(answers.column("B")) == 21
    row = next(at for at in range(6, 26) if answers.cells[f"E{at}"] == "有困难")
    assert answers.cells[f"F{row}"] == '=HYPERLINK("http://x","看")'
    assert answers.cells[f"G{row}"] == "老周"
    assert answers.all("f") == []
    assert totals.column("A")[-1] == "合计"
    assert readings.cells["A2"] == "张阿姨"
    assert history.column("C") == ["反馈", "收到", "有困难", "有困难"]
    assert history.column("G")[-1] == answers.cells[f"F{row}"]
    assert text.cells["A4"] == STREET


async def test_it_comes_in_the_language_of_who_asks(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    li = alliance["小李"].in_private()
    await li.says("/language")
    await li.presses("English")
    await li.is_quiet()
    await li.says("/export notice 1")
    message, (answers, *_) = await file_of(li)
    assert message["document"]["file_name"] == "notice1-街道例会-2026-08-20.xlsx"
    assert "Missing 20, with difficulties 0" in li.reads(message)
    assert answers.cells["A1"] == "Notice 1: who has answered"


async def test_the_number_alone_is_enough(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 1号")
    await file_of(wang)


async def test_from_the_group_it_goes_to_the_private_chat(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    wang = alliance["王主任"]
    private = await opens(wang)
    await wang.says("/export notice 1")
    await wang.sees("发到您的私聊里了")
    await file_of(private)
    assert not any("document" in one for one in alliance.world.messages(alliance.group))


async def test_who_never_pressed_start_is_told_how(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    li = alliance["小李"]
    await li.says("/导出 通知 1")
    await li.sees("不适合发在群里")
    await li.presses("到私聊里领取")
    await file_of(li.in_private())


async def test_alone_it_explains_and_offers_the_newest(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出")
    explained = await wang.sees("想导出什么")
    assert "/导出 通知 12" in wang.reads(explained)
    ledgers = ["📊 2026年7月活动台账", "📊 2026年活动台账"]
    assert wang.buttons(explained) == ["1 号：街道例会", *ledgers]
    assert await wang.presses("1 号", on=explained) == "稍等，马上发给您。"
    await file_of(wang)
    group = alliance["王主任"]
    await group.says("/export")
    (key,), *_ = buttons(await group.sees("想导出什么"))
    assert "url" in key


async def test_staff_find_the_sheet_below_who_is_missing(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    wang = await opens(alliance["王主任"])
    await wang.says("/pending 1")
    await wang.sees("📋 通知 1 号")
    assert await wang.presses("Excel 表格") == "稍等，马上发给您。"
    await file_of(wang)


async def test_what_is_not_there_is_said_kindly(alliance: Alliance) -> None:
    wang = await opens(alliance["王主任"])
    for said, shown in (
        ("/导出 通知 7", "没有这个编号的通知"),
        ("/导出 通知", "请写上编号"),
        ("/导出 天气", "想导出什么"),
        ("/export notice =1+1", "请写上编号"),
    ):
        await wang.is_quiet()
        await wang.says(said)
        assert shown in await wang.answered()


async def test_a_sheet_that_was_asked_for_comes_after_a_restart(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    wang = await opens(alliance["王主任"])
    alliance.simulator.faults.add("flood", method="sendDocument", seconds=30)
    await wang.says("/导出 通知 1")
    await alliance.until(lambda: not alliance.simulator.faults.waiting)
    await alliance.restart()
    await file_of(wang)
    files = [one for one in alliance.world.messages(wang.chat) if "document" in one]
    assert len(files) == 1


@needs_font
async def test_the_board_is_a_picture(alliance: Alliance) -> None:
    await answered(alliance)
    wang = await opens(alliance["王主任"])
    await wang.says("/导出 通知 1")
    book, _ = await file_of(wang)
    assert wang.buttons(book) == ["看板图片"]
    assert await wang.presses("看板图片", on=book) == "稍等，马上发给您。"
    picture = await wang.sees("看板图片")
    assert "2/20" in wang.reads(picture)
    with Image.open(BytesIO(alliance.world.file(picture["photo"][-1]["file_id"]))) as drawn:
        assert drawn.height > 800
    assert wang.buttons(picture) == ["Excel 表格"]
    await wang.presses("Excel 表格", on=picture)
    await wang.is_quiet()
    files = [one for one in alliance.world.messages(wang.chat) if "document" in one]
    assert len(files) == 2


@needs_font
async def test_the_picture_can_be_asked_for_by_words(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    for said in ("/export board 1", "/导出 看板1号"):
        wang = await opens(alliance["王主任"])
        await wang.says(said)
        assert "photo" in await wang.sees("看板图片")


async def test_without_a_chinese_font_it_says_what_to_install(
    alliance: Alliance, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sent(alliance, STREET)
    monkeypatch.setattr("bot.app.chinese_font", lambda _chosen: None)
    await alliance.restart()
    wang = await opens(alliance["王主任"])
    await wang.says("/导出 看板 1")
    missing = await wang.sees("fonts-noto-cjk")
    assert wang.buttons(missing) == ["再试一次"]
    assert await wang.presses("再试一次", on=missing) == "稍等，马上发给您。"


async def test_others_get_no_files_by_forged_buttons(alliance: Alliance) -> None:
    await sent(alliance, STREET)
    chen = await opens(alliance["陈姐"])
    message = await chen.says("你好")
    for data in ("notices.sheet:1", "notices.poster:1"):
        assert "工作人员" in await chen.forges(data, message)
    await chen.is_quiet()
    assert not alliance.asked("sendDocument")
