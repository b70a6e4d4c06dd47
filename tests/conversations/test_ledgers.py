"""The ledger of activities: Excel with photos, photos in zip files, CSV, JSON; for whom."""

import csv
import io
import json
import zipfile

import pytest

from tests.conversations.alliance import Alliance
from tests.conversations.test_reminders import opens
from tests.vocabulary import Person, photo
from tests.vocabulary.files import taken_somewhere
from tests.vocabulary.reading import Message
from tests.vocabulary.workbooks import Leaf, leaves

pytestmark = pytest.mark.slow  # books are made by a process of their own, one after the other

CLINIC = "#活动 8月13日 义诊，在社区活动室，服务30人，参加5人，服务2小时，捐款500元"
WALK = "#活动 8月14日 秋游，服务12人"


async def reported(alliance: Alliance) -> None:
    """A free clinic of 兴隆粮库 with two photos, a walk of 兴隆社区 with one."""
    zhou, chen = alliance["老周"], alliance["陈姐"]
    files = [("document", f"{place}.jpg", taken_somewhere(place)) for place in (1, 2)]
    await zhou.sends_files(files, CLINIC)
    await zhou.sees("2 张照片，已保存")
    await chen.sends_photo(photo(3), WALK)
    await chen.sees("1 张照片，已保存")


async def file_of(person: Person, says: str, suffix: str = ".xlsx") -> tuple[Message, bytes]:
    """The file that came last, and the message above it, once that says so."""
    answer = await person.sees(says)
    message = await person.sees(suffix)
    return answer, person.world.file(message["document"]["file_id"])


def row_of(leaf: Leaf, at: int) -> list[str]:
    return [leaf.cells.get(f"{letter}{at}", "") for letter in "ABCDEFGHIJKLM"]


async def test_staff_get_the_ledger_of_everybody(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    answer, data = await file_of(wang, "📊 活动台账，Excel 表格，可直接打印上报")
    assert wang.buttons(answer) == ["照片压缩包", "CSV", "JSON"]
    assert wang.files()[-1]["document"]["file_name"] == "活动台账.xlsx"
    summary, education, livelihood, *_, unsorted = leaves(data)
    assert [education.name, livelihood.name, unsorted.name] == ["党群教育", "民生工作", "未分类"]
    assert summary.cells["A1"] == "活动台账"
    assert row_of(livelihood, 4)[:6] == ["1", "46247", "义诊", "兴隆粮库", "", "社区活动室"]
    assert summary.column("A")[3:11] == [
        *("党群教育", "民生工作", "区域文化", "安全稳定", "区域发展", "未分类", "合计"),
        "按单位",
    ]
    together = summary.column("A").index("合计") + 2
    assert [summary.cells[f"{one}{together}"] for one in "BCDEF"] == ["2", "42", "5", "2", "500"]


async def test_a_month_and_an_organisation(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/export activities 2026年8月 兴隆社区")
    _, data = await file_of(wang, "兴隆社区2026年8月活动台账", "2026年8月.xlsx")
    assert leaves(data)[0].cells["A1"] == "兴隆社区2026年8月活动台账"
    assert wang.files()[-1]["document"]["file_name"] == "活动台账_兴隆社区_2026年8月.xlsx"
    await wang.says("/导出 台账 2025年7月")
    nothing = await wang.sees("没有可以导出的内容")
    assert wang.buttons(nothing) == []
    await wang.says("/导出 活动 天山社区")
    await wang.sees("没有名称含“天山社区”的单位")


async def test_photos_have_names_that_tell_and_no_place(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    answer, _ = await file_of(wang, "Excel 表格")
    assert "做好后发到您的私聊" in await wang.presses("照片压缩包", on=answer)
    _, data = await file_of(wang, "已去掉定位和手机信息", ".zip")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == [
            "2026-08-13_兴隆粮库_义诊_1.jpg",
            "2026-08-13_兴隆粮库_义诊_2.jpg",
            "2026-08-14_兴隆社区_秋游_1.jpg",
        ]
        assert all(b"Exif" not in file.read(name) for name in file.namelist())


async def test_other_programs_get_csv_and_json(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 活动")
    answer, _ = await file_of(wang, "Excel 表格")
    await wang.presses("CSV", on=answer)
    _, data = await file_of(wang, "CSV 表格", ".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["活动名称"] for row in rows] == ["义诊", "秋游"]
    await wang.presses("JSON", on=answer)
    _, data = await file_of(wang, "JSON 数据", ".json")
    told = json.loads(data)["activities"]
    assert told[0]["served"] == 30
    assert told[0]["photos"][1] == "2026-08-13_兴隆粮库_义诊_2.jpg"


async def test_in_english(alliance: Alliance) -> None:
    await reported(alliance)
    li = alliance["小李"].in_private()
    await li.says("/language")
    await li.presses("English")
    await li.says("/export activities August 2026")
    answer, data = await file_of(li, "Ledger of activities: Aug 2026, as Excel")
    assert li.buttons(answer) == ["Photos (zip)", "CSV", "JSON"]
    assert [leaf.name for leaf in leaves(data)][:2] == ["Summary", "Party and community education"]


async def test_a_liaison_gets_the_own_organisations_alone(alliance: Alliance) -> None:
    await reported(alliance)
    zhou = alliance["老周"].in_private()
    await zhou.says("/导出 活动")
    answer, data = await file_of(zhou, "兴隆粮库活动台账")
    livelihood = leaves(data)[2]
    assert livelihood.column("C") == ["活动名称", "义诊"]
    await zhou.says("/导出 活动 兴隆社区")
    await zhou.sees("您可以导出本单位的台账")
    liu = alliance["刘敏"].in_private()
    await liu.says("/导出 活动")
    await liu.sees("可选：同乐社区、郑州联通")
    assert "您可以导出本单位的台账" in await liu.forges(
        "activities.ledger_as:1:2", answer["message_id"]
    )
    zhang = alliance["张阿姨"].in_private()
    await zhang.says("/导出 活动")
    await zhang.sees("只有联络员")


async def test_from_the_group_it_goes_to_the_private_chat(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"]
    private = await opens(wang)
    await wang.says("/导出 活动")
    await wang.sees("发到您的私聊里了")
    await file_of(private, "Excel 表格")
    assert not any(
        "document" in one and one["from"]["id"] == wang.world.bot.id
        for one in alliance.world.messages(alliance.group)
    )


async def test_alone_it_offers_last_month_and_this_year(alliance: Alliance) -> None:
    await reported(alliance)
    zhou = alliance["老周"].in_private()
    await zhou.says("/导出")
    explained = await zhou.sees("想导出什么")
    assert "通知 12" not in zhou.reads(explained)
    assert zhou.buttons(explained) == ["📊 2026年7月活动台账", "📊 2026年活动台账"]
    await zhou.presses("2026年活动台账", on=explained)
    await file_of(zhou, "兴隆粮库2026年活动台账")


async def test_hidden_photos_are_in_no_export(alliance: Alliance) -> None:
    await reported(alliance)
    wang = alliance["王主任"].in_private()
    await wang.says("/照片 1")
    page = await wang.sees("第 1 张，共 2 张")
    await wang.presses("撤下…", on=page)
    await wang.presses("发错了", on=page)
    await wang.says("/照片 2")
    await wang.presses("隐藏", on=await wang.sees("活动 2 号 秋游"))
    await wang.says("/导出 活动")
    answer, data = await file_of(wang, "Excel 表格")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert sum(name.startswith("xl/media/") for name in file.namelist()) == 1
    await wang.presses("照片压缩包", on=answer)
    _, data = await file_of(wang, "已去掉定位和手机信息", ".zip")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == ["2026-08-13_兴隆粮库_义诊_1.jpg"]
