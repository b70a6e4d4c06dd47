"""With whom an organisation is paired, as offices write it in a cell, and what comes of it."""

from datetime import UTC, date, datetime

import pytest

from commands.kit.faults import Problem
from commands.organisations import facts, partners
from commands.organisations.importing import misfits
from commands.organisations.importing.perusing import peruse
from locales import Catalogues, plain
from storage import comparisons, couples
from storage.comparisons import Plan
from storage.couples import Couple
from storage.organisations import Organisation
from storage.pairings import Pairing

WORDS = Catalogues().words("zh_CN")
AUGUST, DAY = date(2016, 8, 1), date(2016, 8, 24)
KINDS = {
    "街道": "street",
    "兴隆社区": "community",
    "同乐社区": "community",
    "惠济法院": "stationed",
    "第六十中学": "stationed",
}
KEPT = tuple(
    Organisation(id=n, position=n, name=f"{name}党支部", short_name=name, category=KINDS[name])
    for n, name in enumerate(KINDS, 1)
)
IDS = {one.short_name: one.id for one in KEPT}
CALLED = {"street": "街道", "community": "社区", "stationed": "驻区单位"}


def pair(one: str, other: str, since: date | None = None) -> Pairing:
    return Pairing(
        id=10 * IDS[one] + IDS[other],
        organisation_id=IDS[one],
        organisation=one,
        community_id=IDS[other],
        community=other,
        since=since,
        paired_by=1,
        paired_at=datetime(2026, 8, 24, tzinfo=UTC),
    )


def plan(
    *rows: tuple[str, str], paired: tuple[Pairing, ...] = (), kept: tuple[Organisation, ...] = KEPT
) -> Plan:
    """What a file does whose first line is the header: short names, and their cells."""
    lines = [
        f"{name}党支部,{name},{CALLED[KINDS.get(name, 'stationed')]},{cell}" for name, cell in rows
    ]
    reading = peruse("x.csv", "\n".join(["单位名称,简称,类别,结对子", *lines]).encode(), DAY)
    assert reading.faults == ()
    return comparisons.plan(kept, reading.rows, paired)


def said(planned: Plan) -> list[str]:
    return [plain(misfits.apart(WORDS, one)) for one in planned.misfits]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("兴隆社区（2016-08）；同乐社区", [("兴隆社区", AUGUST), ("同乐社区", None)]),
        ("兴隆社区(2016年8月24日起)、同乐社区,", [("兴隆社区", DAY), ("同乐社区", None)]),
        ("兴隆社区 2016/08/24 / 同乐社区：自2016年8月", [("兴隆社区", DAY), ("同乐社区", AUGUST)]),
        ("兴隆社区【2016.8】\n兴隆社区【2016.8】", [("兴隆社区", AUGUST)]),
        ("第六十中学（北校区）", [("第六十中学（北校区）", None)]),
        (" ； ", []),
    ],
)
def test_a_cell_is_read_as_it_was_meant(cell: str, read: list[tuple[str, date | None]]) -> None:
    lines = facts.read("pairs", cell)
    assert isinstance(lines, str)
    found = [partners.partner(line) for line in lines.splitlines()]
    assert [(one.name, one.since) for one in found] == read


def test_a_day_that_is_none_or_to_come_is_told_with_its_line() -> None:
    wrong = facts.read("pairs", "兴隆社区（2016-13）")
    assert isinstance(wrong, Problem)
    assert wrong.sentence == partners.NO_SINCE
    late = "单位名称,简称,类别,结对\n惠济法院党支部,惠济法院,驻区单位,兴隆社区（2016-09）"
    (fault,) = peruse("x.csv", late.encode(), DAY).faults
    assert "第 2 行 结对 列：“兴隆社区（2016-09）”里的日期看不懂" in plain(fault.say(WORDS))


def test_one_side_is_enough_to_begin_a_pair() -> None:
    planned = plan(("惠济法院", "兴隆社区（2016-08）"), ("兴隆社区", ""), ("同乐社区", ""))
    court, community = "惠济法院党支部", "兴隆社区党支部"
    assert planned.couples.begun == (Couple(organisation=court, community=community, since=AUGUST),)
    assert dict(planned.couples.told) == {
        court: ("", "兴隆社区（2016-08）"),
        community: ("", "惠济法院（2016-08）"),
    }
    assert [one.old.short_name for one in planned.changed] == ["惠济法院", "兴隆社区"]
    assert planned.unchanged == 1
    both = plan(("惠济法院", "兴隆社区"), ("兴隆社区", "惠济法院 2016年8月"))
    assert both.couples.begun == planned.couples.begun
    assert both.mark != planned.mark


def test_who_is_new_in_the_file_has_partners_as_well() -> None:
    planned = plan(("图书馆", "兴隆社区"))
    (couple,) = planned.couples.begun
    assert (couple.organisation, couple.community) == ("图书馆党支部", "兴隆社区党支部")
    assert len(planned.added) == 1


def test_to_part_two_both_lines_of_the_file_say_so() -> None:
    paired = (pair("惠济法院", "兴隆社区", AUGUST), pair("第六十中学", "兴隆社区"))
    school = ("第六十中学", "兴隆社区")
    half = plan(("惠济法院", ""), ("兴隆社区", "惠济法院（2016-08）；第六十中学"), paired=paired)
    (told,) = said(half)
    assert told.startswith("第 2 行 结对 列")
    assert "这里没有兴隆社区，第 3 行却还写着" in told
    whole = plan(("惠济法院", ""), ("兴隆社区", "第六十中学"), school, paired=paired)
    assert (whole.couples.parted, whole.misfits) == ((paired[0].id,), ())
    alone = plan(("惠济法院", ""), paired=paired)
    assert alone.couples.parted == (paired[0].id,)
    assert not plan(school, paired=paired).does_something


def test_two_days_for_a_pair_are_told() -> None:
    apart = plan(("惠济法院", "兴隆社区（2016-08）"), ("兴隆社区", "惠济法院（2015）"))
    assert said(apart) == [
        "第 3 行 结对 列：和惠济法院从哪天起结对，与第 2 行写的不一样。请把两处改成同一天。"
    ]
    twice = plan(("惠济法院", "兴隆社区（2016-08）；兴隆社区党支部（2015）"))
    assert "与第 2 行写的不一样" in said(twice)[0]
    paired = (pair("惠济法院", "兴隆社区", AUGUST),)
    moved = plan(("惠济法院", "兴隆社区（2016-08-24）"), paired=paired)
    assert [one.since for one in moved.couples.begun] == [DAY]


def test_who_cannot_be_a_partner_is_told() -> None:
    planned = plan(
        *(("惠济法院", "第六十中学"), ("兴隆社区", "同乐社区；街道")),
        *(("第六十中学", "图书馆（2016）"), ("街道", "兴隆社区")),
    )
    reasons = [one.reason for one in planned.misfits]
    assert reasons == [*[couples.Reason.NOT_SO] * 3, "unknown", "not so"]
    assert "名册和这份文件里都没有“图书馆”" in said(planned)[3]


def test_who_comes_back_has_the_old_pairs_again() -> None:
    paired = (pair("惠济法院", "兴隆社区", AUGUST),)
    left = tuple(
        one.model_copy(update={"retired_at": datetime(2026, 8, 24, tzinfo=UTC)})
        if one.short_name == "惠济法院"
        else one
        for one in KEPT
    )
    gone = plan(("兴隆社区", "惠济法院"), kept=left, paired=paired)
    assert "都没有“惠济法院”" in said(gone)[0]
    assert not plan(("兴隆社区", ""), kept=left, paired=paired).couples.parted
    back = plan(("惠济法院", "兴隆社区"), ("兴隆社区", ""), kept=left, paired=paired)
    assert (back.misfits, back.couples.parted) == ((), ())
    assert plan(("惠济法院", ""), kept=left, paired=paired).couples.parted == (paired[0].id,)
