"""What people say to anybody, and what is more than that."""

import pytest
from hypothesis import given, strategies as st

from commands.help.courtesies import Courtesy, courtesy

SAID = {
    Courtesy.GREETING: "你好 您好！ 在吗？ 早上好呀 你好，共建 小助手你好 Hi! Good_morning 你是谁",
    Courtesy.THANKS: "谢谢 谢谢啦～ 辛苦了！ 多谢主任 Thanks! thank_you",
    Courtesy.FAREWELL: "再见 拜拜～ 晚安 bye",
    Courtesy.NOD: "好的 好 嗯嗯 ＯＫ 哈哈哈 👌 👍🏻 ❤️ 没事了 收到！ 知道了",
}


@pytest.mark.parametrize(
    ("meant", "words"),
    [(meant, one.replace("_", " ")) for meant, some in SAID.items() for one in some.split()],
)
def test_what_is_said_to_anybody_is_known(meant: Courtesy, words: str) -> None:
    assert courtesy(words) is meant


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "  ",
            "?",
            "？？？",
            "...",
            "你好，请问老年证怎么办",
            "谢谢，还有一件事",
            "好的通知在哪",
        ),
        *("收到了吗", "没收到", "没有困难", "早上好消息", "通知", "hi there is a leak", "主任"),
    ],
)
def test_what_is_more_than_that_is_not_taken_for_it(words: str) -> None:
    assert courtesy(words) is None


@given(st.text())
def test_any_words_can_be_said(words: str) -> None:
    courtesy(words)
