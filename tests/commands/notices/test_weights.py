"""What staff hear when nobody answered what is urgent."""

import pytest

from commands.notices.following.weights import unheard
from locales import Words, plain
from storage.notices import RECEIVED
from storage.people import Liaison
from tests.commands.notices.scene import CHEN, EN, HOSTILE, ZH, board, check_limits, data, standing

REACHED = CHEN.model_copy(update={"is_reachable": True})


def test_the_silent_come_first_and_then_those_whom_nothing_reaches() -> None:
    gone = Liaison(id=7, name="老周", is_deputy=True, unreached_why="deactivated")
    post = unheard(
        ZH,
        board(
            standing(1, RECEIVED),
            standing(2).model_copy(update={"liaisons": (REACHED, gone)}),
            standing(3).model_copy(update={"liaisons": (CHEN, gone)}),
            standing(4),
        ),
    )
    assert plain(post.text).splitlines()[1:] == [
        "• 单位2：陈姐、老周（副）",
        "",
        "📵 这几家私信送不到：",
        "• 单位3：陈姐（还没点“开始”）、老周（副）（账号已注销）",
        "• 单位4：尚无联络员",
    ]


def test_when_all_have_answered_there_is_nobody_to_call() -> None:
    assert "已经没有单位未反馈" in plain(unheard(ZH, board(standing(1, RECEIVED))).text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
def test_three_hundred_silent_ones_fit_and_the_rest_is_a_press_away(
    words: Words, text: str
) -> None:
    people = tuple(Liaison(id=2**52 - n, name=text, is_deputy=True) for n in range(9))
    post = unheard(
        words, board(*(standing(n).model_copy(update={"liaisons": people}) for n in range(300)))
    )
    check_limits(post)
    assert data(post)[-1] == "notices.pending:1"
