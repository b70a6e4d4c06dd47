"""What people type below a notice where a button would do."""

import pytest
from hypothesis import given, strategies as st

from commands.notices.answers.typed import Typed, means_an_answer, means_received, read
from storage.notices import (
    CANNOT,
    CHOICE,
    CHOICES,
    CHOSEN,
    COME,
    DIFFICULT,
    DIFFICULTY,
    FORMS,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
)
from storage.votes import Answer
from tests.commands.notices.scene import notice, organisation


def typed(form: str, words: str, count: int = 1) -> tuple[Answer, str] | None:
    """For so many organisations: 单位1, 单位2 ..."""
    asked = notice(form=form, options="兴隆社区广场\n二楼会议室")
    found = read(asked, words, [organisation(number) for number in range(1, count + 1)])
    return (found.answer, found.reason) if found else None


@pytest.mark.parametrize(
    "words",
    [
        *(
            "收到",
            "收到！",
            " 收到。",
            "已收到",
            "收到了",
            "好的，收到",
            "收到，谢谢",
            "好的",
            "知道了",
        ),
        *(
            "明白",
            "已阅",
            "ＯＫ",
            "ok 收到",
            "收到👌",
            "👌",
            "👍👍",
            "👍🏻",
            "Received",
            "Got it",
            "noted, thanks",
        ),
        *("单位1收到", "单位1：收到", "1单位党支部收到", "收到，准时参加"),
    ],
)
@pytest.mark.parametrize("form", [DIFFICULT, RECEIPT])
def test_received_is_said_in_many_ways(form: str, words: str) -> None:
    assert typed(form, words) == (Answer(answer=RECEIVED), "")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "没收到",
            "收到了吗",
            "收到没",
            "没有困难",
            "几点开始？",
            "下午的会改到几点",
            "",
            "。。。",
        ),
        *(
            "收到太晚，车已经派出去了",
            "好的，但是我们只能去一个人",
            "不好",
            "单位2收到",
            "👎",
            "不知道",
        ),
    ],
)
@pytest.mark.parametrize("form", [DIFFICULT, RECEIPT])
def test_what_may_be_a_reason_or_talk_is_no_answer(form: str, words: str) -> None:
    assert typed(form, words) is None


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("有困难", ""),
        ("有困难。", ""),
        ("有困难，车坏了", "车坏了"),
        ("有困难：周五开不了会，\n人手不够", "周五开不了会，\n人手不够"),
        ("我们有点困难", ""),
        ("单位1有困难 没有场地", "没有场地"),
        ("Difficulty: no car", "no car"),
    ],
)
def test_a_difficulty_may_give_its_reason_at_once(words: str, reason: str) -> None:
    assert typed(DIFFICULT, words) == (Answer(answer=DIFFICULTY), reason)
    assert typed(RECEIPT, words) is None


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        *(("参加", 1), ("我们参加", 1), ("参加3人", 3), ("３人参加", 3), ("我们来两个人", 2)),
        *(("报名 12 人", 12), ("去十个", 10), ("2 people coming", 2), ("Yes", 1)),
        *(("不参加", None), ("来不了", None), ("我们不去了", None), ("No", None)),
    ],
)
def test_a_sign_up_says_who_comes(words: str, amount: int | None) -> None:
    answer = COME if amount else CANNOT
    assert typed(SIGN_UP, words) == (Answer(answer=answer, amount=amount), "")


@pytest.mark.parametrize(
    "words", ["收到", "参加什么", "参加两三人", "3", "几点来", "参加1000人", "不参加吗"]
)
def test_what_is_no_sign_up_is_asked_by_the_buttons(words: str) -> None:
    assert typed(SIGN_UP, words) is None


@pytest.mark.parametrize(
    ("words", "place"), [("1", "1"), ("２", "2"), ("二楼会议室", "2"), ("兴隆社区广场。", "1")]
)
def test_an_option_is_named_by_its_number_or_its_words(words: str, place: str) -> None:
    assert typed(CHOICE, words) == (Answer(answer=CHOSEN, detail=place), "")


@pytest.mark.parametrize("words", ["3", "0", "会议室", "收到", "1和2"])
def test_what_is_no_option_is_none(words: str) -> None:
    assert typed(CHOICE, words) is None


def test_several_options_are_for_the_buttons() -> None:
    assert typed(CHOICES, "1") is None


def test_of_several_organisations_one_can_be_named() -> None:
    both = [organisation(1), organisation(2)]
    asked = notice(form=RECEIPT)
    assert [read(asked, words, both) for words in ("收到", "单位2收到")] == [
        Typed(Answer(answer=RECEIVED)),
        Typed(Answer(answer=RECEIVED), 2),
    ]


@given(st.sampled_from(FORMS), st.text())
def test_any_words_can_be_typed(form: str, words: str) -> None:
    typed(form, words, 2)


@pytest.mark.parametrize(
    ("words", "in_private", "in_group"),
    [
        *(("收到", True, True), ("收到！", True, True), ("好的，收到", True, True)),
        *(("收到，谢谢", True, True), ("知道了", True, False), ("已阅", True, False)),
        *(("有困难", True, False), ("有困难，周五去不了", True, False), ("好的", False, False)),
        *(("收到了吗", False, False), ("没收到", False, False), ("没有困难", False, False)),
        *(("收到，马上办", True, False), ("👍", False, False), ("", False, False)),
    ],
)
def test_below_no_notice_less_is_an_answer(words: str, *, in_private: bool, in_group: bool) -> None:
    assert means_an_answer(words) is in_private
    assert means_received(words) is in_group
