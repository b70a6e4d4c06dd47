"""Files with a register as offices have them: read, or refused with where and what to do."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st
from xlsxwriter import Workbook

from commands.kit import tables, workbooks
from commands.kit.readings import restored, written
from commands.kit.tables import guarded, unguarded
from commands.organisations import facts
from commands.organisations.columns import COLUMNS, column_of
from commands.organisations.importing import writing
from commands.organisations.importing.perusing import peruse
from locales import Catalogues, plain
from storage import comparisons
from storage.entries import Row
from storage.organisations import Organisation
from tests.vocabulary import photo

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")
HEADER = ("单位名称", "简称", "类别")
JUNGAN = ("军干四所党总支", "军干四所", "驻区单位")
Rows = Sequence[Sequence[object]]


def book(rows: Rows, merged: str = "", **sheets: Rows) -> bytes:
    """A workbook with these rows; `merged` is a range of the first sheet."""
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as file:
        for place, table in enumerate([rows, *sheets.values()]):
            sheet = file.add_worksheet()
            for number, row in enumerate(table):
                sheet.write_row(number, 0, row)
            if merged and not place:
                sheet.merge_range(merged, rows[1][2])
    return data.getvalue()


def faults(name: str, data: bytes) -> list[tuple[int, str, str]]:
    reading = peruse(name, data)
    assert not reading.rows
    for fault in reading.faults:
        assert "{" not in plain(fault.say(CHINESE))
        assert "{" not in plain(fault.say(ENGLISH))
    return [(fault.line, fault.column, fault.sentence) for fault in reading.faults]


def test_a_workbook_is_read_with_its_header_anywhere_and_in_any_order() -> None:
    rows: Rows = [
        ["刘寨街道共建单位一览表"],
        [],
        ["序号", "类别（必填）", "联系电话", "单位名称", "简称", "纬度", "经度", "负责人"],
        [1, "驻区单位", 37160001234, "军干四所党总支", "军干四所", 34.7866, 113.65, "王"],
        [],
        [2, "社区", "", "兴隆社区党支部", "兴隆社区", "", "", ""],
    ]
    reading = peruse("名册.xlsx", book(rows))
    assert reading.faults == ()
    assert reading.unknown == ("负责人",)
    first, second = reading.rows
    assert (first.name, first.phone, first.latitude) == ("军干四所党总支", "37160001234", 34.7866)
    assert first.model_fields_set == second.model_fields_set
    assert "notes" not in first.model_fields_set
    assert (second.short_name, second.longitude) == ("兴隆社区", None)


def test_a_cell_merged_downwards_counts_for_each_line() -> None:
    rows = [HEADER, JUNGAN, ("东风路小学党支部", "东风路小学", ""), ("郑州联通党支部", "联通", "")]
    reading = peruse("x.xlsx", book(rows, "C2:C4"))
    assert [row.category for row in reading.rows] == ["stationed"] * 3


def test_the_sheet_with_the_header_is_taken() -> None:
    reading = peruse("x.xlsx", book([["说明"], ["请填第二张表"]], table=[HEADER, JUNGAN]))
    assert [row.short_name for row in reading.rows] == ["军干四所"]


def test_a_formula_counts_as_what_it_showed_and_without_that_its_cell_is_named() -> None:
    data = io.BytesIO()
    with Workbook(data, {"in_memory": True}) as file:
        sheet = file.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, JUNGAN)
        sheet.write_formula(1, 1, "=LEFT(A2,4)", None, "军干四所")
    shown = data.getvalue()
    assert [row.short_name for row in peruse("x.xlsx", shown).rows] == ["军干四所"]
    name, content = "xl/worksheets/sheet1.xml", "<v>军干四所</v>"
    bare = changed(shown, name, content, "")
    assert faults("x.xlsx", bare) == [(2, "简称", workbooks.NO_VALUE)]
    broken = changed(shown, name, 't="str"><f>', 't="e"><f>')
    assert faults("x.xlsx", broken) == [(2, "简称", workbooks.WRONG_VALUE)]


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """The same workbook with something else in a part of it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as file, zipfile.ZipFile(out, "w") as to:
        for one in file.namelist():
            said = file.read(one)
            if one == name:
                assert old.encode() in said
                said = said.replace(old.encode(), new.encode())
            to.writestr(one, said)
    return out.getvalue()


def test_what_is_no_table_is_refused_kindly() -> None:
    whole = [(0, "", workbooks.NO_WORKBOOK)]
    assert faults("名册.xlsx", photo(1)) == whole
    assert faults("名册.csv", photo(1)) == whole
    assert faults("名册.xlsx", b"PK\x03\x04 torn") == whole
    assert faults("名册.xls", workbooks.OLD + bytes(600)) == [(0, "", workbooks.OLD_WORKBOOK)]
    sound = book([HEADER, JUNGAN])
    assert faults("名册.xlsx", sound[:-200]) == whole
    entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    evil = changed(sound, "xl/sharedStrings.xml", "<sst", f"{entity}<sst")
    assert faults("名册.xlsx", evil) == whole
    ((line, _, _),) = faults("名册.xlsx", b"")
    assert line == 1


@pytest.mark.parametrize(("at", "value"), [(8, 1), (10, 99)], ids=["password", "unknown packing"])
def test_what_cannot_be_unpacked_is_refused_kindly(at: int, value: int) -> None:
    """APPNOTE.TXT 4.3.12: flags and method are bytes 8 and 10 of an entry of the central list."""
    data = bytearray(book([HEADER, JUNGAN]))
    entry = data.find(b"PK\x01\x02")
    while entry > 0:
        data[entry + at] = value
        entry = data.find(b"PK\x01\x02", entry + 1)
    assert faults("名册.xlsx", bytes(data)) == [(0, "", workbooks.NO_WORKBOOK)]


def test_what_unfolds_to_too_much_is_not_opened() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", bytes(workbooks.UNFOLDED + 1))
    assert len(data.getvalue()) < 100_000
    assert faults("x.xlsx", data.getvalue()) == [(0, "", workbooks.TOO_LARGE)]


def test_ten_thousand_lines_are_read_and_more_than_anybody_has_are_not() -> None:
    lines = [f"单位{n}党支部,单位{n},社区" for n in range(tables.MOST_LINES)]
    text = "\n".join([",".join(HEADER), *lines])
    assert faults("x.csv", text.encode()) == [(0, "", tables.TOO_LONG)]
    reading = peruse("x.csv", "\n".join(text.split("\n")[:10_001]).encode("gb18030"))
    assert len(reading.rows) == 10_000
    assert restored(written(reading), Row) == reading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_as_programs_write_it(encoding: str, separator: str) -> None:
    text = "\r\n".join(separator.join(row) for row in (HEADER, JUNGAN))
    reading = peruse("x.csv", text.encode(encoding))
    assert [row.name for row in reading.rows] == ["军干四所党总支"]


def test_every_cell_that_is_wrong_is_named() -> None:
    rows = [
        (*HEADER, "电话", "纬度", "经度"),
        ("甲党支部", "甲", "军队", "找王主任", "", ""),
        ("乙党支部", "甲", "社区", "", 34.7, ""),
        ("", "丙", "社区", "", 134, 113.6),
    ]
    assert faults("x.xlsx", book(rows)) == [
        (2, "类别", facts.NO_CATEGORY),
        (2, "电话", facts.NO_PHONE),
        *((3, *one[1:]) for one in faults("x.xlsx", book([rows[0], rows[1], rows[2]]))[2:]),
        (4, "单位名称", facts.EMPTY),
        (4, "纬度", facts.NO_DEGREES),
    ]
    assert len(faults("x.xlsx", book([rows[0], rows[1], rows[2]]))) == 4
    assert faults("x.csv", b"name,short_name,category\n")[0][0] == 1


def test_headers_are_understood_in_both_languages() -> None:
    for column, every in COLUMNS.items():
        for called in every:
            assert column_of(f" {called.upper()} *") == column
    assert column_of("负责人") is None


@given(st.text(max_size=20))
def test_what_is_guarded_is_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[:1] not in set(tables.FORMULAS)
    assert unguarded(guarded(text)) == text


def test_no_cell_of_a_file_of_ours_is_a_formula() -> None:
    one = Organisation(id=1, position=1, name="=1+1", short_name="-2", category="community")
    assert b"'=1+1,'-2," in writing.as_csv(CHINESE, [one])
    with zipfile.ZipFile(io.BytesIO(writing.workbook(CHINESE, [one]))) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")


def test_the_empty_table_is_one_to_fill_in() -> None:
    reading = peruse("x.xlsx", writing.workbook(CHINESE, ()))
    assert [fault.line for fault in reading.faults] == [1]
    assert "每家单位填一行" in plain(reading.faults[0].say(CHINESE))


def test_an_entry_says_which_columns_the_file_had() -> None:
    reading = peruse("x.csv", "\n".join(map(",".join, (HEADER, JUNGAN))).encode())
    (row,) = restored(written(reading), Row).rows
    old = Organisation(id=1, position=1, phone="110", **row.model_dump(exclude={"phone"}))
    assert row == reading.rows[0]
    assert not row.speaks
    assert not comparisons.plan([old], [row]).does_something
