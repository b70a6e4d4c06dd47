"""Tables of service points: read whole or with every fault, and back again unchanged."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from commands.kit.readings import Reading, restored, written
from commands.points import facts
from commands.points.files import views, writing
from commands.points.files.perusing import peruse
from commands.points.hours import read_hours
from commands.points.kinds import KIND_NAMES, bare_level, bare_name, kind_in, level_in
from locales import Catalogues, Words, plain
from storage.datums import GCJ02
from storage.imports import READ, Import
from storage.organisations import Organisation
from storage.point_registers import Kept, Row
from storage.points import KINDS, LEVELS, Point
from tests.commands.posts import HOSTILE, check_limits

ZONE = ZoneInfo("Asia/Shanghai")
CHINESE, ENGLISH = (Catalogues(zone=ZONE).words(one) for one in ("zh_CN", "en"))
TODAY = date(2026, 8, 20)
NOW = datetime(2026, 8, 20, 4, tzinfo=UTC)
XINGLONG = Organisation(
    id=2, position=2, name="兴隆社区党支部", short_name="兴隆社区", category="community"
)
HEADER = "所属单位,服务点,类别,级别,纬度,经度,坐标系,开放时间,电话,服务内容\n"
LINE = (
    "兴隆社区,卫生站,卫生健康,社区级,34.8012,113.6506,GCJ-02,工作日 9-17点,0371-60001234,量血压\n"
)


def point(number: int = 1, name: str = "卫生站", **more: object) -> Point:
    said = {
        "hours": read_hours("周一至周五 9:00-12:00 14:00-17:30；周六上午", TODAY).model_dump_json()
    }
    given: dict[str, object] = {
        "id": number,
        "organisation_id": 2,
        "organisation": "兴隆社区",
        "name": name,
        "kind": "health",
        "level": "community",
        "given_latitude": 34.8012,
        "given_longitude": 113.6506,
        "datum": GCJ02,
        "latitude": 34.8,
        "longitude": 113.64,
        "revision": 1,
        "confirmed_at": NOW,
    }
    return Point.model_validate(given | said | more)


def perused(text: str) -> Reading[Row]:
    return peruse("服务点.csv", text.encode(), TODAY)


def test_a_line_is_a_point_and_survives_being_kept() -> None:
    reading = perused("服务点一览,,,\n" + HEADER + LINE)
    assert reading.faults == ()
    (row,) = restored(written(reading), Row).rows
    assert (row.organisation, row.name, row.kind, row.level) == (
        *("兴隆社区", "卫生站", "health", "community"),
    )
    assert (row.given_latitude, row.given_longitude, row.datum) == (34.8012, 113.6506, GCJ02)
    assert '"by_calendar":true' in row.hours
    assert "address" not in row.model_fields_set


@pytest.mark.parametrize(
    ("change", "column", "says"),
    [
        (("卫生健康", "修仙"), "类别", "“修仙”不是服务点的类别"),
        (("社区级", "国家级"), "级别", "“国家级”不是级别"),
        (("GCJ-02", "百度"), "坐标系", "“百度”这种坐标系不能用"),
        (("34.8012", "934"), "纬度", "“934”不是地图上的位置"),
        ((",GCJ-02", ","), "", "纬度、经度、坐标系要一起填"),
        (("工作日 9-17点", "看情况"), "开放时间", "没看懂“看情况”"),
        (("0371-60001234", "张三"), "电话", "“张三”不是电话号码"),
        (("兴隆社区,", ","), "所属单位", "没有填写"),
        (("量血压", "好" * 301), "服务内容", "有 301 个字"),
    ],
)
def test_every_fault_says_where_it_is(change: tuple[str, str], column: str, says: str) -> None:
    (fault,) = perused(HEADER + LINE.replace(*change)).faults
    said = plain(fault.say(CHINESE))
    assert fault.line == 2
    assert fault.column == column
    assert said.startswith("第 2 行"), said
    assert says in said or column == "所属单位", said


def test_twice_the_same_and_headers_that_are_missing() -> None:
    (twice,) = perused(HEADER + LINE + LINE).faults
    assert "第 2 行已经有了" in twice.say(CHINESE)
    (missing,) = perused("服务点,类别\n卫生站,卫生\n").faults
    assert missing.column == "所属单位"
    assert len(perused("单位,服务点,服务点\n").faults) == 1
    assert "没有服务点" in perused(HEADER).faults[0].say(CHINESE)
    assert peruse("服务点.xlsx", b"PNG", TODAY).faults
    assert perused("").faults


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_what_was_taken_along_comes_back_and_changes_nothing(words: Words) -> None:
    every = [
        point(),
        point(
            2,
            "=服务大厅",
            kind="hall",
            level="street",
            datum="",
            given_latitude=None,
            given_longitude=None,
            latitude=None,
            longitude=None,
            hours="",
            phone="110",
        ),
        *(point(10 + n, f"点{n}", kind=kind) for n, kind in enumerate(KINDS)),
    ]
    kept = Kept(points=tuple(every), organisations=(XINGLONG,))
    for name, data in (
        ("a.csv", writing.as_csv(words, every, TODAY)),
        ("a.xlsx", writing.workbook(words, every, TODAY)),
    ):
        reading = peruse(name, data, TODAY)
        assert reading.faults == ()
        planned = kept.plan(reading.rows)
        assert (planned.unchanged, planned.added, planned.changed) == (len(every), (), ())


def test_a_plan_says_what_it_does_and_who_is_unknown() -> None:
    kept = Kept(points=(point(), point(2, "食堂")), organisations=(XINGLONG,))
    reading = perused(HEADER + LINE + LINE.replace("卫生站", "图书室") + "没有,店,其他\n")
    planned = kept.plan(reading.rows)
    assert [one.name for one in planned.added] == ["图书室"]
    assert [sorted(one.new) for one in planned.changed] == [["hours", "offers", "phone"]]
    assert planned.left_out == 1
    assert [(one.line, one.organisation) for one in planned.strangers] == [(4, "没有")]
    one = Import(
        id=1,
        person_id=1,
        file_id="f",
        name="服务点.csv",
        kind="points",
        state=READ,
        reading="",
        tries=1,
        page=1,
        added=0,
        changed=0,
        unchanged=0,
    )
    assert "没有“没有”这家单位" in views.show(CHINESE, one, reading, planned).text
    known = kept.plan(reading.rows[:2])
    shown = views.show(CHINESE, one, reading, known)
    assert "开放时间：周一至周五" in shown.text
    assert "＋ 图书室" in shown.text
    check_limits(shown)
    assert known.mark != kept.plan(reading.rows[:1]).mark


def test_kinds_and_levels_are_read_as_they_are_shown() -> None:
    assert set(KIND_NAMES) == set(KINDS)
    for words in (CHINESE, ENGLISH):
        assert [facts.read_kind(bare_name(words, kind)) for kind in KINDS] == list(KINDS)
        assert [level_in(bare_level(words, level)) for level in LEVELS] == list(LEVELS)
    assert kind_in("最近的卫生站在哪") == ("health", "卫生站")
    assert facts.read_kind("修仙") is None


@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_are_words(said: str) -> None:
    for name in ("name", "address", "offers"):
        value = facts.read_words(name, said)
        assert not isinstance(value, str) or len(value) <= facts.LIMITS[name]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("34.8012, 113.6506", (34.8012, 113.6506)),
        ("113.6506，34.8012", (34.8012, 113.6506)),
        ("北纬34.8 东经113.65", (34.8, 113.65)),
    ],
)
def test_a_place_in_either_order(said: str, place: tuple[float, float]) -> None:
    assert facts.read_place(said) == place


@pytest.mark.parametrize("said", ["", "兴隆街", "200, 300", "34.8", "1,2,3", "nan, 3"])
def test_what_is_no_place(said: str) -> None:
    assert not isinstance(facts.read_place(said), tuple)
