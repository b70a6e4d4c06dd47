"""Whose activity it was and who else was part of it: sure of names, asks about the rest."""

import pytest

from commands.activities.captions.findings import Finding
from commands.activities.captions.hosts import Hosts, read_hosts
from storage.organisations import Organisation
from tests.commands.activities.scene import organisation

XINGLONG, DEPOT, TONGLE, UNICOM, STREET, SCHOOL, COURT = (
    organisation(number, name)
    for number, name in enumerate(
        ("兴隆社区", "兴隆粮库", "同乐社区", "郑州联通", "街道", "第六十中学", "惠济法院"), start=1
    )
)
REGISTER = (XINGLONG, DEPOT, TONGLE, UNICOM, STREET, SCHOOL, COURT)


def read(text: str, *own: Organisation, is_staff: bool = False) -> Hosts:
    return read_hosts(text, REGISTER, own, is_staff=is_staff)


@pytest.mark.parametrize(
    ("text", "together", "helpers", "perhaps"),
    [
        ("兴隆粮库联合兴隆社区开展", (XINGLONG,), (), ()),
        ("兴隆社区党支部、兴隆粮库党支部举办", (XINGLONG,), (), ()),
        ("和兴隆社区、同乐社区一起打扫", (XINGLONG, TONGLE), (), ()),
        ("主办：兴隆粮库 协办：兴隆社区、惠济法院", (), (XINGLONG, COURT), ()),
        ("到兴隆社区慰问", (), (), (XINGLONG,)),
        ("感谢郑州联通", (), (), (UNICOM,)),
        ("在兴隆社区会议室", (), (), ()),
        ("打扫街道", (), (), ()),
        ("街道联合我单位开展", (), (), (STREET,)),
        ("联合六十中开展", (), (), (SCHOOL,)),
        ("联合兴龙社区开展", (), (), (XINGLONG,)),
        ("联合第七十中学开展", (), (), (SCHOOL,)),
        ("with Tongle shequ", (), (), (TONGLE,)),
        ("和tong le一起", (), (), (TONGLE,)),
        ("兴隆", (), (), ()),
        ("火星社区", (), (), ()),
    ],
)
def test_partners_of_the_grain_depot(
    text: str,
    together: tuple[Organisation, ...],
    helpers: tuple[Organisation, ...],
    perhaps: tuple[Organisation, ...],
) -> None:
    found = read(text, DEPOT)
    assert found.own == Finding(DEPOT.id)
    assert [found.together, found.helpers, found.perhaps] == [
        tuple(one.id for one in group) for group in (together, helpers, perhaps)
    ]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("郑州联通义诊", Finding(UNICOM.id)),
        ("郑州联通到同乐社区教老人", Finding(UNICOM.id)),
        ("义诊", Finding(candidates=(TONGLE.id, UNICOM.id))),
        ("同乐社区和郑州联通义诊", Finding(candidates=(TONGLE.id, UNICOM.id))),
    ],
)
def test_of_two_organisations_the_one_that_acts_in_the_caption(
    text: str, own: Finding[int]
) -> None:
    assert read(text, TONGLE, UNICOM).own == own


def test_staff_report_for_the_one_that_acts_and_are_asked_about_several() -> None:
    assert read("惠济法院普法", is_staff=True).own == Finding(COURT.id)
    assert read("义诊", is_staff=True).own == Finding()
    assert read("兴隆义诊", is_staff=True).own.candidates == (XINGLONG.id, DEPOT.id)
    both = read("惠济法院联合兴隆社区普法", is_staff=True).own
    assert both.candidates == (COURT.id, XINGLONG.id)


def test_staff_of_an_organisation_may_speak_of_another() -> None:
    assert read("开会", STREET, is_staff=True).own == Finding(STREET.id)
    assert read("惠济法院普法", STREET, is_staff=True).own.candidates == (COURT.id, STREET.id)
