"""Deadlines in a notice's own words: offered, never taken silently."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from commands.kit import pack
from commands.notices.drafts import own_words
from commands.notices.drafts.moments import minutes_of
from tests.commands.notices.scene import EN, HOSTILE, ZH, notice
from tests.vocabulary.clock import ZONE

THURSDAY = datetime(2026, 8, 20, 9, 0, tzinfo=ZONE)


def said(text: str) -> list[str]:
    found = own_words.deadlines(text, THURSDAY, ZONE)
    return [one.astimezone(ZONE).strftime("%m-%d %H:%M") for one in found]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("8月28日下午3点开会，请于周五前反馈", ["08-21 18:00"]),
        ("8月28日18:00前报名", ["08-28 18:00"]),
        ("请于８月２８日１８：００前报名", ["08-28 18:00"]),
        ("截止时间：8月28日18:00", ["08-28 18:00"]),
        ("报名截至周五下午5点，先到先得", ["08-21 17:00"]),
        ("8月28日18:00截止", ["08-28 18:00"]),
        ("8月28日为止", ["08-28 18:00"]),
        ("8月25日至8月28日前交", ["08-28 18:00"]),
        ("请各单位明天12点之前报名单", ["08-21 12:00"]),
        ("请于周五8点前答复", ["08-21 08:00", "08-21 20:00"]),
        ("请于周五前报名；材料请于8月31日前交", ["08-21 18:00", "08-31 18:00"]),
        ("reply by Friday", ["08-21 18:00"]),
        ("Please sign up before 28 August 18:00 in the office", ["08-28 18:00"]),
        ("Deadline: Monday 6 pm", ["08-24 18:00"]),
    ],
)
def test_a_deadline_is_found_beside_its_words(text: str, moments: list[str]) -> None:
    assert said(text) == moments


@pytest.mark.parametrize(
    "text",
    [
        "周五下午消防演练，请各单位派人参加",
        "时间：8月28日9:00-11:00",
        "请提前10分钟到场",
        "请于8月28日14:50前入场",
        "请下午3点前到会场",
        "8月28日前往社区",
        "目前已有3家",
        "以前的通知作废",
        "禁止入内",
        "请在2月30日前回复",
        "8月1日前没交的，请补交",
        "by email, please",
        "",
    ],
)
def test_other_words_and_the_time_of_the_event_are_no_deadline(text: str) -> None:
    assert said(text) == []


def test_each_is_offered_as_day_weekday_and_time() -> None:
    one = notice("8月28日下午3点开会，请于8月27日前反馈", created_at=THURSDAY.astimezone(UTC))
    ((key,),) = own_words.offers(ZH, one)
    moment = datetime(2026, 8, 27, 18, tzinfo=ZONE)
    assert key.label == "⏰ 截止 8月27日 周四 18:00？"
    assert key.data == pack("notices.deadline", 12, minutes_of(moment))
    ((english,),) = own_words.offers(EN, one)
    assert english.label == "⏰ Deadline Thu 27 Aug 18:00?"


def test_a_draft_that_has_a_deadline_is_offered_none() -> None:
    later = THURSDAY.astimezone(UTC) + timedelta(days=3)
    one = notice("请于周五前反馈", created_at=THURSDAY.astimezone(UTC), deadline=later)
    assert own_words.offers(ZH, one) == ()


@pytest.mark.parametrize("text", [*HOSTILE, "前" * 4096, "8月28日前" * 600, "by " * 1300])
def test_any_text_is_read_in_no_time(text: str) -> None:
    assert len(own_words.deadlines(text, THURSDAY, ZONE)) <= own_words.MOST


@given(st.text(alphabet="今明8月日周五点前截止至到by 0:.-~前", max_size=60))
def test_whatever_is_offered_is_to_come(text: str) -> None:
    assert all(one > THURSDAY for one in own_words.deadlines(text, THURSDAY, ZONE))
