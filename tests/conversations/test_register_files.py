"""Staff send the register as a file: shown first, taken over whole, and given out again."""

import pytest

from tests.conversations.alliance import Alliance
from tests.vocabulary import Person, photo
from tests.vocabulary.reading import Message

pytestmark = pytest.mark.slow  # it starts programs that read files

HEADER = "单位名称,简称,类别,电话,负责人"
COURT = "惠济区人民法院党总支,惠济法院,驻区单位"


async def sends(person: Person, name: str, data: bytes, caption: str = "") -> None:
    await person.sends_files([("document", name, data)], caption)


def csv(*lines: str) -> bytes:
    return "\r\n".join([HEADER, *lines]).encode("gb18030")


async def file_of(person: Person, suffix: str) -> tuple[Message, bytes]:
    """The newest file with such a name."""
    await person.sees("📤 单位名册")
    await person.is_quiet()
    message = next(one for one in reversed(person.files()) if one["document"])
    assert message["document"]["file_name"].endswith(suffix)
    return message, person.world.file(message["document"]["file_id"])


async def test_a_file_is_shown_then_taken_over(alliance: Alliance) -> None:
    await it_is_mended_and_taken_over(alliance)
    await it_is_shown_anew_when_the_register_changed(alliance)
    await pairs_stand_in_it(alliance)
    await it_goes_out_and_comes_back_without_a_change(alliance)


async def it_is_mended_and_taken_over(alliance: Alliance) -> None:
    """Faults by line and column; what would change field by field; nothing before the press."""
    wang, zhang = alliance["王主任"].in_private(), alliance["张阿姨"]
    await sends(wang, "名册.csv", csv(f"{COURT},找小李,李", "图书馆党支部,图书馆,书店"))
    faulty = await wang.sees("名册.csv 有 2 处要改，现有资料没有变化")
    assert "第 2 行 电话 列：“找小李”不像电话号码" in wang.reads(faulty)
    assert "第 3 行 类别 列：没有“书店”这个类别" in wang.reads(faulty)
    await sends(wang, "名册2.csv", csv(f"{COURT},0371-60001234,李", "图书馆党支部,图书馆,社会组织"))
    shown = await wang.sees("新增 1 家，修改 1 家，0 家没有变化")
    assert "文件里没有的 20 家单位保持原样" in wang.reads(shown)
    assert "没有用到的列：负责人" in wang.reads(shown)
    assert "电话：（空） → 0371-60001234" in wang.reads(shown)
    await zhang.says("/org 图书馆")
    await zhang.sees("没有找到名称里带“图书馆”的单位")
    assert await wang.presses("确认导入", on=shown) == "✅ 已导入。"
    await alliance.shows(wang, shown, "新增 1 家，修改 1 家")
    await zhang.says("/org 图书馆")
    await zhang.sees("图书馆 · 社会组织")
    assert "已经处理过" in await wang.forges("organisations.drop:2", shown["message_id"])
    await sends(wang, "名册2.csv", csv(f"{COURT},0371-60001234,李", "图书馆党支部,图书馆,社会组织"))
    again = await wang.sees("名册里已经都有了，不用导入")
    assert wang.buttons(again) == []


async def it_is_shown_anew_when_the_register_changed(alliance: Alliance) -> None:
    """A colleague's change between the preview and the press is seen first."""
    wang, li = alliance["王主任"].in_private(), alliance["小李"].in_private()
    await sends(wang, "名册3.csv", csv(f"{COURT},12345,"))
    shown = await wang.sees("0371-60001234 → 12345")
    await li.says("/org 惠济法院")
    await li.answered()
    card = await li.sees("惠济法院 · ")
    await li.presses("✏️", on=card)
    await li.presses("电话", on=card)
    question = await li.sees("惠济法院的电话改成什么")
    await li.says("110", reply_to=question["message_id"])
    await li.sees("0371-60001234 → 110")
    assert "名册刚才有人改过" in await wang.presses("确认导入", on=shown)
    await alliance.shows(wang, shown, "110 → 12345")
    await wang.presses("不导入", on=shown)
    await alliance.shows(wang, shown, "没有导入 名册3.csv")


async def pairs_stand_in_it(alliance: Alliance) -> None:
    """One side is enough to begin one; a partner that nobody knows is told by its line."""
    wang = alliance["王主任"].in_private()
    header = "单位名称,简称,类别,结对"
    wrong = "\n".join([header, f"{COURT},兴隆社区（2016-08）；幸福社区"]).encode()
    await sends(wang, "结对.csv", wrong)
    await wang.sees("第 2 行 结对 列：名册和这份文件里都没有“幸福社区”")
    right = "\n".join([header, f"{COURT},兴隆社区 2016年8月、同乐社区"]).encode()
    await sends(wang, "结对2.csv", right)
    shown = await wang.sees("结对：（空） → 兴隆社区（2016-08）；同乐社区")
    await wang.presses("确认导入", on=shown)
    await alliance.shows(wang, shown, "新增 0 家，修改 1 家")
    await wang.says("/org 同乐社区")
    await wang.sees("结对：惠济法院")


async def it_goes_out_and_comes_back_without_a_change(alliance: Alliance) -> None:
    """As a workbook, and as CSV."""
    wang = alliance["王主任"].in_private()
    await wang.says("/导出 名册")
    message, workbook = await file_of(wang, ".xlsx")
    await sends(wang, "workbook.xlsx", workbook)
    await wang.sees("📥 workbook.xlsx\n新增 0 家，修改 0 家，22 家没有变化")
    await wang.presses("CSV", on=message)
    await wang.is_quiet()
    _, table = await file_of(wang, ".csv")
    await sends(wang, "table.csv", table, "/orgs")
    await wang.sees("📥 table.csv\n新增 0 家，修改 0 家，22 家没有变化")
    await sends(wang, "照片.xlsx", photo(1))
    await wang.sees("照片.xlsx 有 1 处要改，现有资料没有变化。\n这不是能打开的 Excel 文件")
    await wang.says("/orgs")
    await wang.answered()
    overview = await wang.sees("共建联盟共 22 家单位")
    await wang.presses("导入导出", on=overview)
    await wang.presses("空白模板", on=overview)
    await wang.sees("每家单位填一行，填好把文件发回给我")


async def test_in_english_and_not_from_members(alliance: Alliance) -> None:
    li, emma = alliance["小李"].in_private(), alliance["Emma"].in_private()
    await li.says("/language")
    await li.presses("English")
    lines = ["Full name;short_name;Category", "Library, Party branch;Library;social", "x;y;z"]
    await sends(li, "register.csv", "\n".join(lines).encode())
    await li.sees("Line 3, column Category: “z” is not a category")
    await sends(li, "register.csv", "\n".join(lines[:2]).encode(), "/orgs")
    shown = await li.sees("1 to be added, 0 to be changed, 0 as before")
    await li.presses("✅ Take over", on=shown)
    await alliance.shows(li, shown, "1 added, 0 changed, 0 as before")
    await sends(emma, "register.csv", "\n".join(lines).encode())
    await emma.answered()
    assert "Reading" not in await emma.answered()
    await sends(alliance["小李"], "register.csv", "\n".join(lines).encode(), "/orgs")
    await alliance["小李"].sees("private chat")
