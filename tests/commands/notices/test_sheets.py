"""The Excel sheet of a notice: all of it is there, to read and to print, and nothing is live."""

from datetime import UTC, datetime, timedelta

import pytest

from commands.kit.cells import TEXT_UNITS, sheet_name, sheet_text, width
from commands.notices.files.sheets import file_name, workbook
from locales import Catalogues
from storage.notices import (
    CANNOT,
    CHOICES,
    CHOSEN,
    COME,
    DIFFICULTY,
    HANDED_IN,
    PAPER,
    RECEIVED,
    SIGN_UP,
    TEXT,
    WRITTEN,
    Notice,
)
from storage.organisations import Organisation
from storage.people import Person
from storage.readings import Reading
from storage.sheets import Change, Line, Sheet
from tests.commands.notices import scene
from tests.commands.posts import HOSTILE
from tests.vocabulary.clock import ZONE
from tests.vocabulary.workbooks import Leaf, leaves

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
CATALOGUES = Catalogues(zone=ZONE)
CHINESE, ENGLISH = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
KINDS = ("community", "enterprise", "social", "stationed")
FORMULAS = (
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "=1+1",
    "\t=1",
    "{=1}",
    "123",
    "_x0041_",
)
TIMES = timedelta(hours=3)


def notice(text: str = "街道例会\n8月24日下午3点", **facts: object) -> Notice:
    """Notice 12, open."""
    return scene.notice(text, number=12, **facts)


def line(number: int, answer: str = "", reason: str = "", **facts: str) -> Line:
    name = facts.get("name", f"第{number}社区党支部")
    organisation = Organisation(
        id=number,
        position=number,
        name=name,
        short_name=name,
        category=KINDS[number % 4],
        community=facts.get("community", "兴隆社区"),
    )
    return Line(
        organisation=organisation,
        answer=answer,
        reason=reason,
        answered_by=facts.get("by", "陈姐") if answer else "",
        answered_at=NOW + TIMES if answer else None,
        liaisons=(Person(id=7, name=facts.get("by", "陈姐")), Person(id=8, name="小陈")),
        reminded=(NOW, NOW + timedelta(hours=1)) if not answer else (),
    )


def made(*lines: Line, words: str = "zh_CN", text: str = "街道例会") -> list[Leaf]:
    sheet = Sheet(
        notice=notice(text),
        lines=lines,
        readings=(Reading(name="张阿姨", read_at=NOW),),
        head="7:ab12",
    )
    return leaves(workbook(CATALOGUES.words(words), sheet, NOW))


def three() -> tuple[Line, ...]:
    return line(1, RECEIVED), line(2, DIFFICULTY, "会议室被占用"), line(3)


def test_every_organisation_has_its_row_in_order() -> None:
    answers = made(*three())[0]
    assert answers.column("B")[1:] == ["第1社区党支部", "第2社区党支部", "第3社区党支部"]
    assert answers.column("E") == ["反馈", "收到", "有困难", "尚未反馈"]
    assert answers.cells["F7"] == "会议室被占用"
    assert answers.column("K")[1:] == ["陈姐、小陈"] * 3
    assert answers.column("I")[1:] == ["0", "0", "2"]


def test_figures_and_title_stand_above_and_stay_in_sight() -> None:
    answers = made(*three())[0]
    assert answers.cells["A1"] == "通知 12 号反馈情况"
    assert answers.cells["A3"] == "应反馈 3 家，已反馈 2 家，未反馈 1 家，有困难 1 家"
    (pane,) = answers.all("pane")
    assert (pane.attrib["ySplit"], pane.attrib["xSplit"], pane.attrib["state"]) == (
        *("5", "2"),
        "frozen",
    )
    assert answers.all("autoFilter")[0].attrib["ref"] == "A5:K8"


def test_times_are_dates_in_the_alliances_zone() -> None:
    answers = made(*three())[0]
    day = datetime(1899, 12, 30) + timedelta(days=float(answers.cells["H6"]))  # noqa: DTZ001 - Excel
    assert abs(day - datetime(2026, 8, 20, 12, 0)) < timedelta(seconds=1)  # noqa: DTZ001 - Excel


def test_it_prints_on_wide_a4_with_its_header_on_each_page() -> None:
    answers = made(*three())[0]
    (setup,) = answers.all("pageSetup")
    assert (setup.attrib["paperSize"], setup.attrib["orientation"]) == ("9", "landscape")
    assert setup.attrib["fitToHeight"] == "0"


def test_columns_have_room_for_chinese() -> None:
    answers = made(*three())[0]
    assert width("第1社区党支部") == 13
    assert answers.width("B") >= 13
    assert made(line(1, RECEIVED, "长" * 500))[0].width("F") < 50


def test_totals_are_by_category_and_together() -> None:
    totals = made(*three())[1]
    assert totals.name == "分类汇总"
    assert totals.column("A") == ["类别", "非公企业", "社会组织", "驻区单位", "合计"]
    assert totals.column("B")[1:] == ["1", "1", "1", "3"]
    assert totals.column("D")[-1] == "1"
    assert float(totals.column("F")[-1]) == pytest.approx(2 / 3)


def test_who_else_read_it_and_the_whole_text_have_pages_of_their_own() -> None:
    _, _, readings, _, text = made(*three(), text="第一段\n第二段")
    assert readings.cells["A2"] == "张阿姨"
    assert [text.cells["A4"], text.cells["A5"]] == ["第一段", "第二段"]
    assert text.cells["A3"] == "变更记录：7:ab12"


def test_it_speaks_english() -> None:
    answers = made(*three(), words="en")[0]
    assert answers.cells["A3"] == "Asked 3, answered 2, missing 1, with difficulties 1"
    assert answers.column("E") == ["Answer given", "Received", "Difficulty", "no answer yet"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_stays_text(text: str) -> None:
    book = made(line(1, DIFFICULTY, text, name=text, by=text, community=text), text=text)
    assert [one.tag for leaf in book for one in leaf.all("f")] == []
    assert book[0].cells["F6"] == text
    assert book[0].cells["B6"] == text
    assert {book[0].style(at).get("quotePrefix") for at in ("A2", "B6", "F6", "G6")} == {"1"}
    assert {one.attrib["t"] for one in book[0].all("c") if one.attrib["r"] in {"B6", "F6"}} == {"s"}


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x07\x1b[31m", "\ud800", "\ufffe\uffff"])
def test_hostile_words_make_a_whole_file(text: str) -> None:
    book = made(line(1, DIFFICULTY, text, name=text, by=text, community=text), text=text)
    assert len(book) == 5
    assert all(len(said) <= TEXT_UNITS for leaf in book for said in leaf.cells.values())


def test_no_cell_is_longer_than_excel_takes() -> None:
    cut = sheet_text("😀" * 20_000)
    assert cut.endswith("…")
    assert len(cut.encode("utf-16-le")) // 2 <= TEXT_UNITS
    assert sheet_text("短") == "短"


def test_a_sheets_name_is_one_that_excel_takes() -> None:
    assert sheet_name("[a]:*?/\\'b" + "长" * 40) == "ab" + "长" * 29
    assert sheet_name("?") == "1"


def test_three_hundred_organisations_are_all_there() -> None:
    answers = made(*(line(number, RECEIVED if number % 3 else "") for number in range(1, 301)))[0]
    assert len(answers.column("B")) == 301
    assert answers.all("autoFilter")[0].attrib["ref"] == "A5:K305"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("街道例会", "通知12-街道例会-2026-08-20.xlsx"),
        ("停水 停电/通知：第一段\n第二段", "通知12-停水-停电-通知-第一段-2026-08-20.xlsx"),
        ("../../etc/passwd", "通知12-etc-passwd-2026-08-20.xlsx"),
        ('"\r\n\u202e😀', "通知12-2026-08-20.xlsx"),
        ("长" * 300, f"通知12-{'长' * 20}-2026-08-20.xlsx"),
    ],
)
def test_a_files_name_is_safe_and_says_what_it_is(text: str, name: str) -> None:
    assert file_name(CHINESE, notice(text), NOW, ".xlsx") == name
    assert file_name(ENGLISH, notice(text), NOW, ".xlsx").startswith("notice12-")


def of_form(form: str, *lines: Line, **facts: object) -> Leaf:
    sheet = Sheet(notice=notice("街道例会", form=form, **facts), lines=lines, readings=())
    return leaves(workbook(CHINESE, sheet, NOW))[0]


def given(number: int, answer: str, **facts: object) -> Line:
    return line(number, answer).model_copy(update=facts)


def test_a_sign_up_has_its_numbers() -> None:
    answers = of_form(SIGN_UP, given(1, COME, amount=3), given(2, CANNOT))
    assert answers.column("E") == ["反馈", "参加", "不参加"]
    assert answers.column("F") == ["人数或数字", "3"]


def test_choices_and_words_stand_in_full() -> None:
    chosen = of_form(CHOICES, given(1, CHOSEN, detail="1,3"), options="上午\n下午\n晚上")
    assert chosen.cells["F6"] == "上午\n晚上"
    long = "我们下周三才能把材料交齐，" * 20
    assert of_form(TEXT, given(1, WRITTEN, detail=long)).cells["F6"] == long


def test_handed_in_files_are_counted() -> None:
    papers = of_form(PAPER, given(1, HANDED_IN, papers=2))
    assert (papers.cells["E6"], papers.cells["G6"]) == ("已交材料", "2")


def test_the_deadline_stands_above() -> None:
    answers = of_form(SIGN_UP, deadline=NOW + TIMES)
    assert answers.cells["A4"].endswith("截止 8月20日 周四 12:00")


def test_people_and_history_have_pages_of_their_own() -> None:
    first = Change(answer=COME, amount=2, organisation=None, person="张阿姨", at=NOW)
    gone = Change(answer="", organisation=None, person="张阿姨", at=NOW)
    of = notice(form=SIGN_UP, audience="everybody")
    sheet = Sheet(notice=of, lines=(), people=(first,), changes=(first, gone), readings=())
    answers, _, people, _, history, _ = leaves(workbook(CHINESE, sheet, NOW))
    assert answers.cells["A3"] == "已有 1 人反馈"
    assert [people.cells[at] for at in ("B2", "C2", "D2")] == ["张阿姨", "参加", "2"]
    assert history.column("C") == ["反馈", "参加", "已撤回"]


def test_an_answer_of_tomorrow_stands_as_it_is_kept() -> None:
    assert of_form(SIGN_UP, given(1, "perhaps")).cells["E6"] == "perhaps"
