"""Questions in people's own words: figures that may only get better, and what can never happen."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from commands import FEATURES
from commands.asking.rules import understand
from commands.kit import number_for
from commands.kit.spans import read_span
from tests.asking.grading import (
    FIRST,
    NONE,
    OFFERED,
    TODAY,
    WORD,
    WRONG,
    end_of,
    grade,
    questions,
    register,
)

HELD_OUT, KNOWN = 0.9, 0.97
"""So many are answered rightly at once."""
NOT_LOST, MOST_WRONG = 0.96, 0.015


def test_there_are_many_in_every_manner_and_half_of_them_are_held_out() -> None:
    said = questions()
    assert len({one.words for one in said}) == len(said) >= 120
    kinds = Counter(one.how for one in said)
    assert min(kinds.values()) >= 10
    assert set(kinds) == {"plain", "polite", "colloquial", "slips", "english", WORD, NONE}
    sentences = [one for one in said if one.how != WORD]
    halves = {len(sentences) // 2 - 3, len(sentences) // 2}
    assert sum(one.is_held_out for one in sentences) in halves


def test_so_many_are_understood_and_few_wrongly() -> None:
    said = questions()
    held_out = grade(tuple(one for one in said if one.is_held_out))
    known = grade(tuple(one for one in said if not one.is_held_out and one.how != WORD))
    words = grade(tuple(one for one in said if one.how == WORD))
    every = grade(said)
    assert held_out.share(FIRST) >= HELD_OUT, held_out.ends
    assert known.share(FIRST) >= KNOWN, known.missed
    assert words.share(FIRST) >= KNOWN, words.missed
    assert every.share(FIRST, OFFERED) >= NOT_LOST
    assert every.share(WRONG) <= MOST_WRONG


def test_what_is_no_question_is_met_with_silence() -> None:
    talk = [one for one in questions() if one.how == NONE]
    assert [end_of(one)[1] for one in talk] == [[]] * len(talk)


@settings(deadline=None)
@given(
    st.text(alphabet=st.sampled_from("谁还没回复通知活动下周三8月12号兴隆社区 @a?，的什么时候who"))
)
def test_any_words_can_be_asked(words: str) -> None:
    found = understand(words, FEATURES, register(), TODAY)
    assert len(found.readings) <= 4
    assert found.readings or not found.is_sure


def test_each_question_is_answered_by_a_command_of_its_feature() -> None:
    names = [one.name for feature in FEATURES for one in feature.questions]
    assert len({number_for(name) for name in names}) == len(names)
    for feature in FEATURES:
        own = {command.name for command in feature.commands}
        assert {one.command for one in feature.questions} <= own, feature.name


def test_a_former_name_is_as_good_as_the_present_one() -> None:
    now, *others = register()
    renamed = now.model_copy(update={"former_names": "老河口居委会\n河口大队"})
    found = understand("老河口居委会的电话", FEATURES, (renamed, *others), TODAY)
    assert found.is_sure
    assert found.readings[0].does == ("org", now.name)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("本周有什么", "2026-08-17", "2026-08-23"),
        ("这周末", "2026-08-22", "2026-08-23"),
        ("下周三", "2026-08-26", "2026-08-26"),
        ("上周四", "2026-08-13", "2026-08-13"),
        ("明天下午", "2026-08-21", "2026-08-21"),
        ("昨天", "2026-08-19", "2026-08-19"),
        ("前天", "2026-08-18", "2026-08-18"),
        ("近几天", "2026-08-20", "2026-08-23"),
        ("上个月", "2026-07-01", "2026-07-31"),
        ("8月的活动", "2026-08-01", "2026-08-31"),
        ("2016年8月", "2016-08-01", "2016-08-31"),
        ("去年12月", "2025-12-01", "2025-12-31"),
        ("2016-08", "2016-08-01", "2016-08-31"),
        ("今年", "2026-01-01", "2026-12-31"),
        ("2016年", "2016-01-01", "2016-12-31"),
        ("８月２４日", "2026-08-24", "2026-08-24"),
        ("this weekend", "2026-08-22", "2026-08-23"),
        ("last month", "2026-07-01", "2026-07-31"),
        ("next Friday", "2026-08-28", "2026-08-28"),
        ("on 24 August", "2026-08-24", "2026-08-24"),
        ("in August", "2026-08-01", "2026-08-31"),
        ("May 2027", "2027-05-01", "2027-05-31"),
    ],
)
def test_days_are_read_as_people_say_them(text: str, first: str, last: str) -> None:
    span = read_span(text, TODAY)
    assert span is not None
    assert (span.first, span.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "may I ask", "2月30日", "第三次", "义诊", "13月", "9999年99月"]
)
def test_what_names_no_days_has_none(text: str) -> None:
    assert read_span(text, TODAY) is None


@given(st.text())
def test_any_text_may_name_days(text: str) -> None:
    span = read_span(text, TODAY)
    assert span is None or span.first <= span.last
