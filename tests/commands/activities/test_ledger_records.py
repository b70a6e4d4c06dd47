"""The ledger for other programs: CSV that no spreadsheet takes for formulas, and JSON."""

import csv
import io
import json

import pytest
from hypothesis import given, strategies as st

from commands.activities.ledger import records
from locales import Catalogues
from storage.ledgers import Part, Shot
from tests.commands.activities.ledgers import entry, ledger
from tests.commands.posts import HOSTILE
from tests.vocabulary.clock import ZONE

CHINESE = Catalogues(zone=ZONE).words("zh_CN")
PHOTO = Shot(path="a.jpg", bytes=1, is_film=False)

FORMULAS = ("=1+1", "+86", "-3", "@x", "\t=1", "\r=1", "＝1+1", " =1")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_excel_knows_the_encoding() -> None:
    assert records.as_csv(CHINESE, ledger(entry())).startswith(b"\xef\xbb\xbf")


def test_each_activity_is_a_row() -> None:
    helped = Part(organisation_id=2, organisation="同乐社区", is_host=True)
    told = entry(partners=(helped,), tags=("义诊", "助学"), photos=(PHOTO,), served=None)
    (row,) = rows(records.as_csv(CHINESE, ledger(told)))
    assert row["日期"] == "2026-08-13"
    assert row["类别"] == "民生工作"
    assert row["标签"] == "义诊;助学"
    assert row["合办单位"] == "同乐社区"
    assert (row["服务人数"], row["参加人数"], row["照片"]) == ("", "5", "1")


@pytest.mark.parametrize("words", [*HOSTILE, *FORMULAS])
def test_no_cell_is_a_formula(words: str) -> None:
    (row,) = rows(records.as_csv(CHINESE, ledger(entry(title=words, place=words, caption=words))))
    for cell in row.values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@given(st.text())
def test_any_text_comes_back(words: str) -> None:
    (row,) = rows(records.as_csv(CHINESE, ledger(entry(caption=words))))
    assert row["活动内容"].removeprefix("'") == words.replace("\0", "").removeprefix("'")


def test_json_has_all_that_is_known() -> None:
    whole = json.loads(records.as_json(CHINESE, ledger(entry(photos=(PHOTO,)))))
    (told,) = whole["activities"]
    assert told["date"] == "2026-08-13"
    assert (told["kind"], told["kind_name"]) == ("livelihood", "民生工作")
    assert (told["served"], told["minutes"], told["money_yuan"]) == (30, 120, 500)
    assert told["photos"] == ["2026-08-13_兴隆粮库_义诊_1.jpg"]
    assert told["reported_at"] == "2026-08-20T09:00:00+08:00"
