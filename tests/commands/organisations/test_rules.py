"""A register is read whole, or every fault in it is named by line and column."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from commands.organisations.categories import category_of
from commands.organisations.rules import LIMITS, Reading, decode, read_csv
from locales import Catalogues, plain
from storage.entries import CATEGORIES, Row

LIUZHAI = Path(__file__).parents[3] / "examples" / "liuzhai" / "organisations.csv"
HEADER = "name,short_name,category,community,address,notes"
CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")


def faults(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.column) for fault in read_csv(text).faults]


def test_the_real_register_is_read_in_its_order() -> None:
    reading = read_csv(decode(LIUZHAI.read_bytes()))
    assert reading.faults == ()
    assert len(reading.rows) == 21
    assert reading.rows[0].short_name == "街道"
    assert reading.rows[14] == Row(
        line=16,
        name="军干四所党总支",
        short_name="军干四所",
        category="stationed",
        notes="驻辖区单位；提供大型会议场地",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_what_spreadsheets_write_is_read(encoding: str) -> None:
    text = LIUZHAI.read_text(encoding="utf-8")
    assert read_csv(decode(text.encode(encoding))) == read_csv(text)


def test_columns_may_stand_in_any_order_and_short_lines_are_padded() -> None:
    text = (
        "notes,category,NAME,short_name,address,community\n,社区,兴隆社区党支部,兴隆社区\n\n,,,\n"
    )
    assert read_csv(text).rows == (
        Row(line=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"),
    )


def test_a_cell_of_two_lines_is_one_line_and_the_next_line_keeps_its_number() -> None:
    text = f'{HEADER}\r\n"兴隆社区\n党支部",兴隆社区,社区\r\n,军干,社区\r\n'
    assert faults(text) == [(4, "name")]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (",军干四所,驻区单位", (2, "name")),
        ("军干四所党总支,,驻区单位", (2, "short_name")),
        ("军干四所党总支,军干四所,", (2, "category")),
        ("军干四所党总支,军干四所,军队", (2, "category")),
        (f"{'军' * 101},军干四所,驻区单位", (2, "name")),
        (f"军干四所党总支,军干四所,驻区单位,,,{'好' * 501}", (2, "notes")),
        ("军干\ufffd,军干四所,驻区单位", (2, "name")),
        ("军干四所党总支,军干四所,驻区单位,,,,多", (2, "")),
        ('军干四所党总支,"军干四所,驻区单位', (2, "")),
    ],
)
def test_every_fault_has_its_line_and_column(line: str, where: tuple[int, str]) -> None:
    reading = read_csv(f"{HEADER}\n{line}\n")
    assert [(fault.line, fault.column) for fault in reading.faults] == [where]
    assert reading.rows == ()


def test_names_may_not_repeat() -> None:
    text = f"{HEADER}\n甲党支部,甲,社区\n乙党支部,乙,社区\n甲 党支部,乙,社区\n"
    assert faults(text) == [(4, "name"), (4, "short_name")]


def test_columns_are_checked_first() -> None:
    assert faults("name,short_name,category,community,address,phone,name\n,,\n") == [
        (1, "name"),
    ]
    assert faults("name,short_name,电话\n,,\n") == [(1, "类别")]
    assert faults("单位名称,简称,类别,纬度\n,,\n") == [(1, "经度")]
    assert faults("") == [(1, "")]
    assert faults("\n\n") == [(1, "")]


def test_all_faults_are_named_at_once_in_the_order_of_lines() -> None:
    text = f"{HEADER}\n甲党支部,甲,军队\n,乙,社区\n甲党支部,丙,社区\n"
    assert faults(text) == [(2, "category"), (3, "name"), (4, "name")]


def test_faults_are_said_in_both_languages() -> None:
    (fault,) = read_csv(f"{HEADER}\n甲党支部,甲,<b>军队\n").faults
    assert plain(fault.say(CHINESE)).startswith("第 2 行 category 列：没有“<b>军队”这个类别")
    assert plain(fault.say(ENGLISH)).startswith("Line 2, column category: “<b>军队” is not")
    (whole,) = read_csv("").faults
    assert plain(whole.say(CHINESE)).startswith("第 1 行：")


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    reading = read_csv(text)
    assert reading.faults or reading == Reading()
    for fault in reading.faults:
        fault.say(CHINESE)


@given(st.binary())
def test_any_file_is_read_or_refused(content: bytes) -> None:
    read_csv(decode(content))


@given(st.lists(st.tuples(*(st.text(max_size=40) for _ in HEADER.split(","))), max_size=4))
def test_a_row_that_is_taken_keeps_the_limits(cells: list[tuple[str, ...]]) -> None:
    quoted = [",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in cells]
    for row in read_csv("\n".join([HEADER, *quoted])).rows:
        assert row.category in CATEGORIES
        assert all(len(str(getattr(row, one))) <= LIMITS[one] for one in HEADER.split(","))


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("社区", "community"),
        ("Community", "community"),
        ("驻区 单位", "stationed"),
        ("企业", "enterprise"),
        ("ｓｏｃｉａｌ", "social"),
        ("街道", "street"),
        ("学校", None),
        ("", None),
    ],
)
def test_categories_are_understood_in_both_languages(words: str, category: str | None) -> None:
    assert category_of(words) == category
