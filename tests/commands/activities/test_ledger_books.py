"""The ledger as Excel: all that was done is in it, it can be printed, and nothing is live."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from commands.activities.ledger import books, figures
from commands.activities.ledger.thumbnails import Thumbnails
from locales import Catalogues
from storage.ledgers import Entry, Part
from tests.commands.activities.ledgers import bench, entry, ledger, shot
from tests.commands.posts import HOSTILE
from tests.vocabulary.clock import ZONE
from tests.vocabulary.files import bomb
from tests.vocabulary.workbooks import Leaf, leaves, pictures

CATALOGUES = Catalogues(zone=ZONE)
CHINESE, ENGLISH = CATALOGUES.words("zh_CN"), CATALOGUES.words("en")
HEADER, FIRST = 3, 4


def book(folder: Path, *entries: Entry, undated: int = 0) -> tuple[list[Leaf], bytes]:
    path = folder / "book.xlsx"
    books.write(path, ledger(*entries, undated=undated), bench(CHINESE, folder))
    data = path.read_bytes()
    return leaves(data), data


def test_each_kind_has_a_sheet_and_those_without_one_too(tmp_path: Path) -> None:
    found, _ = book(tmp_path, entry(), entry(2, linkage=""), entry(3, linkage="unheard of"))
    assert [leaf.name for leaf in found] == [
        *("汇总", "党群教育", "民生工作", "区域文化", "安全稳定", "区域发展", "未分类"),
    ]
    assert found[-1].column("A")[2:] == ["序号", "1", "2", "合计"]
    assert [leaf.name for leaf in book(tmp_path, entry())[0]][-1] == "区域发展"


def test_the_sums_are_right(tmp_path: Path) -> None:
    helped = Part(organisation_id=2, organisation="同乐社区", is_host=True)
    found, _ = book(
        tmp_path,
        entry(1, partners=(helped,)),
        entry(2, organisation="同乐社区", served=None, minutes=45, money=None, linkage="safety"),
    )
    summary, cells = found[0], found[0].cells
    rows = {cells[f"A{at}"]: [cells[f"{one}{at}"] for one in "BCDEF"] for at in range(5, 11)}
    assert rows["民生工作"] == ["1", "30", "5", "2", "500"]
    assert rows["安全稳定"] == ["1", "0", "5", "0.75", "0"]
    assert rows["合计"] == ["2", "30", "10", "2.75", "500"]
    titles = summary.column("A").index("单位") + 2
    at = next(at for at in range(titles, titles + 6) if cells.get(f"A{at}") == "同乐社区")
    assert [cells[f"{one}{at}"] for one in "BCDEFG"] == ["2", "30", "10", "2.75", "500", "1"]


def test_photos_stand_in_their_rows_made_small(tmp_path: Path) -> None:
    shots = tuple(shot(tmp_path, f"{name}.jpg") for name in range(5))
    found, data = book(tmp_path, entry(photos=shots))
    small = pictures(data)
    assert len(small) == 3
    for one in small:
        with Image.open(BytesIO(one)) as picture:
            assert max(picture.size) <= 256
            assert not picture.getexif()
    livelihood = found[2]
    assert len(livelihood.all("drawing")) == 1
    row = next(one for one in livelihood.all("row") if one.attrib["r"] == str(FIRST))
    assert float(row.attrib["ht"]) >= 72


@pytest.mark.parametrize(
    "data", [b"", "签到表".encode(), b"\xff\xd8\xff\xe0", bomb()], ids=["0", "words", "cut", "bomb"]
)
def test_what_cannot_be_opened_leaves_its_place_empty(tmp_path: Path, data: bytes) -> None:
    broken, whole = shot(tmp_path, "broken.jpg", data), shot(tmp_path, "whole.jpg")
    gone = whole.model_copy(update={"path": "gone.jpg"})
    _, made = book(tmp_path, entry(photos=(broken, gone, whole)))
    assert len(pictures(made)) == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_text_stays_text(tmp_path: Path, words: str) -> None:
    hostile = entry(
        title=words, caption=f"{words} ", place=words, materials=words, tags=(words, words)
    )
    found, _ = book(tmp_path, hostile)
    assert [leaf.all("f") for leaf in found] == [[]] * len(found)
    assert [leaf.all("hyperlink") for leaf in found] == [[]] * len(found)
    livelihood = found[2]
    assert livelihood.style("C4").get("quotePrefix") == "1"


def test_a_formula_is_seen_as_it_was_written(tmp_path: Path) -> None:
    found, _ = book(tmp_path, entry(title="=1+1", place='=HYPERLINK("http://x","看")'))
    assert found[2].cells["C4"] == "=1+1"
    assert found[2].cells["F4"] == '=HYPERLINK("http://x","看")'


def test_it_can_be_printed(tmp_path: Path) -> None:
    found, _ = book(tmp_path, *(entry(number) for number in range(1, 40)))
    for leaf in found:
        (setup,) = leaf.all("pageSetup")
        assert (setup.attrib["paperSize"], setup.attrib["orientation"]) == ("9", "landscape")
        assert setup.attrib["fitToHeight"] == "0"
        assert "&P / &N" in (leaf.all("oddFooter")[0].text or "")
    for leaf in found[1:]:
        (pane,) = leaf.all("pane")
        assert (pane.attrib["ySplit"], pane.attrib["xSplit"]) == ("3", "3")


def test_it_bears_the_head_of_the_record(tmp_path: Path) -> None:
    assert "变更记录：7:ab12" in book(tmp_path)[0][0].cells.values()


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    found, _ = book(tmp_path, entry(), undated=3)
    assert "另有 3 次活动没有日期，未列入" in found[0].cells["A2"]


def test_the_more_activities_the_fewer_photos_of_each(tmp_path: Path) -> None:
    shots = tuple(shot(tmp_path, f"{name}.jpg") for name in range(3))
    told: list[tuple[int, int]] = []

    def most(count: int) -> int:
        entries = [entry(number, photos=shots) for number in range(count)]
        return Thumbnails(bench(CHINESE, tmp_path, told), entries).most

    assert [most(count) for count in (1, 1000, 1001, 1501, 3001)] == [3, 3, 2, 1, 0]
    assert Thumbnails(bench(CHINESE, tmp_path), [entry()]).most == 0


def test_it_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    entries = [entry(number) for number in range(120)]
    books.write(tmp_path / "b.xlsx", ledger(*entries), bench(ENGLISH, tmp_path, told))
    assert told[-1] == (120, 120)
    assert 20 <= len(told) <= 60


def test_a_joint_activity_counts_for_each_once() -> None:
    own = Part(organisation_id=1, organisation="兴隆粮库", is_host=True)
    other = Part(organisation_id=2, organisation="同乐社区", is_host=False)
    first, second = figures.credits_of([entry(partners=(own, other))])
    assert (first.organisation, first.own, first.joint) == ("兴隆粮库", 1, 0)
    assert (second.organisation, second.own, second.joint) == ("同乐社区", 0, 1)
    assert figures.credits_of([entry(organisation="")]) == ()
