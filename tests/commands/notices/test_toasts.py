"""What a press came to, in a toast: clear, and never longer than Telegram shows."""

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup

from commands.notices import views
from commands.notices.answers import toasts
from commands.notices.drafts import views as drafted
from locales import Words, plain
from storage.notices import COME, DIFFICULTY, DISCARDED, DRAFT, OPEN, RECEIVED, SIGN_UP
from storage.people import Person
from storage.sendings import Decision
from storage.votes import Answer, Receipt, Vote
from tests.commands.notices.scene import CHEN, EN, HOSTILE, ZH, notice, organisation

LAO_ZHOU = Person(id=2009, name="老周")


def vote(number: int, before: str | None = None, by: Person | None = None) -> Vote:
    was = Answer(answer=before) if before else None
    return Vote(organisation=organisation(number), before=was, by=by)


def toast(
    *votes: Vote,
    given: str = RECEIVED,
    state: str = OPEN,
    own: int = 0,
    is_private: bool = False,
    words: Words = ZH,
) -> str:
    """The words of a toast for 陈姐."""
    said = toasts.pressed(
        words,
        Receipt(
            notice=notice(state=state),
            is_taken=state == OPEN,
            votes=tuple(one.model_copy(update={"given": Answer(answer=given)}) for one in votes),
        ),
        person_id=CHEN.id,
        organisations=[organisation(number) for number in range(1, own + 1)],
        is_private=is_private,
    )
    return plain(said)


def test_a_first_answer_names_its_organisations() -> None:
    assert toast(vote(1), vote(2)) == "单位1、单位2：已反馈「收到」。"


def test_a_changed_answer_says_so() -> None:
    assert toast(vote(1, DIFFICULTY, LAO_ZHOU)) == "单位1已改为「收到」。"


def test_the_same_press_again_says_so() -> None:
    assert toast(vote(1, RECEIVED, CHEN)) == "单位1已经是「收到」了，不用再点。"


def test_another_liaison_was_faster() -> None:
    assert toast(vote(1, RECEIVED, LAO_ZHOU)) == "单位1已由老周反馈（收到）。"


def test_a_difficulty_asks_for_the_reason() -> None:
    assert toast(vote(1), given=DIFFICULTY).endswith("请回复这条通知，说明原因。")
    assert toast(vote(1), given=DIFFICULTY, is_private=True).endswith(
        "请回复下面的提问，说明原因。"
    )
    assert "原因" not in toast(vote(1, DIFFICULTY, LAO_ZHOU), given=DIFFICULTY)


def test_a_member_has_read_it() -> None:
    assert toast().startswith("已读，谢谢！")
    assert "联络员" in toast()


def test_a_liaison_who_is_not_asked_has_read_it() -> None:
    assert toast(own=1) == "已读，谢谢！这条通知不需要单位1反馈。"


@pytest.mark.parametrize("state", [DRAFT, DISCARDED, "closed"])
def test_what_is_not_open_takes_no_answer(state: str) -> None:
    assert "现在不收反馈" in toast(vote(1), state=state)


def test_an_unknown_notice_takes_no_answer() -> None:
    said = toasts.pressed(ZH, None, person_id=1, organisations=(), is_private=False)
    assert "现在不收反馈" in said


@given(
    st.lists(st.tuples(st.sampled_from([None, RECEIVED, DIFFICULTY]), st.booleans()), max_size=30),
    st.sampled_from(HOSTILE),
    st.sampled_from([RECEIVED, DIFFICULTY]),
)
def test_a_toast_is_never_too_long(
    facts: list[tuple[str | None, bool]], name: str, pressed: str
) -> None:
    named = {"short_name": name}
    votes = [
        Vote(
            organisation=organisation(number).model_copy(update=named),
            before=Answer(answer=before) if before else None,
            by=Person(id=CHEN.id if own else 9, name=name) if before else None,
        )
        for number, (before, own) in enumerate(facts)
    ]
    for words in (ZH, EN):
        assert 1 <= len(toast(*votes, given=pressed, own=len(facts), words=words)) <= 200


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision(notice=None, is_made=False), "找不到这份草稿了"),
        (Decision(notice=notice(), is_made=True), "通知 1 号正在发到群里。"),
        (Decision(notice=notice(), is_made=False), "王主任已经发布了，是通知 1 号。"),
        (Decision(notice=notice(state=DRAFT), is_made=False), "现在发不到那里"),
        (
            Decision(notice=notice(state=DISCARDED, number=None), is_made=True),
            "已取消，没有发布。",
        ),
        (
            Decision(notice=notice(state=DISCARDED, number=None), is_made=False),
            "王主任已经取消了这份草稿。",
        ),
    ],
)
def test_a_decision_is_told_to_whoever_pressed(decision: Decision, words: str) -> None:
    assert words in drafted.decided(ZH, decision)


@pytest.mark.parametrize("say", [drafted.how_to, drafted.nothing_to_take])
def test_the_way_to_write_one_has_an_example_to_copy(say: Callable[[Words], Markup]) -> None:
    assert "<code>/notice 8月24日" in say(ZH)
    assert "<code>/notice Meeting" in say(EN)


def test_noted_reasons_name_the_organisations() -> None:
    assert views.explained(ZH, [organisation(1)]) == "已记下单位1的情况，谢谢。"


def test_who_waits_for_a_place_is_told_so_at_each_press() -> None:
    comes = Answer(answer=COME, amount=1)
    mine = Vote(organisation=None, before=comes, by=Person(id=1), given=comes, is_waiting=True)
    receipt = Receipt(notice=notice(form=SIGN_UP, places=1), is_taken=True, votes=(mine,))
    for words, said in ((ZH, "已列入候补"), (EN, "on the waiting list")):
        told = toasts.pressed(words, receipt, person_id=1, organisations=(), is_private=False)
        assert said in told
