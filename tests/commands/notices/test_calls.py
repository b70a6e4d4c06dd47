"""Whom staff call, and what they write down, as they read it."""

import pytest

from commands.kit import clip
from commands.notices.calling import cards, lists, toasts
from commands.notices.following import pending, summaries
from locales import Words, plain
from storage.boards import Board, Standing
from storage.calls import Call, Taken
from storage.notes import Noted
from storage.notices import (
    CHOICE,
    DIFFICULT,
    DIFFICULTY,
    FORMS,
    NUMBER,
    RECEIPT,
    RECEIVED,
    SIGN_UP,
)
from storage.people import Liaison
from storage.votes import Answer, Vote
from tests.commands.notices.scene import (
    EN,
    HOSTILE,
    NOW,
    ZH,
    board,
    check_limits,
    data,
    labels,
    notice,
    standing,
)


def call(number: int = 1) -> Call:
    return Call(id=number, notice_id=12, organisation_id=number, person_id=1001, taken_at=NOW)


def called(number: int, caller: str = "王主任") -> Standing:
    return standing(number).model_copy(update={"caller": caller})


def test_what_is_still_open_comes_first_and_what_was_said_stays() -> None:
    noted = standing(1, RECEIVED).model_copy(update={"is_noted": True})
    post = lists.mine(ZH, board(noted, called(2)), [call(1), call(2)])
    lines = plain(post.text).splitlines()
    assert lines[1:3] == ["• 单位2：尚无联络员", "✅ 单位1：收到"]
    assert data(post) == ["notices.call:2", "notices.call:1", "notices.calls_back:12"]


def test_a_closed_notice_has_nothing_to_be_written_down() -> None:
    closed = board(called(1), state="closed")
    assert "现在不收反馈" in lists.mine(ZH, closed, [call()]).text
    assert data(cards.card(ZH, call(), closed, closed.standings[0])) == ["notices.calls:12:1"]


def test_whom_others_call_cannot_be_chosen() -> None:
    post = lists.chooser(ZH, board(called(1), called(2, "小李"), standing(3)), [1])
    assert "单位2：小李在联系" in post.text
    assert labels(post)[:2] == ["📞 单位1", "▫️ 单位3"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (DIFFICULT, ["收到", "有困难"]),
        (RECEIPT, ["收到"]),
        (SIGN_UP, ["1", "2", "3", "4", "5", "更多", "不参加"]),
        (NUMBER, ["记下来"]),
        (CHOICE, ["A. 上午", "B. 下午"]),
    ],
)
def test_every_form_can_be_written_down(form: str, said: list[str]) -> None:
    asked = board(called(1), form=form, options="上午\n下午")
    asked = asked.model_copy(update={"chosen": (0, 0)})
    post = cards.card(ZH, call(), asked, asked.standings[0])
    assert labels(post) == [*said, "不打了", "◀ 电话单"]


def test_liaisons_read_what_was_written_down_and_what_counts_now() -> None:
    noted = standing(1, DIFFICULTY, "没有车").model_copy(update={"is_noted": True})
    text = plain(cards.news(ZH, board(noted), noted).text)
    assert "陈姐按电话里说的，替单位1记下「有困难」。\n没有车\n不对的话" in text
    own = standing(1, RECEIVED)
    assert "单位1：收到" in plain(cards.news(ZH, board(own), own).text)


def test_toasts_count() -> None:
    one = notice()
    for done, says in (
        (None, "不收反馈"),
        (Taken(notice=one), "不用打电话了"),
        (Taken(notice=one, others=2), "已经有人在联系"),
        (Taken(notice=one, count=3), "您来联系 3 家"),
        (Taken(notice=one, count=3, others=2), "另有 2 家已有人在联系"),
    ):
        assert says in plain(toasts.taken(ZH, done))
    assert "没有在联系" in toasts.given_back(ZH, 0)
    assert toasts.given_back(EN, 1).startswith("Given back: 1 organisation is")


def test_board_and_summary_name_who_calls() -> None:
    asked = board(called(1), called(2), called(3, "小李"), standing(4))
    for post in (pending.in_group(ZH, asked), pending.in_private(ZH, asked)):
        assert "📞 王主任在联系 2 家。\n📞 小李在联系 1 家。" in plain(post.text)
    closed = Board(notice=notice(state="closed", asked=4), standings=asked.standings)
    text = plain(summaries.summary(ZH, closed).text)
    assert "📞 王主任在联系、还没结果：单位1、单位2\n📞 小李在联系、还没结果：单位3" in text


@pytest.mark.slow  # of everything very much
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [ZH, EN])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_people_write_breaks_a_limit(words: Words, text: str, form: str) -> None:
    people = tuple(Liaison(id=2**52 - n, name=text, is_deputy=True) for n in range(9))
    update = {"liaisons": people, "caller": text, "answered_by": text}
    many = [one.model_copy(update=update) for one in map(called, range(1, 301))]
    asked = board(*many, text=text, form=form, options="\n".join([clip(text, 60)] * 3))
    asked = asked.model_copy(update={"chosen": (0,) * len(asked.notice.choices)})
    noted = many[0].model_copy(
        update={"answer": DIFFICULTY, "reason": text, "is_noted": True, "caller": ""}
    )
    calls = [call(n) for n in range(1, 301)]
    for post in (
        lists.mine(words, asked, calls, 3),
        lists.chooser(words, asked, range(1, 200), 2),
        cards.card(words, call(), asked, many[0]),
        cards.card(words, call(), asked, many[0], {one.id: "1" * 16 for one in people}),
        cards.card(words, call(), asked, noted),
        cards.news(words, asked, noted),
        cards.question(words, asked.notice, noted),
        pending.in_group(words, asked),
        pending.in_private(words, asked, 2),
        summaries.summary(words, asked),
    ):
        if post is not None:
            check_limits(post)
            assert sum(map(len, post.buttons)) <= 100
    vote = Vote(organisation=noted.organisation, before=None, by=None, given=Answer(answer=""))
    assert len(plain(toasts.noted(words, Noted(notice=asked.notice, vote=vote)))) <= 200


def test_a_long_list_has_pages() -> None:
    post = lists.mine(ZH, board(*map(called, range(1, 26))), [call(n) for n in range(1, 26)], 4)
    assert labels(post) == ["单位25", "◀ 3/4", "都不打了"]
