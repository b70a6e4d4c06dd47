"""What may stand in the register: read kindly, or refused with what to do."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from commands.kit.faults import Problem
from commands.organisations import facts
from commands.organisations.days import read_since
from commands.organisations.editing.joining import names_of
from commands.organisations.facts import LIMITS, read
from locales import Catalogues

CHINESE = Catalogues().words("zh_CN")
TODAY = date(2026, 8, 24)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("phone", "0371-6000 1234，13800001234", "0371-6000 1234、13800001234"),
        ("phone", "１１０", "110"),
        ("phone", "(0371)60001234转802", "(0371)60001234转802"),
        ("phone", "+86 371 60001234", "+86 371 60001234"),
        ("phone", " ", ""),
        ("place", "34.7866, 113.6506", "34.7866,113.6506"),
        ("place", "113.6506，34.7866", "34.7866,113.6506"),
        ("place", "北纬34.78 东经113.65", "34.78,113.65"),
        ("place", "-33.8688,151.2093", "-33.8688,151.2093"),
        ("place", "", ""),
        ("latitude", "34.78660001", "34.7866"),
        ("former_names", "老干部所；军干所;\n老干部所", "老干部所\n军干所"),
        ("category", "驻区 单位", "stationed"),
        ("hours", "周一至周五\n9:00-17:00", "周一至周五 9:00-17:00"),
        ("name", " 军干四所 党总支 ", "军干四所 党总支"),
    ],
)
def test_it_is_read_as_it_was_meant(field: str, said: str, value: str) -> None:
    assert read(field, said) == value


@pytest.mark.parametrize(
    ("field", "said", "sentence"),
    [
        ("phone", "王主任 13800001234", facts.NO_PHONE),
        ("phone", "12", facts.NO_PHONE),
        ("phone", "1" * 16, facts.NO_PHONE),
        ("phone", "0371-60001234、找小李", facts.NO_PHONE),
        ("place", "刘寨路 8 号", facts.NO_PLACE),
        ("place", "34.78", facts.NO_PLACE),
        ("place", "91,181", facts.NO_PLACE),
        ("latitude", "91", facts.NO_DEGREES),
        ("longitude", "nan", facts.NO_DEGREES),
        ("longitude", "东经", facts.NO_DEGREES),
        ("category", "学校", facts.NO_CATEGORY),
        ("name", " ", facts.EMPTY),
        ("category", "", facts.EMPTY),
        ("short_name", "军" * 31, facts.TOO_LONG),
        ("notes", "军\ufffd", facts.GARBLED),
    ],
)
def test_it_is_refused_with_what_to_do(field: str, said: str, sentence: str) -> None:
    problem = read(field, said)
    assert isinstance(problem, Problem)
    assert problem.sentence == sentence
    assert "{" not in CHINESE.t(problem.sentence, **problem.values)


@given(st.sampled_from(sorted(LIMITS)), st.text(max_size=60))
def test_anything_is_read_or_refused_and_reads_the_same_again(field: str, said: str) -> None:
    value = read(field, said)
    if isinstance(value, Problem):
        CHINESE.t(value.sentence, **value.values)
    else:
        assert read(field, value) == value


@pytest.mark.parametrize(
    ("said", "since"),
    [
        ("2016-08-24", date(2016, 8, 24)),
        ("2016年8月24日起", date(2016, 8, 24)),
        ("2016/8", date(2016, 8, 1)),
        ("２０１６年", date(2016, 1, 1)),
        ("2016", date(2016, 1, 1)),
        ("今天", TODAY),
        ("2026-08-25", None),
        ("2016-02-30", None),
        ("1900", None),
        ("去年", None),
        ("", None),
    ],
)
def test_since_when(said: str, since: date | None) -> None:
    assert read_since(said, TODAY) == since


def test_the_names_of_who_joins() -> None:
    assert names_of("东风路小学党支部") == ("东风路小学党支部", "东风路小学")
    assert names_of("惠济区人民法院党总支\n\n惠济法院\n") == ("惠济区人民法院党总支", "惠济法院")
    assert names_of("党委") == ("党委", "党委")
    assert isinstance(names_of(" \n"), Problem)
    assert isinstance(names_of("军" * 101), Problem)
    assert isinstance(names_of("军干四所\n" + "军" * 31), Problem)
